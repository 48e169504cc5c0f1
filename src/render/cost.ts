import {
  type CostComparison,
  overallSaving,
  type ProviderCost,
  type Range,
  type TokenUse,
  totalTokens,
} from "../core/models/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { bar, formatPercent, formatRange, formatTokens, formatUsd } from "./format.ts";
import { symbols } from "./problem.ts";
import { layTable } from "./table.ts";
import { wrap } from "./text.ts";
import { type UsageReading, unreadNotes } from "./usage.ts";

/** What a month of one model costs; `costs` is undefined where no price is known. */
export interface CostRow {
  readonly id: string;
  readonly name: string;
  readonly use: TokenUse;
  readonly costs: CostComparison | undefined;
}

/** The sources of the tokens and of the prices in use. */
export interface CostFrame {
  /** Share of input; undefined where the tokens are OpenClaw's own records. */
  readonly share: number | undefined;
  readonly usage:
    | (Pick<UsageReading, "sessions" | "databases" | "unread" | "unreadFiles"> & {
        readonly others: readonly string[];
      })
    | undefined;
  readonly pricePage: string;
}

interface CostContext {
  readonly t: Messages;
  readonly style: Style;
}

const rounded = ([low, high]: Range): Range => [round(low, 2), round(high, 2)];
const round = (value: number, digits: number) => Number(value.toFixed(digits));

function costJson(cost: ProviderCost): Record<string, unknown> {
  return {
    provider: cost.provider,
    month: rounded(cost.month),
    year: rounded(cost.year),
    source: cost.source ?? null,
  };
}

/** The comparison as data for `--json`; ranges are `[low, high]`, amounts USD, shares 0 to 1. */
export function costToJson(rows: readonly CostRow[], frame: CostFrame): unknown {
  const models = rows.map(({ id, name, use, costs }) => ({
    id,
    name,
    tokens: { total: totalTokens(use), ...use },
    aisa: costs ? costJson(costs.aisa) : null,
    later: costs?.later ? costJson(costs.later) : null,
    elsewhere: (costs?.elsewhere ?? []).map((one) => ({
      ...costJson(one),
      saving: { year: rounded(one.saving.year), share: one.saving.share.map((share) => round(share, 4)) },
    })),
  }));
  const usage = frame.usage ?? null;
  const month = rows.reduce((sum, row) => sum + (row.costs?.aisa.month[0] ?? 0), 0);
  const total = usage === null ? null : { month: round(month, 2), year: round(month * 12, 2) };
  return { inputShare: frame.share ?? null, usage, models, total };
}

function percents([low, high]: Range): string {
  const [from, to] = [formatPercent(low), formatPercent(high)];
  return from === to ? `${from} %` : `${from}-${to} %`;
}

interface Line {
  readonly label: string;
  readonly cost: ProviderCost;
  readonly ours: boolean;
}

function linesOf({ aisa, later, elsewhere }: CostComparison, t: Messages): Line[] {
  const { cost } = t.models;
  return [
    { label: "AIsa", cost: aisa, ours: true },
    ...(later
      ? [{ label: cost.later(later.source ? t.models.date(later.source.date) : ""), cost: later, ours: true }]
      : []),
    ...elsewhere.map((one) => ({ label: t.models.providers[one.provider], cost: one, ours: false })),
  ];
}

function savingLine(costs: CostComparison, t: Messages): string {
  const { cost } = t.models;
  const saving = overallSaving(costs);
  if (saving === undefined) return cost.nothingToCompare;
  const [least, most] = saving.year;
  if (least < 0 && most <= 0) return cost.costsMore(formatRange([-most, -least]));
  return cost.saved(formatRange(saving.year), percents(saving.share));
}

function rowLines(row: CostRow, { t, style }: CostContext, frame: CostFrame): string[] {
  const { cost } = t.models;
  const tokens = formatTokens(totalTokens(row.use));
  const about =
    frame.share === undefined ? cost.used(tokens) : cost.tokensOf(tokens, formatPercent(frame.share));
  const head = `${style.bold(row.name)}  ${style.dim(`${row.id} · ${about}`)}`;
  if (!row.costs) return [head, `  ${style.yellow(symbols.warning)} ${cost.noPrice}`];
  const lines = linesOf(row.costs, t);
  const most = Math.max(...lines.map((line) => line.cost.month[1]));
  const table = layTable<Line>(
    [
      { title: cost.provider, cell: (line) => line.label },
      { title: cost.month, right: true, cell: (line) => formatRange(line.cost.month) },
      { title: cost.year, right: true, cell: (line) => formatRange(line.cost.year), drop: 1 },
    ],
    lines,
    style,
    style.columns - 14,
  );
  const width = Math.max(8, Math.min(40, style.columns - style.measure(table.line(lines[0] as Line)) - 4));
  const bars = (line: Line) => {
    const drawn = bar(most === 0 ? 0 : line.cost.month[1] / most, width);
    return line.ours ? style.green(drawn) : style.cyan(drawn);
  };
  const saving = wrap(`${symbols.cure} ${savingLine(row.costs, t)}`, style.columns - 2, style);
  return [
    head,
    `  ${table.head}`,
    ...lines.map((line) => `  ${table.line(line)}  ${bars(line)}`),
    ...saving.map((line) => `  ${style.bold(line)}`),
  ];
}

function sources(rows: readonly CostRow[], { models }: Messages): string[] {
  const all = rows.flatMap(({ costs }) =>
    costs ? [costs.aisa, ...(costs.later ? [costs.later] : []), ...costs.elsewhere] : [],
  );
  const names = all.map(({ source }) =>
    source ? models.sourceOf(models.sourceName(source.name), models.date(source.date)) : "",
  );
  return [...new Set(names)].filter(Boolean);
}

/** The comparison for people: a table with bars for each model, then what the figures rest on. */
export function costLines(rows: readonly CostRow[], context: CostContext, frame: CostFrame): string[] {
  const { t, style } = context;
  const { cost } = t.models;
  const lines = rows.flatMap((row) => [...rowLines(row, context, frame), ""]);
  const notes: string[] = [];
  if (frame.usage) {
    if (rows.length === 0) notes.push(cost.noUsage);
    else {
      const month = rows.reduce((sum, row) => sum + (row.costs?.aisa.month[0] ?? 0), 0);
      lines.push(style.bold(cost.total(formatUsd(month), formatUsd(month * 12))), "");
      notes.push(cost.fromUsage(frame.usage.sessions, frame.usage.databases));
    }
    notes.push(...unreadNotes(frame.usage, t));
    if (frame.usage.others.length > 0) notes.push(cost.others(frame.usage.others));
  }
  if (rows.length > 0) notes.push(cost.sources(sources(rows, context.t), frame.pricePage));
  return [
    ...lines,
    ...notes.flatMap((note) => wrap(note, style.columns, style).map((line) => style.dim(line))),
  ];
}
