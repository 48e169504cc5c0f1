import { describe, expect, it } from "vitest";
import { catalog } from "../../src/adapters/files/templates.ts";
import { spawnProgram } from "../helpers/cli.ts";
import { type Bench, chats, makeBench, startGateway } from "./harness.ts";
import { type Version, versions } from "./install.ts";

/** A config as people keep it: JSON5 with remarks, another provider, settings that are none of our business. */
const handwritten = (agents: string) => `// The flat's assistant. Ask before you change the port!
{
  gateway: { mode: 'local', port: 0x4965 }, // 18789
  /* what it may write down */
  logging: { level: 'info', consoleStyle: "pretty" },
  models: {
    mode: 'merge',
    providers: {
      // the machine under the desk
      'local-llm': {
        baseUrl: 'http://127.0.0.1:9/v1',
        apiKey: 'none',
        api: 'openai-completions',
        models: [
          { id: 'tiny', name: 'Tiny', contextWindow: 3.2e4, },
        ],
      },
    },
  },
${agents}
}
`;

const plain = `  agents: {
    defaults: {
      model: { primary: 'local-llm/tiny' }, // until AIsa is set up
      workspace: '~/assistant',
    },
  },`;

/** Every piece of the text before, in order, is in the text after; the old primary model may be gone. */
function keepsText(before: string, after: string): void {
  let from = 0;
  for (const piece of before.split(/[\n{}[\]]/).filter((one) => !one.includes("primary:"))) {
    const at = after.indexOf(piece.trimEnd(), from);
    expect(at, `${piece}\nmissing in\n${after}`).toBeGreaterThanOrEqual(from);
    from = at + piece.trimEnd().length;
  }
}

const params = "params: { temperature: 0.7 }, // for everyone";

/** Allowlists as each version has them; 2026.9.6 takes the older form for one as well. */
const old = `  agents: {
    defaults: {
      model: { primary: 'local-llm/tiny' },
      models: { 'local-llm/tiny': { alias: 'tiny' } }, // nothing else!
    },
  },`;
const policy = `  agents: {
    defaults: {
      model: { primary: 'local-llm/tiny' },
      modelPolicy: { allow: [ 'local-llm/*' ] }, // nothing else!
    },
  },`;
const allowlists: Record<Version, [name: string, agents: string][]> = {
  "2026.4.15": [["an allowlist", old]],
  "2026.9.6": [
    ["a policy", policy],
    ["an allowlist of the older form", old],
  ],
};

const warm: Record<Version, string> = {
  "2026.4.15": old.replace("models:", `${params}\n      models:`),
  "2026.9.6": plain.replace("workspace:", `${params}\n      workspace:`),
};

async function accepted(bench: Bench): Promise<void> {
  const verdict = await bench.openclaw(["config", "validate", "--json"]);
  expect([verdict.code, JSON.parse(verdict.stdout)], verdict.output).toMatchObject([0, { valid: true }]);
}

/** 2026.4.15 lists the models of a provider that are not in use only when it is asked for all. */
async function listed(bench: Bench): Promise<string[]> {
  const all = bench.version === "2026.4.15" ? ["--all"] : [];
  const list = await bench.openclaw(["models", "list", "--provider", "aisa", "--plain", ...all]);
  return catalog.defaults.filter((id) => list.stdout.split(/\s+/).includes(`aisa/${id}`));
}

/** The models of ours that OpenClaw lets somebody switch to. */
async function allowed(bench: Bench): Promise<string[]> {
  const status = await bench.openclaw(["models", "status", "--json"]);
  const list = JSON.parse(status.stdout.slice(status.stdout.indexOf("{"))).allowed as string[];
  return catalog.defaults.filter((id) => list.includes(`aisa/${id}`));
}

const ours = (bench: Bench, args: readonly string[]) =>
  spawnProgram([...args, "--json"], { home: bench.home, env: bench.env(), timeoutMs: 120_000 });

/** Sets AIsa up as a script does, against a demo gateway, with this OpenClaw on the PATH. */
async function onboarded(version: Version, config: string) {
  const gateway = await startGateway();
  const bench = makeBench(version, config);
  const key = bench.home.write("key.txt", `${gateway.key}\n`);
  const args = ["onboard", "--non-interactive", "--aisa-api-key-file", key, "--base-url", gateway.url];
  const done = await ours(bench, args);
  return { gateway, bench, args, done };
}

