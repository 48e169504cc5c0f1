import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";

const stale = "sk-stale-0123456789abcdef";

async function rejected(args: readonly string[], variable: string | undefined, input = "") {
  const bench = await makeBench();
  const { home, gateway } = bench;
  home.write(".openclaw/.env", `AISA_API_KEY=${gateway.key}\n`);
  home.write("key.txt", stale);
  const env = {
    AISA_BASE_URL: gateway.url,
    SHELL: "/bin/bash",
    ...(variable ? { AISA_API_KEY: variable } : {}),
  };
  const done = await run([...args, "--json", "--yes"], { home, env, input });
  const problem = done.json().problems.find((one) => one.code === "invalid-key");
  return { code: done.code, text: problem?.remedy.text ?? "", commands: problem?.remedy.commands ?? [] };
}

describe("a key that the gateway rejects", () => {
  it("names the variable that overrides a stored key, and how it is removed from this shell", async () => {
    const { code, text, commands } = await rejected(["onboard"], stale);
    expect([code, commands]).toEqual([3, ["unset AISA_API_KEY", "openclaw-aisa onboard"]]);
    expect(text).toContain("the variable AISA_API_KEY");
  });

  it.each([
    ["a file", ["onboard", "--aisa-api-key-file", "key.txt"], "key.txt", "onboard"],
    ["an option", ["onboard", "--aisa-api-key", stale], "--aisa-api-key", "onboard"],
    ["a file, for rotation", ["key", "rotate", "--aisa-api-key-file", "key.txt"], "key.txt", "key rotate"],
  ])("names %s, and advises the same command", async (_, args, from, command) => {
    const { text, commands } = await rejected(args, undefined);
    expect(text).toContain(`from ${from}.`);
    expect(commands).toEqual([`openclaw-aisa ${command} --aisa-api-key-file -`]);
  });

  it("advises rotation again where the variable of a rotation is rejected", async () => {
    const { commands } = await rejected(["key", "rotate"], stale);
    expect(commands).toEqual(["unset AISA_API_KEY", "openclaw-aisa key rotate"]);
  });

  it("has doctor give the command for keys that conflict", async () => {
    const bench = await makeBench();
    bench.home.write(".openclaw/.env", `AISA_API_KEY=${bench.gateway.key}\n`);
    const env = { AISA_BASE_URL: bench.gateway.url, SHELL: "/bin/bash" };
    expect((await run(["onboard", "--yes"], { home: bench.home, env })).code).toBe(0);
    const done = await run(["doctor", "--offline", "--json"], {
      home: bench.home,
      env: { ...env, AISA_API_KEY: stale },
    });
    const problem = done.json().problems.find((one) => one.code === "conflicting-keys");
    expect(problem?.remedy.commands).toEqual(["unset AISA_API_KEY"]);
  });
});
