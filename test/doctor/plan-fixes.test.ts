import { describe, expect, it } from "vitest";
import type { Change, FileChange } from "../../src/core/change/change.ts";
import { applyToValue } from "../../src/core/edit/apply-value.ts";
import { get } from "../../src/core/json/value.ts";
import { fail, type Problem, problemOf } from "../../src/core/problem/problem.ts";
import { joinFixes } from "../../src/doctor/fixes.ts";
import { planFixes } from "../../src/doctor/plan-fixes.ts";

const file = "/openclaw.json";

function problem(code: Problem["code"], ...changes: readonly Change[]): Problem {
  return problemOf<Problem["code"]>(code, {}, { fix: [{ file, format: "json5", changes }] });
}

const set = (path: string, value: unknown): Change => ({ op: "set", path: path.split("."), value });

type Judge = (value: unknown) => readonly Problem[];

/** Plans on a value; a judge looks at it after every round. */
async function fixed(start: unknown, judge: Judge) {
  const after = (files: readonly FileChange[]) =>
    files.reduce((value, one) => applyToValue(value, one.changes), start);
  const prospect = (value: unknown) => ({ problems: judge(value), state: JSON.stringify(value) });
  const planned = await planFixes(prospect(start), async (files) => prospect(after(files)));
  return { refused: planned.notices, value: after(planned.changes) };
}

/** A check that wants one value at one place. */
const wants =
  (code: Problem["code"], path: string, wanted: unknown): Judge =>
  (value) =>
    get(value, path.split(".")) === wanted ? [] : [problem(code, set(path, wanted))];

const all =
  (...judges: readonly Judge[]): Judge =>
  (value) =>
    judges.flatMap((judge) => judge(value));

describe("planning fixes", () => {
  it("continues until nothing is left: one fix requires another", async () => {
    const chain: Judge = (value) => {
      const step = Number(get(value, ["step"]));
      return step < 5 ? [problem("missing-metadata", set("step", step + 1))] : [];
    };
    expect((await fixed({ step: 0 }, chain)).value).toEqual({ step: 5 });
  });

  it("rejects contradicting fixes by name, and applies the others", async () => {
    const judge = all(
      wants("wrong-api-type", "api", "a"),
      wants("config-schema", "api", "b"),
      wants("wrong-base-url", "url", "right"),
      (value) => (get(value, ["api"]) === "a" ? wants("missing-metadata", "after", "it")(value) : []),
    );
    const { value, refused } = await fixed({ api: "c", url: "wrong" }, judge);
    expect(value).toEqual({ api: "c", url: "right" });
    expect(refused).toEqual([
      { code: "fix-conflict", params: { path: "api", checks: ["wrong-api-type", "config-schema"] } },
    ]);
  });

  it("applies the others if one fix cannot be applied", async () => {
    const impossible = problem("missing-metadata", set("locked", 1));
    const judge = all(
      () => [impossible],
      wants("wrong-api-type", "api", "a"),
      wants("wrong-base-url", "url", "u"),
    );
    const present = { problems: judge({}), state: "{}" };
    const planned = await planFixes(present, async (files) => {
      const changes = files.flatMap((one) => one.changes);
      if (changes.some((one) => one.path[0] === "locked"))
        throw fail("edit-refused", { variant: "occupied", path: "locked" });
      const value = applyToValue({}, changes);
      return { problems: judge(value), state: JSON.stringify(value) };
    });
    const places = planned.changes.flatMap((one) => one.changes).map((one) => one.path[0]);
    expect(places.sort()).toEqual(["api", "url"]);
    expect(planned.notices.map((one) => one.code)).toEqual(["edit-refused"]);
  });

  it("stops with what was planned if fixes never end", async () => {
    const endless: Judge = (value) => [problem("missing-metadata", set("n", Number(get(value, ["n"])) + 1))];
    expect(Number(get((await fixed({ n: 0 }, endless)).value, ["n"]))).toBeGreaterThan(0);
  });
});

describe("joining fixes", () => {
  const paths = (problems: readonly Problem[]) =>
    joinFixes(problems)
      .files.flatMap((one) => one.changes)
      .map((one) => `${one.op} ${one.path.join(".")}`);
  const remove = (...path: readonly (string | number)[]): Change => ({ op: "remove", path });

  it("removes from the end of a list, and from inside before outside", () => {
    const problems = [
      problem("duplicate-entries", remove("models", 1)),
      problem("misplaced-compat", remove("models", 2, "x")),
      problem("duplicate-entries", remove("models", 10)),
    ];
    expect(paths(problems)).toEqual(["remove models.10", "remove models.2.x", "remove models.1"]);
  });

  it("leaves for later what another fix changes, contains, or renames to", () => {
    const rename = (from: string, to: string): Change => ({ op: "rename", path: ["m", from], value: to });
    expect(
      paths([problem("missing-prefix", rename("a", "c")), problem("missing-prefix", rename("b", "c"))]),
    ).toEqual(["rename m.a"]);
    expect(
      paths([problem("config-schema", set("m", {})), problem("missing-metadata", set("m.name", "x"))]),
    ).toEqual(["set m"]);
    expect(
      paths([problem("missing-metadata", set("m.name", "x")), problem("duplicate-entries", remove("m"))]),
    ).toEqual(["set m.name"]);
  });

  it("counts equal changes once, and appends beside each other", () => {
    const append = (value: string): Change => ({ op: "append", path: ["list"], value });
    const problems = [append("a"), append("a"), append("b")].map((one) =>
      problem("allowlist-hides-model", one),
    );
    expect(paths(problems)).toEqual(["append list", "append list"]);
  });
});
