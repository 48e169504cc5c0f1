import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Bench } from "../helpers/demo.ts";
import { keys } from "../helpers/screen.ts";
import { cursorShows, makeWizardBench, startWizard, strangersConfig } from "../helpers/wizard.ts";

/** Puts an `openclaw` on PATH: it answers `--version`, does `script` for `config validate`, and refuses all else. */
function placeSlow(bench: Bench, version: string, script: string) {
  const text = `#!/bin/sh\ncd "$(dirname "$0")"\ncase "$*" in\n  --version) ${version} ;;\n  "config validate --json") ${script} ;;\n  *) exit 1 ;;\nesac\n`;
  bench.home.write("bin/openclaw", text, 0o755);
  const asked = join(bench.home.path, "bin", "asked");
  return {
    env: {
      PATH: [join(bench.home.path, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter),
    },
    async untilAsked() {
      while (!bench.home.exists(asked)) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

const ready = 'echo "OpenClaw 2026.9.6 (abc1234)"';

describe.each([
  ["en", "Ctrl-C", keys.interrupt],
  ["zh-CN", "Esc", keys.escape],
] as const)("an OpenClaw that takes its time, %s", (locale, name, key) => {
  it(`can be left with ${name} while it is looked for`, async () => {
    const bench = await makeWizardBench();
    const slow = placeSlow(bench, "touch asked; sleep 60", "exit 1");
    const run = startWizard(bench, { locale, env: slow.env });
    await run.shows(run.t.onboard.looking);
    await slow.untilAsked();
    run.type(key);
    expect(await run.ended()).toBe(130);
    expect(cursorShows(run.raw())).toBe(true);
    bench.expectUntouched();
  });

  it(`can be left with ${name} while it reads what was written`, async () => {
    const bench = await makeWizardBench();
    const slow = placeSlow(bench, ready, "touch asked; sleep 60");
    const run = startWizard(bench, { locale, env: slow.env });
    await run.goTo("write");
    run.type(keys.enter);
    await run.shows(run.t.onboard.acceptChecking("2026.9.6"));
    await slow.untilAsked();
    run.type(key);
    expect(await run.ended()).toBe(130);
    await run.shows("→ openclaw-aisa undo");
    expect(run.screen()).not.toContain(run.t.problems({ code: "cancelled", params: {} }).title);
    expect(bench.home.read(bench.home.config)).toContain("aisa/qwen3-max");
  });
});

describe("an OpenClaw that rejects what was written", () => {
  it("has its old files restored byte for byte, with the reason", async () => {
    const bench = await makeWizardBench();
    const refuses = `if grep -q aisa ../.openclaw/openclaw.json; then echo '{"valid":false,"issues":[{"path":"models","message":"no such key"}]}'; exit 1; fi; echo '{"valid":true}'`;
    const slow = placeSlow(bench, ready, refuses);
    const run = startWizard(bench, { columns: 60, env: slow.env });
    await run.goTo("write");
    run.type(keys.enter);
    await run.shows("models: no such key");
    expect(await run.ended()).toBe(5);
    expect(run.wrapped()).toEqual([]);
    expect(bench.home.read(bench.home.config)).toBe(strangersConfig);
    expect(bench.home.exists(bench.home.dotenv)).toBe(false);
  });

  it("left with Ctrl-C while the old files are back in place: nothing was written", async () => {
    const bench = await makeWizardBench();
    const refuses = `if grep -q aisa ../.openclaw/openclaw.json; then echo '{"valid":false}'; exit 1; fi; touch asked; sleep 60`;
    const slow = placeSlow(bench, ready, refuses);
    const run = startWizard(bench, { env: slow.env });
    await run.goTo("write");
    run.type(keys.enter);
    await slow.untilAsked();
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
    await run.shows("Cancelled. Nothing was written.");
    expect(bench.home.read(bench.home.config)).toBe(strangersConfig);
    expect(bench.home.exists(bench.home.dotenv)).toBe(false);
  });
});
