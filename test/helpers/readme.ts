import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./cli.ts";

/** The README in both languages. */
export const readmes = ["README.md", "README.zh-CN.md"] as const;

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a README, in order. */
export function blocksOf(file: (typeof readmes)[number]): Block[] {
  const page = readFileSync(join(root, file), "utf8");
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? "",
    text: match[2] ?? "",
  }));
}

/** The commands of the shell blocks, without comments, a list for each block. */
export function commandsOf(file: (typeof readmes)[number]): string[][] {
  return blocksOf(file)
    .filter((block) => block.language === "bash")
    .map((block) =>
      block.text
        .split("\n")
        .map((line) => line.replace(/\s+#.*$/, "").trim())
        .filter((line) => line !== ""),
    );
}

/** Blocks that need a real OpenClaw: the conformance tests run those. */
export const needsOpenClaw = (commands: readonly string[]) =>
  commands.some((command) => command.startsWith("openclaw "));
