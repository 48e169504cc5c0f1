import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ProblemCode, problemTable } from "../../src/core/problem/index.ts";
import { blocksOf, sectionOf } from "../../src/core/text/index.ts";
import { root, run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { startOnTerminal } from "../helpers/terminal.ts";

const codes = Object.keys(problemTable) as ProblemCode[];

describe.each([
  ["en", "docs/problems.md", /Cause: [\s\S]*Fix: /],
  ["zh-CN", "docs/problems.zh-CN.md", /原因：[\s\S]*解决：/],
] as const)("explain with a code in %s", (lang, page, parts) => {
  it.each(codes)("%s: prints its whole section", async (code) => {
    const done = await run(["explain", code, "--lang", lang], { home: makeHome(), env: { COLUMNS: "80" } });
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toMatch(parts);
    const section = sectionOf(readFileSync(join(root, page), "utf8"), code) ?? "";
    for (const { fence, text } of blocksOf(section))
      if (fence === "sh")
        for (const command of text.split("\n")) expect(done.stdout).toContain(`→ ${command}\n`);
    expect(done.stdout).not.toMatch(/```|\*\*/);
  });
});

describe("explain with a code", () => {
  it("prints the section with --json", async () => {
    const done = await run(["explain", "invalid-temperature", "--json"], { home: makeHome() });
    expect(done.code).toBe(0);
    expect(done.json<{ code: string; section: string }>()).toMatchObject({
      ok: true,
      problems: [],
      data: {
        code: "invalid-temperature",
        section: expect.stringContaining("**Fix**: Set the temperature"),
      },
    });
  });

  it("paints the section on a terminal", async () => {
    const terminal = startOnTerminal(["explain", "invalid-temperature"], { home: makeHome() });
    expect(await terminal.ended()).toBe(0);
    expect(terminal.raw()).toContain("\u001b[1mCause\u001b[22m");
    expect(terminal.raw()).toContain("\u001b[36mopenclaw-aisa doctor --fix\u001b[39m");
  });

  it("is what every problem names for more", async () => {
    const done = await run(["models", "set", "no-such-model"], { home: makeHome() });
    const more = done.stderr.match(/More: openclaw-aisa (explain ([\w-]+))/);
    expect(codes).toContain(more?.[2]);
    expect((await run((more?.[1] ?? "").split(" "), { home: makeHome() })).code).toBe(0);
  });
});

describe("the code on the title line", () => {
  const text = ["explain", "503 No available channel for model qwen3-flash"];
  const link =
    /\u001b\]8;;(file:\/\/[^\u001b]+)#no-available-channel\u001b\\\u001b\[2mno-available-channel\u001b\[22m\u001b\]8;;\u001b\\/;

  it("links to its section where the terminal supports links", async () => {
    const terminal = startOnTerminal(text, { home: makeHome(), env: { TERM_PROGRAM: "WezTerm" } });
    await terminal.ended();
    const page = terminal.raw().match(link)?.[1];
    expect(readFileSync(new URL(page ?? "about:blank"), "utf8")).toContain("### no-available-channel");
    expect(terminal.raw().match(/\u001b\]/g)).toHaveLength(2);
  });

  it.each([
    ["a terminal that is not known for it", [], {}],
    ["tmux", [], { TERM_PROGRAM: "WezTerm", TMUX: "/tmp/tmux" }],
    ["SSH", [], { TERM_PROGRAM: "WezTerm", SSH_CONNECTION: "1.2.3.4 1 5.6.7.8 22" }],
    ["no colour", ["--no-color"], { FORCE_HYPERLINK: "1" }],
  ] as const)("is no link with %s", async (_name, args, env) => {
    const terminal = startOnTerminal([...text, ...args], { home: makeHome(), env });
    await terminal.ended();
    expect(terminal.screen()).toContain("no-available-channel");
    expect(terminal.raw()).not.toContain("\u001b]");
  });

  it("is no link in a pipe", async () => {
    const env = { FORCE_COLOR: "1", FORCE_HYPERLINK: "1" };
    const { stdout } = await run(text, { home: makeHome(), env });
    expect(stdout).toContain("\u001b[2mno-available-channel");
    expect(stdout).not.toContain("\u001b]");
  });
});
