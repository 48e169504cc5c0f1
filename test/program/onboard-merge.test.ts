import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { entryIds, fiveModels, type OnboardData, onboard, settles, valueIn } from "../helpers/onboard.ts";

const block = ["models", "providers", "aisa"];

describe("an existing provider block", () => {
  it("keeps the user's own models, headers, settings and comments; fixes only what would not work", async () => {
    const config = `// top
{
  models: {
    mode: 'replace', // mine
    providers: {
      other: { baseUrl: 'https://other.test/v1', apiKey: '\${OTHER}', api: 'openai-completions', models: [] },
      aisa: {
        /* before */ baseUrl: 'https://api.aisa.one', // no /v1
        headers: { 'X-Team': 'a' }, // a header
        authHeader: true,
        api: 'openai-responses',
        models: [
          // my own
          { id: 'my-model', name: 'Mine', contextWindow: 0x1000, headers: { x: 'y' } },
          { id: 'aisa/qwen3-max', name: 'My Qwen', supportsDeveloperRole: false, cost: { input: 9, output: 9 } }, // kept
        ],
      },
    },
  },
  custom: { x: [1, 2,], },
}
`;
    const bench = await makeBench({}, config);
    const { home } = bench;
    const done = await onboard(bench);
    expect(done.code, done.stderr).toBe(0);
    const text = home.read(home.config);
    for (const comment of [
      "// top",
      "// mine",
      "/* before */",
      "// no /v1",
      "// a header",
      "// my own",
      "// kept",
    ])
      expect(text).toContain(comment);
    expect(valueIn(home, block)).toMatchObject({
      baseUrl: bench.gateway.url,
      apiKey: "${AISA_API_KEY}",
      api: "openai-completions",
      headers: { "X-Team": "a" },
      authHeader: true,
    });
    expect(entryIds(home)).toEqual(["my-model", ...fiveModels]);
    expect(valueIn(home, [...block, "models", 0])).toEqual({
      id: "my-model",
      name: "Mine",
      contextWindow: 4096,
      headers: { x: "y" },
      compat: { supportsDeveloperRole: false },
    });
    expect(valueIn(home, [...block, "models", 1])).toMatchObject({
      id: "qwen3-max",
      name: "My Qwen",
      cost: { input: 9, output: 9 },
      contextWindow: 256000,
      compat: { supportsDeveloperRole: false },
    });
    expect(valueIn(home, [...block, "models", 1])).not.toHaveProperty("supportsDeveloperRole");
    expect(valueIn(home, ["models", "mode"])).toBe("replace");
    expect(valueIn(home, ["models", "providers", "other", "apiKey"])).toBe("${OTHER}");
    expect(text).toContain("custom: { x: [1, 2,], },");
    await settles(bench);
  });

  it("the documented block becomes one that OpenClaw accepts", async () => {
    const entry = (id: string) =>
      `{ "id": "aisa/${id}", "name": "${id}", "reasoning": true, "input": ["text"], "contextWindow": 256000, "maxTokens": 8192, "supportsDeveloperRole": false, "cost": { "input": 1, "output": 2, "cacheRead": 0, "cacheWrite": 0 } }`;
    const config = `{
  "models": { "providers": { "aisa": { "baseUrl": "https://api.aisa.one/v1", "apiKey": "\${AISA_API_KEY}",
    "api": "openai-completions", "models": [${fiveModels.map(entry).join(",\n      ")}] } } },
  "agents": { "defaults": { "model": { "primary": "aisa/qwen3-max" } } }
}
`;
    const bench = await makeBench({}, config);
    expect((await onboard(bench)).code).toBe(0);
    expect(entryIds(bench.home)).toEqual(fiveModels);
    const text = bench.home.read(bench.home.config);
    expect(text.match(/"supportsDeveloperRole"/g)).toHaveLength(5);
    expect(text.match(/"compat"/g)).toHaveLength(5);
    await settles(bench);
  });

  it("a base URL in a variable is kept if it has the same value", async () => {
    const config = `{ models: { providers: { aisa: { baseUrl: "\${AISA_BASE_URL}", apiKey: "\${AISA_API_KEY}", api: "openai-completions", models: [] } } } }\n`;
    const bench = await makeBench({}, config);
    const done = await onboard(bench);
    expect([done.code, valueIn(bench.home, [...block, "baseUrl"])]).toEqual([0, "${AISA_BASE_URL}"]);
    const mine = await makeBench({}, config.replace("AISA_BASE_URL", "MY_GATEWAY"));
    const env = { AISA_BASE_URL: undefined, MY_GATEWAY: mine.gateway.url };
    const other = await onboard(mine, [], { env });
    expect(other.code, other.stderr).toBe(0);
    expect(valueIn(mine.home, [...block, "baseUrl"])).toBe("${MY_GATEWAY}");
    expect(mine.gateway.requests.length).toBeGreaterThan(0);
    await settles(mine, [], { env });
    const doctor = await run(["doctor", "--offline", "--json"], {
      home: mine.home,
      env: { ...mine.env, ...env },
    });
    expect(doctor.json().problems.map((problem) => problem.code)).not.toContain("wrong-base-url");
  });

  it.each([
    ["null", "null"],
    ["a list", "[]"],
    ["a text", "'x'"],
  ])("one that is %s is replaced by a whole one", async (_name, value) => {
    const bench = await makeBench({}, `{ models: { providers: { aisa: ${value} } } } // end\n`);
    expect((await onboard(bench)).code).toBe(0);
    expect(entryIds(bench.home)).toEqual(fiveModels);
    expect(bench.home.read(bench.home.config)).toContain("// end");
  });

  it.each([
    ["models: null", "models"],
    ["models: { providers: [] }", "models.providers"],
    ["agents: 'x'", "agents"],
  ])("where `%s` stands in the way: exit 5, the place named, nothing written", async (text, place) => {
    const config = `{ ${text} }\n`;
    const bench = await makeBench({}, config);
    const done = await onboard(bench, ["--key-storage", "dotenv"]);
    expect(done.code).toBe(5);
    expect(done.stderr).toContain(place);
    expect(bench.home.read(bench.home.config)).toBe(config);
    expect(bench.home.exists(bench.home.dotenv)).toBe(false);
  });
});

