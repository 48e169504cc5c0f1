import { describe, expect, it } from "vitest";
import { exitCodes } from "../../src/core/problem/index.ts";
import { type Run, run } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { entryIds, modeOf, valueIn } from "../helpers/onboard.ts";

const key = "sk-fleet-0123456789abcdef4567";

const running = `{
  // the user's own
  models: { providers: { aisa: {
    baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [
      { id: "qwen3-max", name: "Mine" },
      { id: "deepseek-v3.1", name: "DeepSeek" },
    ],
  } } },
  agents: {
    defaults: { model: { primary: "aisa/qwen3-max", fallbacks: ["openai/gpt-5", "aisa/deepseek-v3.1"] } },
    list: [{ id: "main" }, { id: "coder", model: "aisa/deepseek-v3.1" }],
  },
}
`;

interface ApplyData {
  profiles: {
    profile: string | null;
    plugin: string | null;
    changed: boolean;
    pending: boolean;
    backup: string | null;
  }[];
  pending: boolean;
  changes: { file: string; op: string; path: string }[];
}

/** Applies a text, offline, without an OpenClaw. */
function apply(home: Home, text: string, args: readonly string[] = [], file = "aisa.yaml"): Promise<Run> {
  home.write(file, text);
  return run(["apply", file, "--offline", ...args], { home });
}

/** Applies once more and holds that nothing changes. */
async function settles(home: Home, text: string, args: readonly string[] = []): Promise<void> {
  const again = await apply(home, text, [...args, "--json"]);
  expect([again.code, again.json().changed, again.json<ApplyData>().data.changes]).toEqual([0, false, []]);
  expect((await apply(home, text, [...args, "--check"])).code).toBe(0);
}

