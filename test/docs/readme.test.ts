import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { describe as describeTree } from "../../src/cli/command-tree.ts";
import { createProgram } from "../../src/cli/program.ts";
import { exitCodes } from "../../src/core/problem/exit-codes.ts";
import type { CommandNode } from "../../src/core/terminal/index.ts";
import { en } from "../../src/i18n/en/index.ts";
import { root, run } from "../helpers/cli.ts";
import { makeContext } from "../helpers/context.ts";
import { makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { makeHome } from "../helpers/home.ts";
import { placeProgram, shell } from "../helpers/page.ts";
import { commandsOf, mayEndWith, needsOpenClaw, readmes } from "../helpers/readme.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");

describe("the README", () => {
  it("has the same commands in both languages", () => {
    expect(commandsOf("README.zh-CN.md")).toEqual(commandsOf("README.md"));
  });

  it("has commands that run in this order in one home", async () => {
    const { gateway, home, env } = await makeBench();
    placeProgram(home);
    const openclaw = placeOpenClaw(home, { version: "2026.9.6" });
    home.write("key.txt", `${gateway.key}\n`);
    const path = [join(home.path, "bin"), openclaw.path].join(delimiter);
    const blocks = commandsOf("README.md").filter(
      (commands) => !needsOpenClaw(commands) && !commands.some((command) => command.startsWith("npm ")),
    );
    expect(blocks.length).toBeGreaterThan(4);
    // The plugin is there when it is to be removed.
    home.write("bin/there", "");
    for (const command of blocks.flat()) {
      const line = command.replaceAll("your-key-here", gateway.key);
      const done = await shell(line, home, { ...env, PATH: path });
      expect(mayEndWith(command), `${command}\n${done.output}`).toContain(done.code);
    }
    expect(home.exists(join(home.path, ".openclaw", "openclaw-aisa"))).toBe(false);
  }, 180_000);

  it("has the set-up commands that .ci/run runs", () => {
    const setUp = commandsOf("README.md")
      .flat()
      .filter((command) => command.startsWith("npm "));
    expect(setUp).toEqual(["npm ci && npm run demo", "npm ci && npm test"]);
    const ci = read(".ci/run");
    for (const command of ["npm ci", "npm test", "npm run demo"])
      expect(ci).toMatch(new RegExp(`^${command}`, "m"));
  });

  it.each(readmes)("%s lists every command", (file) => {
    const program = createProgram(en.cli, makeContext(makeHome()).style, "", async () => {}, String);
    const leaves = ({ name, commands }: CommandNode): string[] => {
      const own = commands.filter((one) => one.name !== "help");
      return own.length === 0 ? [name] : own.flatMap((one) => leaves(one).map((leaf) => `${name} ${leaf}`));
    };
    const listed = [...read(file).matchAll(/^\| `(openclaw-aisa[^`]*)`((?:, `\w+`)*)/gm)].flatMap((match) => {
      const words = (match[1] ?? "").replace(/ [<[].*/, "");
      const others = [...(match[2] ?? "").matchAll(/`(\w+)`/g)].map((other) => other[1] ?? "");
      return [words, ...others.map((other) => words.replace(/\w+$/, other))];
    });
    expect(listed.sort()).toEqual(leaves(describeTree(program)).sort());
  });

  it.each(readmes)("%s lists commands that exist", async (file) => {
    const home = makeHome();
    const rows = read(file)
      .split("\n")
      .filter((line) => line.startsWith("| `openclaw-aisa"));
    expect(rows.length).toBeGreaterThan(12);
    for (const row of rows) {
      const [first = "", ...others] = [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(
        (match) => match[1] ?? "",
      );
      const words = first
        .split(" ")
        .filter((word) => /^[a-z][a-z-]*$/.test(word))
        .slice(1);
      for (const last of [words.at(-1) ?? "", ...others]) {
        const args = [...words.slice(0, -1), last, "--help"];
        const done = await run(args, { home });
        expect([done.code, done.stdout], args.join(" ")).toEqual([
          0,
          expect.stringContaining(`Usage: openclaw-aisa ${args.slice(0, -1).join(" ")}`),
        ]);
      }
    }
  });

  it.each(readmes)("%s lists the program's exit codes", (file) => {
    const listed = [...read(file).matchAll(/^\| (\d+) +\|/gm)].map((match) => Number(match[1]));
    expect(listed).toEqual(Object.values(exitCodes));
  });
});
