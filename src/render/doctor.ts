import { type Problem, severityOf } from "../core/problem/index.ts";
import type { CheckResult } from "../doctor/run.ts";
import type { Messages, ProblemWords } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { formatLocation, problemLines, symbols, titleLine, withoutExcerpt } from "./problem.ts";
import { marked, padEnd, wrap } from "./text.ts";

/** What doctor found. */
export interface Findings {
  readonly results: readonly CheckResult[];
  /** Worst first. */
  readonly problems: readonly Problem[];
  readonly ms: number;
}

/** What doctor found in one profile. */
export interface ExaminedProfile {
  readonly profile: string;
  readonly findings: Findings;
  /** There are errors; with --strict warnings count too. */
  readonly fails: boolean;
  /** Version of the installed OpenClaw, where it is known. */
  readonly openclaw: string | null;
  /** When doctor looked, ms since 1970. */
  readonly time: number;
}

interface DoctorContext {
  readonly t: Messages;
  readonly style: Style;
  readonly home: string;
  readonly options: { readonly verbose: boolean };
}

const ownCommand = "openclaw-aisa doctor";
const fixCommand = `${ownCommand} --fix`;

/** What is past: one line on what it was and one on when. */
const isPast = ({ seen }: Problem) => seen !== undefined && seen.state !== "fresh";

/** Paths in the user's home, as people write them. */
const inHome = (lines: readonly string[], { home }: DoctorContext) =>
  lines.map((line) => line.replaceAll(`${home}/`, "~/"));

/** The words of a problem with paths as people write them, before they are laid out. */
function wordsFor(problem: Problem, context: DoctorContext): ProblemWords {
  const words = context.t.problems(problem);
  const short = (text: string) => inHome([text], context).join("");
  return {
    ...words,
    title: short(words.title),
    ...(words.detail === undefined ? {} : { detail: short(words.detail) }),
    ...(words.remedy === undefined ? {} : { remedy: short(words.remedy) }),
  };
}

/** Whether a fault of the config was explained by the one before: of it only what differs is shown. */
function isAgain(problem: Problem, before: Problem | undefined, t: Messages): boolean {
  if (before?.code !== problem.code || severityOf(before) !== severityOf(problem)) return false;
  if ([problem, before].some((one) => !one.at || !one.fix || one.seen || one.follows)) return false;
  return t.problems(problem).detail === t.problems(before).detail;
}

/** The title, the place, and what becomes of it. */
function shortBlock(problem: Problem, before: Problem, context: DoctorContext): string[] {
  const { style } = context;
  const words = wordsFor(problem, context);
  const isSame = words.remedy === wordsFor(before, context).remedy;
  const cure = words.remedy && !isSame ? [`${symbols.cure} ${words.remedy}`] : [];
  const rest = [formatLocation(problem), ...cure].flatMap((text) => wrap(text, style.columns - 2, style));
  return inHome([...titleLine(problem, words.title, style), ...rest.map((line) => `  ${line}`), ""], context);
}

function problemBlock(problem: Problem, before: Problem | undefined, context: DoctorContext): string[] {
  const { t, style } = context;
  if (before && !context.options.verbose && isAgain(problem, before, t))
    return shortBlock(problem, before, context);
  const words = wordsFor(problem, context);
  const title = titleLine(problem, words.title, style);
  const indented = (text: string) => wrap(text, style.columns - 4, style).map((line) => `    ${line}`);
  const when = problem.seen ? indented(t.doctor.seen(problem.seen)).map(style.dim) : [];
  if (isPast(problem) && !context.options.verbose) return [...title, ...when, ""];
  const whole = problemLines(withoutExcerpt(problem), t, style, {
    words,
    path: !(problem.at && problem.evidence?.length),
  }).slice(title.length);
  // Doctor is what is running: that it helps to run it is no news, and it knows what it cannot fix.
  const [own, fix] = [t.here(ownCommand), t.here(fixCommand)];
  const useless = [own, ...(problem.fix ? [] : [fix])];
  const lines = useless.map((command) => `  ${symbols.cure} ${style.cyan(command)}`);
  const rest = whole.filter((line) => !lines.includes(line));
  const follows = problem.follows ? indented(t.doctor.follows(problem.follows)) : [];
  const evidence = (problem.evidence ?? []).flatMap(indented);
  const isSaid = rest.some((line) => line.includes(fix));
  const mark = problem.fix && !isSaid ? [`  ${symbols.cure} ${style.cyan(fix)}`] : [];
  const [more, cure] = [rest.slice(-1), rest.slice(0, -1)];
  return inHome([...title, ...follows, ...evidence, ...when, ...cure, ...mark, ...more, ""], context);
}

