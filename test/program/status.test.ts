import { describe, expect, it } from "vitest";
import { type JsonEnvelope, run } from "../helpers/cli.ts";
import { goodEntry, prepareDoctor } from "../helpers/doctor.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { makeHome } from "../helpers/home.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

interface StatusData {
  readonly key: { state: string; masked: string | null; source: string | null; checked: object | null };
  readonly balance: { amount: number; currency: string; at: string } | null;
  readonly config: { file: string; exists: boolean; provider: string | null; models: number };
  readonly default: { primary: string | null; fallbacks: string[] };
  readonly sends: { model: string; baseUrl: string; temperature: number | null } | null;
  readonly sessions: { pinned: { agent: string; model: string; kind: string }[]; at: string | null } | null;
  readonly lastProblem: { code: string; state: string; count: number } | null;
}

const sessions = ".openclaw/agents/main/sessions/sessions.json";
const pinned = (model: string) => ({ providerOverride: "aisa", modelOverride: model });
const logLine = (time: string) =>
  `${JSON.stringify({ time, "0": "x", "1": "embedded run agent end: isError=true model=qwen3-max provider=aisa error=x rawError=403 user quota is not enough" })}\n`;

async function prepare(setup: Parameters<typeof prepareDoctor>[0] = {}) {
  const doctor = await prepareDoctor({ models: ["qwen3-max", "kimi-k2.5"], ...setup });
  const { home } = doctor;
  const status = async (...args: string[]) => {
    const done = await run(["status", "--json", ...args], { home, env: doctor.env });
    return { ...(done.json() as JsonEnvelope<StatusData>), exit: done.code };
  };
  return { ...doctor, status };
}

