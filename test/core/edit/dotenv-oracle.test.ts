import { parse } from "dotenv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDotenv, parseDotenv } from "../../../src/core/edit/index.ts";
import { Failure } from "../../../src/core/problem/index.ts";

const name = "AISA_API_KEY";
const key = "sk-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1";
const eol = fc.constantFrom("\n", "\r\n", "\r", "\n\n", " \n", "");
const quoted = fc.constantFrom(
  "'a'",
  '"b # c"',
  "`d`",
  "'it\\'s'",
  '"x\\ny"',
  "'un",
  '"closed',
  "`so",
  "''",
  '"\n"',
);
const piece = fc.oneof(
  quoted,
  fc.constantFrom(
    "Heading:",
    "Heading: ",
    "export ",
    "export\n",
    "# comment",
    "#",
    "A=1",
    "B: 2",
    "C:3",
    "D = 4",
  ),
  fc.constantFrom(
    `${name}=`,
    `${name}=old`,
    `${name}: old`,
    `${name}:`,
    `export ${name}=`,
    `${name} = "old" # c`,
  ),
  fc.constantFrom(`${name}='one\ntwo'`, `${name}\n=x`, `${name}=#x`, `${name}=old#x`, `#${name}=no`),
  fc.constantFrom(
    "E=",
    "F='multi\nline'",
    'G="multi\r\nline" # c',
    "H=`a'b\"c`",
    "I=a#b",
    "J= spaced ",
    "K.L-M=x",
    "=",
    " ",
    "\t",
  ),
  fc.constantFrom(
    "\uFEFF",
    "\u2028",
    "\u00a0",
    "\v",
    "文=x",
    "\\",
    "\\'",
    '\\"',
    "'",
    '"',
    "`",
    "$&",
    "${A}",
  ),
);
const file = fc
  .tuple(fc.constantFrom("", "\uFEFF"), fc.array(fc.tuple(piece, eol), { maxLength: 8 }))
  .map(([mark, lines]) => mark + lines.flat().join(""));
const many = { numRuns: 4000 };

const readings = (text: string) => Object.fromEntries(parseDotenv(text));
const without = (variables: Record<string, string>) => ({ ...variables, [name]: undefined });

/** The edited text; undefined where the edit is refused. */
function edited(text: string, change: Parameters<typeof editDotenv>[1][number]): string | undefined {
  try {
    return editDotenv(text, [change]);
  } catch (error) {
    if (error instanceof Failure && error.problem.code === "edit-refused") return undefined;
    throw error;
  }
}

describe("a .env compared with dotenv's own reading", () => {
  it("is read alike", () => {
    fc.assert(
      fc.property(file, (text) => {
        expect(readings(text)).toEqual(parse(text));
      }),
      many,
    );
  });

  it("has the new value and all others unchanged after set, or the edit is rejected", () => {
    let refused = 0;
    fc.assert(
      fc.property(file, (text) => {
        const after = edited(text, { op: "set", path: [name], value: key });
        if (after === undefined) {
          refused += 1;
          return;
        }
        expect(parse(after)).toEqual({ ...parse(text), [name]: key });
        const others = text
          .split(/[\r\n]+/)
          .filter((line) => /^(?:#|[A-D] ?[=:])/.test(line) && !line.includes(name));
        for (const line of /['"`]/.test(text) ? [] : others) expect(after).toContain(line);
      }),
      many,
    );
    expect(refused).toBeLessThan(many.numRuns / 5);
  });

  it("has all others unchanged after remove, or the edit is rejected", () => {
    fc.assert(
      fc.property(file, (text) => {
        const after = edited(text, { op: "remove", path: [name] });
        if (after !== undefined) expect(parse(after)).toEqual(without(parse(text)));
      }),
      many,
    );
  });

  it.each([
    ["a heading on a line of its own", `Heading:\n${name}=x\n`, undefined],
    ["a heading with an empty line below", `Heading:\n\n${name}=x\n`, "x"],
    ["export on a line of its own", `export\n${name}=x\n`, "x"],
  ])("reads the variable below %s as dotenv does", (_, text, value) => {
    expect([parseDotenv(text).get(name), parse(text)[name]]).toEqual([value, value]);
  });

  it.each([
    ["Heading:\n", `Heading:\n\n${name}='${key}'\n`],
    [`${name}:\n# mine\n`, `${name}: '${key}'\n# mine\n`],
    [`${name}=\n\n# mine\nB=2\n`, `${name}='${key}'\n\n# mine\nB=2\n`],
  ])("writes into %j so that dotenv reads it", (text, after) => {
    expect(editDotenv(text, [{ op: "set", path: [name], value: key }])).toBe(after);
  });

  it("does not overwrite a line that a multi-line value contains", () => {
    expect(edited(`${name}:\nOTHER=1\n`, { op: "set", path: [name], value: key })).toBeUndefined();
  });

  it("keeps empty lines and comments around a variable that is removed", () => {
    const text = `A=1\n\n${name}=x # gone\n\n# mine\nB=2\n`;
    expect(editDotenv(text, [{ op: "remove", path: [name] }])).toBe("A=1\n\n\n# mine\nB=2\n");
  });
});
