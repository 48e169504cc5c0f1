import { type Problem, severityOf } from "../core/problem/index.ts";
import type { CheckResult } from "../doctor/run.ts";
import type { Messages } from "../i18n/index.ts";
import type { ExaminedProfile } from "./doctor.ts";
import { formatLocation } from "./problem.ts";

/** How often each ending of a test case is there, as the attributes of a suite. */
interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

// What XML 1.0 allows; lone halves of a pair are not characters.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

const xmlText = (text: string) =>
  text.replace(forbidden, "").replace(/[&<>\r]/g, (character) => entities[character] ?? "");

const attributes = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values)
    .map(([name, value]) => {
      const text = String(value).replace(forbidden, "");
      return ` ${name}="${text.replace(/[&<>"\r\n\t]/g, (character) => entities[character] ?? "")}"`;
    })
    .join("");

/** What a problem is, where, why, and what to do. */
function problemText(problem: Problem, t: Messages): string {
  const words = t.problems(problem);
  const place = formatLocation(problem);
  const lines = [
    `${words.title} (${problem.code})`,
    place,
    words.detail ?? "",
    words.remedy ?? "",
    ...(words.commands ?? []),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** What a test case has inside: nothing where the check is fine. */
function outcomeLines({ problems, status, cause }: CheckResult, t: Messages, strict: boolean): string[] {
  const skipCauses: Readonly<Record<string, string>> = t.doctor.skipCauses;
  if (status === "skipped")
    return [`<skipped${attributes({ message: cause ? (skipCauses[cause] ?? cause) : "" })}/>`];
  const [first] = problems;
  if (first === undefined) return [];
  const text = xmlText(problems.map((one) => problemText(one, t)).join("\n\n"));
  const element = elementFor(status, strict);
  const about =
    element === "system-out" ? "" : attributes({ message: t.problems(first).title, type: first.code });
  return [`<${element}${about}>${text}</${element}>`];
}

function elementFor(status: CheckResult["status"], strict: boolean): "error" | "failure" | "system-out" {
  if (status === "crashed") return "error";
  return status === "error" || (strict && status === "warning") ? "failure" : "system-out";
}

function countsOf(results: readonly CheckResult[], strict: boolean): Counts {
  const of = (...wanted: string[]) => results.filter((one) => wanted.includes(one.status)).length;
  return {
    tests: results.length,
    failures: strict ? of("error", "warning") : of("error"),
    errors: of("crashed"),
    skipped: of("skipped"),
  };
}

function suiteLines({ profile, findings, time }: ExaminedProfile, t: Messages, strict: boolean): string[] {
  const counts = countsOf(findings.results, strict);
  const about = {
    name: `openclaw-aisa doctor ${profile}`,
    ...counts,
    time: findings.ms / 1000,
    timestamp: new Date(time).toISOString().slice(0, 19),
  };
  const cases = findings.results.flatMap((result) => {
    const inside = outcomeLines(worstFirst(result), t, strict);
    const head = attributes({
      classname: `openclaw-aisa.doctor.${profile}`,
      name: result.id,
      time: result.ms / 1000,
    });
    return inside.length === 0
      ? [`    <testcase${head}/>`]
      : [`    <testcase${head}>`, ...inside.map((line) => `      ${line}`), "    </testcase>"];
  });
  return [`  <testsuite${attributes(about)}>`, ...cases, "  </testsuite>"];
}

/** The problem that decides how the check ended comes first: its title is the failure's message. */
function worstFirst(result: CheckResult): CheckResult {
  const worst = result.problems.find((one) => severityOf(one) === result.status);
  return worst === undefined
    ? result
    : { ...result, problems: [worst, ...result.problems.filter((one) => one !== worst)] };
}

/** Returns what doctor found as JUnit XML: a suite for each profile, a test case for each check. */
export function junitLines(examined: readonly ExaminedProfile[], t: Messages, strict: boolean): string[] {
  const all = examined.map(({ findings }) => countsOf(findings.results, strict));
  const sum = (name: keyof Counts) => all.reduce((total, one) => total + one[name], 0);
  const about = {
    name: "openclaw-aisa doctor",
    tests: sum("tests"),
    failures: sum("failures"),
    errors: sum("errors"),
    skipped: sum("skipped"),
    time: examined.reduce((total, { findings }) => total + findings.ms, 0) / 1000,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(about)}>`,
    ...examined.flatMap((one) => suiteLines(one, t, strict)),
    "</testsuites>",
  ];
}
