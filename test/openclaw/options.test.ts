import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { spawnProgram } from "../helpers/cli.ts";
import { startOnPty } from "../helpers/pty.ts";
import { keys, type TerminalRun } from "../helpers/screen.ts";
import { type Bench, chats, keysSeen, makeBench, startGateway } from "./harness.ts";
import { openclawBin, type Version, versions } from "./install.ts";
import { makePluginBench } from "./with-plugin.ts";

/** All that OpenClaw and we left in a home, to look for a key in. */
function everything(bench: Bench): string {
  const files = readdirSync(join(bench.home.path, ".openclaw"), { recursive: true, encoding: "utf8" });
  return files
    .map((file) => join(bench.home.path, ".openclaw", file))
    .filter((file) => /\.(?:json|sqlite|sqlite-wal|env)$/.test(file) && existsSync(file))
    .map((file) => bench.home.read(file))
    .join("\n");
}

const headless = ["--non-interactive", "--accept-risk", "--skip-health"];
const choice = ["onboard", "--auth-choice", "aisa-api-key"];
const short = ["--skip-channels", "--skip-skills", "--skip-search", "--skip-ui", "--skip-health"];

/** The screens of OpenClaw's QuickStart up to the key, by version. */
async function toTheKey(terminal: TerminalRun, version: Version): Promise<void> {
  const screens: Record<Version, readonly RegExp[]> = {
    "2026.9.6": [/Help make OpenClaw better\?\s+│\s+● No thanks/, /call your first agent\?/],
    "2026.4.15": [/Config handling\s+│\s+● Use existing values/],
  };
  for (const screen of screens[version]) {
    await terminal.shows(screen, 90_000);
    terminal.type(keys.enter);
  }
  await terminal.shows("Enter AIsa API key", 90_000);
}

describe.each(versions)("the document's options on OpenClaw %s", (version) => {
  it("1: with the plugin, AISA_API_KEY alone is enough", async () => {
    const gateway = await startGateway();
    const bench = makePluginBench(version);
    const env = { AISA_API_KEY: gateway.key, AISA_BASE_URL: gateway.url };
    const set = await bench.openclaw(["models", "set", "aisa/qwen3-max"], { env });
    expect(set.code, set.output).toBe(0);
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).map((chat) => chat.model)).toEqual(["qwen3-max"]);
    expect(keysSeen(gateway)).toEqual([gateway.key]);
  });

  it("2: openclaw onboard asks for the key, masked, and sets the default model", async () => {
    const gateway = await startGateway();
    const bench = makePluginBench(version);
    const terminal = startOnPty(
      [...choice, "--accept-risk", "--flow", "quickstart", "--no-install-daemon", ...short],
      {
        home: bench.home,
        env: bench.env({ AISA_BASE_URL: gateway.url }),
        command: join(openclawBin(version), "openclaw"),
        rows: 60,
      },
    );
    await toTheKey(terminal, version);
    terminal.type(gateway.key);
    // OpenClaw 2026.4.15 has no masked prompt: it shows every key that is typed, whatever the provider.
    await terminal.shows(version === "2026.9.6" ? "▪▪▪▪" : gateway.key);
    terminal.type(keys.enter);
    await terminal.shows("aisa/qwen3-max", 90_000);
    if (version === "2026.9.6") expect(terminal.raw()).not.toContain(gateway.key);
  });

  it("3: openclaw onboard accepts the key as an option, and stores it with its credentials", async () => {
    const gateway = await startGateway();
    const bench = makePluginBench(version);
    const env = { AISA_BASE_URL: gateway.url };
    const help = await bench.openclaw(["onboard", "--help"]);
    expect(help.stdout).toContain("--aisa-api-key <key>");
    const done = await bench.openclaw([...choice, "--aisa-api-key", gateway.key, ...headless], { env });
    expect(done.code, done.output).toBe(0);
    expect(bench.home.read(bench.home.config)).not.toContain(gateway.key);
    expect(everything(bench)).toContain(gateway.key);
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
    expect(keysSeen(gateway)).toEqual([gateway.key]);
  });

  it("4: a provider block in openclaw.json, as openclaw-aisa onboard writes it, needs no plugin", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version);
    const env = { AISA_API_KEY: gateway.key };
    const args = ["onboard", "--base-url", gateway.url, "--no-verify"];
    const done = await spawnProgram(args, { home: bench.home, env: bench.env(env) });
    expect(done.code, done.stdout + done.stderr).toBe(0);
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway)[0]?.model).toBe("qwen3-max");
  });
});

describe("a second key on OpenClaw 2026.9.6", () => {
  it("is stored and not used: plugin status says so, with the command that activates it", async () => {
    const gateway = await startGateway();
    const bench = makePluginBench("2026.9.6");
    const env = { AISA_BASE_URL: gateway.url };
    const onboard = (key: string) => bench.openclaw([...choice, "--aisa-api-key", key, ...headless], { env });
    expect((await onboard("sk-first-0123456789abcdef")).code).toBe(0);
    const second = await onboard(gateway.key);
    expect(second.code).toBe(1);
    const status = await spawnProgram(["plugin", "status", "--json"], {
      home: bench.home,
      env: bench.env(env),
    });
    const [problem] = status.json().problems;
    expect(problem?.code).toBe("sign-in-inactive");
    const [command = ""] = problem?.remedy.commands ?? [];
    expect(second.output).toContain(command);
    const activated = await bench.openclaw(command.split(" ").slice(1), { env });
    expect(activated.code, activated.output).toBe(0);
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
    expect(keysSeen(gateway).at(-1)).toBe(gateway.key);
    const after = await spawnProgram(["plugin", "status", "--json"], {
      home: bench.home,
      env: bench.env(env),
    });
    expect(after.json().problems).toEqual([]);
  });
});
