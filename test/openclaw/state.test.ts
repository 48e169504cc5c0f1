import { describe, expect, it } from "vitest";
import { spawnProgram } from "../helpers/cli.ts";
import { type Bench, chats, freePort, makeBench, startGateway } from "./harness.ts";
import { versions } from "./install.ts";

const cost = { input: 1, output: 5, cacheRead: 0, cacheWrite: 0 };
const entry = (id: string) => ({ id, name: id, cost, contextWindow: 131_072, maxTokens: 8192 });
const ids = ["qwen3-max", "kimi-k2.5", "qwen-plus-2025-12-01"];

const configFor = (baseUrl: string, apiKey: string, rest: object, agents: object = {}) => ({
  models: { providers: { aisa: { baseUrl, apiKey, api: "openai-completions", models: ids.map(entry) } } },
  agents: { defaults: { model: { primary: "aisa/qwen3-max" }, ...agents } },
  ...rest,
});

const runOurs = async (bench: Bench, ...args: string[]) =>
  spawnProgram([...args, "--json"], { home: bench.home, env: bench.env(), timeoutMs: 120_000 });
const doctor = (bench: Bench, ...args: string[]) => runOurs(bench, "doctor", ...args);
type Run = Awaited<ReturnType<typeof runOurs>>;
const found = (run: Run, code: string) => run.json().problems.find((one) => one.code === code);

describe.each(versions)("OpenClaw %s, what it keeps beside the config", (version) => {
  it("gets a heartbeat and a hook that work, and a session back to the default model", async () => {
    const gateway = await startGateway();
    const auth = { mode: "token", token: "a-token-for-the-test" };
    const rest = {
      gateway: { mode: "local", port: await freePort(), auth },
      hooks: {
        enabled: true,
        token: "another-token-for-hooks",
        mappings: [{ match: { path: "x" }, action: "agent", model: "aisa/qwen-plus", messageTemplate: "x" }],
      },
    };
    const heartbeat = { model: { primary: "aisa/kimi-k2.5" } };
    const bench = makeBench(version, configFor(gateway.url, gateway.key, rest, { heartbeat }));
    const fixed = await doctor(bench, "--fix", "--yes", "--offline");
    expect([fixed.code, fixed.json().changed]).toEqual([0, true]);
    const after = JSON.parse(bench.home.read(bench.home.config));
    expect(after.agents.defaults.heartbeat.model).toBe("aisa/kimi-k2.5");
    expect(after.hooks.mappings[0].model).toBe("aisa/qwen-plus-2025-12-01");
    // OpenClaw starts no gateway with a config that it rejects.
    await bench.startGateway();
    const params = JSON.stringify({ key: "agent:main:main", model: "aisa/kimi-k2.5" });
    const pin = await bench.openclaw(["gateway", "call", "sessions.patch", "--params", params, "--json"]);
    expect(pin.code, pin.output).toBe(0);
    expect(found(await doctor(bench, "--offline"), "pinned-session")).toMatchObject({
      severity: "info",
      evidence: ["agent:main:main → aisa/kimi-k2.5"],
      remedy: { commands: ["openclaw-aisa models set qwen3-max --sessions"] },
    });
    const switched = await runOurs(bench, "models", "set", "qwen3-max", "--sessions", "--offline");
    expect(switched.json()).toMatchObject({ ok: true, changed: true, data: { sessions: { kept: [] } } });
    const turn = await bench.openclaw(["agent", "--agent", "main", "-m", "Say hello."]);
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).at(-1)?.model).toBe("qwen3-max");
  });

  it("gets a resting key back to work", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version, configFor(gateway.url, gateway.key, {}));
    const isNew = version === "2026.9.6";
    if (isNew) await restByFailing(bench, gateway);
    else restByFile(bench, gateway.key);
    const [resting, sent] = [found(await doctor(bench), "resting-profile"), chats(gateway).length];
    expect(resting?.evidence[0]).toContain("disabled (billing)");
    expect(resting?.detail).toContain("The gateway accepts the key now.");
    const [command = ""] = resting?.remedy.commands ?? [];
    if (isNew) {
      const refused = await bench.turn();
      expect([refused.code, chats(gateway).length]).toEqual([1, sent]);
      const explained = await runOurs(bench, "explain", refused.output.trim().split("\n").at(-1) ?? "");
      expect(explained.json().problems[0]?.code).toBe("resting-profile");
    }
    const woken = await bench.openclaw(command.split(" ").slice(1), { input: `${gateway.key}\n` });
    expect(woken.code, woken.output).toBe(0);
    // For an older version the command is a turn by itself.
    const turn = isNew ? await bench.turn() : woken;
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).length).toBeGreaterThan(sent);
  });
});

/** OpenClaw puts the key of the config to rest after an answer that speaks of money. */
async function restByFailing(bench: Bench, gateway: Awaited<ReturnType<typeof startGateway>>) {
  const body = JSON.stringify({ error: { message: "Insufficient credits.", type: "billing_error" } });
  gateway.script = {
    faults: [
      {
        when: { route: "chat" },
        what: { kind: "raw", status: 402, headers: { "content-type": "application/json" }, body },
      },
    ],
  };
  expect((await bench.turn()).code).not.toBe(0);
  gateway.script = {};
}

/** 2026.4.15 puts only saved sign-ins to rest; its file says so. */
function restByFile({ home }: Bench, key: string) {
  const [id, folder] = ["aisa:manual", ".openclaw/agents/main/agent"];
  const profile = { type: "api_key", provider: "aisa", key };
  home.write(`${folder}/auth-profiles.json`, JSON.stringify({ version: 1, profiles: { [id]: profile } }));
  const stats = { errorCount: 3, disabledUntil: Date.now() + 5 * 3_600_000, disabledReason: "billing" };
  home.write(`${folder}/auth-state.json`, JSON.stringify({ version: 1, usageStats: { [id]: stats } }));
}
