import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { placeProgram, shell } from "../helpers/page.ts";
import { blocksOf, commandsOf, linesOf } from "../helpers/readme.ts";

const pages = ["docs/many-machines.md", "docs/many-machines.zh-CN.md"] as const;
const newKey = "sk-new-0123456789abcdef4567";

/** Blocks of tools that are not of this package: their own tests run those. */
const isOurs = (lines: readonly string[]) =>
  lines.every((line) => /^(?:openclaw-aisa|printf|mkdir) /.test(line));

describe("docs/many-machines", () => {
  it("has the same commands and files in both languages", () => {
    const [english, chinese] = pages;
    expect(commandsOf(chinese)).toEqual(commandsOf(english));
    const files = (page: string) => blocksOf(page).filter((block) => block.language === "yaml");
    expect(files(chinese)).toEqual(files(english));
  });

  it("has commands that run in this order in one home, with the exit codes that it gives", async () => {
    const { gateway, home, env } = await makeBench();
    placeProgram(home);
    for (const { language, text } of blocksOf(pages[0])) {
      const name = /^# (\S+\.yaml)$/m.exec(text)?.[1];
      if (language === "yaml" && name !== undefined) home.write(name, text);
    }
    home.write("key.txt", `${gateway.key}\n`);
    home.write("new-key.txt", `${newKey}\n`);
    const PATH = [join(home.path, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
    const blocks = linesOf(pages[0]).filter(isOurs);
    expect(blocks.length).toBeGreaterThan(5);
    for (const line of blocks.flat()) {
      const expected = Number(/# exit (\d+)$/.exec(line)?.[1] ?? 0);
      // The gateway knows the new key once the old one is to go.
      if (line.includes("key rotate")) gateway.script = { key: newKey };
      const done = await shell(line, home, {
        AISA_BASE_URL: env["AISA_BASE_URL"] ?? "",
        PATH,
      });
      expect([done.code, line, done.output]).toEqual([expected, line, done.output]);
      expect(done.output).not.toContain(gateway.key);
    }
  }, 120_000);

  it.each(pages)("%s links to pages that exist", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(() => readFileSync(join(root, dirname(page), link)), link).not.toThrow();
  });
});
