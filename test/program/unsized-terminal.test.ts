import { describe, expect, it } from "vitest";
import { program } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { startOnPty } from "../helpers/pty.ts";
import { keys, type TerminalRun } from "../helpers/screen.ts";
import { hasStty, messageOf, questions, wordsOf } from "../helpers/wizard.ts";

const t = wordsOf("en");

/** Starts the program on a terminal that says it has this many columns, whatever it has. */
function startSized(columns: number, args: readonly string[], bench: Bench, env = {}): TerminalRun {
  const script = `/bin/stty cols ${columns} rows 0; exec "$0" "$@"`;
  return startOnPty(["-c", script, process.execPath, program, ...args], {
    command: "/bin/sh",
    home: bench.home,
    columns: 80,
    env: { ...bench.env, ...env },
  });
}

const config = `{
  models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}",
    api: "openai-completions", models: [{ id: "qwen3-max", name: "Qwen3 Max" }] } } },
}`;

describe.skipIf(!hasStty)("a terminal that was never sized", () => {
  it.each([
    [["doctor"]],
    [["models", "list", "--refresh"]],
    [["models", "sync"]],
    [["models", "test", "qwen3-max"]],
    [["models", "add", "kimi-k2.5"]],
  ])("gets one spinner, which Ctrl-C ends: %j", async (args) => {
    const bench = await makeBench({ faults: [{ what: { kind: "hang" } }] }, config);
    const run = startSized(0, args, bench);
    await expect.poll(() => bench.gateway.requests.length, { timeout: 20_000 }).toBeGreaterThan(0);
    run.type(keys.interrupt);
    expect(await run.ended(10_000)).toBe(130);
    expect(run.raw().length).toBeLessThan(20_000);
  });

  it("is asked every question of onboard, and Ctrl-C ends the last one", async () => {
    const bench = await makeBench({}, "{}");
    const run = startSized(0, ["onboard"], bench, { AISA_API_KEY: undefined });
    for (const question of questions) {
      await run.shows(`? ${messageOf(t, question)}`);
      if (question !== "write") run.type(question === "key" ? bench.gateway.key + keys.enter : keys.enter);
    }
    run.type(keys.interrupt);
    expect(await run.ended(10_000)).toBe(130);
    expect(run.raw().length).toBeLessThan(200_000);
  });

  it("may have a single column", async () => {
    const run = startSized(1, ["onboard"], await makeBench({}, config), { AISA_API_KEY: undefined });
    await run.shows("?");
    run.type(keys.interrupt);
    expect(await run.ended(10_000)).toBe(130);
  });
});
