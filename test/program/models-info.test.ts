import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { makeHome } from "../helpers/home.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const config = `{
  models: { providers: { aisa: { apiKey: "\${AISA_API_KEY}", models: [
    { id: "qwen3-max", name: "Qwen3 Max", contextWindow: 100000, cost: { input: 1, output: 4 } },
    { id: "kimi-k2.5", name: "Kimi K2.5", reasoning: true, input: ["text"] },
  ] } } },
  agents: { defaults: { model: "aisa/qwen3-max", params: { temperature: 0.7 } } },
}`;

interface InfoData {
  id: string;
  state: string;
  configured: boolean;
  inCatalog: boolean;
  figures: { from: string; date?: string; contextWindow?: number; price?: { input: number } }[];
  elsewhere: { provider: string; saving: [number, number]; source: { date: string; name: string } }[];
  temperatures: { path: string; value: number }[];
  aliases: string[];
  doNotWork: string[];
  regions: { id: string }[];
  sources: { date: string; name: string; url?: string }[];
}

const info = async (model: string, text = config) => {
  const done = await run(["models", "info", model, "--offline", "--json"], { home: makeHome(text) });
  expect(done.code).toBe(0);
  return done.json<InfoData>().data;
};

describe("models info", () => {
  it("prints everything, in both languages", async () => {
    const bench = await makeBench({ models: ["qwen3-max", "kimi-k2.5", "vendor/new-model"] }, config);
    await expectTranscript("models-info", [["models", "info", "Kimi"]], bench);
    await expectTranscript("models-info-narrow", [["models", "info", "qwen3-max"]], {
      ...bench,
      columns: 60,
    });
    await expectTranscript("models-info-unknown", [["models", "info", "vendor/new-model"]], bench);
  });

  it("compares the figures of catalog, later pages and config, each with its date", async () => {
    const data = await info("aisa/aisa/qwen3-max");
    expect(data.figures.map((one) => [one.from, one.date, one.contextWindow, one.price?.input])).toEqual([
      ["catalog", "2026-02", 256_000, 1.2],
      ["later", "2026-06-04", 262_144, 0.72],
      ["config", undefined, 100_000, 1],
    ]);
    expect(data.state).toBe("unchecked");
    expect(data.regions.map((region) => region.id)).toEqual(["china", "us-virginia", "singapore"]);
    expect(
      data.elsewhere.map((one) => [one.provider, ...one.saving.map((share) => Math.round(share * 100))]),
    ).toEqual([
      ["bailian", 40, 40],
      ["openrouter", 45, 52],
    ]);
    for (const one of data.elsewhere) expect(one.source.date).toMatch(/^\d{4}-\d{2}/);
  });

  it("names the ids that do not work, and the temperatures that would", async () => {
    const plus = await info("qwen-turbo");
    expect([plus.id, plus.configured]).toEqual(["qwen-mt-flash", false]);
    expect(plus.doNotWork).toEqual(
      expect.arrayContaining(["qwen3-flash", "qwen-turbo", "qwen-turbo-latest"]),
    );
    const kimi = await info("kimi");
    expect(kimi.aliases).toContain("kimi");
    expect(kimi.temperatures).toEqual([
      expect.objectContaining({ path: "agents.defaults.params.temperature" }),
    ]);
  });

  it("works for every model of the catalog, with a source for every figure", async () => {
    const home = makeHome(config);
    for (const { id } of catalog.models.slice(0, 12)) {
      const done = await run(["models", "info", id, "--offline", "--json"], { home });
      expect([id, done.code]).toEqual([id, 0]);
      expect(done.json<InfoData>().data.sources.length, id).toBeGreaterThan(0);
    }
  });

  it("suggests the nearest names for an unknown model", async () => {
    const done = await run(["models", "info", "kimmi-k2.5", "--offline"], { home: makeHome(config) });
    expect([done.code, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toContain("kimi-k2.5");
  });
});
