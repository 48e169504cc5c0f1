import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { makeHome } from "../helpers/home.ts";
import { entryIds, valueIn } from "../helpers/onboard.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const key = "sk-aisa-3f9c1b7e5d2a4860";
const entries = `[
      { id: "qwen3-max", name: "Qwen3 Max" }, // first
    ]`;
const config = (agents = "{ defaults: { model: { primary: 'openai/gpt-5' } } }", models = entries) => `{
  // mine
  models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}",
    api: "openai-completions", headers: { a: "b" },
    models: ${models} } } },
  agents: ${agents},
}
`;
const primary = ["agents", "defaults", "model", "primary"];

interface SetData {
  model: string;
  reference: string;
  agent?: string;
  pending: boolean;
  backup: string | null;
  changes: { file: string; op: string; path: string }[];
}

/** Runs `models set` without a gateway, on a home of its own. */
async function setOffline(text: string, model: string, ...args: string[]) {
  const home = makeHome(text);
  const env = { AISA_API_KEY: key };
  const done = await run(["models", "set", model, "--offline", ...args], { home, env });
  expect(done.stdout + done.stderr).not.toContain(key);
  return { home, done };
}

const set = ({ home, env }: Pick<Bench, "home" | "env">, ...args: string[]) =>
  run(["models", "set", ...args], { home, env });

