import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { startOnTerminal } from "../helpers/terminal.ts";

const config = `{ models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}",
  api: "openai-completions", models: [{ id: "aisa/qwen3-max", name: "Qwen", supportsDeveloperRole: false }] } } },
  agents: { defaults: { model: { primary: "aisa/qwen3-max" } } } }
`;

describe("a screen without UTF-8", () => {
  it.each([
    ["doctor"],
    ["doctor", "--offline", "--verbose"],
    ["doctor", "--fix", "--dry-run"],
    ["models", "list"],
    ["models", "list", "--available"],
    ["models", "info", "qwen3-max"],
    ["models", "cost"],
    ["models", "test", "qwen3-max"],
    ["models", "set", "kimi-k2.5", "--dry-run"],
    ["models", "sync", "--dry-run"],
    ["onboard", "--dry-run"],
    ["explain", "503 No available channel for model qwen3-flash"],
    ["explain", "misplaced-compat"],
    ["undo"],
    ["plugin", "status"],
    ["skill", "install", "--dry-run"],
    ["no-such-command"],
    ["--help"],
  ])("%s %s %s: prints ASCII", async (...args) => {
    const { home, env } = await makeBench({}, config);
    const { stdout, stderr } = await run(args.filter(Boolean), { home, env: { ...env, LANG: "C" } });
    const text = stdout + stderr;
    expect(text.length).toBeGreaterThan(20);
    expect(text.replace(/[\x00-\x7e]/g, "")).toBe("");
  });

  it("shows the wizard's signs in ASCII", async () => {
    const { home, env } = await makeBench();
    const terminal = startOnTerminal(["onboard"], { home, env: { ...env, LC_ALL: "POSIX" } });
    await terminal.shows("?");
    terminal.type("\r");
    await terminal.shows("[x]");
    expect(terminal.screen().replace(/[\x00-\x7e]/g, "")).toBe("");
    terminal.type("\u0003");
    await terminal.ended();
  });

  it("exports the text of a config as it is", async () => {
    const { home, env } = await makeBench({}, config.replaceAll("aisa/qwen3-max", "aisa/my…model"));
    const { stdout } = await run(["export"], { home, env: { ...env, LANG: "C" } });
    expect(stdout).toContain("my…model");
  });

  it("prints JSON as it is", async () => {
    const { home, env } = await makeBench({}, config.replace('"Qwen"', '"Qwen → …"'));
    const { stdout } = await run(["models", "list", "--json", "--offline"], {
      home,
      env: { ...env, LANG: "C" },
    });
    expect(stdout).toContain("Qwen → …");
  });
});
