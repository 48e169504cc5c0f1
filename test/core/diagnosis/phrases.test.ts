import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { anchorsOf, partsOfSignatures } from "../../../src/core/diagnosis/anchors.ts";
import { rankOfCauses } from "../../../src/core/diagnosis/causes.ts";
import { Finder, markSeams } from "../../../src/core/diagnosis/finder.ts";
import { parsePhrase, partSource } from "../../../src/core/diagnosis/phrase.ts";
import { noise, signatures } from "../../../src/core/diagnosis/signatures/index.ts";
import { marks } from "../../../src/core/diagnosis/speakers.ts";
import { vocabulary } from "../../../src/core/diagnosis/vocabulary.ts";
import { explainedCodes } from "../../../src/core/problem/codes.ts";
import { root } from "../../helpers/cli.ts";

function found(phrase: string, text: string, status?: number): string[] {
  const marked = markSeams(text);
  const spans = new Finder(marked, status).spansOf(parsePhrase(phrase));
  return spans.map(({ start, end }) => marked.slice(start, end).replaceAll("\u00ad", ""));
}

describe("a phrase", () => {
  it.each([
    ["api key", "no API_KEY here", ["API_KEY"]],
    ["api key", "InvalidApiKey", ["ApiKey"]],
    ["api key", "an 'api' - key", ["api' - key"]],
    ["api key", "a rapid key", []],
    ["api key", "api. key", []],
    ["token", "two tokens", ["tokens"]],
    ["token", "tokenizer", []],
    ["token*", "tokenizer", ["tokenizer"]],
    ["invalid (the) key", "invalid the key, invalid key", ["invalid the key", "invalid key"]],
    ["bad|wrong key", "a wrong key", ["wrong key"]],
    ["[not found|missing] here", "not found here", ["not found here"]],
    ["at most # tools", "at most 64 tools", ["at most 64 tools"]],
    ["model <id> is", "model acme/glm-x9 is", ["model acme/glm-x9 is"]],
    ["unknown <name>", "unknown acme/glm-x9", []],
    ["<path> : required", "agents.list.0: Required", ["agents.list.0: Required"]],
    ["key … missing", "the key that you sent is missing", ["key that you sent is missing"]],
    ["key … missing", "the key is here. Nothing is missing", []],
    ["missing … key", "the key is missing", []],
    ["missing ~ key", "the key is missing", ["key is missing"]],
    ["缺少 ~ 密钥", "请求缺少一个密钥", ["缺少一个密钥"]],
    ["缺少 ~ 密钥", "缺少参数，密钥正确", []],
    ["key & missing", "missing: a key", ["key"]],
    ["key & missing", "a key", []],
  ])("%s in %j", (phrase, text, expected) => {
    expect(found(phrase, text)).toEqual(expected);
  });

  it("with a status asks what the text names", () => {
    expect(found("<401>", "odd", 401)).toEqual([""]);
    expect(found("<401|403>", "odd", 404)).toEqual([]);
  });
});

const phrases = [
  ...signatures.map((row) => row.phrase),
  ...noise.map((one) => one.phrase),
  ...Object.values(marks).flat(),
];
const parts = phrases.flatMap((phrase) => parsePhrase(phrase).clauses.flatMap((clause) => clause.parts));

describe("every phrase", () => {
  it("is read in a number of steps that grows with the text alone", () => {
    for (const part of parts) {
      const source = partSource(part);
      // No repetition without a bound, none of another repetition, and nothing that matches the empty text.
      const bare = source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, "x");
      expect([part, /[*+]|\{\d+,\}/.exec(bare)?.[0]]).toEqual([part, undefined]);
      const bounds = [...bare.matchAll(/\{\d+,(\d+)\}/g)].map(([, most]) => Number(most));
      expect(Math.max(0, ...bounds)).toBeLessThanOrEqual(80);
      expect([part, new RegExp(source).test("")]).toEqual([part, false]);
    }
  });

  it("has at most two gaps, and looks on both sides of one only", () => {
    for (const { clauses } of phrases.map(parsePhrase))
      for (const { parts: inside, order } of clauses)
        expect(inside.length).toBeLessThanOrEqual(order === "near" ? 2 : 3);
  });

  it("is searched only where one of its anchors occurs", () => {
    for (const part of parts)
      for (const anchor of anchorsOf(part)) expect([part, anchor]).not.toEqual([part, ""]);
  });
});

it("the bundle has the anchors of every part of a signature", async () => {
  const { withAnchors } = (await import(join(root, "tools/known-anchors.js"))) as {
    withAnchors: { load: { handler(): Promise<string> } };
  };
  const anchors = partsOfSignatures().map((part) => anchorsOf(part).join("|"));
  const module = `data:text/javascript;base64,${Buffer.from(await withAnchors.load.handler()).toString("base64")}`;
  expect((await import(module)).knownAnchors).toEqual(anchors);
  const [file = ""] = readdirSync(join(root, "dist/chunks")).filter((name) => name.startsWith("diagnosis-"));
  const bundle = readFileSync(join(root, "dist/chunks", file), "utf8");
  expect(bundle).toContain(JSON.stringify(anchors).slice(0, 400));
});

describe("every building block", () => {
  it.each(Object.entries(vocabulary))("%s is used, and each of its forms is another", (name, forms) => {
    expect(parts.some((part) => part.includes(`{${name}}`))).toBe(true);
    expect(new Set(forms).size).toBe(forms.length);
    for (const form of forms) expect(new RegExp(partSource(form)).test("")).toBe(false);
  });
});

describe("the ranks of causes", () => {
  it("contain every code of an explained text once", () => {
    expect([...rankOfCauses].sort()).toEqual(Object.keys(explainedCodes).sort());
  });
});
