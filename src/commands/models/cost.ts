import {
  type CatalogModel,
  chatModelIds,
  compareCosts,
  configuredPrice,
  findModel,
  type Price,
  parseShare,
  parseTokens,
  type Source,
  splitTokens,
  type TokenUse,
  totalTokens,
  usualInputShare,
} from "../../core/models/index.ts";
import { fail } from "../../core/problem/index.ts";
import { configuredIds, providerId } from "../../core/provider/index.ts";
import { addTokens, noTokens } from "../../core/usage/index.ts";
import type { CachedModels, Context, Report } from "../../ports.ts";
import { type CostRow, costLines, costToJson } from "../../render/cost.ts";
import { mayAsk } from "../ask.ts";
import { type Look, look } from "../look.ts";
import { readUsage, type UsageReading } from "../usage/read.ts";
import { sinceDays } from "../usage/since.ts";
import { lookLive, understandModel } from "./known.ts";

/** The arguments of `models cost`. */
export interface CostOptions {
  /** Tokens a month, as typed. */
  readonly tokens?: string;
  readonly inputShare?: string;
  /** Models as typed; without it all that are configured. */
  readonly model?: readonly string[];
  readonly fromUsage?: boolean;
  readonly offline?: boolean;
}

/** Tokens per model. */
interface Asked {
  readonly id: string;
  readonly use: TokenUse;
}

/** What is asked about, and the source of the tokens. */
interface Question {
  readonly asked: readonly Asked[];
  readonly share: number | undefined;
  readonly usage: UsageReading | undefined;
}

/** Throws Failure `usage`, which names the flag. */
function readShare(context: Context, text: string | undefined): number {
  if (text === undefined) return usualInputShare;
  const share = parseShare(text);
  if (share !== undefined) return share;
  const detail = context.t.models.cost.badShare("--input-share", text);
  throw fail("usage", { variant: "text", text: detail });
}

/** The tokens of a month: as given, else asked for. Throws Failure `usage` or `missing-input`, which name the flag. */
async function readTokens(context: Context, text: string | undefined): Promise<number> {
  const { cost } = context.t.models;
  if (text !== undefined) {
    const tokens = parseTokens(text);
    if (tokens !== undefined) return tokens;
    throw fail("usage", { variant: "text", text: cost.badTokens("--tokens", text) });
  }
  if (!mayAsk(context)) throw fail("missing-input", { flag: "--tokens", what: cost.tokens });
  const prompter = await context.prompter();
  for (;;) {
    const answer = await prompter.input({ message: cost.askTokens, initial: "500M" });
    const tokens = parseTokens(answer);
    if (tokens !== undefined) return tokens;
    (await context.progress()).note([cost.badTokens(cost.tokens, answer)]);
  }
}

/** The models to compare: those named, else those configured, else the default ones. */
async function chooseIds(context: Context, found: Look, options: CostOptions): Promise<string[]> {
  if (options.model !== undefined && options.model.length > 0) {
    const ids: string[] = [];
    for (const text of options.model)
      ids.push((await understandModel(context, text, found, { offline: options.offline ?? false })).id);
    return [...new Set(ids)];
  }
  const catalog = await context.catalog();
  const configured = chatModelIds(catalog, configuredIds(found.config));
  return configured.length > 0 ? [...new Set(configured)] : [...catalog.defaults];
}

/** The tokens of each model, all days and agents together. */
function byModel({ cells }: UsageReading): ReadonlyMap<string, Required<TokenUse>> {
  const sums = new Map<string, Required<TokenUse>>();
  for (const { reference, use } of cells)
    sums.set(reference, addTokens(sums.get(reference) ?? noTokens, use));
  return sums;
}

async function askedFromUsage(context: Context, found: Look, options: CostOptions): Promise<Question> {
  const usage = await readUsage(context, found, { since: sinceDays(context, 30), askOpenClaw: false });
  const wanted = options.model === undefined ? undefined : await chooseIds(context, found, options);
  const asked = [...byModel(usage)]
    .filter(([reference]) => reference.startsWith(`${providerId}/`))
    .map(([reference, use]) => ({ id: reference.slice(providerId.length + 1), use }))
    .filter(({ id, use }) => totalTokens(use) > 0 && (wanted?.includes(id) ?? true))
    .sort((a, b) => totalTokens(b.use) - totalTokens(a.use));
  return { asked, share: undefined, usage };
}

async function askedFromFlags(context: Context, found: Look, options: CostOptions): Promise<Question> {
  const share = readShare(context, options.inputShare);
  const use = splitTokens(await readTokens(context, options.tokens), share);
  const ids = await chooseIds(context, found, options);
  return { asked: ids.map((id) => ({ id, use })), share, usage: undefined };
}

/** AIsa's price: the gateway's, otherwise the catalog's, otherwise the config's. */
function priceOf(
  id: string,
  model: CatalogModel | undefined,
  live: CachedModels | undefined,
  config: unknown,
): { price: Price; source: Source | undefined } | undefined {
  const stated = live?.models.find((one) => one.id === id)?.price;
  if (stated) return { price: stated, source: undefined };
  if (model?.price) return { price: model.price, source: model.source };
  const { later } = model ?? {};
  if (later?.price) return { price: later.price, source: later.source };
  const price = configuredPrice(config, id);
  return price && { price, source: undefined };
}

/** Compares what a month costs on AIsa and on other providers. */
export async function run(context: Context, options: CostOptions): Promise<Report> {
  const found = await look(context);
  const catalog = await context.catalog();
  const question = options.fromUsage
    ? await askedFromUsage(context, found, options)
    : await askedFromFlags(context, found, options);
  const live = (await lookLive(context, found, { offline: true })).list;
  const rows = question.asked.map(({ id, use }): CostRow => {
    const model = findModel(catalog, id);
    const ours = priceOf(id, model, live, found.config);
    return { id, name: model?.name ?? id, use, costs: ours && compareCosts(ours, model, use) };
  });
  const { usage, share } = question;
  const others = usage ? [...byModel(usage).keys()].filter((one) => !one.startsWith(`${providerId}/`)) : [];
  const frame = {
    share,
    usage: usage && {
      sessions: usage.sessions,
      databases: usage.databases,
      unread: usage.unread,
      unreadFiles: usage.unreadFiles,
      others,
    },
    pricePage: catalog.provider.pricePage,
  };
  const nothing = rows.length > 0 && rows.every((row) => row.costs === undefined);
  return {
    changed: false,
    data: costToJson(rows, frame),
    problems: [],
    lines: costLines(rows, context, frame),
    outcome: nothing ? "failed" : undefined,
  };
}