describe("status", () => {
  it("tells what is set up and what a new turn sends, without a request and without OpenClaw", async () => {
    const { status, gateway, home, env } = await prepare({ agents: "params: { temperature: 1 }" });
    const openclaw = placeOpenClaw(home, { version: "2026.9.6" });
    Object.assign(env, { PATH: openclaw.path });
    expect(await status()).toMatchObject({
      exit: 0,
      changed: false,
      problems: [],
      data: {
        key: { state: "found", masked: "sk-…cdef", source: home.dotenv, checked: null },
        balance: null,
        config: { file: home.config, exists: true, provider: "aisa", models: 2 },
        default: { primary: "aisa/qwen3-max", fallbacks: [] },
        sends: { model: "qwen3-max", baseUrl: gateway.url, temperature: 1 },
        sessions: { pinned: [], at: null },
        lastProblem: null,
      },
    });
    expect([gateway.requests, openclaw.calls()]).toEqual([[], []]);
  });

  it("remembers what a command saw of the account, and forgets it with another key", async () => {
    const { status, look, home, gateway } = await prepare();
    await look();
    const { data } = await status();
    expect(data).toMatchObject({
      key: { checked: { accepted: true } },
      balance: { amount: 1, currency: "USD" },
    });
    expect(home.read(`${home.path}/.config/openclaw-aisa/settings.json`)).not.toContain(gateway.key);
    home.write(".openclaw/.env", "AISA_API_KEY=sk-other-0123456789abcdef\n");
    expect((await status()).data).toMatchObject({ key: { checked: null }, balance: null });
    await look();
    expect((await status()).data.key.checked).toMatchObject({ accepted: false });
  });

  it("names sessions with a model of their own, and those in a database as they were last listed", async () => {
    const { status, look, home, env } = await prepare({ root: 'meta: { lastTouchedVersion: "2026.9.6" },' });
    home.write(sessions, JSON.stringify({ a: pinned("qwen-plus"), b: pinned("kimi-k2.5") }));
    expect(await status()).toMatchObject({
      problems: [{ code: "pinned-session" }, { code: "pinned-session" }],
      data: { sessions: { pinned: [{ kind: "stale" }, { kind: "other" }], at: null } },
    });
    home.write(".openclaw/agents/main/agent/openclaw-agent.sqlite", "");
    expect((await status()).data.sessions).toBeNull();
    const list = [{ key: "agent:main:secret", agentId: "main", ...pinned("kimi-k2.5") }];
    Object.assign(env, {
      PATH: placeOpenClaw(home, { version: "2026.9.6", says: { sessions: { sessions: list } } }).path,
    });
    await look("--offline");
    const { data } = await status();
    expect(data.sessions).toMatchObject({ pinned: [{ agent: "main", model: "aisa/kimi-k2.5" }] });
    expect(data.sessions?.at).not.toBeNull();
    expect(home.read(`${home.path}/.config/openclaw-aisa/settings.json`)).not.toContain("secret");
  });

  it("says which prefix an entry sends along", async () => {
    const { status } = await prepare({ models: [goodEntry("aisa/qwen3-max")], primary: "qwen3-max" });
    expect((await status()).data.sends?.model).toBe("aisa/qwen3-max");
  });

  it.each([
    ["no config", undefined, 5, "config-missing"],
    ["a broken config", "{", 5, "config-syntax"],
    ["no provider", "{}", 1, "provider-missing"],
    [
      "no key",
      '{ models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", models: [] } } } }',
      3,
      "missing-key",
    ],
  ])("fails with %s", async (_, config, exit, code) => {
    const done = await run(["status", "--json"], { home: makeHome(config) });
    expect([done.code, done.json().problems[0]?.code]).toEqual([exit, code]);
  });

  it.each([
    [
      "a key that OpenClaw rejects",
      '{ id: "qwen3-max", supportsDeveloperRole: false }',
      "",
      "misplaced-compat",
    ],
    ["an address that names an endpoint", '{ id: "qwen3-max" }', "/chat/completions", "wrong-base-url"],
  ])("counts what doctor finds in the files alone: %s", async (_, entry, path, code) => {
    const home = makeHome(
      `{ models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1${path}", api: "openai-completions", apiKey: "\${AISA_API_KEY}", models: [${entry}] } } } }`,
    );
    home.write(".openclaw/.env", "AISA_API_KEY=sk-good-0123456789abcdef\n");
    const done = await run(["status", "--json"], { home });
    expect(done.json().problems).toEqual(expect.arrayContaining([expect.objectContaining({ code })]));
    expect(done.code).not.toBe(0);
    expect((await run(["status"], { home })).stdout).toMatch(/Problems +1 error.*: openclaw-aisa doctor/);
  });

  it("says that a key is stored where AIsa is not set up", async () => {
    const home = makeHome("{}");
    home.write(".openclaw/.env", "AISA_API_KEY=sk-good-0123456789abcdef\n");
    const done = await run(["status", "--json"], { home });
    expect(done.json()).toMatchObject({
      data: { key: { state: "stored", source: home.dotenv, masked: "sk-…cdef" } },
      problems: [{ code: "provider-missing", detail: expect.stringContaining(".env") }],
    });
    const doctor = await run(["doctor", "--offline", "--json"], { home });
    const codes = doctor.json().problems.map((one) => one.code);
    expect([codes.includes("provider-missing"), codes.includes("missing-key")]).toEqual([true, false]);
    expect((await run(["status"], { home })).stdout).toContain("not in use yet");
  });

  it("is what the program does alone on a terminal", async () => {
    const { home } = await prepare();
    const shown = async (...args: string[]) => {
      const terminal = startOnTerminal(args, { home });
      const code = await terminal.ended();
      return `${code} ${terminal.screen()}`;
    };
    expect(await shown()).toContain("Sends       qwen3-max to");
    expect(await shown("--lang", "zh-CN")).toContain("实际发送");
    expect(await shown("--version")).not.toContain("Sends");
    const piped = await run([], { home });
    expect([piped.code, piped.stdout]).toEqual([2, expect.stringContaining("Usage: openclaw-aisa")]);
  });

  it.each([
    ["status", 80],
    ["status-narrow", 60],
  ])("prints one screen: %s", async (name, columns) => {
    const { home, look } = await prepare({
      models: ["qwen3-max", "kimi-k2.5"],
      agents: "params: { temperature: 0.3 },",
      root: `logging: { file: "~/openclaw.log" },`,
    });
    await look();
    const time = new Date(Date.now() - 3 * 60 * 60 * 1000).toISOString();
    home.write("openclaw.log", logLine(time));
    home.write(
      sessions,
      JSON.stringify({ a: pinned("qwen-plus"), b: pinned("kimi-k2.5"), c: pinned("kimi-k2.5") }),
    );
    await expectTranscript(name, [["status"]], { home, columns });
  });
});
