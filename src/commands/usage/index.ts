import { configuredPrice, findModel } from "../../core/models/index.ts";
import { fail } from "../../core/problem/index.ts";
import { providerId } from "../../core/provider/index.ts";
import {
  dayOf,
  type Grouping,
  groupings,
  groupUsage,
  parseSince,
  type UsagePrices,
} from "../../core/usage/index.ts";
import type { Context, Report } from "../../ports.ts";
import { type UsageFrame, usageCsv, usageLines, usageToJson } from "../../render/usage.ts";
import { type Look, look } from "../look.ts";
import { lookLive } from "../models/known.ts";
import { readUsage } from "./read.ts";
import { sinceDays } from "./since.ts";

/** The arguments of `usage`. */
export interface UsageOptions {
  /** Since when, as typed. */
  readonly since?: string;
  /** What to group by, in order. */
  readonly by?: readonly string[];
  readonly csv?: boolean;
}

/** Throws Failure `usage`, which names the flag. */
function readSince(context: Context, text: string | undefined): number {
  if (text === undefined) return sinceDays(context, 30);
  const since = parseSince(text, context.now());
  if (since !== undefined) return since;
  throw fail("usage", { variant: "text", text: context.t.usage.badSince("--since", text) });
}

const isGrouping = (text: string): text is Grouping => (groupings as readonly string[]).includes(text);

/** Throws Failure `usage`, which names the flag. */
function readGroupings(context: Context, by: readonly string[] | undefined): readonly Grouping[] {
  const asked = [...new Set(by ?? ["day"])];
  if (asked.length > 0 && asked.every(isGrouping)) return asked;
  const text = context.t.usage.badBy("--by", asked.find((one) => !isGrouping(one)) ?? "", groupings);
  throw fail("usage", { variant: "text", text });
}

/** The prices of a model: as configured, else as the gateway listed them last, else the catalog's; only AIsa's are compared. */
async function findPrices(context: Context, found: Look): Promise<(reference: string) => UsagePrices> {
  const catalog = await context.catalog();
  const live = (await lookLive(context, found, { offline: true })).list;
  return (reference) => {
    const slash = reference.indexOf("/");
    const [provider, id] = [reference.slice(0, slash), reference.slice(slash + 1)];
    if (provider !== providerId)
      return { configured: configuredPrice(found.config, id, provider), elsewhere: [] };
    const model = findModel(catalog, id);
    const stated = live?.models.find((one) => one.id === id)?.price;
    const configured = configuredPrice(found.config, id) ?? stated ?? model?.later?.price ?? model?.price;
    return { configured, elsewhere: model?.elsewhere ?? [] };
  };
}

/** Shows what OpenClaw's records say was used, grouped and priced. */
export async function run(context: Context, options: UsageOptions): Promise<Report> {
  if (options.csv && context.options.json)
    throw fail("usage", { variant: "text", text: context.t.usage.oneFormat("--csv", "--json") });
  const since = readSince(context, options.since);
  const by = readGroupings(context, options.by);
  const found = await look(context);
  const { cells, ...reading } = await readUsage(context, found, { since, askOpenClaw: true });
  const pricesOf = await findPrices(context, found);
  const { groups, total } = groupUsage(cells, by, pricesOf);
  const frame: UsageFrame = {
    by,
    since: dayOf(since),
    until: dayOf(context.now().getTime()),
    reading,
    total,
  };
  return {
    changed: false,
    data: usageToJson(groups, frame),
    problems: [],
    lines: options.csv ? usageCsv(groups, frame) : usageLines(groups, context, frame),
  };
}
