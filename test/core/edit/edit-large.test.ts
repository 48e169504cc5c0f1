import fc from "fast-check";
import JSON5 from "json5";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sameValue } from "../../../src/core/edit/apply-value.ts";
import { parseDocument, positionOf } from "../../../src/core/edit/document.ts";
import { edit } from "../../../src/core/edit/edit.ts";
import { routeChanges } from "../../../src/core/edit/route-changes.ts";
import { type Splice, splice } from "../../../src/core/edit/splice.ts";
import { formatValue, styleOf } from "../../../src/core/edit/text-style.ts";
import { verify } from "../../../src/core/edit/verify.ts";
import { Failure } from "../../../src/core/problem/problem.ts";
import { diffLines } from "../../../src/core/text/diff.ts";
import { redact } from "../../../src/core/text/redact.ts";
import { generateText, generateValue, Tape, tapes } from "../../helpers/json5-text.ts";

const file = "/home/ann/.openclaw/openclaw.json";

// json5 itself warns of every raw U+2028; ours must not, which another test holds.
beforeAll(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe("a large text", () => {
  const padding = `/* ${"long ".repeat(45_000)} */`;

  it("is edited as a small one is", () => {
    const property = fc.property(tapes(200), tapes(40), (shape, numbers) => {
      const { text, parts } = generateText(new Tape(shape));
      const tape = new Tape(numbers);
      const { path } = parts[tape.below(parts.length)] ?? { path: [] };
      const change = tape.once(3)
        ? ({ op: "remove", path: path.length > 0 ? path : ["a"] } as const)
        : ({ op: "set", path: path.length > 0 ? path : ["new"], value: generateValue(tape) } as const);
      const attempt = (whole: string) => {
        try {
          return edit(parseDocument(whole, file), [change]);
        } catch (error) {
          return String((error as Error).message);
        }
      };
      const small = attempt(text);
      expect(attempt(text + padding)).toBe(small.startsWith("edit-refused") ? small : small + padding);
    });
    fc.assert(property, { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 60) });
  });

  // The proof of a large text leaves out what no splice touches; it must not pass what the whole text would not.
  it("is never passed with a splice that spoils it", () => {
    const junk = [
      "/*",
      "*/",
      "//",
      ",",
      '"',
      "'",
      "{",
      "}",
      "[",
      "]",
      ":",
      "0",
      "\\",
      "\n",
      " ",
      "x: 1,",
      "",
    ] as const;
    let passed = 0;
    const property = fc.property(tapes(200), tapes(40), (shape, numbers) => {
      const whole = generateText(new Tape(shape)).text + padding;
      const tape = new Tape(numbers);
      const document = parseDocument(whole, file);
      const { root } = document.scan();
      const splices: Splice[] = [];
      for (let at = root.start + 1 + tape.below(20), count = 0; count < 3 && at < root.end - 1; count += 1) {
        const end = Math.min(root.end - 1, at + tape.below(4));
        splices.push({ start: at, end, text: tape.pick(junk), replaced: tape.once(2) });
        at = end + 1 + tape.below(30);
      }
      const text = splice(whole, splices);
      const value = (() => {
        try {
          return JSON5.parse(text);
        } catch {
          return undefined;
        }
      })();
      for (const expected of [document.value, value]) {
        try {
          verify(document, expected, splices, text);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          continue;
        }
        passed += 1;
        expect(sameValue(value, expected), `${JSON.stringify(splices)} in ${whole.slice(0, 2_000)}`).toBe(
          true,
        );
      }
    });
    fc.assert(property, { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 60) });
    expect(passed).toBeGreaterThan(0);
  });

  const entries = Array.from(
    { length: 5_000 },
    (_, index) => `    k${index}: { id: "v${index}", on: true }, // ${index}`,
  );
  const large = `{\n  env: {\n${entries.join("\n")}\n  },\n  list: [1, 2, 3],\n  models: {},\n}\n`;

  it("changes where it is asked to, wherever that is", () => {
    const document = parseDocument(large, file);
    for (const [key, from, to] of [
      ["k0", '"v0"', '"new"'],
      ["k2500", '"v2500"', '"new"'],
      ["k4999", '"v4999"', '"new"'],
    ] as const) {
      const text = edit(document, [{ op: "set", path: ["env", key, "id"], value: "new" }]);
      expect(text).toBe(large.replace(`${key}: { id: ${from}`, `${key}: { id: ${to}`));
    }
    const removed = edit(document, [{ op: "remove", path: ["env", "k2500"] }]);
    expect(removed).toBe(large.replace(`${entries[2500]}\n`, "    // 2500\n"));
    const appended = edit(document, [{ op: "append", path: ["list"], value: 4 }]);
    expect(appended).toBe(large.replace("[1, 2, 3]", "[1, 2, 3, 4]"));
  });

  it.each<[string, Splice, object]>([
    ["is not readable", { start: -10, end: -10, text: " , , " }, {}],
    ["holds something else", { start: -5, end: -5, text: " x: 1 " }, {}],
    ["holds nothing new", { start: -5, end: -5, text: " " }, { models: { x: 1 } }],
  ])("is refused when the result %s", (_, { start, end, text }, change) => {
    const document = parseDocument(large, file);
    const at = (offset: number) => large.length + offset;
    const splices = [{ start: at(start), end: at(end), text }];
    const result = large.slice(0, at(start)) + text + large.slice(at(end));
    const expected = { ...(document.value as object), ...change };
    expect(() => verify(document, expected, splices, result)).toThrow("edit-refused");
  });

  it("keeps its other elements when one is removed and another added", () => {
    const list = Array.from({ length: 5_000 }, (_, index) => `    { id: ${index} }, // ${index}`);
    const text = `{\n  list: [\n${list.join("\n")}\n  ],\n}\n`;
    const edited = edit(parseDocument(text, file), [
      { op: "remove", path: ["list", 10] },
      { op: "append", path: ["list"], value: { id: "z" } },
    ]);
    const expected = text
      .replace("    { id: 10 }, // 10\n", "    // 10\n")
      .replace(/\n {2}\],/, '\n    { id: "z" },\n  ],');
    expect(edited.replace(/\{\n\s+id: "z",\n\s+\}/, '{ id: "z" }')).toBe(expected);
  });
});

