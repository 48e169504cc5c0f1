import type { DemoScript } from "../../src/demo/server.ts";
import { run } from "../helpers/cli.ts";
import type { Bench } from "../helpers/demo.ts";
import { keys } from "../helpers/screen.ts";
import { wordsOf } from "../helpers/wizard.ts";
import type { Stage } from "./stage.ts";

/** What is played for a picture. */
export interface Scene {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  /** Whether AISA_API_KEY is set. */
  readonly hasKey: boolean;
  /** Whether a moving picture is made too. */
  readonly isFilm?: boolean;
  readonly gateway?: DemoScript;
  prepare?(bench: Bench): Promise<void>;
  play(stage: Stage): Promise<void>;
}

const size = { columns: 84, rows: 34 } as const;

/** How fast an answer of the gateway is. */
const pace: DemoScript = {
  faults: [
    { when: { route: "models" }, what: { kind: "delay", ms: 250 } },
    { when: { route: "chat", stream: true }, what: { kind: "pace", firstTokenMs: 620, totalMs: 1150 } },
  ],
};

/** Sets AIsa up with `onboard`, and changes what it wrote by what is given. */
const onboarded =
  (args: readonly string[], spoil: (config: string) => string = String) =>
  async ({ home, env }: Bench) => {
    const done = await run(["onboard", "--offline", "--key-storage", "dotenv", ...args], { home, env });
    if (done.code !== 0) throw new Error(done.stderr);
    home.write(".openclaw/openclaw.json", spoil(home.read(home.config)));
  };

const three = onboarded(["--models", "qwen3-max,kimi-k2.5,deepseek-v3.1", "--fallbacks", "deepseek-v3.1"]);

const dayMs = 24 * 3600 * 1000;

/** A week of chats as OpenClaw records them. */
const used = async (bench: Bench) => {
  await three(bench);
  const days = [
    ["qwen3-max", 5, 620_000, 84_000],
    ["qwen3-max", 4, 1_350_000, 190_000],
    ["kimi-k2.5", 4, 240_000, 31_000],
    ["qwen3-max", 2, 410_000, 52_000],
    ["kimi-k2.5", 1, 1_900_000, 220_000],
    ["qwen3-max", 0, 880_000, 97_000],
  ] as const;
  const lines = days.map(([model, ago, input, output]) => {
    const timestamp = new Date(Date.now() - ago * dayMs).toISOString();
    const usage = { input, output, cacheRead: 0, cacheWrite: 0 };
    return JSON.stringify({
      type: "message",
      timestamp,
      message: { role: "assistant", provider: "aisa", model, usage },
    });
  });
  bench.home.write(".openclaw/agents/main/sessions/chat.jsonl", `${lines.join("\n")}\n`);
};

/** Two faults: a temperature that Kimi rejects, and an id that the gateway does not have. */
const faulty = onboarded(
  [
    "--models",
    "kimi-k2.5,qwen-plus-2025-12-01",
    "--primary",
    "kimi-k2.5",
    "--fallbacks",
    "qwen-plus-2025-12-01",
  ],
  (config) =>
    config
      .replaceAll("qwen-plus-2025-12-01", "qwen-plus")
      .replace(/"defaults": \{/, '"defaults": {\n      "params": { "temperature": 0.7 },'),
);

const plays =
  (...commands: readonly string[]) =>
  async (stage: Stage) => {
    for (const command of commands) {
      await stage.enters(command);
      await stage.isDone();
    }
  };

/** A scene of commands that ask nothing. */
const shows = (name: string, command: string): Scene => ({
  ...{ name, ...size, hasKey: true, gateway: pace, prepare: three, play: plays(command) },
});

/** All pictures. */
export const scenes: readonly Scene[] = [
  {
    // Fewer lines: the moving picture is the first thing on the README, and must leave room for the rest.
    ...{ name: "onboard", ...size, rows: 24, hasKey: false, isFilm: true, gateway: pace },
    async play(stage) {
      await stage.enters("openclaw-aisa onboard");
      const key = wordsOf(stage.locale).onboard.ask.key;
      for (;;) {
        const question = await stage.nextQuestion();
        if (question === undefined) return;
        if (question.includes(key)) stage.type(stage.bench.gateway.key);
        await stage.writes(keys.enter);
      }
    },
  },
  {
    ...{ name: "doctor", ...size, hasKey: true, gateway: pace, prepare: faulty },
    async play(stage) {
      await plays("openclaw-aisa doctor")(stage);
      await stage.enters("openclaw-aisa doctor --fix");
      await stage.nextQuestion();
      await stage.writes(keys.enter);
      await stage.isDone();
    },
  },
  shows("status", "openclaw-aisa status"),
  shows("explain", "openclaw-aisa explain '503 No available channel for model qwen3-flash'"),
  shows("models-list", "openclaw-aisa models list"),
  shows("models-cost", "openclaw-aisa models cost --tokens 500M --model qwen3-max,kimi-k2.5"),
  shows("models-test", "openclaw-aisa models test qwen3-max kimi-k2.5 deepseek-v3.1"),
  { ...shows("usage", "openclaw-aisa usage --since 7d"), prepare: used },
];
