import fc from "fast-check";
import { expect, it, vi } from "vitest";
import type { Change, Edit } from "../../../src/core/change/index.ts";
import { applyToValue } from "../../../src/core/edit/apply-value.ts";
import { edit, parseDocument } from "../../../src/core/edit/index.ts";
import { Failure } from "../../../src/core/problem/index.ts";

const each = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

/** How often a text is parsed while keys of one object are renamed. */
function parsesOf(count: number): number {
  const text = JSON.stringify({ agents: Object.fromEntries(each(count, (at) => [`old-${at}`, { at }])) });
  const document = parseDocument(text, "openclaw.json");
  const renames = each(
    count,
    (at): Edit => ({ op: "rename", path: ["agents", `old-${at}`], value: `new-${at}` }),
  );
  const parse = vi.spyOn(JSON, "parse");
  const after = edit(document, renames);
  const { length } = parse.mock.calls;
  parse.mockRestore();
  expect(after).toBe(text.replaceAll("old-", "new-"));
  return length;
}

it("renames many keys with as many parses as few", () => {
  expect(parsesOf(300)).toBe(parsesOf(3));
});

it.each([
  [
    "the key that another rename gives",
    { a: 1, c: 3 },
    [
      ["a", "b"],
      ["b", "d"],
    ],
    { d: 1, c: 3 },
  ],
  [
    "two keys that change places",
    { a: 1, b: 2 },
    [
      ["a", "x"],
      ["b", "a"],
      ["x", "b"],
    ],
    { b: 1, a: 2 },
  ],
] as const)("renames in order: %s", (_, before, names, after) => {
  const renames = names.map(([from, value]): Edit => ({ op: "rename", path: [from], value }));
  const text = edit(parseDocument(JSON.stringify(before), "openclaw.json"), renames);
  expect(text).toBe(JSON.stringify(after));
});

it("renames a key, and one below its new name", () => {
  const renames: Edit[] = [
    { op: "rename", path: ["a"], value: "b" },
    { op: "rename", path: ["b", "x"], value: "y" },
  ];
  expect(edit(parseDocument('{"a": {"x": 1}}', "openclaw.json"), renames)).toBe('{"b": {"y": 1}}');
});

it("copies the members of an object once, however many of them change", () => {
  const copies = (count: number) => {
    const models = Object.fromEntries(each(count, (at) => [`m-${at}`, { id: at }]));
    const changes = each(
      count,
      (at): Change => ({ op: "set", path: ["models", `m-${at}`, "name"], value: at }),
    );
    const define = vi.spyOn(Object, "defineProperty");
    applyToValue({ models }, changes);
    const { length } = define.mock.calls;
    define.mockRestore();
    return length;
  };
  expect(copies(30)).toBeGreaterThan(30);
  expect(copies(300)).toBeLessThan(11 * copies(30));
});

const name = fc.constantFrom("a", "b", "c");
const part = fc.oneof(name, fc.nat(2));
const path = fc.array(part, { minLength: 1, maxLength: 3 });
const value = fc.oneof(fc.nat(9), fc.jsonValue({ maxDepth: 1 }));
const some: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ op: fc.constant("set" as const), path, value }),
  fc.record({ op: fc.constant("append" as const), path, value }),
  fc.record({ op: fc.constant("remove" as const), path }),
  fc.record({
    op: fc.constant("rename" as const),
    path: fc.tuple(fc.array(part, { maxLength: 2 }), name).map(([above, last]) => [...above, last]),
    value: name,
  }),
);

/** The value that changes give, or why they are refused. */
function outcome(work: () => unknown): unknown {
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problem;
  }
}

it("produces for all changes at once what they produce one by one, without mutating the value", () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (changes) => {
      const root = { a: { a: 1, b: { c: [] } }, b: [{ a: 1 }, [2], 3], c: [] };
      const before = structuredClone(root);
      const alone = outcome(() =>
        changes.reduce<unknown>((state, one) => applyToValue(state, [one]), structuredClone(root)),
      );
      expect(outcome(() => applyToValue(root, changes))).toStrictEqual(alone);
      expect(root).toStrictEqual(before);
    }),
    { numRuns: 500 },
  );
});
