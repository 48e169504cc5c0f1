import type { Diagnosis } from "../core/diagnosis/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { problemLines, symbols } from "./problem.ts";
import { wrap } from "./text.ts";

/** What a diagnosis is shown with. */
export interface Frame {
  readonly t: Messages;
  readonly style: Style;
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

/** A diagnosis for people: cause and fix, the words that decided it, and what else it can be. */
export function explainLines(diagnosis: Diagnosis, { t, style }: Frame): string[] {
  const { problem, confidence, alternatives } = diagnosis;
  const lines = problemLines(problem, t, style);
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
  return [...lines.slice(0, -1), ...added, ...lines.slice(-1)];
}