describe("models set", () => {
  it("makes a configured model the default one, and touches nothing else", async () => {
    const { home, done } = await setOffline(config(), "qwen3-max");
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(valueIn(home, primary)).toBe("aisa/qwen3-max");
    const text = home.read(home.config);
    expect(text).toContain("// mine");
    expect(text).toContain('{ id: "qwen3-max", name: "Qwen3 Max"');
    expect(text).toContain("primary: 'aisa/qwen3-max'");
    expect(done.stdout).toMatch(/✔ .*aisa\/qwen3-max/);
  });

  it("adds the entry if it is missing", async () => {
    const { home, done } = await setOffline(config(), "kimi-k2.5", "--json");
    expect(done.code).toBe(0);
    expect(entryIds(home)).toEqual(["qwen3-max", "kimi-k2.5"]);
    expect(valueIn(home, ["models", "providers", "aisa", "models", 1])).toMatchObject({
      name: "Kimi K2.5",
      contextWindow: 131072,
      cost: { input: 0.6, output: 2.4 },
    });
    const document = done.json<SetData>();
    expect(document).toMatchObject({
      ok: true,
      command: "models set",
      changed: true,
      data: { model: "kimi-k2.5", reference: "aisa/kimi-k2.5", pending: false },
      problems: [],
    });
    expect(document.data.changes.map((change) => change.path)).toContain("models.providers.aisa.models");
  });

  it("a second run changes nothing, says so, and keeps every byte", async () => {
    const { home, done } = await setOffline(config(), "kimi");
    expect(done.code).toBe(0);
    const text = home.read(home.config);
    const again = await run(["models", "set", "kimi", "--offline"], { home, env: { AISA_API_KEY: key } });
    expect([again.code, home.read(home.config)]).toEqual([0, text]);
    expect(again.stdout).toContain("already");
    const undone = await run(["undo"], { home });
    expect([undone.code, home.read(home.config)]).toEqual([0, config()]);
  });

  it.each([
    ["qwen3-max", "qwen3-max", false],
    ["aisa/qwen3-max", "qwen3-max", false],
    ["aisa/aisa/qwen3-max", "qwen3-max", false],
    ["Qwen3 Max", "qwen3-max", true],
    ["QWEN3_MAX", "qwen3-max", true],
    ["qwen-plus", "qwen-plus-2025-12-01", true],
    ["qwen3-plus", "qwen-plus-2025-12-01", true],
    ["qwen-plus-latest", "qwen-plus-2025-12-01", true],
    ["qwen3-flash", "qwen-mt-flash", true],
    ["qwen-turbo", "qwen-mt-flash", true],
    ["Qwen Max", "qwen3-max", true],
    ["kimi", "kimi-k2.5", true],
    ["DeepSeek V3.1", "deepseek-v3.1", true],
    ["Kimi K2.5", "kimi-k2.5", true],
    ["minimax-m3", "MiniMax-M3", true],
  ])("understands %j, and says so where it had to", async (text, id, said) => {
    const { home, done } = await setOffline(config(), text);
    expect([done.code, valueIn(home, primary)]).toEqual([0, `aisa/${id}`]);
    expect(done.stdout.includes(`${text} resolves to ${id}`)).toBe(said);
  });

  it("an ambiguous name: exit 2, all of them listed, nothing written", async () => {
    const { home, done } = await setOffline(config("{}", "[]"), "deepseek", "--json");
    expect([done.code, home.read(home.config)]).toEqual([2, config("{}", "[]")]);
    expect(done.json().problems).toMatchObject([{ code: "ambiguous-model" }]);
    for (const id of ["deepseek-v3.1", "deepseek-r1"]) expect(done.json().problems[0]?.detail).toContain(id);
  });

  it("an ambiguous name on a terminal is asked about", async () => {
    const home = makeHome(config("{}", "[]"));
    const terminal = startOnTerminal(["models", "set", "deepseek", "--offline"], {
      home,
      env: { AISA_API_KEY: key },
    });
    await terminal.shows("deepseek-r1");
    terminal.type(keys.enter);
    expect(await terminal.ended()).toBe(0);
    expect(valueIn(home, primary)).toMatch(/^aisa\/deepseek-/);
  });

  it.each([
    ["qwen3-mxa", "qwen3-max"],
    ["kimi-k2.55", "kimi-k2.5"],
    ["deepsek-v3.1", "deepseek-v3.1"],
  ])("%s, an unknown name: exit 2 and the nearest ones", async (text, near) => {
    const { home, done } = await setOffline(config(), text);
    expect([done.code, home.read(home.config)]).toEqual([2, config()]);
    expect(done.stderr).toContain(near);
  });

  it.each([["no-such-thing-at-all"], [""], ["   "], ["aisa/"]])(
    "%j: exit 2, nothing written",
    async (text) => {
      const { home, done } = await setOffline(config(), text);
      expect([done.code, home.read(home.config)]).toEqual([2, config()]);
    },
  );

  it("a model that only the gateway lists is found there", async () => {
    const bench = await makeBench({ models: ["qwen3-max", "brand-new-1"] }, config());
    const done = await set(bench, "brand-new-1");
    expect([done.code, valueIn(bench.home, primary)]).toEqual([0, "aisa/brand-new-1"]);
    expect(valueIn(bench.home, ["models", "providers", "aisa", "models", 1])).toMatchObject({
      id: "brand-new-1",
      reasoning: false,
      contextWindow: 32768,
      maxTokens: 4096,
    });
    expect(bench.gateway.requests.map((request) => request.path)).toEqual(["/v1/models"]);
  });

  it("a model in the catalog needs no request", async () => {
    const bench = await makeBench({}, config());
    expect((await set(bench, "glm-5")).code).toBe(0);
    expect(bench.gateway.requests).toEqual([]);
  });

  it("with --refresh the gateway has the last word", async () => {
    const bench = await makeBench({ models: ["qwen3-max", "deepseek-v3"] }, config());
    const done = await set(bench, "kimi-k2.5", "--refresh");
    expect([done.code, bench.home.read(bench.home.config)]).toEqual([2, config()]);
    const other = await set(bench, "deepseek-v3-0324", "--refresh");
    expect([other.code, valueIn(bench.home, primary)]).toEqual([0, "aisa/deepseek-v3"]);
    bench.gateway.script = { faults: [{ what: { kind: "refuse" } }] };
    expect((await set(bench, "qwen3-max", "--refresh")).code).toBe(4);
  });

  it("an unknown name and an unreachable gateway: the known names, and why there are no more", async () => {
    const bench = await makeBench({ faults: [{ what: { kind: "refuse" } }] }, config());
    const done = await set(bench, "brand-new-1", "--json");
    expect(done.json().ok).toBe(false);
    expect(done.json().problems.map((problem) => problem.code)[0]).toBe("unknown-model");
    expect(done.code).toBe(2);
    expect(JSON.stringify(done.json().problems)).toMatch(/No connection to 127/);
  });

  it("keeps the string form of `model`, and the other members of the object form", async () => {
    const { home } = await setOffline(config('{ defaults: { model: "openai/gpt-5" } }'), "qwen3-max");
    expect(valueIn(home, ["agents", "defaults", "model"])).toBe("aisa/qwen3-max");
    const object = "{ defaults: { model: { primary: 'x/y', fallbacks: ['a/b'], own: 1 } } }";
    const other = await setOffline(config(object), "qwen3-max");
    expect(valueIn(other.home, ["agents", "defaults", "model"])).toEqual({
      primary: "aisa/qwen3-max",
      fallbacks: ["a/b"],
      own: 1,
    });
  });

  it("extends an existing allowlist, and creates none", async () => {
    const listed = '{ defaults: { models: { "openai/gpt-5": {} } } }';
    const { home } = await setOffline(config(listed), "glm-5");
    const models = ["agents", "defaults", "models"];
    expect(valueIn(home, models)).toEqual({ "openai/gpt-5": {}, "aisa/glm-5": {} });
    const policy = '{ defaults: { modelPolicy: { allow: ["openai/*"] } } }';
    const other = await setOffline(config(policy), "glm-5");
    expect(valueIn(other.home, ["agents", "defaults", "modelPolicy", "allow"])).toEqual([
      "openai/*",
      "aisa/glm-5",
    ]);
    const none = await setOffline(config(), "glm-5");
    expect(valueIn(none.home, models)).toBeUndefined();
  });

  it("--dry-run shows and writes nothing", async () => {
    const { home, done } = await setOffline(config(), "kimi", "--dry-run");
    expect([done.code, home.read(home.config)]).toEqual([0, config()]);
    expect(done.stdout).toContain("aisa/kimi-k2.5");
    expect(done.stdout).toContain("Dry run");
  });
});

