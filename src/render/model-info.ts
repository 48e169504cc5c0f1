import { formatPath } from "../core/json/index.ts";
import type { BesidePrice, Bilingual, ModelInfo, Source, StatedFigures } from "../core/models/index.ts";
import type { Problem } from "../core/problem/index.ts";
import type { Locale, Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { formatCount, formatPercent, formatPrice } from "./format.ts";
import { rowToJson } from "./models.ts";
import { symbols } from "./problem.ts";
import { type Column, layTable } from "./table.ts";
import { padEnd, wrap } from "./text.ts";

/** What is needed besides the model's own facts. */
export interface InfoFrame {
  readonly regions: Readonly<Record<string, Bilingual>>;
  readonly pricePage: string;
  readonly host: string;
  /** Age of the gateway's list; undefined where there is none. */
  readonly ageMs: number | undefined;
  /** Why the gateway could not be asked. */
  readonly problem: Problem | undefined;
  /** What was typed, where that is not the id itself. */
  readonly resolvedFrom: string | undefined;
}

interface InfoContext {
  readonly t: Messages;
  readonly locale: Locale;
  readonly style: Style;
}

/** Everything as data for `--json`; what is not known is null. */
export function infoToJson(info: ModelInfo, frame: InfoFrame): unknown {
  const { model } = info;
  return {
    ...rowToJson(info.row),
    inCatalog: model !== undefined,
    use: model?.use ?? null,
    figures: info.figures,
    elsewhere: info.beside,
    latency: model?.latency ?? null,
    regions: (model?.regions ?? []).map((id) => ({ id, name: frame.regions[id] ?? null })),
    zeroDataRetention: model?.zeroDataRetention ?? null,
    onlyTemperature: model?.onlyTemperature ?? null,
    temperatures: info.temperatures.map((one) => ({ ...one, path: formatPath(one.path) })),
    aliases: info.aliases,
    doNotWork: info.retired,
    sources: sourcesOf(info),
  };
}

function sourcesOf({ model, beside }: ModelInfo): Source[] {
  const all = [
    model?.source,
    model?.later?.source,
    model?.latency?.source,
    model?.zeroDataRetention?.source,
    ...beside.map((one) => one.source),
  ].filter((source) => source !== undefined);
  return [...new Map(all.map((source) => [`${source.date} ${source.name}`, source])).values()];
}

const yesNo = (value: boolean | undefined, t: Messages) =>
  value === undefined ? "" : value ? t.models.info.yes : t.models.info.no;
const count = (value: number | undefined) => (value === undefined ? "" : formatCount(value));
const price = (value: number | undefined) => (value === undefined ? "" : `$${formatPrice(value)}`);

interface FigureRow {
  readonly label: string;
  readonly value: (figures: StatedFigures) => string;
}

function figureRows(t: Messages): FigureRow[] {
  const { info } = t.models;
  return [
    { label: info.context, value: (one) => count(one.contextWindow) },
    { label: info.output, value: (one) => count(one.maxTokens) },
    { label: info.priceIn, value: (one) => price(one.price?.input) },
    { label: info.priceOut, value: (one) => price(one.price?.output) },
    { label: info.cacheRead, value: (one) => (one.price?.cacheRead ? price(one.price.cacheRead) : "") },
    {
      label: info.inputs,
      value: (one) => (one.input ?? []).map((kind) => info.kinds[kind] ?? kind).join(info.and),
    },
    { label: info.reasoning, value: (one) => yesNo(one.reasoning, t) },
  ];
}

/** The figures side by side: as we write them, as later pages have them, as gateway and config state them. */
function figureLines(info: ModelInfo, { t, style }: InfoContext): string[] {
  const rows = figureRows(t).filter((row) => info.figures.some((one) => row.value(one) !== ""));
  const columns: Column<FigureRow>[] = [
    { title: t.models.info.figures, cell: (row) => row.label },
    ...info.figures.map((one) => ({
      title: [t.models.info.from[one.from], one.date && t.models.date(one.date)].filter(Boolean).join(" "),
      right: true,
      cell: (row: FigureRow) => row.value(one),
      least: 6,
    })),
  ];
  const table = layTable(columns, rows, style, style.columns - 2);
  return [`  ${table.head}`, ...rows.map((row) => `  ${table.line(row)}`)];
}

const span = ([low, high]: readonly [number, number], format: (value: number) => string) =>
  low === high ? format(low) : `${format(low)}-${format(high)}`;

function besideLines(info: ModelInfo, { t, style }: InfoContext): string[] {
  if (info.beside.length === 0) return [];
  const words = t.models.info;
  const columns: Column<BesidePrice>[] = [
    { title: words.beside, cell: (one) => t.models.providers[one.provider] },
    { title: words.priceIn, right: true, cell: (one) => `$${span(one.input, formatPrice)}` },
    { title: words.priceOut, right: true, cell: (one) => `$${span(one.output, formatPrice)}` },
    {
      title: words.saves,
      right: true,
      cell: (one) => (one.saving ? `${span(one.saving, formatPercent)} %` : ""),
      paint: (text) => style.green(text),
    },
    { title: words.date, cell: (one) => t.models.date(one.source.date), drop: 1 },
  ];
  const table = layTable(columns, info.beside, style, style.columns - 2);
  return ["", `  ${table.head}`, ...info.beside.map((one) => `  ${table.line(one)}`)];
}

function temperatureFact(info: ModelInfo, t: Messages): string {
  const only = info.model?.onlyTemperature;
  if (only === undefined) return "";
  const wrong = info.temperatures.filter((one) => one.value !== only);
  const said = wrong.map((one) => t.models.info.temperatureReaches(formatPath(one.path), one.value));
  return [t.models.info.onlyTemperature(only), ...said].join(" ");
}

function stateFact({ row }: ModelInfo, t: Messages, frame: InfoFrame): string {
  const { list, info } = t.models;
  const part = row.primary ? list.primary : row.fallback === undefined ? "" : list.fallback(row.fallback);
  const configured = row.configured ? list.configured : info.notConfigured;
  const when = frame.ageMs === undefined ? "" : t.models.ago(frame.ageMs);
  const live =
    row.state === "live"
      ? info.listed(frame.host, when)
      : row.state === "stale"
        ? info.notListed(frame.host, when)
        : list.notAsked(frame.host);
  return [configured, part, live].filter(Boolean).join(" · ");
}

/** Label and text of each fact; those without a text are left out. */
function facts(info: ModelInfo, { t, locale }: InfoContext, frame: InfoFrame): [string, string][] {
  const { info: words } = t.models;
  const { model } = info;
  const { latency, zeroDataRetention: terms } = model ?? {};
  const regions = (model?.regions ?? []).map((id) => frame.regions[id]?.[locale] ?? id);
  const all: [string, string][] = [
    [words.state, stateFact(info, t, frame)],
    [words.temperature, temperatureFact(info, t)],
    [
      words.latency,
      latency ? words.averageLatency(formatCount(latency.ms), t.models.date(latency.source.date)) : "",
    ],
    [words.regions, regions.join(words.and)],
    [
      words.retention,
      terms
        ? [...terms.terms.map((term) => term[locale]), words.since(t.models.date(terms.source.date))].join(
            "\n",
          )
        : "",
    ],
    [words.aliases, info.aliases.join(", ")],
    [words.doNotWork, info.retired.join(", ")],
  ];
  return all.filter(([, text]) => text !== "");
}

function factLines(list: readonly [string, string][], style: Style): string[] {
  const width = Math.max(...list.map(([label]) => style.measure(label))) + 2;
  return list.flatMap(([label, text]) =>
    wrap(text, style.columns - width - 2, style).map(
      (line, index) => `  ${style.dim(padEnd(index === 0 ? label : "", width, style))}${line}`,
    ),
  );
}

/** Renders everything for people: its use, the figures side by side, other sources' prices, rules and names. */
export function infoLines(info: ModelInfo, context: InfoContext, frame: InfoFrame): string[] {
  const { t, style, locale } = context;
  const { row, model } = info;
  const words = t.models.info;
  const about = model ? (model.use?.[locale] ?? "") : words.unknown;
  const sources = sourcesOf(info).map((one) =>
    words.source(t.models.date(one.date), t.models.sourceName(one.name), one.url),
  );
  return [
    ...(frame.resolvedFrom === undefined ? [] : [`  ${t.onboard.resolved(frame.resolvedFrom, row.id)}`]),
    `${style.bold(row.name)}  ${style.dim([row.id, row.family].join(" · "))}`,
    ...(about === "" ? [] : wrap(about, style.columns - 2, style).map((line) => `  ${line}`)),
    "",
    ...figureLines(info, context),
    ...besideLines(info, context),
    "",
    ...factLines(facts(info, context, frame), style),
    ...(frame.problem ? ["", `  ${style.yellow(symbols.warning)} ${t.problems(frame.problem).title}`] : []),
    "",
    ...[...sources, words.pricesAt(frame.pricePage)].flatMap((text) =>
      wrap(text, style.columns - 2, style).map((line) => style.dim(`  ${line}`)),
    ),
    ...(row.configured
      ? []
      : ["", `  ${symbols.cure} ${style.cyan(t.here(`openclaw-aisa models add ${row.id}`))}`]),
  ];
}
