import { type Diagnosis, diagnoseText } from "../core/diagnosis/index.ts";
import { resolveModel } from "../core/models/index.ts";
import {
  type DiagnosedProblem,
  type ExplainedCode,
  Failure,
  fail,
  isProblemCode,
  type ProblemCode,
  problemCodes,
  type TextFacts,
} from "../core/problem/index.ts";
import { bareId, configuredIds } from "../core/provider/index.ts";
import { nearest, sectionOf } from "../core/text/index.ts";
import type { Context, Report } from "../ports.ts";
import { explainLines, explainToJson } from "../render/explain.ts";
import { problemsPage } from "../render/problem.ts";
import { sectionLines } from "../render/section.ts";
import type { Here } from "./explain-here.ts";
import { look } from "./look.ts";
import { lookLive } from "./models/known.ts";
import { readingOnce } from "./read-once.ts";
import { readShipped } from "./shipped.ts";

/** The argument of `explain`: the words of an error text, as the shell split them. */
export interface ExplainOptions {
  readonly text: readonly string[];
}

const aboutModels: readonly ExplainedCode[] = [
  "no-available-channel",
  "model-not-found",
  "missing-prefix",
  "stale-model-id",
];

/** Ids that this machine knows without a request; none where the config cannot be read. */
async function knownIds(context: Context): Promise<{ configured: string[]; live?: readonly string[] }> {
  try {
    const found = await look(context);
    const { list } = await lookLive(context, found, { offline: true });
    const live = list?.models.map((model) => model.id);
    return { configured: configuredIds(found.config), ...(live ? { live } : {}) };
  } catch (error) {
    if (error instanceof Failure) return { configured: [] };
    throw error;
  }
}

/** What the model's name should have been, for the words. */
async function rightName(context: Context, { code, params }: DiagnosedProblem): Promise<TextFacts> {
  const written = params.model ?? "";
  const id = bareId(code === "missing-prefix" ? written.replace(/^(?!aisa\/)[\w-]+\//, "") : written);
  const resolution = resolveModel(id, { catalog: await context.catalog(), ...(await knownIds(context)) });
  if (resolution.kind === "several") return { suggestions: resolution.ids.slice(0, 3) };
  if (resolution.kind === "none") return { suggestions: resolution.nearest };
  if (resolution.id !== id || code === "missing-prefix") return { replacement: resolution.id };
  if (code !== "no-available-channel" && code !== "model-not-found") return {};
  // The gateway does have it: then the prefix was sent along, or no channel serves it now.
  if (written !== id) return { variant: "prefix-sent", replacement: id };
  return code === "model-not-found" ? { variant: "needs-prefix", replacement: id } : { variant: "known" };
}

async function withRightName(context: Context, diagnosis: Diagnosis): Promise<Diagnosis> {
  const { problem } = diagnosis;
  if (!aboutModels.some((code) => code === problem.code) || !problem.params.model) return diagnosis;
  const params = { ...problem.params, ...(await rightName(context, problem)) };
  return { ...diagnosis, problem: { ...problem, params } };
}

/** The place and the fix of the cause in this machine's config, for the codes whose cause can be there. */
async function onThisMachine(context: Context, problem: DiagnosedProblem, text: string): Promise<Here> {
  const { canBeInConfig } = await import("../doctor/text-places.ts");
  if (!canBeInConfig(problem.code)) return { problem, found: [] };
  const { lookHere } = await import("./explain-here.ts");
  return lookHere(context, problem, text);
}

/** The whole section about a code, from the pages that this package ships. */
async function explainCode(context: Context, code: ProblemCode): Promise<Report> {
  const page = problemsPage(context.locale);
  const section = sectionOf(await readShipped(context, page), code);
  if (section === undefined) throw fail("internal-error", { detail: `${page} has no section ${code}` });
  return {
    changed: false,
    data: { code, section },
    problems: [],
    lines: sectionLines(code, section, context.style),
  };
}

/** The error text that the user pastes on a terminal or pipes to standard input. */
async function readText(context: Context): Promise<string> {
  if (!context.interactive) return context.readStdin();
  const endKey = context.platform === "win32" ? "Ctrl-Z, Enter" : "Ctrl-D";
  (await context.progress()).note([context.t.explain.paste(endKey)]);
  return context.readPasted();
}

/**
 * Names the cause and the fix of an error text, from the arguments, from standard input or pasted on the terminal; of
 * a problem code it prints the whole section. Sends nothing.
 */
export async function run(context: Context, options: ExplainOptions): Promise<Report> {
  const given = options.text.join(" ").trim();
  if (isProblemCode(given)) return explainCode(context, given);
  const [meant] = /^[a-z]+(?:-[a-z0-9]+)+$/.test(given) ? nearest(given, problemCodes(), 1) : [];
  if (meant !== undefined)
    throw fail("usage", {
      variant: "text",
      text: context.t.explain.noCode(given, meant),
      line: "openclaw-aisa explain",
    });
  const text = given === "" ? await readText(context) : given;
  if (text.trim() === "")
    throw fail("usage", { variant: "text", text: context.t.explain.needed, line: "openclaw-aisa explain" });
  const reading = readingOnce(context);
  const diagnosis = await withRightName(reading, diagnoseText(text));
  const here = await onThisMachine(reading, diagnosis.problem, text);
  return {
    changed: false,
    data: explainToJson(diagnosis, context.t),
    problems: [here.problem, ...here.found],
    lines: explainLines({ ...diagnosis, problem: here.problem }, here.found, context),
    outcome: diagnosis.confidence > 0 ? undefined : "failed",
  };
}
