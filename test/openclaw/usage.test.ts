import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { spawnProgram } from "../helpers/cli.ts";
import { makeBench, startGateway } from "./harness.ts";
import { nodeBin, versions } from "./install.ts";

/** Size, time and content of every file in a folder. */
function stateOf(folder: string): string[] {
  return readdirSync(folder).map((name) => {
    const file = join(folder, name);
    const { size, mtimeMs } = statSync(file);
    return `${name} ${size} ${mtimeMs} ${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
  });
}

interface UsageData {
  groups: {
    agent: string;
    model: string;
    tokens: { input: number; output: number };
    answers: number;
    recorded: number;
  }[];
  read: { sessions: number; databases: number; unread: string[] };
}

it.each(versions)("reads what OpenClaw %s records, and writes nothing beside it", async (version) => {
  const gateway = await startGateway();
  const cost = { input: 1.2, output: 4.8, cacheRead: 0, cacheWrite: 0 };
  const model = { id: "qwen3-max", name: "Qwen3 Max", cost, compat: { supportsUsageInStreaming: true } };
  const bench = makeBench(version, {
    models: {
      providers: {
        aisa: { baseUrl: gateway.url, apiKey: gateway.key, api: "openai-completions", models: [model] },
      },
    },
    agents: { defaults: { model: { primary: "aisa/qwen3-max" } } },
  });
  const turn = await bench.turn();
  expect(turn.code, turn.output).toBe(0);
  const isDatabase = version === "2026.9.6";
  const folder = join(bench.home.path, ".openclaw", "agents", "main", isDatabase ? "agent" : "sessions");
  const before = stateOf(folder);
  // The program runs on the Node that OpenClaw runs on, as it does for a user.
  const done = await spawnProgram(["usage", "--by", "agent,model", "--json"], {
    home: bench.home,
    env: bench.env(),
    node: join(nodeBin(), "node"),
  });
  const { groups, read } = done.json<UsageData>().data;
  expect(read).toMatchObject({ unread: [], ...(isDatabase ? { databases: 1 } : { sessions: 1 }) });
  expect(groups).toMatchObject([{ agent: "main", model: "aisa/qwen3-max", answers: 1 }]);
  expect(groups[0]?.tokens.input).toBeGreaterThan(0);
  expect(groups[0]?.recorded).toBeGreaterThan(0);
  expect(done.stderr).toBe("");
  expect(stateOf(folder)).toEqual(before);
});
