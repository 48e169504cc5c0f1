import fc from "fast-check";
import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import type { SyntaxFault } from "../../../src/core/change/index.ts";
import { fixSyntax } from "../../../src/core/edit/index.ts";

const pretty = `{
  // my config
  "gateway": { "mode": "local" },
  "models": {
    "providers": {
      "aisa": {
        "baseUrl": "https://api.aisa.one/v1",
        "apiKey": "\${AISA_API_KEY}", // from .env
        "models": [
          { "id": "qwen3-max", "name": "Qwen3 Max" },
          { "id": "kimi-k2.5", "name": "Kimi, K2.5" }
        ]
      }
    }
  }
}
`;
const value = JSON5.parse(pretty);

describe("a typing error", () => {
  it.each<[SyntaxFault, string, string]>([
    ["comma-missing", '"https://api.aisa.one/v1",', '"https://api.aisa.one/v1"'],
    ["comma-missing", '}",', '}"'],
    ["comma-missing", '},\n          { "id": "kimi', '}\n          { "id": "kimi'],
    ["comma-missing", '"qwen3-max", "name"', '"qwen3-max" "name"'],
    ["comma-extra", '"local" },', '"local" },,'],
    ["colon-missing", '"apiKey":', '"apiKey"'],
    ["colon-missing", '"apiKey":', '"apiKey" ='],
    ["quote-missing", '/v1",', "/v1,"],
    ["bracket-missing", "  }\n}\n", "  }\n"],
    ["bracket-extra", "  }\n}\n", "  }\n}\n}\n"],
    ["wrong-character", '"local" },', '"local" }，'],
    ["wrong-character", '"gateway":', "“gateway”："],
    ["wrong-character", '"gateway"', '“gateway"'],
  ])("is corrected: %s, %j written as %j", (fault, good, bad) => {
    const broken = pretty.replace(good, () => bad);
    const fixed = fixSyntax(broken);
    expect(fixed && JSON5.parse(fixed.text)).toEqual(value);
    expect(fixed?.faults[0]?.fault).toBe(fault);
    const [{ offset = -1 } = {}] = fixed?.faults ?? [];
    const from = pretty.indexOf(good);
    expect(offset).toBeGreaterThanOrEqual(from);
    expect(offset).toBeLessThanOrEqual(from + Math.max(good.length, bad.length));
  });

  it("is corrected together with others, the comments kept", () => {
    const broken = pretty
      .replace('/v1",', '/v1"')
      .replace('}",', '}"')
      .replace('max", "name"', 'max"， "name"');
    const fixed = fixSyntax(broken);
    expect(fixed?.text).toBe(pretty);
    expect(fixed?.faults.map((one) => one.fault)).toEqual([
      "comma-missing",
      "comma-missing",
      "wrong-character",
    ]);
  });

  it.each([
    ["nothing", ""],
    ["a file that was cut short", pretty.slice(0, 200)],
    ["an inner bracket", pretty.replace("        ]\n", "")],
    ["a bracket of another kind", pretty.replace("        ]\n", "        }\n")],
    ["a key without its first quote", pretty.replace('"apiKey"', 'apiKey"')],
    ["a value without its first quote", pretty.replace('"https', "https")],
    ["a value that ends in the middle of a line", pretty.replace('K2.5" }', "K2.5 }")],
    ["a list as root", "[1 2]"],
    ["a valid text", pretty],
  ])("is not guessed at: %s", (_, text) => {
    expect(fixSyntax(text)).toBe(undefined);
  });
});

it("never gives a text another meaning than before a comma, colon or bracket was lost, doubled or mistyped", () => {
  const bare = pretty.replace(/"[^"]*"|\/\/.*/g, (string) => " ".repeat(string.length));
  const places = [...bare.matchAll(/[,:{}[\]]/g)].map((match) => match.index);
  const mistyped: Record<string, string> = {
    ",": "，",
    ":": "：",
    "{": "｛",
    "}": "｝",
    "[": "［",
    "]": "］",
  };
  const slips = fc.tuple(fc.constantFrom(...places), fc.constantFrom("lost", "doubled", "mistyped"));
  fc.assert(
    fc.property(slips, slips, fc.boolean(), (one, other, isBoth) => {
      let text = pretty;
      for (const [at, slip] of (isBoth ? [one, other] : [one]).sort((a, b) => b[0] - a[0])) {
        const char = pretty[at] ?? "";
        const fresh = { lost: "", doubled: char + char, mistyped: mistyped[char] ?? "" }[slip] ?? "";
        text = text.slice(0, at) + fresh + text.slice(at + 1);
      }
      const fixed = fixSyntax(text);
      if (fixed) expect(JSON5.parse(fixed.text)).toEqual(value);
    }),
    { numRuns: 500 },
  );
});
