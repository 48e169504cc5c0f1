import { describe, expect, it } from "vitest";
import { type Problem, problemOf } from "../../src/core/problem/problem.ts";
import { ordered } from "../../src/doctor/causes.ts";

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
  it.each(kinds)("takes work that grows with their number only: findings %s", (_, make) => {
    const few = reads(findings(100, make), ordered);
    const many = reads(findings(1000, make), ordered);
    expect(few).toBeGreaterThan(100);
    expect(many).toBeLessThan(11 * few);
  });

  it("takes work that grows with their number only: one cause of all of them", () => {
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
