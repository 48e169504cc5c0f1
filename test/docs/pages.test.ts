import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { makeHome } from "../helpers/home.ts";
import {
  blocksOf,
  commandsOf,
  inChinese,
  mayEndWith,
  needsOpenClaw,
  pages,
  readmes,
  readPage,
} from "../helpers/readme.ts";

/** The words of a line of shell, quotes taken off. */
const wordsOf = (line: string) =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");

/** A command of a page as the program gets it: its arguments, and its input where a file is piped in. */
function parse(line: string): { args: string[]; input: string | undefined } {
  const [before = "", input] = line.split(" < ");
  const [program, ...args] = wordsOf(before);
  const words = program === "npx" ? args.slice(1) : args;
  expect(["openclaw-aisa", "npx"], line).toContain(program);
  return { args: words, input };
}

/** The commands of a page that our program runs; the others are the README's, or remove its folders. */
const ownCommands = (page: string) =>
  commandsOf(page)
    .filter((commands) => !needsOpenClaw(commands))
    .flat()
    .filter((command) => !command.startsWith("rm "));

describe.each(pages)("%s", (page) => {
  it("has the same commands and a link to each other in both languages", () => {
    const chinese = inChinese(page);
    expect(commandsOf(chinese)).toEqual(commandsOf(page));
    expect(readPage(page)).toContain(`[中文](${chinese.slice(5)})`);
    expect(readPage(chinese)).toContain(`[English](${page.slice(5)})`);
  });

  it("has commands that run in this order in one home", async () => {
    const { gateway, home, env } = await makeBench();
    const openclaw = placeOpenClaw(home, { version: "2026.9.6" });
    home.write("key.txt", `${gateway.key}\n`);
    home.write("bin/there", ""); // the plugin is there when it is to be removed
    const world = { home, env: { ...env, PATH: openclaw.path } };
    // Every page but that about setting up is for someone who has.
    if (!page.endsWith("set-up.md"))
      await run(["onboard", "--models", "default", "--primary", "qwen3-max", "--no-verify"], world);
    for (const command of ownCommands(page)) {
      const { args, input } = parse(command);
      const done = await run(args, input === undefined ? world : { ...world, input: `${gateway.key}\n` });
      expect(mayEndWith(command), `${command}\n${done.stdout}${done.stderr}`).toContain(done.code);
    }
  });

  it("has the README's commands of OpenClaw, which the conformance tests run", () => {
    const known = commandsOf("README.md");
    for (const commands of commandsOf(page).filter(needsOpenClaw)) expect(known).toContainEqual(commands);
    if (page.endsWith("plugin.md")) expect(commandsOf(page).filter(needsOpenClaw)).toHaveLength(3);
  });
});

describe("the page about setting up", () => {
  /** Hides what differs from run to run. */
  const steady = (text: string) =>
    text
      .replace(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d/g, "BACKUP")
      .replace(/ +<?\d+\.\d (?:s\b|秒)/g, " TIME")
      .trim();

  it.each([
    ["docs/set-up.md", "en_US.UTF-8"],
    ["docs/set-up.zh-CN.md", "zh_CN.UTF-8"],
  ])("%s shows what the demo prints", async (page, locale) => {
    const done = await run(["onboard", "--demo"], { home: makeHome(), env: { LANG: locale, COLUMNS: "80" } });
    const shown = blocksOf(page).find((block) => block.language === "text");
    expect(steady(shown?.text ?? "")).toBe(steady(`$ npx openclaw-aisa onboard --demo\n${done.stdout}`));
  });

  it.each(["docs/set-up.md", "docs/set-up.zh-CN.md"])(
    "%s shows the block that onboard writes",
    async (page) => {
      const home = makeHome();
      const env = { AISA_API_KEY: "sk-demo-0123456789abcdef" };
      const done = await run(["onboard", "--offline", "--models", "qwen3-max"], { home, env });
      expect(done.code).toBe(0);
      const shown = blocksOf(page).find((block) => block.language === "json");
      expect(shown?.text).toBe(home.read(home.config));
    },
  );
});

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (file: string) =>
  [...readPage(file).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );

/** Every page that people read. */
const everyPage = [
  ...readmes,
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

describe("links", () => {
  it.each(everyPage)("of %s lead to pages and headings that exist", (page) => {
    const text = readPage(page).replace(/^```[\s\S]*?^```$/gm, "");
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map((match) => match[1] ?? "");
    const sources = [...text.matchAll(/(?:src|srcset)="([^"]+)"/g)].map((match) => match[1] ?? "");
    for (const link of [...links, ...sources]) {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      expect(existsSync(join(root, target)), `${page}: ${link}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(target), `${page}: ${link}`).toContain(anchor);
    }
  });

  it("reach every page from the README of its language", () => {
    for (const page of pages) {
      expect(readPage("README.md")).toContain(`(${page})`);
      expect(readPage("README.zh-CN.md")).toContain(`(${inChinese(page)})`);
    }
  });
});
