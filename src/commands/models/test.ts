import { costBound, type ModelTest } from "../../core/gateway/index.ts";
import { get, getArray, getString } from "../../core/json/index.ts";
import {
  chatModelIds,
  configuredRows,
  freeSpendingUsd,
  highestPrice,
  knownPrice,
} from "../../core/models/index.ts";
import { aboutModel, fail, type Problem } from "../../core/problem/index.ts";
import { bareId, providerPath } from "../../core/provider/index.ts";
import { withName } from "../../doctor/answer-problems.ts";
import type { Context, ProgressStep, Report } from "../../ports.ts";
import { formatUsd } from "../../render/format.ts";
import { type TestFrame, testDoneLine, testLines, testToJson } from "../../render/model-test.ts";
import { connection } from "../connection.ts";
import { type Look, look } from "../look.ts";
import { idsOf, type LiveLook, lookLive, understandModel } from "./known.ts";
import { type PickingOptions, withPicked } from "./pick.ts";
import { testModels } from "./probes.ts";

/** The arguments of `models test`. */
export interface TestOptions extends PickingOptions {
  /** Calls per model, as typed. */
  readonly runs?: string;
}

const mostRuns = 20;
/** Throws Failure `usage`, which names the flag. */
function readRuns(context: Context, text: string | undefined): number {
  if (text === undefined) return 1;
  const runs = /^\d+$/.test(text.trim()) ? Number(text) : 0;
  if (runs >= 1 && runs <= mostRuns) return runs;
  const detail = context.t.modelsTest.badRuns("--runs", text, mostRuns);
  throw fail("usage", { variant: "text", text: detail, line: "openclaw-aisa models test" });
}

/** Models to test, and what spellings were taken for. */
interface Chosen {
  readonly ids: readonly string[];
  readonly said: readonly string[];
}

/** The models to test: those named, else those that the config uses. Throws Failure `missing-input` where there are none. */
async function chooseIds(context: Context, found: Look, texts: readonly string[]): Promise<Chosen> {
  const ids = new Set<string>();
  const said: string[] = [];
  for (const text of texts.flatMap((one) => one.split(",")).filter((one) => one.trim() !== "")) {
    const { id, resolved } = await understandModel(context, text, found, {});
    if (resolved) said.push(`  ${context.t.onboard.resolved(text, id)}`);
    ids.add(id);
  }
  if (ids.size > 0) return { ids: [...ids], said };
  const catalog = await context.catalog();
  const used = configuredRows({ config: found.config, catalog, live: undefined }).map((row) => row.id);
  const configured = chatModelIds(catalog, used);
  if (configured.length > 0) return { ids: [...new Set(configured)], said };
  throw fail("missing-input", {
    what: context.t.modelsTest.aModel,
    flag: "openclaw-aisa models test <model>",
  });
}

/**
 * The cost of 1M tokens of each model, and the models without a known price, for which the highest known one is used.
 */
async function pricesOf(context: Context, found: Look, live: LiveLook, ids: readonly string[]) {
  const catalog = await context.catalog();
  const sources = { catalog, config: found.config, live: live.list?.models };
  const highest = highestPrice(catalog);
  const known = new Map(ids.map((id) => [id, knownPrice(id, sources)]));
  const guessed = ids.filter((id) => known.get(id) === undefined);
  return { prices: new Map(ids.map((id) => [id, known.get(id) ?? highest])), guessed };
}

/** Asks before more than a cent is spent. Throws Failure `usage` without a terminal, `cancelled` when the answer is no. */
async function agree(context: Context, usd: number, guessed: readonly string[]): Promise<void> {
  const { t, options } = context;
  if (usd <= freeSpendingUsd || options.yes) return;
  const words = t.modelsTest;
  if (!context.interactive) {
    const detail = words.needsYes("--yes", formatUsd(usd));
    throw fail("usage", { variant: "text", text: detail, line: "openclaw-aisa models test" });
  }
  if (guessed.length > 0) (await context.progress()).note([words.guessed(guessed)]);
  const prompter = await context.prompter();
  if (!(await prompter.confirm({ message: words.agree(formatUsd(usd)) }))) throw fail("cancelled", {});
}

