import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCodes } from "../../src/core/problem/index.ts";
import { program } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const user = 54_321;

/** Runs the built program as a user without an entry, a home and a folder that it may write to. */
function run(args: readonly string[], input = "") {
  const home = makeHome();
  home.write("aisa.yaml", "key: env:AISA_API_KEY\nmodels: [qwen3-max]\nprimary: qwen3-max\n", 0o644);
  chmodSync(home.path, 0o555);
  const before = readdirSync(home.path);
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd: home.path,
    uid: user,
    gid: user,
    env: { PATH: dirname(process.execPath), NODE_DISABLE_COMPILE_CACHE: "1" },
    input,
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(readdirSync(home.path)).toEqual(before);
  return done;
}

// Only the administrator can run a program as somebody else.
describe.runIf(process.getuid?.() === 0)("without HOME, a user's entry and a folder to write to", () => {
  it.each([
    [["onboard", "--config", "-", "--offline", "--models", "qwen3-max"], exitCodes.ok],
    [["apply", "aisa.yaml", "--offline", "--check", "--diff", "--json"], exitCodes.pending],
    [["apply", "aisa.yaml", "--offline"], exitCodes.config],
    [["models", "list", "--offline", "--json"], exitCodes.ok],
    [["export"], exitCodes.ok],
  ])("%j ends as it should", (args, code) => {
    const done = run(args, "{}");
    expect([done.status, done.stdout + done.stderr]).toEqual([code, done.stdout + done.stderr]);
    expect(done.stderr).not.toMatch(/uv_os|internal-error/);
  });
});
