import { type Problem, type ProblemCode, paramOf, type Severity, severityOf } from "../core/problem/index.ts";
import type { Locale, Messages } from "../i18n/index.ts";
import type { ProblemWords } from "../i18n/words.ts";
import type { Style } from "../ports.ts";
import { wrap } from "./text.ts";

/** A problem in the JSON that `--json` prints: texts translated, codes and keys never. */
export interface ProblemJson {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly evidence: readonly string[];
  readonly path: string;
  readonly remedy: { readonly text: string; readonly commands: readonly string[] };
  readonly fixable: boolean;
  readonly docs: string;
}

/** The symbols carry the meaning; colour only helps. */
export const symbols = {
  ok: "✔",
  error: "✖",
  warning: "▲",
  info: "•",
  add: "+",
  change: "~",
  remove: "-",
  cure: "→",
};

/** Returns the page of this package that explains every code, below the package's folder. */
export function problemsPage(locale: Locale): string {
  return `docs/problems${locale === "zh-CN" ? ".zh-CN" : ""}.md`;
}

/** Returns the command that prints the section about a code: unlike the page itself, it is at hand after `npx` too. */
export function explainCommand(code: ProblemCode): string {
  return `openclaw-aisa explain ${code}`;
}

/** `openclaw.json:41:22`, or only the file, or nothing. */
export function formatLocation(problem: Problem): string {
  if (!problem.at) return "";
  const { file, line, column } = problem.at;
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":");
}

/** Returns a problem without the line of the file where the evidence shows what is there. */
export function withoutExcerpt(problem: Problem): Problem {
  if (!problem.at || !problem.evidence?.length) return problem;
  const { excerpt: _, ...at } = problem.at;
  return { ...problem, at };
}

/** A problem as data. */
export function problemToJson(problem: Problem, t: Messages, locale: Locale): ProblemJson {
  const words = t.problems(problem);
  return {
    code: problem.code,
    severity: severityOf(problem),
    title: words.title,
    detail: words.detail ?? "",
    evidence: problem.evidence ?? [],
    path: [formatLocation(problem), paramOf(problem, "path")].filter(Boolean).join(" "),
    remedy: { text: words.remedy ?? "", commands: words.commands ?? [] },
    fixable: (problem.fix?.length ?? 0) > 0,
    docs: `${problemsPage(locale)}#${problem.code}`,
  };
}

/** Colours a text by severity. */
export function paintSeverity(style: Style, severity: Severity, text: string): string {
  if (severity === "error") return style.red(text);
  return severity === "warning" ? style.yellow(text) : style.cyan(text);
}

/** A title on the left and its code at the right edge, or below it where there is no room. */
export function titleLine(problem: Problem, title: string, style: Style): string[] {
  const severity = severityOf(problem);
  const head = `${paintSeverity(style, severity, symbols[severity])} ${style.bold(title)}`;
  const room = style.columns - style.measure(title) - 2 - problem.code.length;
  if (room >= 2) return [`${head}${" ".repeat(room)}${style.code(problem.code)}`];
  const [first = "", ...rest] = wrap(title, style.columns - 2, style);
  return [
    `${paintSeverity(style, severity, symbols[severity])} ${style.bold(first)}`,
    ...rest.map((line) => `  ${style.bold(line)}`),
    `  ${style.code(problem.code)}`,
  ];
}

/**
 * Returns a problem for people: what, where, why, what to do. `commands: false` leaves out the commands to run,
 * `path: false` the path inside the config.
 */
export function problemLines(
  problem: Problem,
  t: Messages,
  style: Style,
  {
    commands = true,
    path = true,
    words = t.problems(problem),
  }: { readonly commands?: boolean; readonly path?: boolean; readonly words?: ProblemWords } = {},
): string[] {
  const lines = titleLine(problem, words.title, style);
  const indent = (text: string) => wrap(text, style.columns - 2, style).map((line) => `  ${line}`);
  const place = [formatLocation(problem), path ? paramOf(problem, "path") : ""].filter(Boolean).join("   ");
  if (place) lines.push(...indent(place));
  if (problem.at?.excerpt) lines.push(`  ${style.dim(`| ${problem.at.excerpt}`)}`);
  if (words.detail) lines.push(...indent(words.detail));
  if (words.remedy) lines.push(...indent(`${symbols.cure} ${words.remedy}`));
  for (const command of commands ? (words.commands ?? []) : [])
    lines.push(`  ${symbols.cure} ${style.cyan(command)}`);
  if (problem.code !== "cancelled" && problem.code !== "usage")
    lines.push(`  ${style.dim(t.cli.more(explainCommand(problem.code)))}`);
  return lines;
}
