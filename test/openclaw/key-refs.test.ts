import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { spawnProgram } from "../helpers/cli.ts";
import { type Bench, keysSeen, makeBench, startGateway } from "./harness.ts";
import { versions } from "./install.ts";

/** Sets a reference up with our program and holds that OpenClaw accepts the config. */
async function setUp(bench: Bench, baseUrl: string, ref: string): Promise<void> {
  const args = ["onboard", "--key-ref", ref, "--base-url", baseUrl, "--models", "qwen3-max", "--offline"];
  const done = await spawnProgram(args, { home: bench.home, env: bench.env(), timeoutMs: 120_000 });
  expect(done.code, done.stdout + done.stderr).toBe(0);
  const verdict = await bench.openclaw(["config", "validate", "--json"]);
  expect([verdict.code, verdict.output], ref).toEqual([0, expect.stringContaining('"valid":')]);
}

describe.each(versions)("references to the key on OpenClaw %s", (version) => {
  it("are accepted in every form, and lead to the key", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version);
    const { home } = bench;
    home.write("secret", `${gateway.key}\n`, 0o600);
    // A program of the user's own: OpenClaw rejects links, and programs that others own.
    const program = home.write("print-key", `#!/bin/sh\nprintf '%s' "$1${gateway.key.slice(3)}"\n`, 0o700);
    const turns: [string, Record<string, string>][] = [
      ["env:FLEET_KEY", { FLEET_KEY: gateway.key }],
      [`file:${join(home.path, "secret")}`, {}],
      [`exec:${program} ${gateway.key.slice(0, 3)}`, {}],
    ];
    for (const [ref, env] of turns) {
      await setUp(bench, gateway.url, ref);
      const before = gateway.requests.length;
      const turn = await bench.turn({ env });
      expect([turn.code, turn.output], ref).toEqual([0, turn.output]);
      expect(gateway.requests.length).toBeGreaterThan(before);
    }
    expect(keysSeen(gateway)).toEqual([gateway.key]);
  });
});

const [newest] = versions;

describe("references to the key", () => {
  it("are not followed to a file that others can read, which doctor finds", async () => {
    const gateway = await startGateway();
    const bench = makeBench(newest);
    const { home } = bench;
    const file = home.write("secret", `${gateway.key}\n`, 0o600);
    await setUp(bench, gateway.url, `file:${file}`);
    chmodSync(file, 0o644);
    const turn = await bench.turn();
    expect(turn.code === 0 && keysSeen(gateway).includes(gateway.key), turn.output).toBe(false);
    const done = await spawnProgram(["doctor", "--offline", "--json"], {
      home,
      env: bench.env(),
      timeoutMs: 120_000,
    });
    expect(done.json().problems.map((one) => one.code)).toContain("secret-unreadable");
  });
});
