import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./cli.ts";

/** The README in both languages. */
export const readmes = ["README.md", "README.zh-CN.md"] as const;

// The list of problems and the page about fleets have tests of their own.
const others = /^(?:problems|many-machines)/;

/** The pages about one job each, in English; `<name>.zh-CN.md` is beside each. */
export const pages: readonly string[] = readdirSync(join(root, "docs"))
  .filter((file) => /^[\w-]+\.md$/.test(file) && !others.test(file))
  .map((file) => `docs/${file}`);

/** The Chinese page beside an English one. */
export const inChinese = (file: string) => file.replace(/\.md$/, ".zh-CN.md");

/** The text of a page. */
export const readPage = (file: string) => readFileSync(join(root, file), "utf8");

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
export function blocksOf(file: string): Block[] {
  return [...readPage(file).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? "",
    text: match[2] ?? "",
  }));
}

/** The lines of the shell blocks, comments included, a list for each block. */
export function linesOf(file: string): string[][] {
  return blocksOf(file)
    .filter((block) => block.language === "bash")
    .map((block) => block.text.split("\n").filter((line) => line.trim() !== ""));
}

/** The commands of the shell blocks, without comments, a list for each block. */
export function commandsOf(file: string): string[][] {
  return linesOf(file).map((lines) =>
    lines.map((line) => line.replace(/\s+#.*$/, "").trim()).filter((line) => line !== ""),
  );
}

/** Blocks that need a real OpenClaw: the conformance tests run those. */
export const needsOpenClaw = (commands: readonly string[]) =>
  commands.some((command) => command.startsWith("openclaw "));

/** The codes that a command of a page may end with: doctor and explain tell by 1 that something is wrong. */
export function mayEndWith(command: string): number[] {
  if (/ --check\b/.test(command)) return [0, 10];
  return /^openclaw-aisa (?:doctor|explain)\b/.test(command) ? [0, 1] : [0];
}