describe.each(versions)("onboard with OpenClaw %s", (version) => {
  it("onboards a config with comments to an answer, a second run changes nothing, and undo restores it", async () => {
    const config = handwritten(plain);
    const { gateway, bench, args, done } = await onboarded(version, config);
    expect(done.code, done.stdout).toBe(0);
    expect(done.json().data).toMatchObject({
      verified: { openclaw: "accepted", openclawVersion: version, chat: "answered" },
    });
    keepsText(config, bench.home.read(bench.home.config));
    await accepted(bench);
    expect(await listed(bench)).toEqual(catalog.defaults);

    const before = chats(gateway).length;
    const turn = await bench.turn();
    expect(turn.code, turn.output).toBe(0);
    const [body, ...more] = chats(gateway).slice(before);
    expect(more).toEqual([]);
    expect(body).toMatchObject({ model: "qwen3-max", stream: true, max_completion_tokens: 16_384 });
    expect(body?.messages[0]?.role).toBe("system");
    expect(body?.messages.map((message) => message.role)).not.toContain("developer");
    expect(body).not.toHaveProperty("temperature");

    const whole = bench.home.read(bench.home.config);
    const again = await ours(bench, args);
    expect([again.code, again.json().changed]).toEqual([0, false]);
    expect(bench.home.read(bench.home.config)).toBe(whole);

    const set = await ours(bench, ["models", "set", "deepseek-v3.1"]);
    expect([set.code, set.json().changed]).toEqual([0, true]);
    const other = await bench.turn();
    expect(other.code, other.output).toBe(0);
    expect(chats(gateway).at(-1)?.model).toBe("deepseek-v3.1");

    expect((await ours(bench, ["undo"])).code).toBe(0);
    expect(bench.home.read(bench.home.config)).toBe(whole);
    expect((await ours(bench, ["undo", String(done.json().data["backup"])])).code).toBe(0);
    expect(bench.home.read(bench.home.config)).toBe(config);
    await accepted(bench);
    await bench.openclaw(["models", "list"]);
    expect(bench.home.read(bench.home.config)).toBe(config);
  });

  it.each(allowlists[version])("allows its models %s", async (name, agents) => {
    const { gateway, bench, done } = await onboarded(version, handwritten(agents));
    expect(done.code, done.stdout).toBe(0);
    keepsText(handwritten(agents), bench.home.read(bench.home.config));
    if (name !== "a policy") expect(await allowed(bench)).toEqual(catalog.defaults);
    // 2026.4.15 cannot be told a model for one turn.
    if (version === "2026.4.15") return;
    const before = chats(gateway).length;
    const turn = await bench.turn({ flags: ["--model", "aisa/kimi-k2.5"] });
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway)[before]?.model).toBe("kimi-k2.5");
  });

  it("keeps a temperature for all from Kimi K2.5 alone", async () => {
    const { gateway, bench, done } = await onboarded(version, handwritten(warm[version]));
    expect(done.code, done.stdout).toBe(0);
    for (const [id, temperature] of [
      ["kimi-k2.5", 1],
      ["deepseek-v3.1", 0.7],
    ] as const) {
      expect((await ours(bench, ["models", "set", id])).code).toBe(0);
      const turn = await bench.turn();
      expect(turn.code, turn.output).toBe(0);
      expect(chats(gateway).at(-1)).toMatchObject({ model: id, temperature });
    }
  });

  it("distinguishes a config that OpenClaw rejected before from one that our change broke", async () => {
    const config = handwritten(`${plain}\n  tuesday: true,`);
    const { bench, done } = await onboarded(version, config);
    const { problems, data } = done.json();
    const refusal = problems.find((one) => one.code === "config-schema");
    expect(refusal?.title).toMatch(/before/);
    expect(JSON.stringify(refusal)).toContain("tuesday");
    expect(data).toMatchObject({ verified: { openclaw: "refused", chat: "answered" } });
    keepsText(config, bench.home.read(bench.home.config));
  });
});

describe("a global temperature with OpenClaw 2026.4.15, without an allowlist", () => {
  const shared = handwritten(warm["2026.9.6"]);

  it("is kept from Kimi K2.5 alone, and every model of the config may still be used", async () => {
    const { gateway, bench, done } = await onboarded("2026.4.15", shared);
    expect(done.code, done.stdout).toBe(0);
    keepsText(shared, bench.home.read(bench.home.config));
    expect(await allowed(bench)).toEqual(catalog.defaults);
    expect(bench.home.read(bench.home.config)).toContain("'local-llm/tiny': {}");
    expect((await ours(bench, ["models", "set", "kimi"])).code).toBe(0);
    const turn = await bench.turn();
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).at(-1)).toMatchObject({ model: "kimi-k2.5", temperature: 1 });
  });

  it("is reported and kept if a provider in use has no models in the config", async () => {
    const config = shared.replace("workspace:", "imageModel: 'openai/gpt-5',\n      workspace:");
    const { bench, done } = await onboarded("2026.4.15", config);
    const told = done.json().problems.find((one) => one.code === "invalid-temperature");
    expect([done.code, told?.severity]).toEqual([0, "warning"]);
    expect(bench.home.read(bench.home.config)).not.toContain('"aisa/kimi-k2.5": {');
  });
});
