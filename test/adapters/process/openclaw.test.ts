import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { makeTempFolder } from "../../../src/adapters/files/temp-folder.ts";
import { createOpenClaw, type OpenClawPlace } from "../../../src/adapters/process/openclaw.ts";
import { bundleForChild } from "../../helpers/child.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "openclaw-aisa-run-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const tempFolder = async () => makeTempFolder(dir, "temp");

/** Puts an `openclaw` into a folder of its own on PATH: a script for the node that runs the tests. */
function install(script: string, more: Partial<OpenClawPlace> = {}, name = "bin") {
  const bin = join(dir, name);
  mkdirSync(bin, { recursive: true });
  const file = join(bin, "openclaw");
  writeFileSync(file, `#!${process.execPath}\n${script}\n`);
  chmodSync(file, 0o755);
  const located = {
    configPath: join(dir, "own.json"),
    stateDir: dir,
    exists: false,
    decidedBy: "x",
    ignored: [],
  };
  const place = { dev: false, platform: process.platform, cwd: dir, located, tempFolder, ...more };
  return { file, openclaw: createOpenClaw({ env: { PATH: bin }, ...place }) };
}

const print = (text: string) => `process.stdout.write(${JSON.stringify(text)})`;

describe.skipIf(process.platform === "win32")("the installed OpenClaw", () => {
  it.each([
    ["OpenClaw 2026.9.6 (eb377ac)\n", "2026.9.6"],
    ["2026.1.30\n", "2026.1.30"],
    ["\u001b[1mOpenClaw\u001b[0m 2026.9.6-beta.1\n", "2026.9.6-beta.1"],
  ])("reads its version from %j", async (text, version) => {
    const { openclaw, file } = install(print(text));
    expect(await openclaw.state()).toEqual({ kind: "ready", path: file, version });
  });

  it("is missing when nothing on PATH can be run", async () => {
    const { file } = install(print("x"));
    chmodSync(file, 0o644);
    const place = { dev: false, platform: process.platform, cwd: dir, tempFolder };
    const located = { configPath: "", stateDir: "", exists: false, decidedBy: "", ignored: [] };
    const env = { PATH: ["", ".", join(dir, "bin"), join(dir, "none")].join(delimiter) };
    const openclaw = createOpenClaw({ ...place, located, env });
    expect(await openclaw.state()).toEqual({ kind: "missing" });
    expect(await openclaw.run(["x"])).toMatchObject({ code: 127 });
  });

  it.each([
    [
      "a newer Node",
      "openclaw: Node.js v22.12+ is required (current: v20.20.2).\nIf you use nvm, run:\n",
      "required",
    ],
    [
      "a crash",
      "file:///x.mjs:1\n  throw\n\nTypeError: x is not a function\n    at y (z.js:1:2)\n",
      "TypeError: x",
    ],
    ["no word", "", "exit code 3"],
  ])("is broken when it does not start: %s", async (_name, text, reason) => {
    const { openclaw } = install(`process.stderr.write(${JSON.stringify(text)}); process.exitCode = 3`);
    expect(await openclaw.state()).toMatchObject({ kind: "broken", reason: expect.stringContaining(reason) });
  });

  it("is broken when its interpreter is not there", async () => {
    const { openclaw, file } = install("");
    writeFileSync(file, "#!/nowhere/node\n");
    expect(await openclaw.state()).toMatchObject({ kind: "broken" });
  });

  it("runs with our environment and the chosen config", async () => {
    const script = `console.log(JSON.stringify([process.argv.slice(2), process.env.OPENCLAW_CONFIG_PATH, process.env.KEPT]));
      console.error("on stderr"); process.exitCode = 7`;
    const env = { PATH: join(dir, "bin"), KEPT: "yes" };
    const seen = async (more: Partial<OpenClawPlace>) => {
      const result = await install(script, { env, ...more }).openclaw.run(["config", "validate"]);
      expect(result).toMatchObject({ code: 7, stderr: "on stderr\n", timedOut: false });
      return JSON.parse(result.stdout);
    };
    expect(await seen({})).toEqual([["config", "validate"], null, "yes"]);
    expect(await seen({ config: "own.json" })).toEqual([
      ["config", "validate"],
      join(dir, "own.json"),
      "yes",
    ]);
    expect(await seen({ profile: "work" })).toEqual([
      ["--profile", "work", "config", "validate"],
      null,
      "yes",
    ]);
    expect(await seen({ dev: true })).toEqual([["--dev", "config", "validate"], null, "yes"]);
  });

  it("keeps at most 4 MiB of what it prints", async () => {
    const { openclaw } = install('process.stdout.write("x".repeat(6 * 1024 * 1024))');
    expect((await openclaw.run([])).stdout.length).toBe(4 * 1024 * 1024);
  });

  it("does not wait for a descendant that keeps its pipes open", async () => {
    const pidFile = join(dir, "pid");
    const grandchild = `require("fs").writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000)`;
    install(`const { spawn } = require("node:child_process");
      spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit", detached: true }).unref();
      const wait = setInterval(() => {
        if (!require("fs").existsSync(${JSON.stringify(pidFile)})) return;
        clearInterval(wait);
        process.stdout.write("done");
      }, 10)`);
    const source = `import { runProcess } from "./src/adapters/process/run-process.ts";
      const run = { path: ${JSON.stringify(join(dir, "bin", "openclaw"))}, args: [], env: {}, cwd: ${JSON.stringify(dir)} };
      const done = await runProcess({ ...run, platform: process.platform, timeoutMs: 20_000 });
      process.stdout.write(JSON.stringify(done));`;
    const child = await bundleForChild(source);
    onTestFinished(child.remove);
    const ended = await child.run({}, process.execPath, 15_000);
    const pid = Number(readFileSync(pidFile, "utf8"));
    const outlived = isRunning(pid);
    process.kill(pid, "SIGKILL");
    expect(outlived).toBe(true);
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(JSON.parse(ended.stdout)).toMatchObject({ code: 0, stdout: "done", timedOut: false });
  });

  it("kills it, and what it started, at the deadline", async () => {
    const pidFile = join(dir, "pid");
    const grandchild = `require("fs").writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000)`;
    const script = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" });
      setInterval(() => {}, 1000); console.log("started")`;
    const { openclaw } = install(script);
    const result = await openclaw.run([], { timeoutMs: 1500 });
    expect(result).toMatchObject({ timedOut: true, stdout: "started\n" });
    expect(existsSync(pidFile)).toBe(true);
    const pid = Number(readFileSync(pidFile, "utf8"));
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A killed orphan may wait for its new parent to collect it.
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, "utf8"));
}
