import { totalTokens } from "../core/models/index.ts";
import type { Amount, Grouping, UnreadDatabase, UsageGroup, UsageSum } from "../core/usage/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { bar, formatCount, formatRange, formatTokens, formatUsd } from "./format.ts";
import { symbols } from "./problem.ts";
import { type Column, layTable } from "./table.ts";
import { padEnd, wrap } from "./text.ts";

/** What was read of OpenClaw's records, and what not. */
export interface UsageReading {
  readonly sessions: number;
  readonly databases: number;
  readonly unread: readonly UnreadDatabase[];
  readonly unreadFiles: number;
  readonly broken: number;
  readonly fromGateway: boolean;
}

/** What the table rests on. */
export interface UsageFrame {
  readonly by: readonly Grouping[];
  /** First and last day, `2026-11-28`. */
  readonly since: string;
  readonly until: string;
  readonly reading: UsageReading;
  readonly total: UsageSum;
}

interface UsageContext {
  readonly t: Messages;
  readonly style: Style;
}

const round = (value: number) => Number(value.toFixed(6));

function amountJson(amount: Amount): unknown {
  return amount.tokens === 0
    ? null
    : { low: round(amount.usd[0]), high: round(amount.usd[1]), tokens: amount.tokens };
}

function sumJson(sum: UsageSum): Record<string, unknown> {
  return {
    tokens: { total: totalTokens(sum.use), ...sum.use },
    answers: sum.answers,
    answersWithoutTokens: sum.uncounted,
    cost: amountJson(sum.cost),
    vendor: amountJson(sum.vendor),
    openrouter: amountJson(sum.openrouter),
    recorded: round(sum.recordedUsd),
  };
}

/** The groups as data for `--json`: USD, and of how many tokens each sum is the price. */
export function usageToJson(
  groups: readonly UsageGroup[],
  { by, since, until, reading, total }: UsageFrame,
): unknown {
  const rows = groups.map((group) => ({
    ...Object.fromEntries(by.map((one, index) => [one, group.key[index] || null])),
    ...sumJson(group),
  }));
  return { since, until, by, groups: rows, total: sumJson(total), read: reading };
}

