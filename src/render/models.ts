import type { ModelRow } from "../core/models/index.ts";
import type { Problem } from "../core/problem/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { formatPrice, formatTokens } from "./format.ts";
import { symbols } from "./problem.ts";
import { type Column, layTable } from "./table.ts";
import { wrap } from "./text.ts";

/** Where and how a list is shown. */
export interface ListContext {
  readonly t: Messages;
  readonly style: Style;
}

/** What a list shows besides its rows. */
export interface ListFrame {
  readonly all: boolean;
  /** Families together, each under its name. */
  readonly grouped: boolean;
  readonly filtered: boolean;
  /** Rows before filtering. */
  readonly total: number;
  readonly host: string;
  /** How many models the gateway lists; undefined where that is not known. */
  readonly listed: number | undefined;
  readonly ageMs: number | undefined;
  readonly problems: readonly Problem[];
  readonly pricePage: string;
}

/** A row as data for `--json`; what is not known is null. */
export function rowToJson(row: ModelRow): Record<string, unknown> {
  const { price, contextWindow, maxTokens, kind, fallback, ...rest } = row;
  return {
    ...rest,
    kind: kind ?? null,
    price: price === undefined ? null : { input: price.input, output: price.output },
    contextWindow: contextWindow ?? null,
    maxTokens: maxTokens ?? null,
    fallback: fallback ?? null,
  };
}

const unknown = "-";

/** What a person must know of a row, in few words: its part in the config, and whether the gateway has it. */
function stateText(row: ModelRow, all: boolean, t: Messages): string {
  const { list } = t.models;
  const part = row.primary
    ? list.primary
    : row.fallback !== undefined
      ? list.fallback(row.fallback)
      : all && row.configured
        ? list.configured
        : undefined;
  const state = row.state === "stale" ? list.stale : row.state === "unchecked" ? list.unchecked : list.live;
  const says = !all || (row.configured && row.state === "stale");
  return [part, says ? state : undefined].filter(Boolean).join(" · ");
}

function sign(row: ModelRow, all: boolean): string {
  if (row.state === "stale") return symbols.error;
  if (all && !row.configured) return " ";
  return row.state === "live" ? symbols.ok : "?";
}

function columns({ t, style }: ListContext, all: boolean): Column<ModelRow>[] {
  const { list } = t.models;
  const stale = (text: string, row: ModelRow) => (row.state === "stale" ? style.red(text) : text);
  const painted = (text: string, row: ModelRow) => {
    const [first, rest] = [text.slice(0, 1), text.slice(1)];
    const mark = row.state === "stale" ? style.red(first) : row.state === "live" ? style.green(first) : first;
    return mark + (row.primary ? style.bold(rest) : stale(rest, row));
  };
  const price = (usd: number | undefined) => (usd === undefined ? unknown : formatPrice(usd));
  return [
    { title: `  ${list.model}`, cell: (row) => `${sign(row, all)} ${row.id}`, least: 22, paint: painted },
    {
      title: list.context,
      right: true,
      drop: 1,
      cell: (row) => (row.contextWindow === undefined ? unknown : formatTokens(row.contextWindow)),
    },
    {
      title: list.output,
      right: true,
      drop: 2,
      cell: (row) => (row.maxTokens === undefined ? unknown : formatTokens(row.maxTokens)),
    },
    { title: list.priceIn, right: true, cell: (row) => price(row.price?.input) },
    { title: list.priceOut, right: true, cell: (row) => price(row.price?.output) },
    {
      title: list.state,
      cell: (row) => stateText(row, all, t),
      least: 8,
      paint: (text, row) => (row.primary ? style.bold(text) : stale(text, row)),
    },
  ];
}

function bodyLines(rows: readonly ModelRow[], context: ListContext, frame: ListFrame): string[] {
  const table = layTable(columns(context, frame.all), rows, context.style);
  const lines = [table.head];
  let family: string | undefined;
  for (const row of rows) {
    if (frame.grouped && row.family !== family) lines.push(context.style.bold(row.family));
    family = row.family;
    lines.push(table.line(row));
  }
  return lines;
}

function noteLines(rows: readonly ModelRow[], { t, style }: ListContext, frame: ListFrame): string[] {
  const { list } = t.models;
  const count = frame.filtered
    ? list.countOf(rows.length, frame.total)
    : frame.all
      ? list.count(rows.length)
      : list.countConfigured(rows.length);
  const gateway =
    frame.listed === undefined
      ? list.notAsked(frame.host)
      : list.asked(frame.host, frame.listed, t.models.ago(frame.ageMs ?? 0));
  const notes = [`${count} · ${gateway}`, list.prices(frame.pricePage)];
  return notes.flatMap((note) => wrap(note, style.columns, style).map(style.dim));
}

function warningLines(rows: readonly ModelRow[], { t, style }: ListContext, frame: ListFrame): string[] {
  const warnings = frame.problems.map((problem) => t.problems(problem).title);
  const stale = rows.filter((row) => row.configured && row.state === "stale").length;
  if (stale > 0 && frame.listed !== 0) warnings.push(t.models.list.staleHint(stale));
  return warnings.flatMap((warning) =>
    wrap(warning, style.columns - 2, style).map((line, index) =>
      index === 0 ? `${style.yellow(symbols.warning)} ${line}` : `  ${line}`,
    ),
  );
}

/** The list for people: a table that fits the width, and below it how old the gateway's list is. */
export function modelListLines(rows: readonly ModelRow[], context: ListContext, frame: ListFrame): string[] {
  const { list } = context.t.models;
  const body =
    rows.length > 0
      ? bodyLines(rows, context, frame)
      : [frame.total > 0 ? list.noMatch(frame.all) : frame.all ? list.nothing : list.noneConfigured];
  return [...body, "", ...warningLines(rows, context, frame), ...noteLines(rows, context, frame)];
}
