import type { ModelTest, Speed } from "../core/gateway/index.ts";
import { type Catalog, type CatalogModel, findModel, type Pair } from "../core/models/index.ts";
import { aboutModel } from "../core/problem/index.ts";
import type { Locale, Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { bar, formatCount, formatUsd } from "./format.ts";
import { problemToJson, symbols } from "./problem.ts";
import { type Column, layTable } from "./table.ts";
import { marked, padEnd, wrap } from "./text.ts";

interface TestContext {
  readonly t: Messages;
  readonly locale: Locale;
  readonly style: Style;
}

/** What a test reports besides the measurements. */
export interface TestFrame {
  readonly runs: number;
  /** USD that it may cost at most. */
  readonly bound: number;
  /** Models without a known price. */
  readonly guessed: readonly string[];
  /** USD per 1M tokens, by id. */
  readonly prices: ReadonlyMap<string, Pair>;
  readonly host: string;
  /** Ids that the gateway lists; undefined where it lists none. */
  readonly listed: readonly string[] | undefined;
  readonly catalog: Catalog;
}

const round = (value: number | undefined, digits = 0) =>
  value === undefined ? null : Number(value.toFixed(digits));

/** USD that the test came to, by the tokens that the gateway counted. */
function spent(tests: readonly ModelTest[], frame: TestFrame): number {
  return tests.reduce((sum, { id, inputTokens, outputTokens }) => {
    const price = frame.prices.get(id);
    return sum + (price ? (inputTokens * price.input + outputTokens * price.output) / 1e6 : 0);
  }, 0);
}

function speedJson(speed: Speed) {
  return {
    firstTokenMs: round(speed.firstTokenMs),
    totalMs: round(speed.totalMs),
    outputTokens: round(speed.outputTokens),
    tokensPerSecond: round(speed.tokensPerSecond, 1),
  };
}

/** Everything that was measured as data for `--json`; what was not found out is null. Times in ms, amounts in USD. */
export function testToJson(
  tests: readonly ModelTest[],
  frame: TestFrame,
  { t, locale }: TestContext,
): unknown {
  return {
    runs: frame.runs,
    estimate: { usd: round(frame.bound, 6), guessed: frame.guessed },
    spent: { usd: round(spent(tests, frame), 6) },
    models: tests.map((test) => ({
      id: test.id,
      ok: test.median !== undefined,
      ...(test.median
        ? speedJson(test.median)
        : { firstTokenMs: null, totalMs: null, tokensPerSecond: null }),
      stream: test.stream ?? null,
      tool: test.tool ?? null,
      developerRole: test.developer ?? null,
      temperature: test.temperature ?? null,
      emptyFirst: test.emptyFirst,
      failed: test.failed,
      runs: test.runs.map(speedJson),
      published: findModel(frame.catalog, test.id)?.latency ?? null,
      listed: frame.listed?.includes(test.id) ?? null,
      problem: test.problem ? problemToJson(test.problem, t, locale) : null,
    })),
  };
}

const unknown = "-";
const inSeconds = (ms: number) => (ms / 1000).toFixed(ms < 9950 ? 2 : 1);

function columns({ t, style }: TestContext, frame: TestFrame): Column<ModelTest>[] {
  const words = t.modelsTest;
  const seconds = (ms: number | undefined) => (ms === undefined ? unknown : inSeconds(ms));
  const published = ({ id }: ModelTest) => findModel(frame.catalog, id)?.latency?.ms;
  const mark = ({ median, problem }: ModelTest) =>
    median === undefined ? symbols.error : problem ? symbols.warning : symbols.ok;
  const paintMark = (text: string, test: ModelTest) => {
    const paint = test.median === undefined ? style.red : test.problem ? style.yellow : style.green;
    return paint(text.slice(0, 1)) + text.slice(1);
  };
  const careful = (isFine: (test: ModelTest) => boolean) => (text: string, test: ModelTest) =>
    isFine(test) ? text : style.yellow(text);
  return [
    { title: `  ${words.model}`, cell: (test) => `${mark(test)} ${test.id}`, least: 16, paint: paintMark },
    { title: words.first, right: true, cell: (test) => seconds(test.median?.firstTokenMs) },
    { title: words.total, right: true, cell: (test) => seconds(test.median?.totalMs) },
    {
      title: words.speed,
      right: true,
      cell: ({ median }) =>
        median?.tokensPerSecond === undefined ? unknown : median.tokensPerSecond.toFixed(0),
    },
    {
      title: words.stream,
      cell: ({ stream }) => (stream ? words.streams[stream] : unknown),
      paint: careful(({ stream }) => stream !== "at-once"),
    },
    {
      title: words.tools,
      cell: ({ tool }) => (tool ? words.toolUses[tool] : unknown),
      paint: careful(({ tool }) => tool === undefined || tool === "yes"),
    },
    ...(isNarrow(style)
      ? []
      : [
          { title: words.developer, cell: (test: ModelTest) => developerText(test, t) },
          { title: words.temperature, cell: (test: ModelTest) => temperatureText(test, t) },
          {
            title: words.published,
            right: true,
            drop: 1,
            cell: (test: ModelTest) => seconds(published(test)),
          },
        ]),
  ];
}

// Narrower than this, what a model takes is below its row, and the published time only in its bar.
const isNarrow = (style: Style) => style.columns < 84;

function developerText({ developer }: ModelTest, t: Messages): string {
  if (developer === undefined) return unknown;
  return developer ? t.modelsTest.yes : t.modelsTest.no;
}

function temperatureText({ temperature }: ModelTest, t: Messages): string {
  const words = t.modelsTest;
  if (temperature === undefined) return unknown;
  return typeof temperature === "number" ? words.only(temperature) : words[temperature];
}

/** What the table's row cannot hold: why a model failed, or what was odd about its answers. */
function remarks(test: ModelTest, { t, style }: TestContext, frame: TestFrame): string[] {
  const words = t.modelsTest;
  const { problem, median } = test;
  const cause = problem ? t.problems(aboutModel(problem, test.id)).title : "";
  const isListed = frame.listed?.includes(test.id) ?? true;
  return [
    ...(problem === undefined
      ? []
      : median === undefined
        ? [`${cause} (${problem.code})`]
        : [words.someFailed(test.failed, frame.runs, cause)]),
    ...(isListed ? [] : [words.notListed(frame.host)]),
    ...(isNarrow(style) && median ? [words.takes(developerText(test, t), temperatureText(test, t))] : []),
    ...(test.emptyFirst > 0 ? [words.emptyFirst(test.emptyFirst)] : []),
  ];
}

interface Bar {
  readonly label: string;
  readonly ms: number;
  readonly measured: boolean;
}

function barsOf(test: ModelTest, model: CatalogModel | undefined): Bar[] {
  if (!test.median) return [];
  const measured = { label: test.id, ms: test.median.totalMs, measured: true };
  return model?.latency ? [measured, { label: "", ms: model.latency.ms, measured: false }] : [measured];
}

/** A bar for every time that was measured, and below it one for the time that was published. */
function barLines(tests: readonly ModelTest[], { t, style }: TestContext, frame: TestFrame): string[] {
  const words = t.modelsTest;
  const models = tests.map((test) => findModel(frame.catalog, test.id));
  const bars = tests.flatMap((test, index) => barsOf(test, models[index]));
  if (bars.length === 0) return [];
  const most = Math.max(...bars.map((one) => one.ms), 1);
  const labels = Math.min(26, Math.max(...bars.map((one) => style.measure(one.label))));
  const width = Math.max(8, Math.min(50, style.columns - labels - 14));
  const date = models.find((model) => model?.latency)?.latency?.source.date;
  const legend = [
    `${style.green("█")} ${words.measured}`,
    ...(date === undefined ? [] : [`${style.dim("░")} ${words.publishedIn(t.models.date(date))}`]),
  ];
  return [
    "",
    style.bold(words.bars),
    `  ${legend.join("   ")}`,
    ...bars.map(({ label, ms, measured }) => {
      const drawn = measured
        ? style.green(bar(ms / most, width))
        : style.dim("░".repeat(Math.max(1, Math.round((ms / most) * width))));
      return `  ${padEnd(label.slice(0, labels), labels, style)}  ${drawn} ${words.seconds(inSeconds(ms))}`;
    }),
  ];
}

/** One model's result in a line, for a terminal while others are still awaited. */
export function testDoneLine(test: ModelTest, { t, style }: TestContext): string[] {
  const { median, problem, id } = test;
  const words = t.modelsTest;
  if (!median) {
    const title = problem ? t.problems(problem).title : "";
    return marked(style.red(symbols.error), `${id}  ${title}`, style);
  }
  const [first, total] = [median.firstTokenMs, median.totalMs].map((ms) => words.seconds(inSeconds(ms)));
  return marked(style.green(symbols.ok), `${id}  ${words.doneLine(first ?? "", total ?? "")}`, style);
}

/** Renders the test for people: a table, oddities, bars next to the published times, and the total. */
export function testLines(tests: readonly ModelTest[], context: TestContext, frame: TestFrame): string[] {
  const { t, style } = context;
  const words = t.modelsTest;
  const table = layTable(columns(context, frame), tests, style);
  const rows = tests.flatMap((test) => [
    table.line(test),
    ...remarks(test, context, frame).flatMap((remark) => marked(" ", `${symbols.cure} ${remark}`, style)),
  ]);
  const [input, output] = [
    tests.reduce((sum, test) => sum + test.inputTokens, 0),
    tests.reduce((sum, test) => sum + test.outputTokens, 0),
  ];
  const notes = [
    ...(frame.runs > 1 ? [words.medianOf(frame.runs)] : []),
    isNarrow(style) ? words.explainedTimes : words.explained,
    ...(frame.guessed.length > 0 ? [words.guessed(frame.guessed)] : []),
    words.cost(formatUsd(spent(tests, frame)), formatCount(input), formatCount(output)),
  ];
  return [
    table.head,
    ...rows,
    ...barLines(tests, context, frame),
    "",
    ...notes.flatMap((note) => wrap(note, style.columns, style)).map(style.dim),
  ];
}
