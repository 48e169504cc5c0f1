import zlib from "node:zlib";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const config = `{ models: { providers: { aisa: { models: [
  { id: "qwen3-max", name: "Qwen3 Max", cost: { input: 1.2, output: 4.8, cacheRead: 0, cacheWrite: 0 } },
  { id: "kimi-k2.5", name: "Kimi", cost: { input: 0.6, output: 2.4, cacheRead: 0, cacheWrite: 0 } },
] } } } }`;

const sessions = ".openclaw/agents/main/sessions";
const now = () => new Date(2026, 10, 28, 15, 0);

const packedSession =
  "KLUv/SCzPQQAggkdG3Brc3Wialemuza/36S5/6qeWT5ti8X2pf9fCM/z/H/ymmb0/wP0a9yy7GBjZEayI1l0kTBaUdVyF6NqKRrjjPyWfLt202hVGmMHkQv/AT/+mBBCIB0IcgjSk9GO5Vtl6xlZKcKQzmi1jKyH3FVmtLrGsxMFAGSEIbxjU9lQx/ohFNgM";

let answers = 0;
/** An event as OpenClaw writes it, on a day of November 2026. */
function answer(model: string, day: number, input: number, output: number): string {
  answers += 1;
  const [provider, id] = model.split("/");
  return JSON.stringify({
    type: "message",
    id: `answer-${answers}`,
    timestamp: new Date(2026, 10, day, 12).toISOString(),
    message: {
      role: "assistant",
      provider,
      model: id,
      usage: { input, output, cacheRead: 0, cacheWrite: 0 },
    },
  });
}

function recordedHome(): Home {
  const home = makeHome(config);
  home.write(
    `${sessions}/one.jsonl`,
    [
      '{"type":"session","version":3}',
      answer("aisa/qwen3-max", 23, 400_000, 90_000),
      answer("aisa/qwen3-max", 24, 1_200_000, 310_000),
      answer("aisa/kimi-k2.5", 28, 800_000, 40_000),
      answer("openai/gpt-5", 28, 1000, 500),
      answer("aisa/qwen3-max", 28, 0, 0),
      '{"type":"message","message":{"role":"assistant","usage":{"input"',
    ].join("\n"),
  );
  home.write(
    `${sessions}/two.jsonl.reset.2026-11-25T10-00-00.000Z`,
    answer("aisa/qwen3-max", 25, 90_000, 30_000),
  );
  home.write(`${sessions}/one.trajectory.jsonl`, answer("aisa/qwen3-max", 25, 9e9, 9e9));
  home.write(".openclaw/agents/coder/sessions/three.jsonl", answer("aisa/qwen3-max", 27, 700_000, 220_000));
  return home;
}

interface UsageData {
  since: string;
  until: string;
  groups: Record<string, unknown>[];
  total: { tokens: { total: number }; cost: { low: number } | null };
  read: { sessions: number; databases: number; unread: string[]; broken: number; fromGateway: boolean };
}

const usageOf = async (home: Home, args: readonly string[] = [], env: Record<string, string> = {}) =>
  (await run(["usage", "--json", ...args], { home, now, env })).json<UsageData>().data;

describe("usage", () => {
  it("shows days with bars, models beside other providers, and what was read", async () => {
    const home = recordedHome();
    const commands = [["usage"], ["usage", "--by", "model"]];
    const frozen = { home, frozen: now };
    await expectTranscript("usage", commands, frozen);
    await expectTranscript("usage-narrow", [["usage"], ["usage", "--by", "week,agent"]], {
      ...frozen,
      columns: 60,
    });
  });

  it.each([
    ["agent", ["main", "coder"]],
    ["month", ["2026-11"]],
    ["week", ["2026-11-23"]],
  ])("groups by %s", async (by, keys) => {
    const { groups } = await usageOf(recordedHome(), ["--by", by]);
    expect(groups.map((group) => group[by])).toEqual(keys);
  });

  it("counts from a day on", async () => {
    const all = await usageOf(recordedHome());
    const late = await usageOf(recordedHome(), ["--since", "2026-11-27"]);
    expect([all.since, all.until, late.since]).toEqual(["2026-10-30", "2026-11-28", "2026-11-27"]);
    expect(late.total.tokens.total).toBe(920_000 + 840_000 + 1500);
    expect(all.read).toMatchObject({ sessions: 3, broken: 1 });
  });

  it("prints CSV that a spreadsheet reads as text and numbers", async () => {
    const home = makeHome(config);
    home.write(`${sessions}/one.jsonl`, answer('=cmd/"evil", model', 28, 10, 20));
    const { stdout } = await run(["usage", "--csv", "--by", "model,agent"], { home, now });
    expect(stdout).toBe(
      "model,agent,answers,input,output,cache_read,cache_write,cost,vendor_low,vendor_high,openrouter_low,openrouter_high,recorded\n" +
        `"'=cmd/""evil"", model",main,1,10,20,0,0,,,,,,0\n`,
    );
  });

  it.each([
    ["--since", ["--since", "yesterday"]],
    ["--by", ["--by", "colour"]],
    ["--csv", ["--csv", "--json"]],
  ])("names the flag %s", async (flag, args) => {
    const done = await run(["usage", ...args], { home: makeHome(config) });
    expect(done.code).toBe(2);
    expect(done.stdout + done.stderr).toContain(flag);
  });

  it("reads archived sessions that are compressed, and counts those that are damaged", async () => {
    const home = makeHome(config);
    home.write(`${sessions}/bad.jsonl.reset.2026-11-25T10-00-00.000Z.zst`, "not zstd");
    const { read } = await usageOf(home);
    expect(read).toMatchObject({ sessions: 0, unreadFiles: 1 });
    // One answer of 90,000 + 30,000 tokens, packed by Node 24.
    const packed = Buffer.from(packedSession, "base64");
    home.write(`${sessions}/good.jsonl.deleted.2026-11-25T10-00-00.000Z.zst`, packed);
    const canUnpack = "zstdDecompressSync" in zlib;
    const after = await usageOf(home);
    expect([after.total.tokens.total, after.read]).toMatchObject(
      canUnpack ? [120_000, { sessions: 1, unreadFiles: 1 }] : [0, { sessions: 0, unreadFiles: 2 }],
    );
  });

  it("takes the gateway's sums where a database cannot be read, asked again until they are final", async () => {
    const home = makeHome(config);
    home.write(".openclaw/agents/main/agent/openclaw-agent.sqlite", "another format");
    const day = { date: "2026-11-28", input: 27, output: 6, cacheRead: 0, cacheWrite: 0, totalCost: 0.02 };
    const { path } = placeOpenClaw(home, { version: "2026.9.6", usageCost: { daily: [day] } });
    const { groups, read, total } = await usageOf(home, ["--by", "model"], { PATH: path });
    expect(read).toMatchObject({ fromGateway: true, databases: 0 });
    expect([groups, total.cost?.low]).toMatchObject([[{ model: null, tokens: { total: 33 } }], 0.02]);
  });

  it("says that nothing was recorded, and which database was not read", async () => {
    const home = makeHome(config);
    home.write(".openclaw/agents/main/agent/openclaw-agent.sqlite", "another format");
    const done = await run(["usage"], { home, now });
    expect(done.code).toBe(0);
    expect(done.stdout).toContain("no answers since 2026-10-30");
    expect(done.stdout).toContain("Not read:");
  });
});
