import { describe, expect, it } from "vitest";
import { explainedCodes } from "../../src/core/problem/codes.ts";
import type { ExplainedCode, Problem, ProblemParams } from "../../src/core/problem/problem.ts";
import { explained as english } from "../../src/i18n/en/explained.ts";
import { explained as chinese } from "../../src/i18n/zh-CN/explained.ts";

const codes = Object.keys(explainedCodes) as ExplainedCode[];
const every: ProblemParams = {
  model: "qwen3-x",
  suggestions: ["qwen3-max"],
  replacement: "qwen3-max",
  status: 503,
  limit: 8192,
  group: "default",
  requestId: "req_1",
  host: "gateway.test",
  source: "http://127.0.0.1:7890",
  provider: "aisa",
  file: "openclaw.json",
  seconds: 20,
  detail: "said",
};
const variants = [
  "hidden",
  "operator",
  "daily",
  "known",
  "needs-prefix",
  "prefix-sent",
  "permission",
  "ip-allowlist",
  "group",
  "client",
  "policy",
  "gateway-token",
];
const params: readonly ProblemParams[] = [
  {},
  every,
  ...Object.entries(every).map(([name, value]) => ({ [name]: value })),
  ...variants.map((variant) => ({ ...every, variant })),
];

describe.each([
  ["en", english],
  ["zh-CN", chinese],
] as const)("the words of explained codes: %s", (locale, texts) => {
  it.each(codes)("%s: whole with any parameters missing", (code) => {
    for (const given of params) {
      const problem: Problem = { code, params: given };
      const { title, detail = "", remedy = "", commands = [] } = texts[code](problem);
      const all = [title, detail, remedy, ...commands].join("\n");
      expect(all).not.toMatch(/undefined|null|NaN|\[object| {2}/);
      expect(title.trim()).toBe(title);
      expect(title).not.toBe("");
      expect(remedy).not.toBe("");
      expect(/\p{Script=Han}/u.test(title + remedy)).toBe(locale === "zh-CN");
      for (const command of commands) expect(command).toMatch(/^openclaw(?:-aisa)? [a-z]/);
    }
  });
});
