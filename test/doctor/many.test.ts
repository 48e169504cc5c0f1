import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { type Problem, problemOf } from "../../src/core/problem/problem.ts";
import { ordered } from "../../src/doctor/causes.ts";
import { checks } from "../../src/doctor/checks/index.ts";
import { createFacts, FactUnavailable, type Gatherers } from "../../src/doctor/facts.ts";
import { joinFixes } from "../../src/doctor/fixes.ts";
import { runChecks } from "../../src/doctor/run.ts";

/** What some work reads of each of these problems: its calls of `get`, counted. */
function reads(problems: readonly Problem[], work: (counted: readonly Problem[]) => void): number {
  let count = 0;
  work(
    problems.map(
      (one) =>
        new Proxy(one, {
          get: (target, name, self) => {
            count += 1;
            return Reflect.get(target, name, self);
          },
        }),
    ),
  );
  return count;
}

const seen = { count: 2, state: "fresh" } as const;
const fix = [{ file: "openclaw.json", format: "json5", changes: [] }] as const;

/** Findings of one kind, each about a model of its own. */
const kinds: readonly [string, (model: string) => readonly Problem[]][] = [
  ["that nothing explains", (model) => [problemOf("missing-metadata", { model, keys: ["name"] }, { fix })]],
  [
    "of two kinds for each model",
    (model) => [
      problemOf("missing-metadata", { model, keys: ["name"] }, { fix }),
      problemOf("misplaced-compat", { model, variant: "missing" }, { fix, severity: "warning" }),
    ],
  ],
  [
    "that are explained by one of the same model",
    (model) => [
      problemOf("misplaced-compat", { model, variant: "missing" }, { fix }),
      problemOf("developer-role-unsupported", { model, status: 400 }, { fix }),
    ],
  ],
  [
    "that another of the same model absorbs",
    (model) => [
      problemOf("model-not-found", { model }, { evidence: [model] }),
      problemOf("no-available-channel", { model }, { evidence: [`no channel for ${model}`] }),
    ],
  ],
  [
    "that the log tells of again",
    (model) => [
      problemOf("no-available-channel", { model }),
      problemOf("no-available-channel", { model }, { seen }),
    ],
  ],
  ["that differ by their model alone", (model) => [problemOf("rate-limited", { model, status: 429 })]],
];

const findings = (count: number, make: (model: string) => readonly Problem[]) =>
  Array.from({ length: count }, (_, index) => make(`model-${index}`)).flat();

describe("ordering findings", () => {
  it.each(kinds)("takes work proportional to their number: findings %s", (_, make) => {
    const few = reads(findings(100, make), ordered);
    const many = reads(findings(1000, make), ordered);
    expect(few).toBeGreaterThan(100);
    expect(many).toBeLessThan(11 * few);
  });

  it("takes work proportional to their number: one cause of all of them", () => {
    const make = (model: string) => [
      problemOf("config-schema", { path: model, variant: "missing" } as const),
    ];
    const all = (count: number) => [
      problemOf("flat-env-block", { path: "env.AISA_API_KEY", replacement: "env.vars" }),
      ...findings(count, make),
    ];
    expect(reads(all(1000), ordered)).toBeLessThan(11 * reads(all(100), ordered));
    expect(ordered(all(3)).map((one) => one.follows)).toEqual([
      undefined,
      ...Array(3).fill("flat-env-block"),
    ]);
  });
});

/** A value and all that is in it, which counts what is read of it. */
function counted<T>(value: T, count: () => void): T {
  if (typeof value !== "object" || value === null) return value;
  const inner = new Map<string | symbol, unknown>();
  return new Proxy(value, {
    get: (target, name) => {
      count();
      if (!inner.has(name)) inner.set(name, counted(Reflect.get(target, name), count));
      return inner.get(name);
    },
  });
}

/** How often the checks read a config, and what they find. */
async function judge(value: unknown, live: readonly string[]) {
  let count = 0;
  const read = counted(value, () => {
    count += 1;
  });
  const file = "/openclaw.json";
  const facts: Partial<Gatherers> = {
    catalog: async () => catalog,
    config: async () => ({ file, value: read, at: () => ({ file }), twice: () => [] }),
    models: async () => ({ ok: true, value: live.map((id) => ({ id })) }),
    version: async () => "2026.9.6",
  };
  const others: ProxyHandler<typeof facts> = {
    get: (known, name: keyof Gatherers) =>
      known[name] ??
      (async () => {
        throw new FactUnavailable("no-config");
      }),
  };
  const results = await runChecks(checks, createFacts(new Proxy(facts, others) as Gatherers), () => 0);
  return { count, problems: results.flatMap((one) => one.problems) };
}

const each = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

const configs: readonly [string, (count: number) => unknown][] = [
  [
    "bare entries",
    (count) => ({ models: { providers: { aisa: { models: each(count, (at) => ({ id: `m-${at}` })) } } } }),
  ],
  [
    "references without entry",
    (count) => ({
      models: { providers: { aisa: { models: [] } } },
      agents: { defaults: { model: { primary: "aisa/a", fallbacks: each(count, (at) => `aisa/x-${at}`) } } },
    }),
  ],
  [
    "fallbacks without prefix",
    (count) => ({
      models: { providers: { aisa: { models: each(count, (at) => ({ id: `m-${at}` })) } } },
      agents: { defaults: { model: { primary: "m-0", fallbacks: each(count, (at) => `m-${at}`) } } },
    }),
  ],
  [
    "references without prefix, and an allowlist",
    (count) => ({
      models: { providers: { aisa: { models: each(count, (at) => ({ id: `m-${at}` })) } } },
      agents: {
        defaults: {
          model: { primary: "m-0" },
          models: Object.fromEntries(each(count, (at) => [`openai/m-${at}`, {}])),
        },
      },
    }),
  ],
];

describe("judging a config", () => {
  it.each(configs)("reads it in proportion to its length: %s", async (_, make) => {
    const live = ["m-0", "qwen3-max"];
    const [few, many] = [await judge(make(30), live), await judge(make(300), live)];
    expect(few.problems.filter((one) => one.code === "check-crashed")).toEqual([]);
    expect(few.problems.length).toBeGreaterThan(20);
    expect(many.count).toBeLessThan(11 * few.count);
  });
});

describe("joining fixes", () => {
  it("takes work proportional to their number", () => {
    const work = (length: number) => {
      let count = 0;
      const problems = each(length, (index) =>
        problemOf(
          "missing-metadata",
          { model: `m-${index}`, keys: ["name"] },
          {
            fix: [
              {
                file: "f",
                format: "json5",
                changes: [{ op: "set", path: ["models", index, "name"], value: "" }],
              },
            ],
          },
        ),
      );
      expect(
        joinFixes(
          counted(problems, () => {
            count += 1;
          }),
        ).taken,
      ).toHaveLength(length);
      return count;
    };
    expect(work(300)).toBeLessThan(11 * work(30));
  });
});
