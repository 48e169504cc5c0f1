import { describe, expect, it } from "vitest";
import { type Circumstances, type Problem, problemOf } from "../../src/core/problem/problem.ts";
import type { TextFacts } from "../../src/core/problem/text-facts.ts";
import { ordered } from "../../src/doctor/causes.ts";
import { type Check, defineCheck } from "../../src/doctor/check.ts";
import { createFacts, FactUnavailable, type Gatherers } from "../../src/doctor/facts.ts";
import { runChecks } from "../../src/doctor/run.ts";

const config: Problem = { code: "provider-missing", params: {} };
const fine: Check = { id: "fine", run: async () => [] };
const finding: Check = { id: "finding", run: async () => [config] };

/** Facts of which one breaks and one cannot be had. */
const facts = createFacts({
  catalog: async () => {
    throw new Error("no such table");
  },
  located: async () => {
    throw new FactUnavailable("no-config");
  },
} as Partial<Gatherers> as Gatherers);

describe("checks that are run together", () => {
  it("survive the crash of one: the others finish, in their order", async () => {
    const crashing = [
      defineCheck({ id: "breaks-gathering", needs: ["catalog"], judge: () => [] }),
      defineCheck({
        id: "breaks-judging",
        needs: [],
        judge: () => {
          throw new TypeError("undefined is not a function");
        },
      }),
    ];
    const results = await runChecks([finding, ...crashing, fine], facts, () => 0);
    expect(results.map((one) => [one.id, one.status])).toEqual([
      ["finding", "error"],
      ["breaks-gathering", "crashed"],
      ["breaks-judging", "crashed"],
      ["fine", "ok"],
    ]);
    expect(results[1]?.problems).toEqual([
      { code: "check-crashed", params: { check: "breaks-gathering", detail: "no such table" } },
    ]);
  });

  it("are skipped with the cause where a need cannot be had", async () => {
    const check = defineCheck({ id: "needy", needs: ["located"], judge: () => [config] });
    expect(await runChecks([check], facts, () => 0)).toMatchObject([
      { status: "skipped", cause: "no-config", problems: [] },
    ]);
  });

  it("report which are still running, one less each time", async () => {
    const seen: (readonly string[])[] = [];
    await runChecks([fine, finding], facts, () => 0, { running: (ids) => seen.push(ids) });
    expect(seen.map((ids) => ids.length)).toEqual([2, 1, 0]);
  });
});

describe("the order of findings", () => {
  const of = (
    code: Problem["code"],
    params: TextFacts | { variant: "missing"; model: string } = {},
    rest: Circumstances = {},
  ): Problem => problemOf<Problem["code"]>(code, params, rest);
  const codes = (problems: readonly Problem[]) =>
    problems.map(({ code, follows }) => (follows ? `${code} < ${follows}` : code));

  it("is worst first, and equals as they were found", () => {
    const found = [of("price-drift"), of("rate-limited"), of("missing-key"), of("content-filter")];
    expect(codes(ordered(found))).toEqual(["missing-key", "content-filter", "rate-limited", "price-drift"]);
  });

  it("orders a mild cause before what it explains, and both before less severe findings", () => {
    const found = [of("upstream-5xx"), of("tls-error"), of("clock-skew"), of("rate-limited")];
    expect(codes(ordered(found))).toEqual([
      "upstream-5xx",
      "clock-skew",
      "tls-error < clock-skew",
      "rate-limited",
    ]);
  });

  it("makes one of a cause and what the gateway answered to it, as bad as the worse of both", () => {
    const stale = of("stale-model-id", { model: "qwen-plus" }, { evidence: ["id = qwen-plus"] });
    const answer = of("no-available-channel", { model: "qwen-plus" }, { evidence: ["No available channel"] });
    const other = of("no-available-channel", { model: "kimi-k2.5" });
    const [first, ...rest] = ordered([stale, answer, other]);
    expect(first).toMatchObject({
      code: "stale-model-id",
      severity: "error",
      evidence: ["id = qwen-plus", "No available channel"],
    });
    expect(codes(rest)).toEqual(["no-available-channel"]);
  });

  it("never raises a severity because of the log", () => {
    const stale = of("stale-model-id", { model: "qwen-plus" });
    const seen = { count: 3, state: "fresh" } as const;
    const logged = of("no-available-channel", { model: "qwen-plus" }, { seen, severity: "warning" });
    const [only, ...rest] = ordered([stale, logged]);
    expect([only?.severity, only?.seen, rest]).toEqual([undefined, seen, []]);
  });

  it("blames a schema error on what breaks the config, not on what is only missing", () => {
    const missing = of(
      "misplaced-compat",
      { variant: "missing", model: "qwen3-max" },
      { severity: "warning" },
    );
    expect(codes(ordered([of("config-schema"), missing]))).toEqual(["config-schema", "misplaced-compat"]);
    expect(codes(ordered([of("config-schema"), of("misplaced-compat")]))).toEqual([
      "misplaced-compat",
      "config-schema < misplaced-compat",
    ]);
  });
});