describe("allowlists", () => {
  const references = fiveModels.map((id) => `aisa/${id}`);

  it("`models` with entries: ours are added, the existing ones kept", async () => {
    const config = `{ agents: { defaults: { models: { "openai/gpt-5": { alias: "g" }, "aisa/qwen3-max": { params: { x: 1 } } } } } }\n`;
    const bench = await makeBench({}, config);
    expect((await onboard(bench)).code).toBe(0);
    const models = valueIn(bench.home, ["agents", "defaults", "models"]) as object;
    expect(Object.keys(models).sort()).toEqual(["openai/gpt-5", ...references].sort());
    expect(models).toMatchObject({ "openai/gpt-5": { alias: "g" }, "aisa/qwen3-max": { params: { x: 1 } } });
    await settles(bench);
  });

  it("an empty `models` stays empty: it is no allowlist, and must not become one", async () => {
    const bench = await makeBench({}, "{ agents: { defaults: { models: {} } } }\n");
    expect((await onboard(bench)).code).toBe(0);
    expect(valueIn(bench.home, ["agents", "defaults", "models"])).toEqual({});
  });

  it("`modelPolicy.allow` is extended, unless a pattern allows our models", async () => {
    const policy = (allow: string) =>
      `{ agents: { defaults: { modelPolicy: { allow: ${allow} }, models: { "openai/gpt-5": {} } } } }\n`;
    const allowed = ["agents", "defaults", "modelPolicy", "allow"];
    const bench = await makeBench({}, policy('["openai/*"]'));
    expect((await onboard(bench)).code).toBe(0);
    expect(valueIn(bench.home, allowed)).toEqual(["openai/*", ...references]);
    expect(valueIn(bench.home, ["agents", "defaults", "models"])).toEqual({ "openai/gpt-5": {} });
    await settles(bench);
    const open = await makeBench({}, policy('["aisa/*"]'));
    expect((await onboard(open)).code).toBe(0);
    expect(valueIn(open.home, allowed)).toEqual(["aisa/*"]);
  });

  it("with the flag of a migrated config `models` is no allowlist", async () => {
    const config = `{ meta: { migrations: { modelPolicyAllowlist: true } }, agents: { defaults: { models: { "openai/gpt-5": {} } } } }\n`;
    const bench = await makeBench({}, config);
    expect((await onboard(bench)).code).toBe(0);
    expect(valueIn(bench.home, ["agents", "defaults", "models"])).toEqual({ "openai/gpt-5": {} });
    expect(valueIn(bench.home, ["agents", "defaults", "modelPolicy"])).toBeUndefined();
  });
});

