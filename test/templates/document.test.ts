import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { entryFigures, findModel } from "../../src/core/models/catalog.ts";
import { resolveModel } from "../../src/core/models/model-ref.ts";
import { bareId } from "../../src/core/provider/provider.ts";
import { root } from "../helpers/cli.ts";

const file = join(root, "..", "shared", "facts", "skill-document.md");
const text = existsSync(file) ? readFileSync(file, "utf8") : "";

interface WrittenEntry {
  id: string;
  name: string;
  reasoning: boolean;
  input: string[];
  contextWindow: number;
  maxTokens: number;
  cost: object;
}

const section = (title: RegExp) => {
  const start = text.search(title);
  const rest = text.slice(start).replace(/^#+ [^\n]*\n/, "");
  return start === -1 ? "" : rest.slice(0, rest.search(/^#{1,3} /m));
};
const numbers = (line: string) =>
  [...line.matchAll(/[$]([\d.,]+)(?:-([\d.]+))?/g)].map((match) => [
    Number(match[1]),
    Number(match[2] ?? match[1]),
  ]);

// The provider's own document is not part of this repository; where it lies beside it, nothing may differ from it.
describe.skipIf(text === "")("the provider's document", () => {
  const block = text.match(/```json\n(\{\n {2}"models"[\s\S]*?)```/)?.[1] ?? "{}";
  const entries: WrittenEntry[] = block === "{}" ? [] : JSON.parse(block).models.providers.aisa.models;

  it("has the five default models with the catalog's figures", () => {
    expect(entries.map((entry) => bareId(entry.id))).toEqual(catalog.defaults);
    for (const { id, name, reasoning, input, contextWindow, maxTokens, cost } of entries)
      expect(entryFigures(catalog, bareId(id))).toEqual({
        id: bareId(id),
        name,
        reasoning,
        input,
        contextWindow,
        maxTokens,
        cost,
      });
  });

  it("names only models of the catalog", () => {
    const listed = text.split("\n").filter((line) => /^- `/.test(line) && !line.includes("→"));
    const ids = listed.flatMap((line) => [...line.matchAll(/`([\w.-]+)`/g)].map((match) => match[1] ?? ""));
    expect(ids.length).toBeGreaterThan(12);
    expect(ids.filter((id) => findModel(catalog, id) === undefined)).toEqual([]);
  });

  it("maps names and wrong ids as the aliases do", () => {
    const rows = [...text.matchAll(/^\| ([^|]+) \| `([\w.-]+)` \| ([^|]+) \|$/gm)];
    expect(rows).toHaveLength(5);
    // What the gateway served when the document was written.
    const live = catalog.models.filter((model) => model.source.date === "2026-02").map((model) => model.id);
    for (const [, name = "", id = "", wrong = ""] of rows) {
      expect(resolveModel(name, { catalog, configured: [], live })).toMatchObject({ kind: "one", id });
      for (const [, stale] of wrong.matchAll(/`([\w.-]+)`/g))
        expect(catalog.aliases).toContainEqual(expect.objectContaining({ name: stale, id, kind: "retired" }));
    }
  });

  it.each([
    ["Qwen MT Flash", "qwen-mt-flash"],
    ["Qwen Plus", "qwen-plus-2025-12-01"],
    ["Qwen3 Max", "qwen3-max"],
    ["Kimi K2.5", "kimi-k2.5"],
  ])("has the prices of %s on AIsa and elsewhere", (title, id) => {
    const lines = section(new RegExp(`^### ${title.replace(".", "\\.")}（`, "m")).split("\n");
    const model = findModel(catalog, id);
    const rows = [
      [
        "AIsa",
        model?.price && [model.price.input, model.price.input],
        model?.price && [model.price.output, model.price.output],
      ],
      ...["bailian", "openrouter", "moonshot"].map((provider) => {
        const price = model?.elsewhere.find((one) => one.provider === provider);
        return [provider, price?.input, price?.output];
      }),
    ] as const;
    let compared = 0;
    for (const [provider, input, output] of rows) {
      const line = lines.find((one) =>
        one.toLowerCase().replace(/[-* ]/g, "").startsWith(String(provider).toLowerCase()),
      );
      const stated = numbers(line ?? "");
      expect([provider, input === undefined ? [] : [input, output]]).toEqual([provider, stated]);
      compared += stated.length;
    }
    expect(compared).toBeGreaterThan(3);
  });

  it("has the measured latencies", () => {
    const rows = [...text.matchAll(/^\| ([^|]+) \| ~([\d,]+)毫秒 \|/gm)];
    expect(rows).toHaveLength(5);
    for (const [, name, ms = ""] of rows) {
      const model = catalog.models.find((one) => one.name === name);
      expect(model?.latency).toEqual({ ms: Number(ms.replace(",", "")), source: model?.source });
    }
  });

  it("has the regions, the terms of zero data retention and Kimi's only temperature", () => {
    expect(Object.keys(catalog.provider.regions)).toHaveLength(3);
    for (const id of catalog.defaults.filter((one) => one.startsWith("qwen")))
      expect(findModel(catalog, id)?.regions).toHaveLength(3);
    const terms =
      findModel(catalog, "kimi-k2.5")?.zeroDataRetention?.terms.map((term) => term["zh-CN"]) ?? [];
    const stated = section(/^#### 🔒/m).match(/^- \*\*.*|^- 处理过程.*/gm) ?? [];
    expect(terms.length).toBe(stated.length + 1);
    expect(terms.join()).toContain("2026 年 2 月 10 日");
    expect(text).toContain("only 1 is allowed");
    expect(findModel(catalog, "kimi-k2.5")?.onlyTemperature).toBe(1);
  });
});
