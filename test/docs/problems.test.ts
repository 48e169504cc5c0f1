import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ProblemCode, problemTable } from "../../src/core/problem/codes.ts";
import { shellCommands } from "../../src/core/terminal/index.ts";
import { en } from "../../src/i18n/en/index.ts";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { problemsOf } from "../helpers/problems.ts";

const codes = (Object.keys(problemTable) as ProblemCode[]).sort();
const shipped = (JSON.parse(readFileSync("package.json", "utf8")) as { files: string[] }).files;

/** The sections of a page by their code. */
function sectionsOf(file: string): Map<string, string> {
  const parts = readFileSync(file, "utf8").split(/^##(?=#? )/m);
  const sections = parts.filter((part) => part.startsWith("# "));
  return new Map(sections.map((part) => [part.slice(2, part.indexOf("\n")), part]));
}

/** The commands that a section gives, one a line. */
const commandsIn = (section: string) =>
  [...section.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((match) => (match[1] ?? "").trim().split("\n"));

/** Every command of ours on a page, in its blocks and in its sentences, each once. */
const ownCommandsIn = (page: string) => [
  ...new Set(
    [...page.matchAll(/^openclaw-aisa .*$|(?<=`)openclaw-aisa [^`]+/gm)].map(([command]) => command),
  ),
];

const groups = ["models", "plugin", "skill"];

const [english, chinese] = ["docs/problems.md", "docs/problems.zh-CN.md"].map(sectionsOf);

describe("docs/problems", () => {
  it.each(codes)("%s has the same commands in both languages, and each exists", (code) => {
    const commands = commandsIn(english?.get(code) ?? "");
    expect(commandsIn(chinese?.get(code) ?? "")).toEqual(commands);
    const [plain] = problemsOf(code);
    const said = (plain && en.problems(plain, shellCommands("posix", "linux")).commands) ?? [];
    expect(commands).toEqual(
      expect.arrayContaining(said.filter((command) => command.startsWith("openclaw-aisa "))),
    );
  });
});

describe.each(["docs/problems.md", "docs/problems.zh-CN.md"])("%s", (file) => {
  const lines = readFileSync(file, "utf8").split("\n");
  const sections = lines.filter((line) => line.startsWith("### ")).map((line) => line.slice(4));

  it("has exactly one section per code", () => {
    expect([...sections].sort()).toEqual(codes);
  });

  it("documents the cause and the fix of every code", () => {
    for (const code of codes) {
      const start = lines.indexOf(`### ${code}`) + 1;
      const length = lines
        .slice(start)
        .findIndex((line) => line.startsWith("## ") || line.startsWith("### "));
      const section = lines.slice(start, length < 0 ? undefined : start + length).join("\n");
      expect(section, code).toMatch(/\*\*(?:Cause|原因)\*\*/);
      expect(section, code).toMatch(/\*\*(?:Fix|解决)\*\*/);
    }
  });

  it.each(ownCommandsIn(lines.join("\n")))("%s is a command that exists", async (command) => {
    const args = command.split(" ").slice(1);
    const done = await run([...args, "--help", "--all"], { home: makeHome() });
    const name = args.filter((arg) => !arg.startsWith("--")).slice(0, groups.includes(args[0] ?? "") ? 2 : 1);
    expect(done.stdout).toContain(["Usage: openclaw-aisa", ...name].join(" "));
    for (const flag of args.filter((arg) => arg.startsWith("--")))
      expect(done.stdout).toMatch(new RegExp(`\\s${flag}\\b`));
  });

  it("is in the npm package", () => {
    expect(shipped).toContain("docs");
  });
});