function causesOf(results: readonly CheckResult[], t: Messages): string[] {
  const words: Readonly<Record<string, string>> = t.doctor.skipCauses;
  return [...new Set(results.flatMap((one) => (one.cause ? (words[one.cause] ?? one.cause) : [])))];
}

/** Every check with its time, and below it what it saw. */
function everyCheck(results: readonly CheckResult[], context: DoctorContext): string[] {
  const { t, style } = context;
  const marks = { ...symbols, skipped: "○", crashed: symbols.warning };
  const paints = { ok: style.green, error: style.red, warning: style.yellow, crashed: style.yellow };
  const words: Readonly<Record<string, string>> = t.doctor.skipCauses;
  const width = Math.max(...results.map((one) => one.id.length));
  return results.flatMap(({ id, status, ms, cause, notes }) => {
    const paint = status in paints ? paints[status as keyof typeof paints] : style.dim;
    const time = style.dim(`${String(ms).padStart(6)} ms`);
    const why = cause ? `  ${words[cause] ?? cause}` : "";
    const head = `${paint(marks[status])} ${padEnd(id, width, style)} ${time}`;
    const seen = notes.flatMap((note) =>
      wrap(t.doctor.note(note), style.columns - 4, style).map((line) => style.dim(`    ${line}`)),
    );
    const fits = style.measure(head) + style.measure(why) <= style.columns;
    const reason = why && !fits ? [style.dim(`    ${why.trim()}`)] : [];
    return inHome([`${head}${fits ? style.dim(why) : ""}`, ...reason, ...seen], context);
  });
}

/** How many there are of each severity, the worst first; nothing where nothing was found. */
function countLine(problems: readonly Problem[], { t, style }: DoctorContext): string[] {
  const of = (severity: string) => problems.filter((one) => severityOf(one) === severity).length;
  const [errors, warnings, infos] = [of("error"), of("warning"), of("info")];
  if (problems.length === 0) return [];
  const mark =
    errors > 0
      ? style.red(symbols.error)
      : warnings > 0
        ? style.yellow(symbols.warning)
        : style.cyan(symbols.info);
  return marked(mark, t.doctor.counts(errors, warnings, infos), style);
}

/** The command that fixes, where something can be fixed. */
function fixHint(problems: readonly Problem[], { t, style }: DoctorContext): string[] {
  const fixable = problems.filter((one) => one.fix).length;
  if (fixable === 0) return [];
  const said = t.doctor.fixHint(fixable, problems.length);
  const fix = t.here(fixCommand);
  const joined = `${fix}     ${said}`;
  if (style.measure(joined) <= style.columns) return ["", `${style.cyan(fix)}     ${said}`];
  return ["", style.cyan(fix), ...wrap(said, style.columns - 2, style).map((line) => `  ${line}`)];
}

/** Doctor's report for people: the problems worst first, then what is fine, and the command that fixes. */
export function doctorLines({ results, problems, ms }: Findings, context: DoctorContext): string[] {
  const { t, style } = context;
  const fine = results.filter((one) => one.status === "ok").length;
  const skipped = results.filter((one) => one.status === "skipped");
  const summary = t.doctor.summary(fine, skipped.length, causesOf(skipped, t), (ms / 1000).toFixed(1));
  return [
    ...problems.flatMap((problem, index) => problemBlock(problem, problems[index - 1], context)),
    ...(context.options.verbose ? [...everyCheck(results, context), ""] : []),
    ...countLine(problems, context),
    ...marked(style.green(symbols.ok), summary, style),
    ...fixHint(problems, context),
  ];
}
