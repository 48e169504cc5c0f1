import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sealedPaint } from "../../../src/adapters/terminal/paint.ts";
import { createGate, escapeJson, plain } from "../../../src/core/text/index.ts";

const gate = createGate("471108151234");
const { red, bold, dim } = sealedPaint(gate);
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
// Everything that ends up on screens: control characters far more often than chance would have them.
const hostile = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0x9f }),
      fc.constantFrom(0x1b, 0x5b, 0x5d, 0x6d, 0x61c, 0x200e, 0x202e, 0x2066, 0x4711),
      fc.integer({ min: 0, max: 0xffff }),
    ),
    { maxLength: 40 },
  )
  .map((codes) => String.fromCharCode(...codes));

describe("the gate at the end of output", () => {
  it.each([
    ["a colour of somebody else", "a\u001b[31mb\u001b[0mc", "abc"],
    ["a link", "\u001b]8;;http://evil.example\u0007here\u001b]8;;\u001b\\!", "here!"],
    ["a title that never ends", "x\u001b]0;title\ny", "x\ny"],
    ["C1 sequences", "a\u009b2Jb\u009d0;t\u009cc", "abc"],
    ["a lone carriage return", "fine\rfake", "finefake"],
    ["line ends of Windows", "a\r\nb", "a\nb"],
    ["backspace, bell, NUL and DEL", "a\bb\u0007c\u0000d\u007fe", "abcde"],
    ["bidirectional controls", "a\u202eb\u2066c\u200fd\u061ce", "abcde"],
    ["newline, tab and what is no control", "a\n\tb·é语👩‍👩‍👧", "a\n\tb·é语👩‍👩‍👧"],
    ["a seal with other digits", "a\u001b[4711;815;1234;31mb", "ab"],
  ])("drops or keeps %s", (_name, text, shown) => {
    expect(gate.open(text)).toBe(shown);
    expect(plain(text)).toBe(shown);
  });

  it("passes our own colours, also nested and around foreign escapes", () => {
    expect(gate.open(red("x"))).toBe("\u001b[31mx\u001b[39m");
    expect(gate.open(bold(`a${dim("b")}c`))).toBe("\u001b[1ma\u001b[2mb\u001b[22m\u001b[1mc\u001b[22m");
    expect(gate.open(red("a\u001b[32mb"))).toBe("\u001b[31mab\u001b[39m");
    expect(gate.open(`\u001b]${red("x")}\u001b[`)).toBe("\u001b[31mx\u001b[39m");
  });

  it("passes our own links, and no others", () => {
    const link = (text: string) => `\u001b]8;;file:///a%20b.md#c\u001b\\${text}\u001b]8;;\u001b\\`;
    expect(gate.open(gate.seal(link("x")))).toBe(link("x"));
    expect(gate.open(link("x"))).toBe("x");
    expect(gate.open(`${gate.seal(link("x"))}${red("y")}${link("z")}`)).toBe(
      `${link("x")}\u001b[31my\u001b[39mz`,
    );
    expect(gate.open(link("x").replaceAll("8;;", "8;id=4711:0815:1235;"))).toBe("x");
  });

  it("removes every escape that it did not seal", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 5 }), (texts) => {
        const line = texts.map((text, index) => (index % 2 === 0 ? text : red(text))).join("");
        const ours = (gate.open(line).match(/\u001b\[(?:31|39)m/g) ?? []).length;
        const shown = gate.open(line).replace(/\u001b\[(?:31|39)m/g, "");
        expect(shown).not.toMatch(forbidden);
        expect(plain(line)).not.toMatch(forbidden);
        // Chalk closes and opens a colour at every line end.
        const sealed = (line.match(/\u001b\[4711;0815;1234;\d+m/g) ?? []).length;
        expect(ours).toBe(sealed);
      }),
    );
  });

  it("escapes in JSON what it allows raw, and changes no value", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = escapeJson(JSON.stringify({ [text]: text }));
        expect(json).not.toMatch(forbidden);
        expect(JSON.parse(json)).toEqual({ [text]: text });
      }),
    );
  });
});