describe("models set --agent", () => {
  const listed =
    '{ list: [{ id: "main", default: true }, { id: "coder", model: "openai/gpt-5", tools: {} }] }';

  it("changes that agent alone, in either place where agents are configured", async () => {
    const { home, done } = await setOffline(config(listed), "kimi", "--agent", "coder");
    expect(done.code).toBe(0);
    expect(valueIn(home, ["agents", "list", 1])).toEqual({
      id: "coder",
      model: "aisa/kimi-k2.5",
      tools: {},
    });
    expect([valueIn(home, ["agents", "list", 0]), valueIn(home, ["agents", "defaults"])]).toEqual([
      { id: "main", default: true },
      undefined,
    ]);
    expect(done.stdout).toContain("coder");
    const keyed = '{ entries: { coder: { model: { primary: "a/b", fallbacks: ["c/d"] } }, main: {} } }';
    const other = await setOffline(config(keyed), "kimi", "--agent", "coder", "--json");
    expect(other.done.json<SetData>().data.agent).toBe("coder");
    expect(valueIn(other.home, ["agents", "entries"])).toEqual({
      coder: { model: { primary: "aisa/kimi-k2.5", fallbacks: ["c/d"] } },
      main: {},
    });
  });

  it("adds a model to an agent without one", async () => {
    const { home, done } = await setOffline(config(listed), "kimi", "--agent", "main");
    expect([done.code, valueIn(home, ["agents", "list", 0, "model", "primary"])]).toEqual([
      0,
      "aisa/kimi-k2.5",
    ]);
  });

  it("an agent that is not there: exit 2, those that are named", async () => {
    const { home, done } = await setOffline(config(listed), "kimi", "--agent", "nobody");
    expect([done.code, home.read(home.config)]).toEqual([2, config(listed)]);
    expect(done.stderr).toContain("main, coder");
  });
});

describe("models set without a provider block", () => {
  it("and without a key: exit 1, onboarding named, nothing written", async () => {
    const text = "{ agents: {} }\n";
    const home = makeHome(text);
    const done = await run(["models", "set", "kimi", "--offline"], { home });
    expect([done.code, home.read(home.config)]).toEqual([1, text]);
    expect(done.stderr).toContain("provider-missing");
    expect(done.stderr).toContain("openclaw-aisa onboard");
  });

  it("but with a key for OpenClaw: the block is written with a reference to it", async () => {
    const { home, done } = await setOffline("{ agents: {} }\n", "kimi");
    expect(done.code).toBe(0);
    expect(valueIn(home, ["models", "providers", "aisa"])).toMatchObject({
      baseUrl: "https://api.aisa.one/v1",
      apiKey: "${AISA_API_KEY}",
      api: "openai-completions",
      models: [{ id: "kimi-k2.5" }],
    });
  });

  it("but with the plugin: no block is needed", async () => {
    const text = "{ plugins: { entries: { aisa: { enabled: true } } } }\n";
    const home = makeHome(text);
    const done = await run(["models", "set", "kimi", "--offline"], { home });
    expect([done.code, valueIn(home, primary)]).toEqual([0, "aisa/kimi-k2.5"]);
    expect(valueIn(home, ["models"])).toBeUndefined();
  });

  it("and no config at all: one is created where there is a key", async () => {
    const home = makeHome();
    const env = { AISA_API_KEY: key };
    const done = await run(["models", "set", "kimi", "--offline"], { home, env });
    expect([done.code, valueIn(home, primary)]).toEqual([0, "aisa/kimi-k2.5"]);
  });
});

describe("what people read", () => {
  it("matches the transcripts, in both languages", async () => {
    const home = makeHome(config());
    const env = { AISA_API_KEY: key };
    const reset = () => home.write(".openclaw/openclaw.json", config());
    await expectTranscript(
      "models-set",
      [
        ["models", "set", "Kimi", "--offline", "--dry-run"],
        ["models", "set", "Kimi", "--offline"],
        ["models", "set", "qwen3-mxa", "--offline"],
        ["models", "set", "deepseek", "--offline"],
        ["models", "set", "kimi", "--offline", "--agent", "coder"],
        ["models", "set"],
      ],
      { home, env, reset },
    );
    await expectTranscript("models-set-narrow", [["models", "set", "qwen-plus", "--offline"]], {
      home,
      env,
      reset,
      columns: 60,
    });
  });
});
