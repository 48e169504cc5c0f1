import type { Diagnosis } from "../core/diagnosis/index.ts";
import type { Problem } from "../core/problem/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { problemLines, symbols, withoutExcerpt } from "./problem.ts";
import { wrap } from "./text.ts";

/** What a diagnosis is shown with. */
export interface Frame {
  readonly t: Messages;
  readonly style: Style;
  readonly home: string;
}

/** Below this confidence a diagnosis lists alternatives. */
const sure = 0.8;
const mostAlternatives = 4;

/** What `explain --json` has besides the problem itself. Parameters and codes are never translated. */
export function explainToJson({ problem, confidence, alternatives }: Diagnosis, t: Messages): unknown {
  return {
    confidence,
    alternatives: alternatives.map((one) => ({ code: one.code, title: t.problems(one).title })),
    found: problem.params,
  };
}

const fixCommand = "openclaw-aisa doctor --fix";

/** What of the config is the cause, and how it is fixed. */
function foundLines(found: readonly Problem[], said: readonly string[], { t, style, home }: Frame): string[] {
  if (found.length === 0) return [];
  const blocks = found.flatMap((one) => {
    const evidence = one.evidence ?? [];
    const path = !(one.at && evidence.length > 0);
    const [title = "", ...rest] = problemLines(withoutExcerpt(one), t, style, { commands: false, path });
    const seen = evidence
      .flatMap((text) => wrap(text, style.columns - 4, style))
      .map((line) => `    ${line}`);
    return [title, ...seen, ...rest.slice(0, -1)];
  });
  const command = t.here(fixCommand);
  const isFixable = found.some((one) => one.fix) && !said.some((line) => line.includes(command));
  const fix = isFixable ? [`  ${symbols.cure} ${style.cyan(command)}`] : [];
  return ["", style.bold(t.explain.inConfig), ...blocks, ...fix].map((line) =>
    line.replaceAll(`${home}/`, "~/"),
  );
}

/** A diagnosis for people: cause and fix, the words that decided it, what else it can be, and what the config shows. */
export function explainLines(diagnosis: Diagnosis, found: readonly Problem[], frame: Frame): string[] {
  const { t, style, home } = frame;
  const { problem, confidence, alternatives } = diagnosis;
  const { at: _, ...placeless } = problem;
  // The findings say the place themselves.
  const shown = found.length > 0 ? placeless : problem;
  const lines = problemLines(shown, t, style).map((line) => line.replaceAll(`${home}/`, "~/"));
  const added: string[] = [];
  const indent = (text: string, by: number) =>
    wrap(text, style.columns - by, style).map((line) => style.dim(`${" ".repeat(by)}${line}`));
  const item = (text: string) =>
    wrap(text, style.columns - 6, style).map((line, index) =>
      style.dim(`    ${index === 0 ? symbols.info : " "} ${line}`),
    );
  if (problem.evidence?.length) added.push(...indent(t.explain.decidedBy(problem.evidence), 2));
  if (confidence > 0 && confidence < sure && alternatives.length > 0) {
    added.push(...indent(t.explain.canAlsoBe, 2));
    for (const one of alternatives.slice(0, mostAlternatives))
      added.push(...item(`${t.problems(one).title} (${one.code})`));
  }
  return [...lines.slice(0, -1), ...added, ...lines.slice(-1), ...foundLines(found, lines, frame)];
}
