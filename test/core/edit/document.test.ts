import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { nodeAt, parseDocument, parseValue } from "../../../src/core/edit/document.ts";

// Texts that are JSON too, and so never reach json5: it must not show.
const plain = [
  '{"a": 1, "b": [true, false, null], "c": {"d": "x"}}',
  '{"a": 1, "b": 2, "a": 3}',
  '{"__proto__": {"polluted": true}, "prototype": 1}',
  '{"10": 1, "2": 2, "": 3}',
  '{"zero": -0, "huge": 1e999, "small": 1e-999, "long": 12345678901234567890}',
  '{"escapes": "\\u0041\\ud800\\/\\b\\n", "raw": "密钥 🦞"}',
  " \r\n\t{ }\n",
  '"text"',
];

describe("the keys of a document", () => {
  it.each([
    ["plain", "plain"],
    ["$_0", "$_0"],
    ["'it is \"so\"'", 'it is "so"'],
    ['"a/b.c"', "a/b.c"],
    ['"\\u0061\\n"', "a\n"],
    ["\\u0061b", "ab"],
    ["键", "键"],
    ['""', ""],
  ])("stand for what json5 reads: %s", (token, name) => {
    const text = `{ ${token} : 1 }`;
    expect(JSON5.parse(text)).toEqual({ [name]: 1 });
    expect(nodeAt(parseDocument(text, "openclaw.json"), [name])?.node.kind).toBeDefined();
  });
});

describe("a text that is plain JSON", () => {
  it.each(plain)("has the value that json5 reads: %s", (text) => {
    const value = parseValue(text);
    expect(value).toStrictEqual(JSON5.parse(text));
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON5.parse(text)));
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("has raw line separators in its strings without a word on the console", () => {
    expect(parseValue('{"a": "x\u2028y\u2029"}')).toEqual({ a: "x\u2028y\u2029" });
  });

  it("is distinguished from JSON5; anything else is rejected with its place", () => {
    expect(parseValue("\uFEFF{a: 'x', /* why */ b: +.5,}")).toEqual({ a: "x", b: 0.5 });
    expect(() => parseDocument('{\n  "a": 1\n  "b": 2\n}', "openclaw.json")).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({
          code: "config-syntax",
          at: expect.objectContaining({ line: 2, column: 9 }),
        }),
      }),
    );
  });
});
