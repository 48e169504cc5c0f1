import {
  allRows,
  configuredRows,
  filterRows,
  type ModelRow,
  type RowFilter,
  type SortKey,
  sortRows,
} from "../../core/models/index.ts";
import { fail } from "../../core/problem/index.ts";
import type { Context, Report } from "../../ports.ts";
import { modelListLines, rowToJson } from "../../render/models.ts";
import { look } from "../look.ts";
import { type LiveOptions, liveProblems, lookLive } from "./known.ts";

/** The arguments of `models list`. */
export interface ListOptions extends LiveOptions {
  readonly all?: boolean;
  readonly search?: string;
  readonly family?: string;
  readonly vision?: boolean;
  readonly reasoning?: boolean;
  /** USD per 1M tokens, as typed. */
  readonly maxPrice?: string;
  readonly sort?: SortKey;
}

/** Throws Failure `usage`, which names the flag, for a limit that is no price. */
function readFilter(context: Context, options: ListOptions): RowFilter {
  const { search, family, vision, reasoning } = options;
  const filter = { search, family, vision, reasoning };
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  if (options.maxPrice === undefined) return given;
  const text = options.maxPrice.trim().replace(/^\$/, "");
  const maxPrice = Number(text);
  if (text === "" || !Number.isFinite(maxPrice) || maxPrice < 0) {
    const detail = context.t.models.list.badPrice("--max-price", options.maxPrice);
    throw fail("usage", { variant: "text", text: detail });
  }
  return { ...given, maxPrice };
}

/** Lists the models that are configured, or with `--all` every model of the gateway. */
export async function run(context: Context, options: ListOptions): Promise<Report> {
  const filter = readFilter(context, options);
  const [found, catalog] = [await look(context), await context.catalog()];
  const live = await lookLive(context, found, options);
  const sources = { config: found.config, catalog, live: live.list?.models };
  const everything: readonly ModelRow[] = options.all ? allRows(sources) : configuredRows(sources);
  const matching = filterRows(everything, filter, catalog);
  const rows = options.sort === undefined ? matching : sortRows(matching, options.sort);
  const problems = liveProblems(live);
  const now = context.now().getTime();
  const ageMs = live.list === undefined ? undefined : Math.max(0, now - live.list.at);
  return {
    changed: false,
    data: {
      models: rows.map(rowToJson),
      total: everything.length,
      gateway: {
        baseUrl: live.baseUrl,
        models: live.list?.models.length ?? null,
        askedAt: live.list === undefined ? null : new Date(live.list.at).toISOString(),
        ageSeconds: ageMs === undefined ? null : Math.round(ageMs / 1000),
      },
    },
    problems,
    lines: modelListLines(rows, context, {
      all: options.all ?? false,
      grouped: (options.all ?? false) && options.sort === undefined,
      filtered: rows.length < everything.length,
      total: everything.length,
      host: new URL(live.baseUrl).host,
      listed: live.list?.models.length,
      ageMs,
      problems,
      pricePage: catalog.provider.pricePage,
    }),
  };
}
