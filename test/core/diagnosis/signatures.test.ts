import { describe, expect, it } from "vitest";
import { makeJudge, type Rules } from "../../../src/core/diagnosis/judge.ts";
import { noise, signatures } from "../../../src/core/diagnosis/signatures/index.ts";
import { unwrap } from "../../../src/core/diagnosis/unwrap.ts";

const judgeAll = makeJudge({ signatures, noise });

/** What a text is taken for, and how surely. */
function verdict(judge: ReturnType<typeof makeJudge>, text: string): string {
  const plain = unwrap(text);
  const first = judge(plain.text, plain.status)[0]?.signature;
  return first ? `${first.code}, ${first.weight}` : "other";
}

/** Examples that are explained in the same way by other rules. */
function idle(rules: Rules, examples: readonly string[]): readonly string[] {
  const judge = makeJudge(rules);
  return examples.filter((text) => verdict(judge, text) === verdict(judgeAll, text));
}

const rows = signatures.map((row) => [`${row.code}: ${row.phrase}`, row] as const);

describe("every signature", () => {
  it.each(rows)("%s explains its examples and alone decides one", (_name, row) => {
    for (const text of row.examples) {
      const plain = unwrap(text);
      const matches = judgeAll(plain.text, plain.status);
      expect([text, matches[0]?.signature.code]).toEqual([text, row.code]);
      expect(matches.map((match) => match.signature)).toContain(row);
    }
    const without = { signatures: signatures.filter((one) => one !== row), noise };
    expect(idle(without, row.examples).length).toBeLessThan(row.examples.length);
  });

  it("occurs once", () => {
    const names = rows.map(([name]) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe("every sentence that names no cause", () => {
  it.each(noise.map((one) => [one.phrase, one] as const))("%s is passed over", (_name, one) => {
    expect(one.examples.length).toBeGreaterThan(0);
    expect(idle({ signatures, noise: noise.filter((other) => other !== one) }, one.examples)).toEqual([]);
  });
});