/** Prints a line for every finished model on a terminal, above one that lists the unfinished ones. */
async function watch(context: Context, ids: readonly string[]) {
  const progress = await context.progress();
  const waiting = new Set(ids);
  let step: ProgressStep = progress.step(context.t.modelsTest.waiting([...waiting]));
  return {
    finished(test: ModelTest) {
      waiting.delete(test.id);
      step.clear();
      if (context.interactive) progress.note(testDoneLine(test, context));
      if (waiting.size > 0) step = progress.step(context.t.modelsTest.waiting([...waiting]));
    },
    end: () => step.clear(),
  };
}

/** Entries that would make OpenClaw send the role `developer` to a model that rejects it. */
function declaresNoRole(config: unknown, id: string): boolean {
  const entries = getArray(config, [...providerPath, "models"]);
  const entry = entries.find((one) => bareId(getString(one, ["id"]) ?? "") === id);
  return entry === undefined || get(entry, ["compat", "supportsDeveloperRole"]) === false;
}

function problemsOf(config: unknown, tests: readonly ModelTest[]): Problem[] {
  return tests.flatMap((test): Problem[] => {
    const { id, problem, median, tool } = test;
    const params = { model: id };
    // One run of several that failed is a warning; a model that never answered is an error.
    if (problem)
      return [
        {
          ...aboutModel(problem, id),
          severity: median ? "warning" : "error",
        },
      ];
    return [
      ...(tool === "broken" || tool === "none" || tool === "refused"
        ? [{ code: "tool-call-error", severity: "warning", params } as const]
        : []),
      ...(test.developer === false && !declaresNoRole(config, id)
        ? [{ code: "developer-role-unsupported", severity: "warning", params } as const]
        : []),
    ];
  });
}

/** Puts models to the test with real calls, after the cost is known and, above a cent, agreed to. */
export const run = (context: Context, options: TestOptions): Promise<Report> =>
  withPicked(context, "test", options, testAll);

async function testAll(context: Context, options: TestOptions): Promise<Report> {
  const runs = readRuns(context, options.runs);
  const found = await look(context);
  const { baseUrl, apiKey } = await connection(context, found);
  if (apiKey === undefined) throw fail("missing-key", {});
  const { ids, said } = await chooseIds(context, found, options.models);
  // Asked again: a wrong key or base URL shows here, once and for nothing.
  const live = await lookLive(context, found, { refresh: true });
  const { prices, guessed } = await pricesOf(context, found, live, ids);
  const bound = [...prices.values()].reduce((sum, price) => sum + costBound(price, runs), 0);
  const frame: TestFrame = {
    runs,
    bound,
    guessed,
    prices,
    host: new URL(baseUrl).host,
    listed: live.list && live.list.models.length > 0 ? idsOf(live.list) : undefined,
    catalog: await context.catalog(),
  };
  if (context.options.dryRun) return planned(context, ids, frame);
  await agree(context, bound, guessed);
  const gateway = await context.gateway({ baseUrl, apiKey });
  const watching = await watch(context, ids);
  const known = { list: frame.listed, catalog: frame.catalog };
  const tests = (await testModels(gateway, ids, runs, watching.finished).finally(watching.end)).map((test) =>
    test.problem ? { ...test, problem: withName(test.problem, test.id, known) } : test,
  );
  return {
    changed: false,
    data: testToJson(tests, frame, context),
    problems: problemsOf(found.config, tests),
    lines: [...said, ...testLines(tests, context, frame)],
    outcome: tests.some((test) => test.median === undefined) ? "failed" : undefined,
  };
}

/** With --dry-run: which models would be called, and what that would cost at most. */
function planned(context: Context, ids: readonly string[], frame: TestFrame): Report {
  const words = context.t.modelsTest;
  return {
    changed: false,
    data: { ...(testToJson([], frame, context) as object), pending: ids },
    problems: [],
    lines: [words.wouldTest(ids, formatUsd(frame.bound)), context.t.cli.dryRun],
  };
}
