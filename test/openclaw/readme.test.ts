import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cleanEnv, program, spawnProgram } from "../helpers/cli.ts";
import { commandsOf, needsOpenClaw } from "../helpers/readme.ts";
import { type Bench, chats, type ExtraEnv, keysSeen, makeBench, startGateway } from "./harness.ts";
import { versions } from "./install.ts";

/** The README's options that need OpenClaw itself: the variable, its onboarding on a terminal, and without one. */
const [variable = [], onTerminal = [], headless = []] = commandsOf("README.md").filter(needsOpenClaw);

/** Runs a block of the README in one shell, as a reader does who pastes it. */
function paste(bench: Bench, commands: readonly string[], key: string, extra: ExtraEnv) {
  bench.home.write("bin/openclaw-aisa", `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, 0o755);
  const env = bench.env(extra);
  const path = [join(bench.home.path, "bin"), env["PATH"]].join(delimiter);
  const script = commands.join("\n").replaceAll("your-key-here", key);
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn("bash", ["-ec", script], {
      cwd: bench.home.path,
      env: cleanEnv(bench.home, { ...env, PATH: path }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    child.on("close", (code) => resolve({ code, output }));
  });
}

describe.each(versions)("the README's commands on OpenClaw %s", (version) => {
  it("option 1, pasted into a shell, ends with an answer", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version);
    const done = await paste(bench, variable, gateway.key, { AISA_BASE_URL: gateway.url });
    expect(done.code, done.output).toBe(0);
    expect(chats(gateway).map((chat) => chat.model)).toEqual(["qwen3-max"]);
    expect(keysSeen(gateway)).toEqual([gateway.key]);
  });

  it("option 3, pasted into a shell, sets AIsa up; then a turn answers", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version);
    const env = { AISA_BASE_URL: gateway.url };
    const installed = await spawnProgram(["plugin", "install"], {
      home: bench.home,
      env: bench.env(env),
      timeoutMs: 200_000,
    });
    expect(installed.code, installed.stdout + installed.stderr).toBe(0);
    const done = await paste(bench, headless, gateway.key, env);
    expect(done.code, done.output).toBe(0);
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).at(-1)?.model).toBe("qwen3-max");
  });
});

describe("the README's option 2", () => {
  it("is the command that is run on a terminal beside this test", () => {
    expect(onTerminal).toEqual(["openclaw onboard --auth-choice aisa-api-key"]);
  });
});
