import type { Problem } from "../core/problem.ts";
import type { CheckResult } from "../doctor/run.ts";
import type { Locale, Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { problemLines, symbols, titleLine } from "./problem.ts";
import { marked, wrap } from "./text.ts";

/** What doctor found. */
export interface Findings {
  readonly results: readonly CheckResult[];
  /** Worst first. */
  readonly problems: readonly Problem[];
  readonly ms: number;
}

interface DoctorContext {
  readonly t: Messages;
  readonly locale: Locale;
  readonly style: Style;
  readonly home: string;
  readonly options: { readonly verbose: boolean };
}

const fixCommand = "openclaw-aisa doctor --fix";

/** A problem without the line of the file where the evidence shows what stands there. */
function withoutExcerpt(problem: Problem): Problem {
  if (!problem.at || !problem.evidence?.length) return problem;
  const { excerpt: _, ...at } = problem.at;
  const { path: __, ...params } = problem.params;
  return { ...problem, at, params };
}

function problemBlock(problem: Problem, { t, locale, style, home }: DoctorContext): string[] {
  const words = t.problems[problem.code](problem);
  const title = titleLine(problem, words.title, style);
  const rest = problemLines(withoutExcerpt(problem), t, locale, style, words).slice(title.length);
  const evidence = (problem.evidence ?? []).flatMap((text) =>
    wrap(text, style.columns - 4, style).map((line) => `    ${line}`),
  );
  const isSaid = rest.some((line) => line.includes(fixCommand));
  const mark = problem.fix && !isSaid ? [`  ${symbols.cure} ${style.cyan(fixCommand)}`] : [];
  return [...title, ...evidence, ...rest.map((line) => line.replaceAll(`${home}/`, "~/")), ...mark, ""];
}

function causesOf(results: readonly CheckResult[], t: Messages): string[] {
  const words: Readonly<Record<string, string>> = t.doctor.skipCauses;
  return [...new Set(results.flatMap((one) => (one.cause ? (words[one.cause] ?? one.cause) : [])))];
}

function everyCheck(results: readonly CheckResult[], { t, style }: DoctorContext): string[] {
  const marks = { ...symbols, skipped: "○", crashed: symbols.warning };
  return results.map(({ id, status, ms, cause }) => {
    const words: Readonly<Record<string, string>> = t.doctor.skipCauses;
    const why = cause ? `  ${words[cause] ?? cause}` : "";
    return `${marks[status]} ${id}${style.dim(`${why}  ${ms} ms`)}`;
  });
}

/** Doctor's report for people: the problems worst first, then one line on what is fine. */
export function doctorLines({ results, problems, ms }: Findings, context: DoctorContext): string[] {
  const { t, style } = context;
  const fine = results.filter((one) => one.status === "ok").length;
  const skipped = results.filter((one) => one.status === "skipped");
  const summary = t.doctor.summary(fine, skipped.length, causesOf(skipped, t), (ms / 1000).toFixed(1));
  return [
    ...problems.flatMap((problem) => problemBlock(problem, context)),
    ...(context.options.verbose ? [...everyCheck(results, context), ""] : []),
    ...marked(style.green(symbols.ok), summary, style),
  ];
}
