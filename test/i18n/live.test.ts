import { describe, expect, it } from "vitest";
import type { Problem, ProblemCode, ProblemParams } from "../../src/core/problem/problem.ts";
import { live as english } from "../../src/i18n/en/live.ts";
import { problems as englishWords } from "../../src/i18n/en/problems.ts";
import { live as chinese } from "../../src/i18n/zh-CN/live.ts";
import { problems as chineseWords } from "../../src/i18n/zh-CN/problems.ts";

const variantsOf = (texts: typeof english) =>
  Object.entries(texts).map(([code, words]) => [code, Object.keys(words)] as const);
const every: ProblemParams = {
  model: "qwen3-max",
  models: ["qwen3-max", "kimi-k2.5"],
  count: 2,
  host: "gateway.test",
  source: "HTTPS_PROXY",
  value: "0.0410",
  version: "2026-06-04",
  seconds: 300,
};
const cases = variantsOf(english).flatMap(([code, variants]) =>
  variants.map((variant) => [code as ProblemCode, variant] as const),
);

describe("the words for what live checks tell apart", () => {
  it("are the same ones in both languages", () => {
    expect(variantsOf(chinese)).toEqual(variantsOf(english));
  });

  it.each(cases)("are whole for %s, %s, whatever is known", (code, variant) => {
    const known = [{}, every, ...Object.entries(every).map(([name, value]) => ({ [name]: value }))];
    for (const texts of [englishWords, chineseWords])
      for (const params of known) {
        const problem: Problem = { code, params: { ...params, variant } };
        const words = texts[code](problem);
        const text = [words.title, words.detail, words.remedy, ...(words.commands ?? [])]
          .filter(Boolean)
          .join(" ");
        expect(words).not.toEqual(texts[code]({ code, params }));
        expect(text).not.toMatch(/undefined|null|NaN|\{host\}| {2}|\$\{/);
      }
    const said = chineseWords[code]({ code, params: { ...every, variant } });
    expect(said.title).toMatch(/[\u4e00-\u9fff]/);
  });
});
