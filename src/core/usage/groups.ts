import {
  type CatalogModel,
  costOf,
  type Price,
  type Range,
  type TokenUse,
  totalTokens,
} from "../models/index.ts";
import { monthOf, weekOf } from "./calendar.ts";
import { addTokens, noTokens, type UsageCell } from "./tally.ts";

/** What usage can be grouped by. */
export const groupings = ["day", "week", "month", "model", "agent"] as const;

/** One of {@link groupings}. */
export type Grouping = (typeof groupings)[number];

/** A sum of money, in USD, and of how many tokens it is the price. */
export interface Amount {
  readonly usd: Range;
  readonly tokens: number;
}

/** Usage of one group, or of all. */
export interface UsageSum {
  readonly use: Required<TokenUse>;
  readonly answers: number;
  readonly uncounted: number;
  /** By the prices as configured. */
  readonly cost: Amount;
  /** The same tokens at the models' vendors, and at OpenRouter. */
  readonly vendor: Amount;
  readonly openrouter: Amount;
  /** What the compared tokens cost as configured: those with a vendor's price, and those with OpenRouter's. */
  readonly besideVendor: number;
  readonly besideOpenrouter: number;
  /** The price that OpenClaw recorded, USD. */
  readonly recordedUsd: number;
}

/** One line of the table: the values of its groupings, in the order that was asked for. */
export interface UsageGroup extends UsageSum {
  readonly key: readonly string[];
}

/** What is known of a model's prices. `configured` is undefined where OpenClaw's own count is all there is. */
export interface UsagePrices {
  readonly configured: Price | undefined;
  readonly elsewhere: CatalogModel["elsewhere"];
}

const readKey: Readonly<Record<Grouping, (cell: UsageCell) => string>> = {
  day: (cell) => cell.day,
  week: (cell) => weekOf(cell.day),
  month: (cell) => monthOf(cell.day),
  model: (cell) => cell.reference,
  agent: (cell) => cell.agent,
};

const nothing: Amount = { usd: [0, 0], tokens: 0 };

const emptySum: UsageSum = {
  ...{ use: noTokens, answers: 0, uncounted: 0, recordedUsd: 0 },
  ...{ cost: nothing, vendor: nothing, openrouter: nothing, besideVendor: 0, besideOpenrouter: 0 },
};

const addAmounts = (left: Amount, right: Amount): Amount => ({
  usd: [left.usd[0] + right.usd[0], left.usd[1] + right.usd[1]],
  tokens: left.tokens + right.tokens,
});

function addSums(left: UsageSum, right: UsageSum): UsageSum {
  return {
    use: addTokens(left.use, right.use),
    answers: left.answers + right.answers,
    uncounted: left.uncounted + right.uncounted,
    cost: addAmounts(left.cost, right.cost),
    vendor: addAmounts(left.vendor, right.vendor),
    openrouter: addAmounts(left.openrouter, right.openrouter),
    besideVendor: left.besideVendor + right.besideVendor,
    besideOpenrouter: left.besideOpenrouter + right.besideOpenrouter,
    recordedUsd: left.recordedUsd + right.recordedUsd,
  };
}

function elsewhereAmount(prices: UsagePrices, use: TokenUse, isVendor: boolean): Amount {
  const theirs = prices.elsewhere.filter((one) => (one.provider !== "openrouter") === isVendor);
  if (theirs.length === 0) return nothing;
  const at = (end: 0 | 1) =>
    theirs.map((one) => costOf({ input: one.input[end], output: one.output[end] }, use));
  return { usd: [Math.min(...at(0)), Math.max(...at(1))], tokens: totalTokens(use) };
}

function priceCell(cell: UsageCell, pricesOf: (reference: string) => UsagePrices): UsageSum {
  const { use, answers, uncounted, recordedUsd } = cell;
  const prices = pricesOf(cell.reference);
  const known = prices.configured
    ? costOf(prices.configured, use)
    : recordedUsd > 0
      ? recordedUsd
      : undefined;
  const [vendor, openrouter] = [elsewhereAmount(prices, use, true), elsewhereAmount(prices, use, false)];
  const beside = (theirs: Amount) => (theirs.tokens > 0 ? (known ?? 0) : 0);
  return {
    ...{ use, answers, uncounted, recordedUsd, vendor, openrouter },
    cost: known === undefined ? nothing : { usd: [known, known], tokens: totalTokens(use) },
    besideVendor: beside(vendor),
    besideOpenrouter: beside(openrouter),
  };
}

/**
 * Groups usage and prices it. In: what was used, by which values to group, and the prices of a model. Out: the groups,
 * in time's order where the first value is a time, else by cost and then by tokens, and the sum of all.
 */
export function groupUsage(
  cells: readonly UsageCell[],
  by: readonly Grouping[],
  pricesOf: (reference: string) => UsagePrices,
): { readonly groups: readonly UsageGroup[]; readonly total: UsageSum } {
  const groups = new Map<string, UsageGroup>();
  let total = emptySum;
  for (const cell of cells) {
    const sum = priceCell(cell, pricesOf);
    const key = by.map((one) => readKey[one](cell));
    const text = JSON.stringify(key);
    groups.set(text, { key, ...addSums(groups.get(text) ?? emptySum, sum) });
    total = addSums(total, sum);
  }
  const dated = by[0] === "day" || by[0] === "week" || by[0] === "month";
  const inTime = (left: UsageGroup, right: UsageGroup) =>
    dated && left.key[0] !== right.key[0] ? ((left.key[0] ?? "") < (right.key[0] ?? "") ? -1 : 1) : 0;
  const bySize = (left: UsageGroup, right: UsageGroup) =>
    right.cost.usd[1] - left.cost.usd[1] || totalTokens(right.use) - totalTokens(left.use);
  return { groups: [...groups.values()].sort((a, b) => inTime(a, b) || bySize(a, b)), total };
}