describe("a text ten thousand levels deep", () => {
  const depth = 10_000;
  const deep = (core: string) => `${'{"a":['.repeat(depth / 2)}${core}${"]}".repeat(depth / 2)}`;
  const path = Array.from({ length: depth / 2 }, () => ["a", 0]).flat();
  const text = `{ // deep\n  x: ${deep("1")},\n  $include: "./other.json5",\n}\n`;

  it("is edited at its deepest place and at its outermost", () => {
    const document = parseDocument(text, file);
    expect(edit(document, [{ op: "set", path: ["x", ...path], value: 2 }])).toBe(
      text.replace(deep("1"), deep("2")),
    );
    expect(edit(document, [{ op: "remove", path: ["x"] }])).not.toContain("[");
    expect(positionOf(document, ["x", ...path])).toMatchObject({ line: 2 });
  });

  it("accepts a deep value that differs only at its deepest level", () => {
    const levels = 30_000;
    const nested = (core: string) => `${'[{}, {"a": '.repeat(levels)}${core}${"}]".repeat(levels)}`;
    const document = parseDocument(`{ // deep\n  x: ${nested("1")},\n}\n`, file);
    const { value } = parseDocument(`{ "x": ${nested("2")} }`, file);
    const changed = edit(document, [{ op: "set", path: ["x"], value: (value as { x: unknown }).x }]);
    expect(changed).toBe(document.text.replace(nested("1"), nested("2")));
  });

  it("can be written, compared, shown and routed through its includes", () => {
    const document = parseDocument(text, file);
    const { value } = parseDocument(text, file);
    expect(sameValue(document.value, value)).toBe(true);
    const written = formatValue(value, styleOf(document), "");
    expect(sameValue(parseDocument(written, file).value, value)).toBe(true);
    expect(edit(document, [{ op: "set", path: ["y"], value }])).toContain(deep("1").slice(0, 5));
    expect(redact(text, ["sk-secret-0123456789"])).toBe(text);
    expect(diffLines(text, text.replace("deep", "deeper"))).toContainEqual(
      expect.objectContaining({ kind: "add", text: "{ // deeper" }),
    );
    const read = (name: string) => (name.endsWith("other.json5") ? text.replace("$include", "z") : undefined);
    const change = { file, format: "json5", changes: [{ op: "set", path: ["x"], value: 1 }] } as const;
    expect(routeChanges(change, document, read)).toHaveLength(1);
  });
});
