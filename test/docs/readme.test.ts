import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCodes } from "../../src/core/problem/exit-codes.ts";
import { root, run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { makeHome } from "../helpers/home.ts";
import { blocksOf, commandsOf, placeProgram, shell } from "../helpers/page.ts";
import { needsOpenClaw, readmes } from "../helpers/readme.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");

/** What a command of the README may end with besides 0: doctor and explain tell by 1 that something is wrong. */
const mayFind = /^openclaw-aisa (?:doctor|explain)\b/;

/** Hides what differs from run to run. */
const steady = (text: string) =>
  text
    .replace(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d/g, "BACKUP")
    .replace(/ +<?\d+\.\d (?:s\b|秒)/g, " TIME")
    .trim();

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
      const codes: (number | null)[] = mayFind.test(command)
        ? [exitCodes.ok, exitCodes.failed]
        : [exitCodes.ok];
      expect(
        codes,
        `${command}
${done.output}`,
      ).toContain(done.code);
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

  it.each(readmes)("%s shows the block that onboard writes", async (file) => {
    const home = makeHome();
    const env = { AISA_API_KEY: "sk-demo-0123456789abcdef" };
    const done = await run(["onboard", "--offline", "--models", "qwen3-max"], { home, env });
    expect(done.code).toBe(0);
    const shown = blocksOf(file).find((block) => block.language === "json");
    expect(shown?.text).toBe(home.read(home.config));
  });

  it.each([
    ["README.md", "en_US.UTF-8"],
    ["README.zh-CN.md", "zh_CN.UTF-8"],
  ] as const)("%s shows what a run prints", async (file, locale) => {
    const home = makeHome();
    const done = await run(["onboard", "--demo"], { home, env: { LANG: locale, COLUMNS: "80" } });
    const shown = blocksOf(file).find((block) => block.language === "text");
    expect(steady(shown?.text ?? "")).toBe(steady(`$ npx openclaw-aisa onboard --demo\n${done.stdout}`));
  });

  it.each(readmes)("%s links to pages that exist", (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(() => read(join(dirname(file), link)), link).not.toThrow();
  });
});
