import fc from "fast-check";
import { expect, it } from "vitest";
import { redact } from "../../../src/core/text/index.ts";

const key = "sk-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1";
const bare = key.slice(3);
const hex = (text: string) => Buffer.from(text).toString("hex");
const escaped = (text: string) =>
  text.replace(/./g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
const disguises: Record<string, (text: string) => string> = {
  raw: (text) => text,
  "JSON escapes": escaped,
  URL: (text) => text.replace(/./g, (char) => `%${hex(char)}`),
  "decimal entities": (text) => text.replace(/./g, (char) => `&#${char.charCodeAt(0)};`),
  "hex entities": (text) => text.replace(/./g, (char) => `&#x${hex(char)};`),
  hex,
  "upper hex": (text) => hex(text).toUpperCase(),
  "hex with colons": (text) => hex(text).replace(/..(?!$)/g, "$&:"),
  base64: (text) => Buffer.from(text).toString("base64"),
  base64url: (text) => Buffer.from(text).toString("base64url"),
};

it.each(Object.entries(disguises))("hides a stretch of the key as %s at every alignment", (_, disguise) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: bare.length - 12 }),
      fc.integer({ min: 12, max: bare.length }),
      fc.constantFrom("", "a", "ab", "Bearer ", "x Bearer "),
      (from, length, lead) => {
        const part = bare.slice(from, from + length);
        const shown = disguise(part);
        const result = redact(`got <${disguise(lead + part)}> back`, [key]);
        expect(result).toContain("…");
        expect(result).not.toContain(shown.slice(4, -4));
      },
    ),
  );
});

it("hides the whole key when one of its letters is escaped", () => {
  const shown = redact(`{"seen":"\\u0073k-${bare}"}`, [key]);
  expect(shown).not.toContain(bare.slice(0, 8));
});

it("leaves ordinary text and words alone that a key happens to hold", () => {
  const text = "the provider answered without a configuration; see openclaw doctor";
  expect(redact(text, ["sk-configuration-Zq7Xw2Rt9Lm4"])).toBe(text);
});

it.each(["http://Zq7Xw2Rt9L@host/v1", "https://user:Zq7Xw2Rt9L@host/v1"])(
  "hides the credentials of %s",
  (url) => {
    expect(redact(url, [])).not.toContain("Zq7Xw2Rt9L");
  },
);

it.each(Object.entries(disguises))(
  "hides a stretch as %s where a part of a long text ends",
  (_, disguise) => {
    const shown = disguise(bare);
    for (const before of [1, shown.length >> 1, shown.length - 1]) {
      const result = redact(`${"~".repeat(64 * 1024 - before)}${shown}${"~".repeat(shown.length)}`, [key]);
      expect(result).toMatch(/^~+….{0,3}~+$/);
    }
  },
);
