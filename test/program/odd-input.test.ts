import { mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const env = { PATH: "" };

describe("input that is close to right", () => {
  it("calls an empty --aisa-api-key empty", async () => {
    const done = await run(["onboard", "--json", "--aisa-api-key", ""], { home: makeHome(), env });
    expect(done.json().problems[0]).toMatchObject({
      code: "malformed-key",
      title: "--aisa-api-key is empty",
    });
  });

  it("takes a binary config for no text", async () => {
    const home = makeHome("{}");
    home.write(
      ".openclaw/openclaw.json",
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0x02, 0xff, 0xfe, 0x01, 0x91, 0x02]),
    );
    const [problem] = (await run(["status", "--json"], { home, env })).json().problems;
    expect(problem?.code).toBe("config-syntax");
    expect(problem?.detail).toContain("no text at all");
  });

  it("names the file that a config is a link to, if that does not exist", async () => {
    const home = makeHome();
    mkdirSync(`${home.path}/.openclaw`, { recursive: true });
    symlinkSync(`${home.path}/gone.json`, home.config);
    for (const command of [["status"], ["doctor", "--offline"]]) {
      const { problems } = (await run([...command, "--json"], { home, env })).json();
      const missing = problems.find((one) => one.code === "config-missing");
      expect(missing?.detail, command[0]).toContain(`${home.path}/gone.json`);
      expect(missing?.remedy.commands).toEqual([]);
    }
  });

  it("does not say that a config is missing which cannot be read", async () => {
    const home = makeHome();
    mkdirSync(`${home.path}/.openclaw`, { recursive: true });
    symlinkSync("openclaw.json", home.config);
    const done = await run(["status", "--json"], { home, env });
    expect(done.json().problems.map((one) => one.code)).toEqual(["config-unwritable"]);
    expect((await run(["status"], { home, env })).stdout).toMatch(/Config .*cannot be read/);
  });

  it("names a password in a base URL as the problem, and does not show it", async () => {
    const args = ["onboard", "--json", "--base-url", "https://user:hunter22@host.test/v1"];
    const done = await run(args, {
      home: makeHome(),
      env: { ...env, AISA_API_KEY: "sk-good-0123456789abcdef" },
    });
    expect(done.json().problems[0]).toMatchObject({
      code: "invalid-base-url",
      title: expect.stringContaining("https://host.test/v1"),
      detail: expect.stringContaining("password"),
    });
    expect(done.stdout).not.toContain("hunter22");
  });

  it.each([
    ["no-available-chanel", "no-available-channel"],
    ["config-synatx", "config-syntax"],
  ])("asks whether %s means %s", async (given, meant) => {
    const done = await run(["explain", given], { home: makeHome(), env });
    expect([done.code, (done.stderr + done.stdout).replace(/\s+/g, " ")]).toEqual([
      2,
      expect.stringContaining(`Did you mean ${meant}?`),
    ]);
  });

  it("advises the whole command where a model to remove is not named by its id", async () => {
    const home = makeHome(
      '{ models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", api: "openai-completions", models: [{ id: "kimi-k2.5" }] } } } }',
    );
    const done = await run(["models", "remove", "kimi", "--json"], { home, env });
    expect(done.json().problems[0]?.remedy.commands).toContain("openclaw-aisa models remove kimi-k2.5");
  });
});
