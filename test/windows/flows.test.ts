import { describe, expect, test } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { hasWindows, makeWindowsHome, runWindows, type Step } from "./wine.ts";

/** A gateway of the tests, a user's home on Windows and what leads from the one to the other. */
async function makeUser(config?: string) {
  const { gateway, env } = await makeBench();
  const home = makeWindowsHome(config);
  const live = (...args: string[]): Step => ({ args, env });
  return { gateway, home, live, run: (...steps: Step[]) => runWindows(home, steps) };
}

describe.skipIf(!hasWindows)("commands on Windows", () => {
  test("onboard with the gateway checks the key and asks the model; models commands change and undo takes back", async () => {
    const { home, live, run } = await makeUser();
    const key = ["--key-storage", "dotenv", "--yes"];
    const [onboarded, set, added, removed] = await run(
      live("onboard", ...key),
      live("models", "set", "kimi-k2.5"),
      live("models", "add", "deepseek-v3.1", "--yes"),
      live("models", "remove", "qwen3-max", "--yes"),
    );
    expect(onboarded?.stdout).toContain("Key accepted");
    expect(onboarded?.code).toBe(0);
    expect(set?.stdout).toContain("aisa/kimi-k2.5 is now the default model");
    expect([added?.code, removed?.code]).toEqual([0, 0]);
    const [undone, , again] = await run(live("undo", "--yes"), live("undo", "--yes"), live("undo", "--yes"));
    expect([undone?.code, again?.code]).toEqual([0, 0]);
    expect(home.read(home.config)).toContain("qwen3-max");
  });

  test("models list, sync, info, cost and test read the gateway", async () => {
    const { live, run } = await makeUser();
    const runs = await run(
      live("onboard", "--yes", "--no-verify", "--key-storage", "dotenv"),
      live("models", "list", "--json"),
      live("models", "sync", "--yes", "--json"),
      live("models", "info", "qwen3-max"),
      live("models", "cost", "--tokens", "10M"),
      live("models", "test", "qwen3-max", "--json"),
    );
    expect(runs.map((one) => [one.code, one.stderr])).toEqual(runs.map(() => [0, ""]));
  });

  test("doctor finds what is wrong with a config, and --fix mends it", async () => {
    const config = `{
  models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [{ id: "aisa/qwen3-max", name: "Qwen", supportsDeveloperRole: false }] } } }, // mine
  agents: { defaults: { model: { primary: "aisa/qwen3-max" }, params: { temperature: 0.7 } } },
}\r\n`;
    const { home, live, run } = await makeUser(config);
    const [found, fixed, after] = await run(
      live("doctor", "--json"),
      live("doctor", "--fix", "--yes"),
      live("doctor", "--json"),
    );
    expect(found?.json().problems.map((one) => one.code)).toEqual(
      expect.arrayContaining(["double-prefixed-id", "misplaced-compat"]),
    );
    expect(fixed?.code).toBe(0);
    expect(after?.json().problems.filter((one) => one.severity === "error")).toEqual([]);
    expect(home.read(home.config)).toContain("// mine");
    await run(live("undo", "--yes"));
    expect(home.read(home.config)).toBe(config);
  });

  test("status, usage, export, apply and uninstall", async () => {
    const { home, live, run } = await makeUser();
    const runs = await run(
      live("onboard", "--yes", "--no-verify", "--key-storage", "dotenv"),
      live("status", "--json"),
      live("usage", "--json"),
      live("export", "machine.yaml"),
      live("apply", "machine.yaml", "--yes", "--json"),
      live("uninstall", "--yes", "--json"),
    );
    expect(runs.map((one) => [one.code, one.code === 0 ? "" : one.stdout + one.stderr])).toEqual(
      runs.map(() => [0, ""]),
    );
    expect(home.read(`${home.path}/machine.yaml`)).toContain("qwen3-max");
    expect(runs[4]?.json()).toMatchObject({ ok: true, changed: false });
    expect(home.read(home.config)).not.toContain("aisa");
  });

  test("explain, skill, completion and Chinese", async () => {
    const { home, run } = await makeUser();
    const [explained, piped, skill, removed, completion, words, chinese] = await run(
      { args: ["explain", "503 No available channel for model qwen3-flash under group default"] },
      { args: ["explain", "--json"], input: "Incorrect API key provided\r\n" },
      { args: ["skill", "install", "--yes"] },
      { args: ["skill", "remove", "--yes"] },
      { args: ["completion", "powershell"] },
      { args: ["completion", "words", "--", "models", "s"] },
      { args: ["doctor", "--offline", "--lang", "zh-CN"] },
    );
    expect(explained?.stdout).toContain("no-available-channel");
    expect(piped?.json().problems[0]?.code).toBe("invalid-key");
    expect(skill?.stdout).toContain("skills\\aisa-provider\\SKILL.md");
    expect([skill?.code, removed?.code]).toEqual([0, 0]);
    expect(home.exists(`${home.path}/.openclaw/skills/aisa-provider/SKILL.md`)).toBe(false);
    expect(completion?.stdout).toContain("Register-ArgumentCompleter");
    expect(words?.stdout.split(/\r?\n/)).toEqual(expect.arrayContaining(["set", "sync"]));
    expect(chinese?.stdout).toMatch(/[\u4e00-\u9fff]/);
    expect(chinese?.stdout).not.toContain("\uFFFD");
  });
});
