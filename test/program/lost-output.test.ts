import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { printLostOutput } from "../../src/cli/output.ts";
import { createSession, readEarly } from "../../src/cli/session.ts";
import { run as runIn } from "../../src/main.ts";
import { cleanEnv, program } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { makeWorld } from "../helpers/world.ts";

const key = "sk-demo-lost-output-0123456789";
const onboard = ["onboard", "--offline", "--aisa-api-key-file", "-"];

/** A stream that takes nothing. */
function failing(code: string): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(`${code}: cannot be written`), { code }));
    },
  });
}

async function run(args: readonly string[], lost: "stdout" | "stderr", code = "ENOSPC") {
  const home = makeHome();
  const made = makeWorld({ home, env: cleanEnv(home), input: key });
  const exit = await runIn(args, { ...made.world, [lost]: failing(code) });
  made.end();
  return { exit, stdout: made.stdout(), stderr: made.stderr(), home };
}

const oneLine = /^openclaw-aisa: [^\n]*ENOSPC[^\n]*\n$/;

describe("standard output that cannot be written", () => {
  it.each([
    ["--help"],
    ["models"],
    ["models list"],
    ["models list --json"],
    ["models info qwen3-max"],
    ["doctor --offline"],
    ["explain 503"],
    ["explain 503 --json"],
    ["completion bash"],
    ["undo --list"],
    ["no-such-command --json"],
  ])("is said in one line, exit 5: %s", async (line) => {
    const { exit, stderr } = await run(line.split(" "), "stdout");
    expect(stderr).toMatch(oneLine);
    expect(exit).toBe(5);
  });

  it("states that the change was saved and how to undo it", async () => {
    const { exit, stderr, home } = await run([...onboard, "--quiet"], "stdout");
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/ENOSPC.*saved.*backup \d{4}-.*openclaw-aisa undo/);
    expect(exit).toBe(5);
    expect(home.read(home.config)).toContain("aisa");
  });

  it("states that nothing was changed", async () => {
    const { stderr } = await run([...onboard, "--quiet", "--dry-run"], "stdout");
    expect(stderr).toContain("the config is unchanged");
  });

  it("is no failure if the reader closed the pipe", async () => {
    expect(await run(["models", "list"], "stdout", "EPIPE")).toMatchObject({ exit: 0, stderr: "" });
  });

  it("does not hide why a command failed that wrote nothing to it", async () => {
    expect((await run(["--no-such-option"], "stdout")).exit).toBe(2);
  });
});

describe("standard error that cannot be written", () => {
  it("keeps the exit code of a failure, and is one itself", async () => {
    expect((await run(["--no-such-option"], "stderr")).exit).toBe(2);
    const home = makeHome();
    const { world } = makeWorld({ home, env: cleanEnv(home) });
    const session = await createSession(readEarly([]), world);
    const lost = { stream: "stderr", reason: "EIO" } as const;
    expect(printLostOutput(session, { changed: false }, lost, 0)).toBe(5);
    expect(printLostOutput(session, { changed: false }, lost, 3)).toBe(3);
  });
});

describe.skipIf(!existsSync("/dev/full"))("a full device", () => {
  it.each([["--version"], ["models list"]])("gets no stack trace: %s", (line) => {
    const home = makeHome();
    const full = openSync("/dev/full", "w");
    const done = spawnSync(process.execPath, [program, ...line.split(" ")], {
      cwd: home.path,
      env: cleanEnv(home),
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect(done.stderr).toMatch(oneLine);
    expect(done.status).toBe(5);
  });
});