describe("apply", () => {
  it("sets a machine up from nothing, and changes nothing the second time", async () => {
    const home = makeHome();
    home.write("secret", `${key}\n`, 0o600);
    const text = `
version: 1
key: { from: file:secret }
models: [Qwen3 Max, kimi-k2.5]
primary: qwen3-max
fallbacks: [kimi-k2.5]
skill: true
`;
    const checked = await apply(home, text, ["--check", "--json"]);
    expect([checked.code, checked.json<ApplyData>().data.pending]).toEqual([exitCodes.pending, true]);
    expect(home.exists(home.config)).toBe(false);
    const done = await apply(home, text);
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).not.toContain(key);
    expect(entryIds(home)).toEqual(["qwen3-max", "kimi-k2.5"]);
    expect(valueIn(home, ["agents", "defaults", "model"])).toEqual({
      primary: "aisa/qwen3-max",
      fallbacks: ["aisa/kimi-k2.5"],
    });
    expect([home.read(home.dotenv), modeOf(home.dotenv)]).toEqual([`AISA_API_KEY='${key}'\n`, 0o600]);
    expect(home.exists(`${home.path}/.openclaw/skills/aisa-provider/SKILL.md`)).toBe(true);
    await settles(home, text);
    expect((await run(["undo"], { home })).code).toBe(0);
    for (const file of [home.config, home.dotenv]) expect(home.exists(file)).toBe(false);
    expect(home.exists(`${home.path}/.openclaw/skills/aisa-provider/SKILL.md`)).toBe(false);
  });

  it("leaves exactly the models that the file names, and everything of the user's", async () => {
    const home = makeHome(running);
    const text = "models: [qwen3-max, kimi-k2.5]\nprimary: qwen3-max\nfallbacks: [kimi-k2.5]\n";
    const done = await apply(home, text);
    expect([done.code, done.stdout]).toEqual([
      0,
      expect.stringContaining("Agent coder now uses the default"),
    ]);
    expect(entryIds(home)).toEqual(["qwen3-max", "kimi-k2.5"]);
    expect(valueIn(home, ["models", "providers", "aisa", "models", 0])).toEqual({
      id: "qwen3-max",
      name: "Mine",
    });
    expect(valueIn(home, ["agents", "defaults", "model", "fallbacks"])).toEqual([
      "aisa/kimi-k2.5",
      "openai/gpt-5",
    ]);
    expect(valueIn(home, ["agents", "list"])).toEqual([{ id: "main" }, { id: "coder" }]);
    expect(home.read(home.config)).toContain("// the user's own");
    await settles(home, text);
  });

  it("changes nothing that the file does not name", async () => {
    const home = makeHome(running);
    const done = await apply(home, "agents: { coder: kimi-k2.5 }\n");
    expect(done.code).toBe(0);
    expect(entryIds(home)).toEqual(["qwen3-max", "deepseek-v3.1", "kimi-k2.5"]);
    expect(valueIn(home, ["agents", "list", 1, "model"])).toBe("aisa/kimi-k2.5");
    expect(valueIn(home, ["agents", "defaults", "model", "primary"])).toBe("aisa/qwen3-max");
    expect((await apply(home, "version: 1\n")).stdout).toContain("asks for nothing");
  });

  it("brings several profiles to states of their own, and the others when one fails", async () => {
    const home = makeHome();
    const text = `
profiles:
  work: &shared { key: env:AISA_API_KEY, models: [qwen3-max], primary: qwen3-max }
  broken: { key: env:AISA_API_KEY, models: [no-such-model-9] }
  test:
    <<: *shared
    primary: kimi-k2.5
`;
    const done = await apply(home, text, ["--json"]);
    expect(done.code).toBe(exitCodes.usage);
    expect(done.json<ApplyData>().data.profiles.map((one) => [one.profile, one.changed])).toEqual([
      ["work", true],
      ["broken", false],
      ["test", true],
    ]);
    expect(done.json().problems[0]).toMatchObject({
      code: "unknown-model",
      path: expect.stringMatching(/^aisa\.yaml:4:45/),
    });
    expect(entryIds(home, `${home.path}/.openclaw-test/openclaw.json`)).toEqual(["qwen3-max", "kimi-k2.5"]);
    expect(home.exists(home.config)).toBe(false);
    const one = await apply(home, text, ["--profile", "work", "--json"]);
    expect([one.code, one.json().changed]).toEqual([0, false]);
    expect((await apply(home, text, ["--profile", "nosuch"])).stderr).toContain("work, broken, test");
    expect((await apply(home, text, ["--config", "x.json"])).code).toBe(exitCodes.usage);
  });

  it("reads JSON5, and standard input", async () => {
    const home = makeHome();
    const text = '{ // shared\n  key: "env:AISA_API_KEY", models: ["qwen3-max"], primary: "qwen3-max" }';
    expect((await apply(home, text, [], "aisa.json5")).code).toBe(0);
    for (const input of [text, "primary: qwen3-max\n"]) {
      const piped = await run(["apply", "-", "--offline", "--check"], { home, input });
      expect([piped.code, piped.stdout]).toEqual([0, expect.stringContaining("Nothing to change")]);
    }
  });

  it.each([
    ["models: qwen3-max\n", "aisa.yaml:1:9", "models", "a list"],
    ["model: [qwen3-max]\n", "aisa.yaml:1:1", "model", "models"],
    ["primary: qwen3-max\nplugin: maybe\n", "aisa.yaml:2:9", "plugin", "true or false"],
    ["key:\n  store: dotenv\n", "aisa.yaml:2:3", "key", "from"],
    ["profiles:\n  work:\n    primry: a\n", "aisa.yaml:3:5", "profiles.work.primry", "primary"],
    ["models: [\n", "aisa.yaml:2:1", "", "valid YAML"],
    ["primary: a\nprimary: b\n", "aisa.yaml:2:1", "", "unique"],
    ["version: 2\n", "aisa.yaml:1:10", "version", "1"],
    ["- a\n", "aisa.yaml:1:1", "", "an object"],
  ])("refuses %j with line and column", async (text, place, path, said) => {
    const home = makeHome(running);
    const done = await apply(home, text, ["--json"]);
    const [problem] = done.json().problems;
    expect([done.code, problem?.code]).toEqual([exitCodes.usage, "state-invalid"]);
    expect(problem?.path).toBe([place, path].filter(Boolean).join(" "));
    expect(JSON.stringify(problem)).toContain(said);
    expect(home.read(home.config)).toBe(running);
  });

  it.each([
    ["nests deep", `models: ${"[".repeat(100_000)}`],
    ["nests deep and ends", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    [
      "expands without end",
      `a: &a [x, x, x, x, x, x, x, x, x, x]\n${[..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghi"[index]}`).join(", ")}]`).join("\n")}\n`,
    ],
    ["is not text", "\0\u0001\uFFFD: [\n"],
    ["is two documents", "primary: a\n---\nprimary: b\n"],
    ["has a member of every object", "__proto__: { primary: a }\nconstructor: 1\n"],
    ["has keys that are no texts", "? [a, b]\n: c\n"],
  ])("refuses a file that %s, and changes nothing", async (_name, text) => {
    const home = makeHome(running);
    const done = await apply(home, text, ["--json"]);
    expect([done.code, done.json().problems[0]?.code]).toEqual([exitCodes.usage, "state-invalid"]);
    expect(home.read(home.config)).toBe(running);
  });

  it("refuses JSON5 with line and column", async () => {
    const home = makeHome(running);
    const done = await apply(home, '{\n  models: ["qwen3-max"],\n  primary: 5,\n}', ["--json"], "aisa.json5");
    expect(done.json().problems[0]?.path).toBe("aisa.json5:3:3 primary");
    const broken = await apply(home, '{\n  models: ["qwen3-max"\n}', ["--json"], "aisa.json5");
    expect(broken.json().problems[0]).toMatchObject({
      code: "state-invalid",
      path: expect.stringMatching(/:3:1/),
    });
  });

  it("refuses a key in the file and does not print it", async () => {
    const home = makeHome(running);
    for (const text of [`key: ${key}\n`, `key: { from: ${key} }\n`]) {
      const done = await apply(home, text);
      expect(done.code).toBe(exitCodes.usage);
      expect(done.stdout).toContain("holds a key itself");
      expect(done.stdout + done.stderr).not.toContain(key);
    }
  });

  it("does not remove the default model without another one", async () => {
    const home = makeHome(running);
    const done = await apply(home, "models: [kimi-k2.5]\n");
    expect([done.code, done.stderr]).toEqual([exitCodes.usage, expect.stringContaining("aisa.yaml:1:9")]);
    expect(done.stderr).toContain("The default model qwen3-max is not in models");
    expect(home.read(home.config)).toBe(running);
  });

  it("names an agent that does not exist, and a file that cannot be read", async () => {
    const home = makeHome(running);
    const done = await apply(home, "agents:\n  nobody: qwen3-max\n");
    expect([done.code, done.stderr]).toEqual([exitCodes.usage, expect.stringContaining("aisa.yaml:2:3")]);
    for (const file of ["nosuch.yaml", "."]) {
      const missing = await run(["apply", file, "--offline"], { home });
      expect(missing.code).toBe(exitCodes.usage);
    }
    const cut = await apply(home, "key: { from: file:nosuch }\n");
    expect([cut.code, cut.stderr]).toEqual([exitCodes.usage, expect.stringContaining("aisa.yaml:1:14")]);
  });
});

