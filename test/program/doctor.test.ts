import { describe, expect, it } from "vitest";
import { type DemoGateway, startDemoGateway } from "../../src/demo/server.ts";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const key = "sk-aisa-3f9c1b7e5d2a4860";
const env = { AISA_API_KEY: key };
const good =
  'name: "Qwen3 Max", compat: { supportsDeveloperRole: false }, cost: { input: 0.72, output: 3.6 }, contextWindow: 256000, maxTokens: 8192';
const entry = `{ id: "qwen3-max", ${good} }`;

interface Parts {
  entries?: string;
  agents?: string;
  base?: string;
  api?: string;
  root?: string;
}

const config = ({ entries = entry, agents = "", base, api, root = "" }: Parts = {}) => `{
  // mine
  models: { providers: { aisa: {
    baseUrl: "${base ?? "https://api.aisa.one/v1"}", apiKey: "\${AISA_API_KEY}", api: "${api ?? "openai-completions"}",
    models: [${entries}] } } },
  agents: { defaults: { ${agents} } },
  ${root}
}
`;

const kimi = `{ id: "kimi-k2.5", ${good} }`;

/** One fault each, and the code that names it. */
const fixable: readonly (readonly [string, Parts])[] = [
  [
    "misplaced-compat",
    { entries: entry.replace("compat: { supportsDeveloperRole: false }", "supportsDeveloperRole: false") },
  ],
  ["double-prefixed-id", { entries: entry.replace("qwen3-max", "aisa/qwen3-max") }],
  ["stale-model-id", { entries: entry.replace("qwen3-max", "qwen-plus") }],
  ["duplicate-entries", { entries: `${entry}, ${entry}` }],
  [
    "missing-metadata",
    { entries: '{ id: "qwen3-max", name: "Q", compat: { supportsDeveloperRole: false } }' },
  ],
  ["wrong-base-url", { base: "https://api.aisa.one/v1/chat/completions" }],
  ["wrong-api-type", { api: "openai-responses" }],
  ["missing-prefix", { agents: 'model: { primary: "qwen3-max" }' }],
  ["wrong-fallback-key", { agents: 'model: { primary: "aisa/qwen3-max", fallback: ["aisa/qwen3-max"] }' }],
  ["allowlist-hides-model", { agents: 'models: { "openai/gpt-5": {} }' }],
  [
    "invalid-temperature",
    {
      entries: `${entry}, ${kimi}`,
      agents: 'params: { temperature: 0.7 }, models: { "aisa/qwen3-max": {}, "aisa/kimi-k2.5": {} }',
    },
  ],
  ["flat-env-block", { root: 'env: { OTHER_SETTING: "x" },' }],
];

describe("doctor on a config", () => {
  it("finds nothing but the missing OpenClaw where nothing is wrong", async () => {
    const home = makeHome(config({ agents: 'model: { primary: "aisa/qwen3-max" }' }));
    home.write(".openclaw/.env", `AISA_API_KEY=${key}\n`);
    const result = await run(["doctor", "--offline", "--json"], { home, env });
    expect(result.json().problems.map((one) => one.code)).toEqual(["openclaw-missing"]);
    expect(result.code).toBe(0);
    expect((await run(["doctor", "--offline", "--strict"], { home, env })).code).toBe(1);
  });

  it.each(fixable)("names %s, fixes it, and finds it no more", async (code, parts) => {
    const text = config(parts);
    const home = makeHome(text);
    const codes = async (...flags: string[]) =>
      (await run(["doctor", "--offline", "--json", ...flags], { home, env }))
        .json()
        .problems.map((one) => one.code);
    expect(await codes()).toContain(code);
    expect(await codes("--fix", "--dry-run")).toContain(code);
    expect(home.read(home.config)).toBe(text);
    expect(await codes("--fix", "--yes")).not.toContain(code);
    expect(home.read(home.config)).toContain("// mine");
    await run(["undo"], { home, env });
    expect(home.read(home.config)).toBe(text);
  });

  it("lists what only the user can do", async () => {
    const cases = [
      ["config-missing", undefined],
      ["config-syntax", "{ models: "],
      ["provider-missing", "{}"],
    ] as const;
    for (const [code, text] of cases) {
      const result = await run(["doctor", "--offline", "--json"], { home: makeHome(text) });
      expect([result.code, result.json().problems.map((one) => one.code)]).toEqual([
        1,
        expect.arrayContaining([code]),
      ]);
    }
  });
});

describe("doctor and the gateway", () => {
  const examine = async (gateway: DemoGateway, apiKey = gateway.key) => {
    const home = makeHome(config({ base: gateway.url }));
    home.write(".openclaw/.env", `AISA_API_KEY=${apiKey}\n`);
    const result = await run(["doctor", "--json"], { home });
    expect(result.stdout).not.toContain(apiKey);
    return result.json().problems.map((one) => one.code);
  };

  it("finds nothing if every model answers, and reports a rejected key", async () => {
    const gateway = await startDemoGateway({});
    try {
      expect(await examine(gateway)).toEqual(["openclaw-missing"]);
      expect(await examine(gateway, "sk-aisa-0000000000000000")).toContain("invalid-key");
    } finally {
      await gateway.close();
    }
    expect(await examine(gateway)).toContain("network-refused");
  });

  it.each([
    ["insufficient-quota", { kind: "error", error: "insufficient-quota" }],
    ["upstream-5xx", { kind: "error", error: "upstream-unavailable" }],
  ] as const)("names %s of a live chat", async (code, what) => {
    const gateway = await startDemoGateway({ faults: [{ when: { route: "chat" }, what }] });
    try {
      expect(await examine(gateway)).toContain(code);
    } finally {
      await gateway.close();
    }
  });
});
