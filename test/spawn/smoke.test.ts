import { expect, it } from "vitest";
import { run, spawnProgram } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { doctorConfig } from "../helpers/doctor.ts";

/** Every command once as users start it: built, in a process of its own. What it does in detail is tested in process. */
const rows: readonly (readonly [command: string, args: readonly string[], exit: number])[] = [
  ["onboard", ["onboard"], 0],
  ["models list", ["models", "list"], 0],
  ["models info", ["models", "info", "qwen3-max"], 0],
  ["models cost", ["models", "cost", "--tokens", "1000000"], 0],
  ["models test", ["models", "test", "qwen3-max"], 0],
  ["models set", ["models", "set", "kimi"], 0],
  ["models add", ["models", "add", "glm-5"], 0],
  ["models remove", ["models", "remove", "qwen-max"], 1],
  ["models sync", ["models", "sync"], 0],
  ["doctor", ["doctor"], 0],
  ["explain", ["explain"], 0],
  ["undo", ["undo", "--list"], 0],
  ["plugin install", ["plugin", "install"], 1],
  ["plugin remove", ["plugin", "remove"], 1],
  ["plugin status", ["plugin", "status"], 0],
  ["skill install", ["skill", "install"], 0],
  ["skill remove", ["skill", "remove"], 0],
];

it.each(rows)("%s answers in a process of its own", async (command, args, exit) => {
  const bench = await makeBench();
  bench.home.write(".openclaw/openclaw.json", doctorConfig(bench.gateway.url, {}));
  const input = "503 No available channel for model qwen3-flash under group default";
  const done = await spawnProgram([...args, "--json"], { ...bench, input });
  expect([done.code, done.signal, done.stderr]).toEqual([exit, null, ""]);
  expect([done.json().command, done.json().ok]).toEqual([command, exit === 0]);
});

it("completion prints its script in a process of its own", async () => {
  const bench = await makeBench();
  const done = await spawnProgram(["completion", "bash"], bench);
  expect([done.code, done.stderr]).toEqual([0, ""]);
  expect(done.stdout).toContain("openclaw-aisa");
});

it.each([
  ["en", "80", "--help"],
  ["zh-CN", "80", "--help"],
  ["en", "", "-h"],
  ["zh-CN", "70", "-h"],
] as const)("the help in %s at %j columns is what the program makes of it", async (LANG, COLUMNS, flag) => {
  const bench = { ...(await makeBench()), env: { LANG, COLUMNS } };
  const quick = await spawnProgram([flag], bench);
  const made = await run([flag], bench);
  expect([quick.code, quick.stderr]).toEqual([0, ""]);
  expect(quick.stdout).toBe(made.stdout);
});

it("doctor --fix says nothing of how it keeps its heap small", async () => {
  const bench = await makeBench();
  bench.home.write(
    ".openclaw/openclaw.json",
    doctorConfig(bench.gateway.url, { models: ["aisa/qwen3-max"] }),
  );
  const done = await spawnProgram(["doctor", "--fix", "--yes", "--json"], bench);
  expect([done.code, done.stderr]).toEqual([0, ""]);
  expect(done.json()).toMatchObject({ command: "doctor", changed: true });
});
