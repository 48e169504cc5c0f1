import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { spawnProgram } from "../helpers/cli.ts";
import { type Bench, type ExtraEnv, keysSeen, makeBench, startGateway } from "./harness.ts";
import { versions } from "./install.ts";

const ours = (bench: Bench, args: readonly string[], env: ExtraEnv = {}) =>
  spawnProgram([...args, "--json"], { home: bench.home, env: bench.env(env), timeoutMs: 200_000 });

/** What OpenClaw itself says of a skill. */
async function skill(bench: Bench, env: ExtraEnv) {
  const listed = await bench.openclaw(["skills", "list", "--json"], { env });
  const { skills } = JSON.parse(listed.stdout.slice(listed.stdout.indexOf("{"))) as {
    skills: { name: string; eligible: boolean; source: string }[];
  };
  return skills
    .filter((one) => one.name === "aisa-provider")
    .map(({ eligible, source }) => [eligible, source]);
}

describe.each(versions)("openclaw-aisa plugin on OpenClaw %s", (version) => {
  it("installs with the flags of this version, prints what changed, ships the skill, and removes", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version);
    const folder = join(bench.home.path, ".openclaw", "extensions", "aisa");
    const dry = await ours(bench, ["plugin", "install", "--dry-run"]);
    expect([dry.code, dry.json().changed]).toEqual([0, false]);
    const flags = version === "2026.9.6" ? ["--force", "--accept-capabilities"] : ["--force"];
    expect(dry.json().data["command"]).toEqual(["openclaw", "plugins", "install", "<plugin>", ...flags]);
    expect(existsSync(folder)).toBe(false);

    const installed = await ours(bench, ["plugin", "install"]);
    expect([installed.code, installed.json().changed]).toEqual([0, true]);
    expect(existsSync(join(folder, "dist", "plugin", "index.js"))).toBe(true);
    expect(existsSync(join(folder, "bin"))).toBe(false);
    const again = await ours(bench, ["plugin", "install"]);
    expect([again.code, again.json().changed]).toEqual([0, false]);
    const status = await ours(bench, ["plugin", "status"]);
    expect(status.json().data).toMatchObject({
      supported: true,
      installed: true,
      status: "loaded",
      rivals: [],
    });

    const env = { AISA_API_KEY: gateway.key };
    expect(await skill(bench, env)).toEqual([[true, "openclaw-extra"]]);
    expect((await ours(bench, ["skill", "install"])).code).toBe(0);
    expect(await skill(bench, env)).toEqual([[true, "openclaw-managed"]]);

    const removed = await ours(bench, ["plugin", "remove"]);
    expect([removed.code, removed.json().changed]).toEqual([0, true]);
    expect(existsSync(folder)).toBe(false);
    expect((await ours(bench, ["plugin", "remove"])).json().changed).toBe(false);
  });

  it("warns beforehand that the environment's key overrides the block's and the block hides models", async () => {
    const gateway = await startGateway();
    const model = { id: "qwen3-max", name: "Qwen3 Max", contextWindow: 128_000, maxTokens: 8192 };
    const block = {
      baseUrl: gateway.url,
      apiKey: "sk-of-the-block-0123456789",
      api: "openai-completions",
      models: [model],
    };
    const bench = makeBench(version, {
      models: { providers: { aisa: block } },
      agents: { defaults: { model: { primary: "aisa/qwen3-max" } } },
    });
    const effects = ["environment-beats-block", "block-hides-catalog"];
    const dry = await ours(bench, ["plugin", "install", "--dry-run"]);
    expect(dry.json().data["effects"]).toEqual(effects);
    expect((await ours(bench, ["plugin", "install"])).code).toBe(0);
    expect((await ours(bench, ["plugin", "status"])).json().data["effects"]).toEqual(effects);
    const env = { AISA_API_KEY: gateway.key };
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
    expect(keysSeen(gateway)).toEqual([gateway.key]);
    const list = await bench.openclaw(["models", "list", "--provider", "aisa", "--plain"], { env });
    expect(list.stdout).toContain("aisa/qwen3-max");
    expect(list.stdout).not.toContain(`aisa/${catalog.defaults[1]}`);
  });

  it("onboard --plugin sets the provider up and installs the plugin", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version);
    const env = { AISA_API_KEY: gateway.key };
    const done = await ours(bench, ["onboard", "--plugin", "--base-url", gateway.url, "--no-verify"], env);
    expect([done.code, done.json().data["plugin"]]).toEqual([0, "installed"]);
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
  });
});
