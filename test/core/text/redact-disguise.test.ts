import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { redact } from "../../../src/core/text/index.ts";
import { disguises } from "../../helpers/disguises.ts";

const key = "sk-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1";
const bare = key.slice(3);

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

it("keeps ordinary text and words that a key happens to contain", () => {
  const text = "the provider answered without a configuration; see openclaw doctor";
  expect(redact(text, ["sk-configuration-Zq7Xw2Rt9Lm4"])).toBe(text);
});

it.each(["http://Zq7Xw2Rt9L@host/v1", "https://user:Zq7Xw2Rt9L@host/v1"])(
  "hides the credentials of %s",
  (url) => {
    expect(redact(url, [])).not.toContain("Zq7Xw2Rt9L");
  },
);

const monotonous: Record<string, string> = {
  "lower-case letters": "qmvzkwpxrthgbnsdlyfj",
  capitals: "QMVZKWPXRTHGBNSDLYFJ",
  digits: "83920174650918273645",
  "8 characters": "Zq7Xw2Rt",
  "8 lower-case letters": "qmvzkwpx",
  "12 characters": "kd6-hs1.vb8=",
  "15 digits": "839201746509182",
};

it.each(
  Object.entries(monotonous).flatMap(([name, secret]) =>
    Object.entries(disguises)
      .filter(([disguise]) => disguise !== "raw")
      .map(([disguise, apply]) => [name, disguise, secret, apply] as const),
  ),
)("hides a key of %s as %s", (_name, _disguise, secret, apply) => {
  for (let from = 0; from + 8 <= secret.length; from += 3)
    for (const lead of ["", "a", "ab", "Bearer "]) {
      const part = secret.slice(from, from + 8);
      const shown = redact(`got <${apply(lead + part)}> back`, [secret]);
      expect(shown, lead + part).toMatch(/…|\*{3}/);
      expect(shown).not.toContain(apply(part));
    }
});

it.each(Object.entries(monotonous).filter(([, secret]) => secret.length >= 16))(
  "hides sixteen raw characters of a key of %s, and leaves eight alone that can be a word",
  (_name, secret) => {
    expect(redact(`got x${secret.slice(2, 18)}x back`, [secret])).toBe("got x…x back");
    expect(redact(`got x${secret.slice(2, 10)}x back`, [secret])).toContain(secret.slice(2, 10));
  },
);

it.each([
  "plain text with nothing in it. ",
  "%41&#65;\\u0041&amp;\\x41 ",
  "a0 b1 c2 ",
  "\\",
  "&",
  "12, 34, ",
])("leaves a long text of %j as it is", (piece) => {
  const text = piece.repeat(20_000);
  expect(redact(text, [key])).toBe(text);
});

it("works out only once what it looks for", () => {
  const encode = vi.spyOn(globalThis, "btoa");
  const secrets = [key, "sk-another-0123456789"];
  redact("first", secrets);
  const before = encode.mock.calls.length;
  for (let line = 0; line < 100; line += 1) redact(`line ${line}`, [...secrets]);
  expect(before).toBeGreaterThan(0);
  expect(encode).toHaveBeenCalledTimes(before);
  encode.mockRestore();
});

it.each(Object.entries(disguises))(
  "leaves a JSON document readable that holds the key as %s",
  (_, disguise) => {
    const pairs = Buffer.from(key).toString("hex").match(/../g) ?? [];
    const document = {
      said: [disguise(key), `"${disguise(bare)}"`],
      ids: pairs,
      of: { [pairs[0] ?? ""]: pairs[1] },
    };
    const shown = redact(JSON.stringify(document, null, 2), [key]);
    expect(JSON.parse(shown)).toMatchObject({ ids: pairs });
    expect(shown).not.toContain(JSON.stringify(disguise(key)).slice(1, -1));
  },
);

it("reads a long text in parts, so that its views stay small", () => {
  const decode = vi.spyOn(String.prototype, "matchAll");
  redact(`${"%41 plain text ".repeat(7000)}${key.slice(4)}`.repeat(10), [key]);
  const lengths = decode.mock.contexts.map(String).map((text) => text.length);
  decode.mockRestore();
  expect(Math.max(...lengths)).toBeGreaterThan(100_000);
  expect(Math.max(...lengths)).toBeLessThan(200_000);
});

it.each(Object.entries(disguises))("hides the key as %s over the end of a part", (_, disguise) => {
  const shown = disguise(bare);
  for (const back of [shown.length >> 1, 3]) {
    const lead = `${"some words ".repeat(12_000).slice(0, 128 * 1024 - back - 2)}: `;
    const text = redact(`${lead}${shown} ${"and more ".repeat(4)}`, [key]);
    expect(text.slice(lead.length)).toBe(redact(`: ${shown} ${"and more ".repeat(4)}`, [key]).slice(2));
    expect(text.slice(lead.length)).toContain("…");
  }
});