describe("apply, with a gateway", () => {
  const state = ({ gateway }: Bench) =>
    `key: { from: file:secret }\nbaseUrl: ${gateway.url}\nmodels: [qwen3-max]\nprimary: qwen3-max\n`;

  it("has the key checked before it is written, and asks nothing when nothing changes", async () => {
    const bench = await makeBench();
    const { home, gateway } = bench;
    home.write("aisa.yaml", state(bench));
    home.write("secret", key);
    const refused = await run(["apply", "aisa.yaml"], { home });
    expect([refused.code, home.exists(home.config)]).toEqual([exitCodes.key, false]);
    home.write("secret", gateway.key);
    expect((await run(["apply", "aisa.yaml"], { home })).code).toBe(0);
    const asked = gateway.requests.length;
    expect((await run(["apply", "aisa.yaml"], { home })).code).toBe(0);
    expect(gateway.requests.length).toBe(asked);
  });

  it("finds a model that only the gateway knows", async () => {
    const bench = await makeBench({ models: ["vendor/new-1"] });
    const { home, gateway } = bench;
    home.write("aisa.yaml", state(bench).replaceAll("qwen3-max", "vendor/new-1"));
    home.write("secret", gateway.key);
    const done = await run(["apply", "aisa.yaml"], { home });
    expect([done.code, entryIds(home)]).toEqual([0, ["vendor/new-1"]]);
    expect((await run(["apply", "aisa.yaml", "--check"], { home })).code).toBe(0);
  });

  it("puts everything back when OpenClaw rejects what was written", async () => {
    const bench = await makeBench({}, running);
    const { home, gateway } = bench;
    home.write("aisa.yaml", state(bench));
    home.write("secret", gateway.key);
    const judges = { kind: "refuses-text", text: gateway.url, says: "Invalid config" } as const;
    const { path } = placeOpenClaw(home, { version: "2026.9.6", judges });
    const done = await run(["apply", "aisa.yaml"], { home, env: { PATH: path } });
    expect([done.code, home.read(home.config)]).toEqual([exitCodes.config, running]);
    expect(home.exists(home.dotenv)).toBe(false);
  });

  it("installs and removes the plugin, once", async () => {
    const bench = await makeBench({}, running);
    const { home } = bench;
    const { path, calls } = placeOpenClaw(home, { version: "2026.9.6" });
    const plugin = async (wish: boolean, ...args: string[]) => {
      home.write("aisa.yaml", `plugin: ${wish}\n`);
      const done = await run(["apply", "aisa.yaml", "--json", ...args], { home, env: { PATH: path } });
      return [done.code, done.json().changed, done.json<ApplyData>().data.profiles[0]?.plugin];
    };
    expect(await plugin(true, "--check")).toEqual([exitCodes.pending, false, "pending"]);
    expect(await plugin(true)).toEqual([0, true, "installed"]);
    expect(await plugin(false)).toEqual([0, true, "removed"]);
    expect(await plugin(false)).toEqual([0, false, "absent"]);
    expect(calls().filter((call) => call.startsWith("plugins install /"))).toHaveLength(1);
    home.write("aisa.yaml", "plugin: true\n");
    expect((await run(["apply", "aisa.yaml"], { home })).stdout).toContain("openclaw-missing");
  });
});

