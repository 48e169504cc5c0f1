import { describe, expect, it } from "vitest";
import type { DemoGateway } from "../../src/demo/server.ts";
import { spawnProgram } from "../helpers/cli.ts";
import { type Bench, makeBench, startGateway } from "./harness.ts";
import { versions } from "./install.ts";

interface Fault {
  readonly code: string;
  /** The key in the config; undefined: none. */
  readonly key: (gateway: DemoGateway) => string | undefined;
  readonly primary: string;
  readonly models?: object;
}

const right = (gateway: DemoGateway) => gateway.key;

const faults: readonly [name: string, fault: Fault][] = [
  ["a wrong key", { code: "invalid-key", key: () => "sk-wrong-0123456789abcdef", primary: "aisa/qwen3-max" }],
  ["a model without a channel", { code: "no-available-channel", key: right, primary: "aisa/qwen3-flash" }],
  ["no key", { code: "missing-key", key: () => undefined, primary: "aisa/qwen3-max" }],
  [
    "a temperature that Kimi refuses",
    {
      code: "invalid-temperature",
      key: right,
      primary: "aisa/kimi-k2.5",
      models: { "aisa/kimi-k2.5": { params: { temperature: 0.7 } } },
    },
  ],
  // A name that stands in the block is found without the prefix too; this one is taken for OpenAI's.
  ["a model without the prefix", { code: "missing-prefix", key: right, primary: "deepseek-v3.1" }],
];

function configWith(gateway: DemoGateway, { key, primary, models }: Fault) {
  const apiKey = key(gateway);
  const entries = ["qwen3-max", "kimi-k2.5", "qwen3-flash"].map((id) => ({ id, name: id }));
  const block = { baseUrl: gateway.url, api: "openai-completions", models: entries };
  return {
    models: { providers: { aisa: { ...block, ...(apiKey === undefined ? {} : { apiKey }) } } },
    agents: { defaults: { model: { primary }, ...(models === undefined ? {} : { models }) } },
  };
}

/** What explain makes of a text on standard input: the code, and what else it can be. */
async function explained(bench: Bench, input: string): Promise<string[]> {
  const done = await spawnProgram(["explain", "--json"], { home: bench.home, input });
  const { problems, data } = done.json<{ alternatives: { code: string }[] }>();
  return [problems[0]?.code ?? "", ...data.alternatives.map((one) => one.code)];
}

describe.each(versions)("what OpenClaw %s prints about", (version) => {
  it.each(faults)("%s is explained: all of it, its last sentence, and its log", async (_, fault) => {
    const gateway = await startGateway();
    const bench = makeBench(version, configWith(gateway, fault));
    const turn = await bench.turn();
    expect(turn.output).not.toContain("Hello from the demo gateway");
    expect((await explained(bench, turn.output))[0], turn.output).toBe(fault.code);

    // OpenClaw's memory and database may have a last word, about themselves, while it closes.
    const sentences = turn.output
      .trimEnd()
      .split("\n")
      .filter((line) => !/^\[(?:memory|sqlite)\b/.test(line));
    const last = sentences.at(-1) ?? "";
    const possible = await explained(bench, last);
    expect(possible, last).toContain(fault.code);
    if (possible[0] === fault.code) return;
    const log = bench.home.write("console.log", turn.output);
    const args = ["doctor", "--offline", "--json", "--logs", log];
    const doctor = await spawnProgram(args, { home: bench.home, env: bench.env(), timeoutMs: 200_000 });
    expect(doctor.json().problems.map((one) => one.code)).toContain(fault.code);
  });
});
