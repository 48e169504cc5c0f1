import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { prepareDoctor } from "../helpers/doctor.ts";

const key = "sk-Zq7RtY2mWx9PbLk4VnC8sD1f";
const list = JSON.stringify({
  success: true,
  data: [
    { id: "qwen3-max", context_length: 1, max_output_tokens: 1e308 },
    { id: "kimi-k2.5", pricing: { prompt: "-1", completion: "Infinity" } },
    { id: key },
    { id: `aisa/${key}` },
    { id: "glm-5", owned_by: key },
  ],
});
const script = {
  key,
  faults: [
    {
      when: { route: "models" as const },
      what: {
        kind: "raw" as const,
        status: 200,
        headers: { "content-type": "application/json" },
        body: list,
      },
    },
  ],
};
const code = "model-list-partly-ignored";
const codesOf = (problems: readonly { readonly code: string }[]) =>
  problems.map((one) => one.code).filter((one) => one === code);

describe("a list with impossible figures and the key among its ids", () => {
  it("is reported once by models list, which shows and caches no such id", async () => {
    const bench = await makeBench(script);
    const env = { ...bench.env, AISA_API_KEY: key };
    const first = await run(["models", "list", "--all", "--json"], { home: bench.home, env });
    expect(codesOf(first.json().problems)).toEqual([code]);
    const again = await run(["models", "list", "--all", "--json"], { home: bench.home, env });
    expect(codesOf(again.json().problems)).toEqual([]);
    const kept = bench.home.read(`${bench.home.path}/.config/openclaw-aisa/settings.json`);
    for (const text of [first.stdout, first.stderr, again.stdout, kept]) expect(text).not.toContain(key);
    expect(kept).toContain("glm-5");
  });

  it("is reported once by models set, for a name that is searched in it", async () => {
    const bench = await makeBench(script);
    const env = { ...bench.env, AISA_API_KEY: key };
    const done = await run(["models", "set", "glm-5", "--refresh", "--json"], { home: bench.home, env });
    expect([done.code, codesOf(done.json().problems)]).toEqual([0, [code]]);
    expect(bench.home.read(bench.home.config)).not.toContain(key);
  });

  it("is reported once by onboard, which writes no such id", async () => {
    const bench = await makeBench(script);
    const args = ["onboard", "--models", "all", "--key-storage", "env", "--base-url", bench.gateway.url];
    const env = { ...bench.env, AISA_API_KEY: key };
    const done = await run([...args, "--no-verify", "--json"], { home: bench.home, env });
    expect([done.code, codesOf(done.json().problems)]).toEqual([0, [code]]);
    const config = bench.home.read(bench.home.config);
    expect(config).toContain("glm-5");
    for (const text of [done.stdout, done.stderr, config]) expect(text).not.toContain(key);
    expect(config).toMatch(/"?contextWindow"?: 256000/);
    expect(config).not.toMatch(/"?(?:contextWindow|maxTokens)"?: (?:1|1e\+?308|null)\b|"?input"?: -/);
  });

  it("is reported once by doctor", async () => {
    const look = await (await prepareDoctor({ script, key })).look();
    expect(codesOf(look.problems)).toEqual([code]);
    expect(JSON.stringify(look)).not.toContain(key);
  });
});

it.each([
  "{half",
  "[]",
  '"text"',
  '{"liveModels":[5]}',
  '{"liveModels":{"URL":{"at":"x","models":[{"id":5},{"id":"a","price":7,"ownedBy":{}},null]}}}',
  '{"liveModels":{"URL":{"at":1,"models":{"id":"a"}}}}',
])("a memory of another shape is no trouble to any command that reads it: %s", async (text) => {
  const bench = await makeBench();
  const { home, env } = bench;
  const kept = text.replace("URL", bench.gateway.url);
  for (const args of [
    ["models", "list", "--all", "--offline"],
    ["models", "info", "qwen3-max", "--offline"],
    ["models", "set", "qwen3-max", "--offline"],
    ["models", "sync", "--offline"],
    ["models", "list", "--all"],
  ]) {
    home.write(".config/openclaw-aisa/settings.json", kept);
    const done = await run([...args, "--json"], { home, env });
    expect([args, done.code]).toEqual([args, 0]);
  }
});
