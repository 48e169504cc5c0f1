import type { CatalogModel, Elsewhere, Price, Source } from "./catalog.ts";

/** The lowest and the highest of a figure; both the same where it is exact. */
export type Range = readonly [low: number, high: number];

/** Tokens of a month. */
export interface TokenUse {
  readonly input: number;
  readonly output: number;
  /** Input that came from a cache, not counted in `input`. */
  readonly cacheRead: number;
  /** Input that was written to a cache, not counted in `input`. */
  readonly cacheWrite?: number;
}

/** All tokens together. */
export function totalTokens(use: TokenUse): number {
  return use.input + use.output + use.cacheRead + (use.cacheWrite ?? 0);
}

/**
 * The share of input in all tokens that is assumed without other word. With it the figures of AIsa's provider
 * skill (2026-02) come out to the dollar: 500M tokens of Qwen3 Max are $2,040 a month on AIsa, $3,400 on Bailian
 * and up to $4,250 on OpenRouter, that is $16,320 to $26,520 saved a year.
 */
export const usualInputShare = 0.2;

const multipliers: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  t: 1e12,
  万: 1e4,
  亿: 1e8,
};

/** A number of tokens as people write it: `500M`, `2.5B`, `1_000_000`, `800,000`, `5亿`. Undefined when it is none. */
export function parseTokens(text: string): number | undefined {
  const match = /^(\d[\d_,]*(?:\.\d+)?)\s*([kmbt万亿]?)(?:\s*tokens?)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, digits = "", unit = ""] = match;
  const tokens = Math.round(Number(digits.replace(/[_,]/g, "")) * (multipliers[unit.toLowerCase()] ?? 1));
  return tokens > 0 && tokens <= 1e15 ? tokens : undefined;
}

/** A share as people write it: `0.2` or `20%`. Undefined when it is none between 0 and 1. */
export function parseShare(text: string): number | undefined {
  const match = /^(\d*\.?\d+)\s*(%?)$/.exec(text.trim());
  if (!match) return undefined;
  const share = Number(match[1]) / (match[2] === "%" ? 100 : 1);
  return share >= 0 && share <= 1 ? share : undefined;
}

/** Splits a month's tokens by the share of input. */
export function splitTokens(tokens: number, inputShare: number): TokenUse {
  const input = Math.round(tokens * inputShare);
  return { input, output: tokens - input, cacheRead: 0 };
}

/** What tokens cost, in USD. Cached input without a price of its own costs as much as other input. */
export function costOf(price: Price, use: TokenUse): number {
  const cached = (own: number | undefined) => (own !== undefined && own > 0 ? own : price.input);
  const input = use.input * price.input + use.cacheRead * cached(price.cacheRead);
  return (input + (use.cacheWrite ?? 0) * cached(price.cacheWrite) + use.output * price.output) / 1e6;
}

/** What a model costs at one provider. Amounts in USD. */
export interface ProviderCost {
  readonly provider: "aisa" | Elsewhere;
  /** Undefined if the price is from the config or the gateway itself. */
  readonly source: Source | undefined;
  readonly month: Range;
  readonly year: Range;
}

/** What AIsa saves against another provider; negative where it is more expensive. */
export interface Saving {
  /** USD. */
  readonly year: Range;
  /** 0.4 is 40 %. */
  readonly share: Range;
}

/** The cost of a month's tokens on AIsa and elsewhere. */
export interface CostComparison {
  readonly aisa: ProviderCost;
  /** By the prices of the later snapshot, where there is one. */
  readonly later: ProviderCost | undefined;
  readonly elsewhere: readonly (ProviderCost & { readonly saving: Saving })[];
}

function providerCost(
  provider: ProviderCost["provider"],
  source: Source | undefined,
  month: Range,
): ProviderCost {
  return { provider, source, month, year: [month[0] * 12, month[1] * 12] };
}

/** What is saved against a range of amounts; amounts per any span of time. Out: the amounts' unit, and the share. */
export function savingAgainst(ours: number, theirs: Range): { amount: Range; share: Range } {
  const share = (amount: number) => (amount === 0 ? 0 : (amount - ours) / amount);
  return { amount: [theirs[0] - ours, theirs[1] - ours], share: [share(theirs[0]), share(theirs[1])] };
}

/**
 * Compares the cost of a month's tokens. In: AIsa's price, with its source if it is the catalog's, and the catalog's
 * model, if any, for other providers' prices.
 */
export function compareCosts(
  ours: { readonly price: Price; readonly source: Source | undefined },
  model: CatalogModel | undefined,
  use: TokenUse,
): CostComparison {
  const exact = (price: Price): Range => [costOf(price, use), costOf(price, use)];
  const aisa = providerCost("aisa", ours.source, exact(ours.price));
  const { later } = model ?? {};
  const elsewhere = (model?.elsewhere ?? []).map((theirs) => {
    const at = (end: 0 | 1) => costOf({ input: theirs.input[end], output: theirs.output[end] }, use);
    const cost = providerCost(theirs.provider, theirs.source, [at(0), at(1)]);
    const { amount, share } = savingAgainst(aisa.year[0], cost.year);
    return { ...cost, saving: { year: amount, share } };
  });
  return {
    aisa,
    later: later?.price ? providerCost("aisa", later.source, exact(later.price)) : undefined,
    elsewhere,
  };
}

/** The least and the most that is saved over all providers; undefined without any to compare with. */
export function overallSaving(comparison: CostComparison): Saving | undefined {
  const savings = comparison.elsewhere.map((one) => one.saving);
  if (savings.length === 0) return undefined;
  const span = (ranges: readonly Range[]): Range => [
    Math.min(...ranges.map(([low]) => low)),
    Math.max(...ranges.map(([, high]) => high)),
  ];
  return { year: span(savings.map((one) => one.year)), share: span(savings.map((one) => one.share)) };
}
