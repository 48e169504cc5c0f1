import { statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { faults, faultsAtOnce, faultyText, soundConfig } from "../helpers/config-faults.ts";
import { type FakeOpenClaw, placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { isRoot } from "../helpers/user.ts";

const key = "sk-aisa-3f9c1b7e5d2a4860";
const other = "sk-aisa-0f9c1b7e5d2a4861";
const env = { AISA_API_KEY: key };
const sound = `${JSON.stringify(soundConfig, null, 2)}\n`;

type Env = Record<string, string | undefined>;

async function doctor(home: Home, flags: readonly string[] = [], extra: Env = env) {
  const done = await run(["doctor", "--offline", "--json", ...flags], { home, env: extra });
  const { problems, data, changed } = done.json<{ keys: { label: string; key: string; inUse: boolean }[] }>();
  const codes = problems.map((one) => one.code);
  return {
    done,
    problems,
    data,
    changed,
    codes,
    of: (code: string) => problems.find((one) => one.code === code),
  };
}

/** A home with the key where every OpenClaw finds it, and a stand-in for OpenClaw if wanted. */
function prepare(config: object | string, fake?: Partial<FakeOpenClaw>) {
  const home = makeHome(typeof config === "string" ? config : `${JSON.stringify(config, null, 2)}\n`);
  home.write(".openclaw/.env", `AISA_API_KEY=${key}\n`);
  const openclaw = fake && placeOpenClaw(home, { version: "2026.9.6", ...fake });
  return { home, env: { ...env, ...(openclaw ? { PATH: openclaw.path } : {}) } };
}

const aisa = soundConfig.models.providers.aisa;
const withBlock = (block: object, rest: object = {}) => ({
  ...soundConfig,
  models: { providers: { aisa: { ...aisa, ...block } } },
  ...rest,
});

describe("doctor --fix on the command line", () => {
  it("lists every fault of the config, fixes all at once, and undo restores every byte", async () => {
    const chosen = faultsAtOnce(faults);
    const { home } = prepare(faultyText(chosen));
    const before = home.read(home.config);
    const found = await doctor(home);
    expect(found.done.code).toBe(1);
    expect(found.codes).toEqual(expect.arrayContaining([...new Set(chosen.map((one) => one.code))]));
    const dry = await doctor(home, ["--fix", "--dry-run"]);
    expect([dry.changed, home.read(home.config)]).toEqual([false, before]);
    const fixed = await doctor(home, ["--fix", "--yes"]);
    const left = ["openclaw-missing"];
    expect([fixed.done.code, fixed.changed, fixed.codes]).toEqual([0, true, left]);
    expect((await doctor(home, ["--fix", "--yes"])).changed).toBe(false);
    await run(["undo"], { home, env });
    expect(home.read(home.config)).toBe(before);
  });

  it("shows the plan on a terminal, asks, and lists what remains", async () => {
    const { home } = prepare(withBlock({ api: "openai-responses", apiKey: "your-api-key" }));
    const terminal = startOnTerminal(["doctor", "--offline", "--fix"], { home });
    await terminal.shows("openai-responses → openai-completions");
    terminal.type("\r");
    expect(await terminal.ended()).toBe(1);
    expect(terminal.screen().split("openai-responses → openai-completions")).toHaveLength(2);
    expect(terminal.screen()).toContain("malformed-key");
    expect(terminal.screen()).toMatch(/only you can fix/);
    expect(home.read(home.config)).toContain('"api": "openai-completions"');
  });

  it("changes an included file in its place, and .env and config in one write", async () => {
    const { home } = prepare({ models: { $include: "./models.json5" }, agents: soundConfig.agents });
    const included = home.write(
      ".openclaw/models.json5",
      `// theirs\n${JSON.stringify({ providers: { aisa: { ...aisa, api: "openai-responses" } } })}\n`,
      0o644,
    );
    home.write(".openclaw/.env", `AISA_API_KEY="Bearer ${key}"\n`, 0o644);
    const root = home.read(home.config);
    const texts = [included, home.dotenv].map(home.read);
    const { codes } = await doctor(home, [], {});
    expect(codes).toEqual(
      expect.arrayContaining(["wrong-api-type", "malformed-key", "insecure-permissions"]),
    );
    const fixed = await doctor(home, ["--fix", "--yes"], {});
    expect(fixed.codes).toEqual(["openclaw-missing"]);
    expect(home.read(home.config)).toBe(root);
    expect(home.read(included)).toContain("// theirs");
    expect(home.read(home.dotenv)).not.toContain("Bearer");
    expect(statSync(home.dotenv).mode & 0o777).toBe(0o600);
    await run(["undo"], { home });
    expect([included, home.dotenv].map(home.read)).toEqual(texts);
    expect(statSync(home.dotenv).mode & 0o777).toBe(0o644);
  });

  it("fixes nothing if the config cannot be read, and says so", async () => {
    const { home } = prepare('{ models: { providers: { aisa: { apiKey: "x" }\n');
    home.write(".openclaw/.env", `AISA_API_KEY=${key}\n`, 0o644);
    const { done, codes, of } = await doctor(home, ["--fix", "--yes"]);
    expect([done.code, codes]).toContainEqual(expect.arrayContaining(["config-syntax"]));
    expect(of("config-syntax")?.path).toMatch(/openclaw\.json:2:1/);
    const { stdout } = await run(["doctor", "--offline", "--fix", "--yes"], { home, env });
    expect(stdout).toContain("Nothing was fixed");
  });

  it("lists a failed write among the findings", async () => {
    const { home } = prepare(withBlock({ api: "openai-responses" }));
    const managed = { ...env, OPENCLAW_CONFIG_READONLY: "1" };
    const found = await doctor(home, [], managed);
    expect(found.of("config-readonly")?.severity).toBe("info");
    const { done, codes } = await doctor(home, ["--fix", "--yes"], managed);
    expect(done.code).toBe(5);
    expect(codes).toEqual(expect.arrayContaining(["config-readonly", "wrong-api-type"]));
    expect(home.read(home.config)).toContain("openai-responses");
  });

  it("restores everything when OpenClaw rejects what it accepted before", async () => {
    const { home, env: there } = prepare(withBlock({ api: "openai-responses" }), {
      judges: {
        kind: "refuses-text",
        text: "openai-completions",
        says: JSON.stringify({ valid: false, issues: [{ path: "models", message: "Invalid input" }] }),
      },
    });
    const before = home.read(home.config);
    const { done, codes, changed } = await doctor(home, ["--fix", "--yes"], there);
    expect(codes).toContain("refused-by-openclaw");
    expect([done.code, changed]).toEqual([5, false]);
    expect(home.read(home.config)).toBe(before);
  });
});

describe("doctor on what surrounds the config", () => {
  it("names what it looked at, the keys masked", async () => {
    const { home } = prepare(sound);
    const { data, done } = await doctor(home, ["--profile", "default"]);
    expect(data).toMatchObject({
      openclaw: { state: "missing", version: null },
      config: { file: home.config, exists: true },
      profile: "default",
      keys: [{ label: "AISA_API_KEY", key: "sk-aisa-…4860", inUse: true }, { label: home.dotenv }],
    });
    expect(done.stdout).not.toContain(key);
    const { stdout } = await run(["doctor", "--offline", "--verbose"], { home, env });
    expect(stdout).toMatch(/State directory +~\/\.openclaw/);
  });

  it.each([
    ["2026.3.13", { plugins: { entries: { aisa: { enabled: true } } } }, "plugins.entries.aisa.enabled"],
    ["2026.4.15", { agents: { defaults: { modelPolicy: {} } } }, "agents.defaults.modelPolicy"],
    ["2026.6.11", { agents: { entries: {} } }, "agents.entries"],
  ])("OpenClaw %s is too old for what came later", async (version, part, path) => {
    const { home, env: there } = prepare(withBlock({}, part), { version });
    expect((await doctor(home, [], there)).of("openclaw-too-old")?.path).toContain(path);
    const newer = prepare(withBlock({}, part), { version: "2026.9.6" });
    expect((await doctor(newer.home, [], newer.env)).codes).not.toContain("openclaw-too-old");
  });

  it("gives an old OpenClaw's own form of a setting", async () => {
    const config = withBlock(
      { apiKey: { source: "env", provider: "default", id: "AISA_API_KEY" } },
      { agents: { defaults: { model: "aisa/qwen3-max" } } },
    );
    const { home, env: there } = prepare(config, { version: "2026.2.9" });
    expect((await doctor(home, ["--fix", "--yes"], there)).codes).toEqual([]);
    expect(home.read(home.config)).toContain('"primary": "aisa/qwen3-max"');
    expect(home.read(home.config)).toContain('"apiKey": "${AISA_API_KEY}"');
  });

  it("names a Node that does not suit an OpenClaw which does not run", async (ctx) => {
    if (Number(process.versions.node.split(".")[0]) >= 24) ctx.skip("this Node suits every OpenClaw");
    const { home } = prepare({ ...soundConfig, meta: { lastTouchedVersion: "2026.9.6" } });
    home.write("bin/openclaw", "#!/bin/sh\necho 'Node.js v24.16+ is required' >&2; exit 1\n", 0o755);
    const { codes } = await doctor(home, [], { ...env, PATH: `${home.path}/bin:/usr/bin:/bin` });
    expect(codes).toEqual(expect.arrayContaining(["openclaw-not-runnable", "unsupported-node"]));
  });

  it("names an included file that is not there, and a .env or config that cannot be read", async () => {
    const missing = prepare({ models: { $include: "./nowhere.json5" } });
    expect((await doctor(missing.home)).of("config-schema")?.title).toContain("nowhere.json5");
    const { home } = prepare(sound);
    home.write(".openclaw/.env", Buffer.from([0x41, 0x3d, 0xff, 0xfe]));
    const bad = await doctor(home);
    expect(bad.codes.filter((code) => code !== "openclaw-missing").length).toBeGreaterThan(0);
    expect(bad.codes).not.toContain("check-crashed");
    home.write(".openclaw/openclaw.json", Buffer.from([0xff, 0xfe, 0x7b, 0x00]));
    const broken = await doctor(home);
    expect(broken.codes).toContain("config-syntax");
    expect(broken.codes).not.toContain("check-crashed");
  });

  it.each([
    ["an old address", { baseUrl: "https://old.example/v1", models: [] }],
    ["another key", { baseUrl: aisa.baseUrl, apiKey: other, models: [] }],
    ["a prefixed id", { baseUrl: aisa.baseUrl, models: [{ id: "aisa/qwen3-max" }] }],
  ])("takes its part out of an agent's models.json with %s", async (_, block) => {
    const { home } = prepare(sound);
    const text = JSON.stringify({ providers: { other: { baseUrl: "x" }, aisa: block } });
    const file = home.write(".openclaw/agents/main/agent/models.json", text);
    const { of, done } = await doctor(home);
    expect(of("stale-agent-models")?.fixable).toBe(true);
    expect(done.stdout).not.toContain(other);
    await doctor(home, ["--fix", "--yes"]);
    expect(JSON.parse(home.read(file))).toEqual({ providers: { other: { baseUrl: "x" } } });
    await run(["undo"], { home, env });
    expect(home.read(file)).toBe(text);
  });

  it("leaves an agent's models.json alone that matches", async () => {
    const { home } = prepare(sound);
    home.write(".openclaw/agents/main/agent/models.json", JSON.stringify({ providers: { aisa } }));
    expect((await doctor(home)).codes).toEqual(["openclaw-missing"]);
  });

  it.skipIf(process.platform === "win32")(
    "finds every file with a key that other users can read",
    async () => {
      const { home } = prepare(withBlock({ apiKey: key }));
      const files = [
        home.write(".openclaw/openclaw.json", home.read(home.config), 0o644),
        home.write(".openclaw/openclaw.json.bak", `{ "old": "${other}" }`, 0o640),
        home.write(".openclaw/agents/main/agent/auth-profiles.json", `not json ${other}`, 0o604),
        home.write(
          ".openclaw/openclaw-aisa/backups/2026-01-01T00-00-00/1-openclaw.json",
          `"${other}"`,
          0o644,
        ),
      ];
      home.write(".openclaw/openclaw.json.last-good", "{}", 0o644); // holds no key
      const { of, done } = await doctor(home);
      const evidence = of("insecure-permissions")?.evidence ?? [];
      expect(evidence.map((line) => line.slice(5)).sort()).toEqual([...files].sort());
      expect(done.stdout).not.toContain(other);
      await doctor(home, ["--fix", "--yes"]);
      for (const file of files) expect(statSync(file).mode & 0o777, file).toBe(0o600);
      expect((await doctor(home)).codes).not.toContain("insecure-permissions");
    },
  );

  it("names the file that OpenClaw moved aside, and the config in use", async () => {
    const { home } = prepare(sound);
    const config = home.write("elsewhere/my.json", sound);
    home.write("elsewhere/my.json.clobbered.2026-01-01", "{}");
    expect((await doctor(home, ["--config", config])).codes).toContain("clobbered-config");
    expect((await doctor(home)).codes).not.toContain("clobbered-config");
  });

  it.skipIf(isRoot)("reports a config that cannot be read", async () => {
    const { home } = prepare(sound);
    home.write(".openclaw/openclaw.json", sound, 0o000);
    const { codes } = await doctor(home);
    expect(codes).not.toContain("check-crashed");
    expect(codes).toContain("config-unreadable");
  });
});
