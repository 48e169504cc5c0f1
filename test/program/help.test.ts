import { describe, expect, it } from "vitest";
import { createStyle } from "../../src/adapters/terminal/terminal.ts";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const chinese = { LANG: "zh_CN.UTF-8" };
const { measure } = createStyle({ columns: 120, paint: undefined });

describe("help", () => {
  it.each([
    [["--help"], "60", {}],
    [["--help"], "60", chinese],
    [["onboard", "--help"], "80", {}],
    [["onboard", "--help"], "80", chinese],
    [["help", "models", "set"], "60", chinese],
  ] as const)("%j at %s columns fits", async (args, COLUMNS, env) => {
    const result = await run(args, { home: makeHome(), env: { COLUMNS, ...env } });
    expect([result.code, result.stderr]).toEqual([0, ""]);
    expect(result.stdout.split("\n").filter((line) => measure(line) > Number(COLUMNS))).toEqual([]);
  });

  it("folds the global options into a line that names --help --all", async () => {
    const result = await run(["undo", "--help"], { home: makeHome() });
    expect(result.stdout).toMatch(/Options:[\s\S]*--list[\s\S]*\nGlobal options: --config, [\s\S]*--dry-run/);
    expect(result.stdout.replace(/\s+/g, " ")).toContain("(described by openclaw-aisa undo --help --all)");
    expect(result.stdout).not.toContain("hide progress");
    const root = await run(["--help"], { home: makeHome(), env: chinese });
    expect(root.stdout).toContain("\n全局选项：--config, --profile");
  });

  it.each([[["undo"]], [[]], [["doctor"]]])("%j --help --all describes every option", async (names) => {
    const result = await run([...names, "--help", "--all"], { home: makeHome() });
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/--config <path> +use this OpenClaw config/);
    expect(result.stdout).toMatch(/--diff +print the change/);
  });

  it("begins with the usage, one line, and the examples", async () => {
    const result = await run(["models", "--help"], { home: makeHome() });
    expect(result.stdout).toMatch(
      /^Usage: .*\n\nlist, .*\n(?:.+\n)*\nExamples:\n(?: {2}openclaw-aisa models .*\n){3}\nCommands:\n/,
    );
  });

  it.each([
    ["models", "set"],
    ["models"],
    ["skill", "install"],
    ["plugin", "remove"],
    ["onboard"],
    ["completion"],
  ])("help %s %s prints what --help prints", async (...names) => {
    const home = makeHome();
    const asked = await run(["help", ...names.filter(Boolean)], { home });
    const usual = await run([...names.filter(Boolean), "--help"], { home });
    expect([asked.code, asked.stderr]).toEqual([0, ""]);
    expect(asked.stdout).toBe(usual.stdout);
  });

  it("models help set prints the help of models set", async () => {
    const result = await run(["models", "help", "set"], { home: makeHome() });
    expect([result.code, result.stdout]).toEqual([0, expect.stringContaining("openclaw-aisa models set")]);
  });

  it.each([
    [["help", "modls"], "Unknown command modls"],
    [["help", "models", "sett"], "Unknown command sett"],
    [["help", "onboard", "set"], "Unknown command set"],
  ])("%j names the command that does not exist", async (args, says) => {
    const result = await run(args, { home: makeHome() });
    expect([result.code, result.stdout]).toEqual([2, ""]);
    expect(result.stderr).toContain(says);
  });

  it.each([
    [[], {}, "Commands:", "Global options:"],
    [[], chinese, "命令：", "全局选项："],
    [["models"], {}, "Commands:", "Options:"],
    [["plugin"], chinese, "命令：", "选项："],
  ] as const)("%j lists the commands above the options", async (names, env, commands, options) => {
    const { stdout } = await run([...names, "--help"], { home: makeHome(), env });
    expect(stdout.indexOf(`\n${commands}\n`)).toBeGreaterThan(0);
    expect(stdout.indexOf(`\n${commands}\n`)).toBeLessThan(stdout.search(`\n${options}`));
  });

  it.each([[[]], [["models"]]])("%j alone is a question: help, and exit 2", async (args) => {
    const result = await run(args, { home: makeHome() });
    expect(result.code).toBe(2);
    expect(result.stdout).toContain("Usage: openclaw-aisa");
    expect(result.stdout).toContain("Commands:");
  });
});

describe("a command line that is none", () => {
  it.each([
    [["modls"], "Unknown command modls. Did you mean models?", "openclaw-aisa --help"],
    [["models", "sett"], "Unknown command sett. Did you mean set?", "openclaw-aisa models --help"],
    [["models", "set"], "The argument model is missing", "openclaw-aisa models set --help"],
    [["onboard", "--foo"], "Unknown option --foo", "openclaw-aisa onboard --help"],
    [["onboard", "--preset"], "The option --preset needs a value", "openclaw-aisa onboard --help"],
    [["onboard", "--preset", "x"], "--preset must be one of: production, economy, kimi", "onboard --help"],
    [["undo", "one", "two"], "Too many arguments for undo", "openclaw-aisa undo --help"],
  ] as const)("%j says what is wrong and which help to read", async (args, says, help) => {
    const home = makeHome();
    const result = await run(args, { home });
    expect([result.code, result.stdout]).toEqual([2, ""]);
    expect(result.stderr).toContain(says);
    expect(result.stderr).toContain(help);
    expect(home.exists(home.config)).toBe(false);
  });

  it("is printed in Chinese, and as one JSON document with --json", async () => {
    const result = await run(["models", "sett", "--json"], { home: makeHome(), env: chinese });
    expect(result.code).toBe(2);
    expect(result.json()).toMatchObject({
      ok: false,
      changed: false,
      problems: [{ code: "usage", title: "没有命令 sett。是否想用 set？" }],
    });
  });
});

describe("the help of completion", () => {
  it.each(["en", "zh-CN"])("names install and uninstall, and fits 80 columns, in %s", async (lang) => {
    const home = makeHome();
    const { stdout } = await run(["--lang", lang, "completion", "--help"], { home });
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const list = await run(["--lang", lang, "--help"], { home });
    const [, described] = /completion <shell>[^\n]*?\] +([\s\S]*?)\n {2}\w/.exec(list.stdout) ?? [];
    expect(described).toMatch(/install[\s\S]*uninstall/);
    expect(list.stdout).not.toContain("： openclaw-aisa");
  });
});