describe("export", () => {
  it.each([[running], [running.replace('"${AISA_API_KEY}"', `"${key}"`)], ["{}"]])(
    "prints a state that changes nothing when it is applied, and no key",
    async (config) => {
      const home = makeHome(config);
      home.write(".openclaw-work/openclaw.json", running);
      const done = await run(["export", "--all-profiles"], { home });
      expect([done.code, done.stderr]).toEqual([0, ""]);
      expect(done.stdout).toMatch(/^# yaml-language-server: \$schema=https:/);
      expect(done.stdout).not.toContain(key);
      await settles(home, done.stdout);
      const file = await run(["export", "out.json"], { home });
      expect(file.code).toBe(0);
      expect((await run(["apply", "out.json", "--offline", "--check"], { home })).code).toBe(0);
      expect((await run(["export", "out.json"], { home })).code).toBe(exitCodes.usage);
      expect(home.read(home.config)).toBe(config);
    },
  );

  it("names what is set up", async () => {
    const home = makeHome(running);
    const done = await run(["export", "--json"], { home });
    expect(done.json<{ state: unknown }>().data.state).toEqual({
      version: 1,
      key: "env:AISA_API_KEY",
      baseUrl: "https://api.aisa.one/v1",
      models: ["qwen3-max", "deepseek-v3.1"],
      primary: "qwen3-max",
      fallbacks: ["deepseek-v3.1"],
      agents: { coder: { primary: "deepseek-v3.1" } },
    });
  });

  it("does not claim that nothing is to change where the plugin cannot be had", async () => {
    const home = makeHome(running);
    const done = await apply(home, "plugin: true\n", ["--check"]);
    expect([done.code, done.stdout]).toEqual([1, expect.not.stringContaining("Nothing to change")]);
    expect(done.stdout).toContain("openclaw is not on PATH");
  });

  it("warns of a reference that leads to no key here", async () => {
    const home = makeHome();
    const text = "key: env:AISA_API_KEY\nprimary: qwen3-max\n";
    for (const args of [["--check"], []])
      expect((await apply(home, text, args)).stdout.replace(/\s+/g, " ")).toContain(
        "AISA_API_KEY has no key here",
      );
    home.write(".openclaw/.env", `AISA_API_KEY='${key}'\n`);
    expect((await apply(home, text)).stdout).not.toContain("no key here");
  });

  it("names the place in the file for a key file that is not there", async () => {
    const done = await apply(makeHome(), "key: { from: file:gone.txt }\n");
    expect([done.code, done.stderr]).toEqual([
      2,
      expect.stringContaining("key.from: gone.txt does not exist"),
    ]);
    expect(done.stderr).not.toContain("--aisa-api-key-file");
  });

  it.each([
    ["version：1\n", "："],
    ["version：1\nmodels: [qwen3-max]\n", "："],
    ["version: 1\nprimary：qwen3-max\n", "："],
    ["models: [qwen3-max，kimi-k2.5\n", "，"],
  ])("hints at a full-width character: %j", async (text, wide) => {
    const done = await apply(makeHome(), text, ["--json"]);
    const [problem] = done.json().problems;
    expect([done.code, problem?.code]).toEqual([exitCodes.usage, "state-invalid"]);
    expect(problem?.remedy.text).toContain(`The file has ${wide}`);
    expect(problem?.remedy.commands).toEqual([]);
  });

  it("says that a key stays in .env when the config stores it", async () => {
    const home = makeHome();
    home.write(".openclaw/.env", `AISA_API_KEY='${key}'\n`);
    home.write("secret", `${key}\n`, 0o600);
    const text = "key: { from: file:secret, store: config }\nprimary: qwen3-max\n";
    expect((await apply(home, text)).stdout.replace(/\s+/g, " ")).toContain(
      "A key stays in ~/.openclaw/.env",
    );
    const other = makeHome();
    other.write(".openclaw/.env", `AISA_API_KEY='${key}'\n`);
    const args = ["onboard", "--offline", "--aisa-api-key-file", "key", "--key-storage", "config", "-y"];
    other.write("key", `${key}\n`, 0o600);
    const done = await run(args, { home: other });
    expect(done.stdout.replace(/\s+/g, " ")).toContain("A key stays in ~/.openclaw/.env");
  });
});