describe("what is not ours", () => {
  it("`meta` and `gateway` keep every byte, whatever the file's style", async () => {
    const kept = `"meta": {"lastTouchedVersion":"2026.9.6",   "lastTouchedAt": "2026-11-01T00:00:00.000Z"},
\t"gateway": { "mode":"local", "port": 18789, "auth": {"mode": "token", "token": "\${GATEWAY_TOKEN}"} }`;
    const bench = await makeBench({}, `{\n\t${kept}\n}`);
    expect((await onboard(bench)).code).toBe(0);
    const text = bench.home.read(bench.home.config);
    expect(text).toContain(kept);
    expect(text).toMatch(/\n\t"models": \{\n\t\t"providers"/);
    expect(text.endsWith("}")).toBe(true);
  });

  it("a global temperature is overridden for Kimi alone if that excludes no other model", async () => {
    const config = `{ agents: { defaults: { params: { temperature: 0.2 }, models: { "openai/gpt-5": {} } } } }\n`;
    const bench = await makeBench({}, config);
    const done = await onboard(bench, ["--json"]);
    expect([done.code, done.json().problems]).toEqual([0, []]);
    const defaults = ["agents", "defaults"];
    expect(valueIn(bench.home, [...defaults, "models", "aisa/kimi-k2.5"])).toEqual({
      params: { temperature: 1 },
    });
    expect(valueIn(bench.home, [...defaults, "params", "temperature"])).toBe(0.2);
    await settles(bench);
  });

  it("a global temperature is overridden for Kimi, and every other model of the config stays allowed", async () => {
    const bench = await makeBench({}, "{ agents: { defaults: { params: { temperature: 0.2 } } } }\n");
    const done = await onboard(bench, ["--json"]);
    expect([done.code, done.json().problems]).toEqual([0, []]);
    const allowed = valueIn(bench.home, ["agents", "defaults", "models"]) as Record<string, unknown>;
    const ids = valueIn(bench.home, ["models", "providers", "aisa", "models"]) as { id: string }[];
    expect(Object.keys(allowed).sort()).toEqual(ids.map(({ id }) => `aisa/${id}`).sort());
    expect(allowed["aisa/kimi-k2.5"]).toEqual({ params: { temperature: 1 } });
    await settles(bench);
  });

  it("a global temperature is kept and reported if an override would exclude other models", async () => {
    const shared = '{ agents: { defaults: { params: { temperature: 0.2 }, imageModel: "openai/gpt-5" } } }\n';
    const bench = await makeBench({}, shared);
    const done = await onboard(bench, ["--json"]);
    expect(done.code).toBe(0);
    expect(done.json().problems).toMatchObject([{ code: "invalid-temperature", severity: "warning" }]);
    expect(valueIn(bench.home, ["agents", "defaults", "models"])).toBeUndefined();
  });

  it.each([
    ["CRLF and tabs", "{\r\n\t// a\r\n\tagents: {},\r\n}\r\n"],
    ["a byte order mark", '\uFEFF{ "agents": {} }\n'],
    ["no final newline", "{ agents: {} }"],
    ["single quotes and commas at the end", "{\n  'agents': { 'defaults': {}, },\n}\n"],
  ])("%s stay", async (_name, config) => {
    const bench = await makeBench({}, config);
    expect((await onboard(bench)).code).toBe(0);
    const text = bench.home.read(bench.home.config);
    expect(text.startsWith("\uFEFF")).toBe(config.startsWith("\uFEFF"));
    expect(/\n$/.test(text)).toBe(/\n$/.test(config));
    if (config.includes("\r\n")) expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    if (config.includes("\t")) expect(text).not.toMatch(/^ /m);
    if (config.includes("'agents'")) expect(text).not.toContain('"');
    await settles(bench);
  });
});

describe("$include", () => {
  const included = `// the models
{
  providers: {
    other: { baseUrl: "https://other.test/v1", models: [] },
  },
}
`;

  it("is followed: our part is written where that part of the config is, and only there", async () => {
    const config = '{ models: { $include: "./models.json5" }, agents: { defaults: {} } }\n';
    const bench = await makeBench({}, config);
    const file = bench.home.write(".openclaw/models.json5", included);
    const done = await onboard(bench, ["--json"]);
    expect(done.code, done.stdout).toBe(0);
    expect(valueIn(bench.home, ["providers", "aisa", "apiKey"], file)).toBe("${AISA_API_KEY}");
    expect(bench.home.read(file)).toContain("// the models");
    expect(valueIn(bench.home, ["models"])).toEqual({ $include: "./models.json5" });
    expect(valueIn(bench.home, ["agents", "defaults", "model", "primary"])).toBe("aisa/qwen3-max");
    expect(done.json<OnboardData>().data.changes).toMatchObject([
      { file, path: "providers.aisa" },
      { file: bench.home.config, path: "agents.defaults.model.primary" },
    ]);
    const before = bench.home.read(file);
    await settles(bench);
    expect(bench.home.read(file)).toBe(before);
  });

  it.each([
    ["a list of files", '{ models: { $include: ["./models.json5", "./b.json5"] } }\n', "models.json5"],
    ["the whole config", '{ $include: "./models.json5" }\n', "models.json5"],
    ["a file elsewhere", '{ models: { $include: "../models.json5" } }\n', "models.json5"],
    ["a file that is not there", '{ models: { $include: "./nowhere.json5" } }\n', "nowhere.json5"],
  ])("%s is refused with its name: exit 5, nothing written", async (_name, config, named) => {
    const bench = await makeBench({}, config);
    const files = [".openclaw/models.json5", "models.json5", ".openclaw/b.json5"];
    const written = files.map((file) => bench.home.write(file, included));
    const done = await onboard(bench, ["--key-storage", "dotenv"]);
    expect(done.code).toBe(5);
    expect(done.stderr).toContain(named);
    expect(done.stderr).toContain("config-include");
    expect(bench.home.read(bench.home.config)).toBe(config);
    expect(written.map((file) => bench.home.read(file))).toEqual(files.map(() => included));
    expect(bench.home.exists(bench.home.dotenv)).toBe(false);
  });

  it("a syntax error in an included file is reported with that file's name", async () => {
    const bench = await makeBench({}, '{ models: { $include: "./models.json5" } }\n');
    bench.home.write(".openclaw/models.json5", "{\n  providers: {,\n}\n");
    const done = await onboard(bench);
    expect(done.code).toBe(5);
    expect(done.stderr).toMatch(/models\.json5:2:\d+/);
  });
});
