import { type Problem, paramOf, severityOf } from "../core/problem/index.ts";
import { plain } from "../core/text/index.ts";
import type { CheckResult } from "../doctor/run.ts";
import type { Messages } from "../i18n/index.ts";
import type { Machine } from "../ports.ts";
import type { Findings } from "./doctor.ts";
import { hidePrivate } from "./hide-private.ts";
import { explainCommand, formatLocation } from "./problem.ts";

/** The machine in a report, as far as a support person needs it. */
export interface ReportContext {
  readonly t: Messages;
  readonly home: string;
  readonly platform: string;
  readonly nodeVersion: string;
  readonly version: string;
  readonly machine: Machine;
  hide(text: string): string;
}

/** A text that is in a table's cell. */
const cell = (text: string) => text.replace(/\|/g, "\\|").replace(/\s*\n\s*/g, " ");
/** Quotes foreign text as code, so that it forms no link, image or heading. */
const code = (text: string) => `\`${text.replace(/`/g, "'").replace(/\s*\n\s*/g, " ")}\``;

function problemPart(problem: Problem, { t }: ReportContext): string[] {
  const words = t.problems(problem);
  const place = [formatLocation(problem), paramOf(problem, "path")].filter(Boolean).join(" ");
  const said = [
    ...(place ? [code(place)] : []),
    ...(problem.follows ? [t.doctor.follows(problem.follows)] : []),
    ...(problem.seen ? [t.doctor.seen(problem.seen)] : []),
    ...(words.detail ? [words.detail] : []),
    ...(problem.evidence ?? []).map(code),
    ...(words.remedy ? [words.remedy] : []),
    ...(words.commands ?? []).map(code),
    code(t.here(explainCommand(problem.code))),
  ];
  return [
    `### ${problem.code} (${severityOf(problem)})`,
    "",
    words.title,
    "",
    ...said.map((line) => `- ${line}`),
    "",
  ];
}

function checkRow({ id, status, ms, cause, notes }: CheckResult, { t }: ReportContext): string {
  const words: Readonly<Record<string, string>> = t.doctor.skipCauses;
  const seen = [...(cause ? [words[cause] ?? cause] : []), ...notes.map((note) => t.doctor.note(note))];
  return `| ${id} | ${status} | ${ms} | ${cell(seen.join("; "))} |`;
}

/** Doctor's findings, and what it looked at, as Markdown for a support ticket, everything private hidden. Ends with a line break. */
export function supportReport(
  { results, problems, ms }: Findings,
  surroundings: readonly (readonly [string, string])[],
  context: ReportContext,
): string {
  const { t } = context;
  const text = [
    "# openclaw-aisa doctor",
    "",
    `openclaw-aisa ${context.version} · Node ${context.nodeVersion} · ${context.platform}`,
    "",
    ...surroundings.map(([name, value]) => `- ${name}: ${value}`),
    "",
    ...(problems.length === 0 ? [t.doctor.nothingFound, ""] : []),
    ...problems.flatMap((problem) => problemPart(problem, context)),
    `| ${t.doctor.reportHead.join(" | ")} |`,
    "|---|---|---:|---|",
    ...results.map((one) => checkRow(one, context)),
    "",
    `${(ms / 1000).toFixed(1)} s`,
    "",
  ].join("\n");
  return hidePrivate(plain(text), context);
}
