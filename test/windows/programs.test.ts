import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { bundleForChild } from "../helpers/child.ts";
import { makeBench } from "../helpers/demo.ts";
import { hasWindows, makeWindowsHome, nodeExe, runWindows, toWindows, type WindowsHome } from "./wine.ts";

const hard = [
  "plain",
  "two words",
  "a&b|c<d>e",
  'say "hi"',
  '"',
  "C:\\a folder\\",
  "tail\\\\",
  'back\\"slash',
  "张伟",
  "^caret^",
  "!bang!",
  "(round) [square]",
  "a;b,c=d",
  "'single' `tick`",
  "*?",
  "",
];

/** Puts a shim of npm's kind into a folder of the home; it runs a script, which is JavaScript. */
function placeShim(home: WindowsHome, script: string): string {
  const folder = join(home.path, "npm & co");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "openclaw.cjs"), script);
  writeFileSync(join(folder, "openclaw.cmd"), '@ECHO off\r\n"%NODE_EXE%" "%~dp0openclaw.cjs" %*\r\n');
  return toWindows(join(folder, "openclaw.cmd"));
}

const child = `
import { writeFileSync } from "node:fs";
import { runProcess } from "./src/adapters/process/run-process.ts";
const [path = "", args = "[]", timeoutMs = "20000"] = process.argv.slice(2);
const env = { ...process.env, NODE_EXE: process.execPath };
const result = await runProcess({ path, args: JSON.parse(args), env, cwd: process.cwd(), platform: process.platform, timeoutMs: Number(timeoutMs) });
console.log(JSON.stringify(result));
`;

/** A user without % in the name, which the cmd of Wine, unlike that of Windows, reads once more behind `%~dp0` and `%*`. */
const makeUser = () => makeWindowsHome(undefined, "张伟 & Ann");

async function makeRunner() {
  const bundle = await bundleForChild(child);
  onTestFinished(bundle.remove);
  return bundle.file;
}

const printArguments = 'require("node:fs").writeSync(1, JSON.stringify(process.argv.slice(2)));';

describe.skipIf(!hasWindows)("programs that are started on Windows", () => {
  test("a .cmd shim gets every argument as it was, whatever cmd reads in it", async () => {
    const home = makeUser();
    const shim = placeShim(home, printArguments);
    const script = await makeRunner();
    const [run] = await runWindows(home, [{ script, args: [shim, JSON.stringify(hard)] }]);
    const { stdout, stderr } = JSON.parse(run?.stdout ?? "{}");
    expect([stderr, JSON.parse(stdout || "[]")]).toEqual(["", hard]);
  });

  test("a shim that does not end is stopped, and one that fails says why", async () => {
    const home = makeUser();
    const shim = placeShim(home, "require('node:fs').writeSync(2, 'no'); process.exitCode = 3;");
    const script = await makeRunner();
    const [failed] = await runWindows(home, [{ script, args: [shim] }]);
    expect(JSON.parse(failed?.stdout ?? "{}")).toMatchObject({ code: 3, stderr: "no", timedOut: false });
    placeShim(home, "setTimeout(() => {}, 20_000)");
    const [stopped] = await runWindows(home, [{ script, args: [shim, "[]", "1500"] }]);
    expect(JSON.parse(stopped?.stdout ?? "{}")).toMatchObject({ timedOut: true });
  });

  test("the openclaw.cmd on PATH is found, asked for its version, and judges the config", async () => {
    const home = makeUser();
    const accepted = `
const line = process.argv.slice(2).join(" ");
const say = (text) => require("node:fs").writeSync(1, text);
require("node:fs").appendFileSync(__dirname + "/calls", line + " | " + process.env.OPENCLAW_CONFIG_PATH + "\\n");
say(line === "--version" ? "OpenClaw 2026.9.6 (abc1234)" : '{"valid":true}');
`;
    const shim = placeShim(home, accepted);
    const folder = shim.slice(0, shim.lastIndexOf("\\"));
    const { env: gateway } = await makeBench();
    const env = {
      ...gateway,
      PATH: `"${folder}";C:\\windows\\system32`,
      NODE_EXE: toWindows(nodeExe()),
    };
    const config = `${home.windows}\\my config.json`;
    const args = ["onboard", "--yes", "--config", config, "--json"];
    const [done] = await runWindows(home, [{ args, env }]);
    expect(done?.json()).toMatchObject({ ok: true, data: { verified: { openclaw: "accepted" } } });
    const calls = home.read(join(home.path, "npm & co", "calls"));
    expect(calls).toContain("--version");
    expect(calls).toContain(`config validate --json | ${config}`);
  });

  test("a lock whose owner has ended is taken over", async () => {
    const home = makeWindowsHome();
    const env = { AISA_API_KEY: "sk-windows000000000000000000000000abcd" };
    await runWindows(home, [{ args: ["onboard", "--offline", "--yes"], env }]);
    const owner = JSON.stringify({ pid: 999_996, createdAt: new Date().toISOString() });
    const file = home.write(".openclaw/openclaw.json.lock", owner);
    const [taken] = await runWindows(home, [["models", "set", "kimi-k2.5", "--offline", "--json"]]);
    expect(taken?.json()).toMatchObject({ ok: true, changed: true });
    expect(home.exists(file)).toBe(false);
  });
});
