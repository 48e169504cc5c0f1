import { describe, expect, it } from "vitest";
import { type ProblemCode, problemTable } from "../../src/core/problem/index.ts";
import { shellCommands } from "../../src/core/terminal/index.ts";
import { en } from "../../src/i18n/en/index.ts";
import { inShell, type Messages } from "../../src/i18n/index.ts";
import { zhCN } from "../../src/i18n/zh-CN/index.ts";
import { problemsOf } from "../helpers/problems.ts";

const [english, chinese] = [en, zhCN].map((texts) => inShell(texts, shellCommands("posix", "linux"))) as [
  Messages,
  Messages,
];
const codes = Object.keys(problemTable) as ProblemCode[];
/** Codes that leave nothing to do. */
const withoutRemedy: readonly ProblemCode[] = ["nothing-to-undo", "several-configs"];

describe.each([
  ["en", english.problems],
  ["zh-CN", chinese.problems],
] as const)("the words of a problem in %s", (locale, wordsOf) => {
  it.each(codes)("%s: every form has all its words", (code) => {
    for (const problem of problemsOf(code)) {
      const { title, detail = "", remedy = "", commands = [] } = wordsOf(problem);
      const all = [title, detail, remedy, ...commands].join("\n");
      expect(all).not.toMatch(/undefined|null|NaN|\[object| {2}/);
      expect(title.trim()).toBe(title);
      if (!("text" in problem.params)) expect(/\p{Script=Han}/u.test(title), title).toBe(locale === "zh-CN");
      for (const command of commands) expect(command).toMatch(/^(?:openclaw(?:-aisa)? |npm install|chmod )/);
    }
  });

  it.each(codes.filter((code) => !withoutRemedy.includes(code)))("%s: has a remedy", (code) => {
    const forms = problemsOf(code).map(wordsOf);
    expect(forms.some((words) => words.remedy || words.commands?.length)).toBe(true);
  });
});

describe("the words of a problem", () => {
  it.each(codes)("%s: differ between the same forms in both languages", (code) => {
    const problems = problemsOf(code);
    const firstAlike = (wordsOf: typeof english.problems) => {
      const all = problems.map((one) => JSON.stringify(wordsOf(one)));
      return all.map((words) => all.indexOf(words));
    };
    expect(firstAlike(chinese.problems)).toEqual(firstAlike(english.problems));
  });
});