/** A field of CSV; one that a spreadsheet would take for a formula is marked as text. */
function field(value: string | number): string {
  const text = typeof value === "number" ? String(value) : value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The groups as CSV (RFC 4180): a head, then a line for each; amounts in USD, empty where no price is known. */
export function usageCsv(groups: readonly UsageGroup[], { by }: UsageFrame): string[] {
  const sums = ["cost", "vendor_low", "vendor_high", "openrouter_low", "openrouter_high"];
  const head = [...by, "answers", "input", "output", "cache_read", "cache_write", ...sums, "recorded"];
  const ends = ({ usd, tokens }: Amount) => (tokens === 0 ? ["", ""] : usd.map(round));
  const rows = groups.map((group) => {
    const { input, output, cacheRead, cacheWrite } = group.use;
    const tokens = [group.answers, input, output, cacheRead, cacheWrite];
    const [cost = ""] = ends(group.cost);
    const beside = [...ends(group.vendor), ...ends(group.openrouter)];
    return [...group.key, ...tokens, cost, ...beside, round(group.recordedUsd)].map(field).join(",");
  });
  return [head.join(","), ...rows];
}

/** `$2.04`, `$3.10-4.20`; `≥` where some of the tokens have no price there, a dash where none has. */
function money(amount: Amount, sum: UsageSum): string {
  if (amount.tokens === 0) return "-";
  return `${amount.tokens < totalTokens(sum.use) ? "≥" : ""}${formatRange(amount.usd)}`;
}

/** A column for each value that is grouped by; the last line names the sum. */
function keyColumns(by: readonly Grouping[], { t, style }: UsageContext): Column<UsageGroup>[] {
  const unknown = (one: Grouping) => (one === "agent" ? t.usage.anyAgent : t.usage.anyModel);
  const cell = (row: UsageGroup, index: number) =>
    row.key.length === 0 ? (index === 0 ? t.usage.total : "") : row.key[index] || unknown(by[index] ?? "day");
  return by.map((one, index) => ({
    title: t.usage.by[one],
    cell: (row) => cell(row, index),
    least: Math.min(12, style.columns - 20),
  }));
}

function tableLines(groups: readonly UsageGroup[], { t, style }: UsageContext, frame: UsageFrame): string[] {
  const { usage } = t;
  const rows = [...groups, ...(groups.length > 1 ? [{ key: [], ...frame.total }] : [])];
  const isTotal = (row: UsageGroup) => row.key.length === 0;
  const table = layTable<UsageGroup>(
    [
      ...keyColumns(frame.by, { t, style }),
      {
        title: usage.answers,
        right: true,
        cell: (row) => (row.answers > 0 ? formatCount(row.answers) : ""),
        drop: 4,
      },
      { title: usage.tokens, right: true, cell: (row) => formatTokens(totalTokens(row.use)), drop: 3 },
      { title: usage.cost, right: true, cell: (row) => money(row.cost, row) },
      { title: usage.vendor, right: true, cell: (row) => money(row.vendor, row), drop: 1 },
      { title: "OpenRouter", right: true, cell: (row) => money(row.openrouter, row), drop: 2 },
    ],
    rows,
    style,
    style.columns - 8,
  );
  const bySize = frame.total.cost.tokens === 0;
  const sizeOf = (row: UsageGroup) => (bySize ? totalTokens(row.use) : row.cost.usd[1]);
  const most = Math.max(...groups.map(sizeOf));
  const used = Math.max(...rows.map((row) => style.measure(table.line(row))), style.measure(table.head));
  const width = Math.min(40, style.columns - used - 2);
  return [
    table.head,
    ...rows.map((row) => {
      const line = table.line(row);
      if (isTotal(row)) return style.bold(line);
      const drawn = bar(most === 0 ? 0 : sizeOf(row) / most, width);
      return width < 4 || drawn === "" ? line : `${padEnd(line, used + 2, style)}${style.green(drawn)}`;
    }),
  ];
}

/** What the same tokens cost elsewhere, where that is known of some. */
function comparison({ total }: UsageFrame, t: Messages): string[] {
  const parts = [
    { name: t.usage.atVendor, theirs: total.vendor, ours: total.besideVendor },
    { name: "OpenRouter", theirs: total.openrouter, ours: total.besideOpenrouter },
  ].filter(({ theirs, ours }) => theirs.tokens > 0 && ours > 0);
  return parts.map(({ name, theirs, ours }) =>
    t.usage.beside(formatUsd(ours), formatRange(theirs.usd), name, formatTokens(theirs.tokens)),
  );
}

/** What could not be read, in words. */
export function unreadNotes(
  { unread, unreadFiles }: Pick<UsageReading, "unread" | "unreadFiles">,
  { usage }: Messages,
): string[] {
  return [
    ...(unreadFiles > 0 ? [usage.unreadFiles(unreadFiles)] : []),
    ...unread.map((why) => usage.unread[why]),
  ];
}

function notes({ reading, total, since, until }: UsageFrame, t: Messages): string[] {
  const { usage } = t;
  const all = totalTokens(total.use);
  const unpriced = all - total.cost.tokens;
  const isPartial = [total.cost, total.vendor, total.openrouter].some(
    ({ tokens }) => tokens > 0 && tokens < all,
  );
  return [
    reading.fromGateway
      ? usage.fromGateway(since, until)
      : usage.read(reading.sessions, reading.databases, since, until),
    ...(isPartial ? [usage.partial] : []),
    ...(total.uncounted > 0 ? [usage.uncounted(total.uncounted)] : []),
    ...(unpriced > 0 ? [usage.unpriced(formatTokens(unpriced))] : []),
    ...(reading.broken > 0 ? [usage.broken(reading.broken)] : []),
    ...(reading.fromGateway ? [] : unreadNotes(reading, t)),
    ...(reading.fromGateway ? [] : [usage.asConfigured]),
    usage.notRecorded,
  ];
}

/** The groups for people: a table with bars, what the same tokens cost elsewhere, and what the figures rest on. */
export function usageLines(
  groups: readonly UsageGroup[],
  context: UsageContext,
  frame: UsageFrame,
): string[] {
  const { t, style } = context;
  const small = (text: string) => wrap(text, style.columns, style).map((line) => style.dim(line));
  const about = notes(frame, t).flatMap(small);
  if (groups.length === 0) return [...wrap(t.usage.nothing(frame.since), style.columns, style), ...about];
  const beside = comparison(frame, t).flatMap((text) =>
    wrap(`${symbols.cure} ${text}`, style.columns, style),
  );
  return [
    ...tableLines(groups, context, frame),
    "",
    ...beside.map((line) => style.bold(line)),
    ...(beside.length > 0 ? [""] : []),
    ...about,
  ];
}
