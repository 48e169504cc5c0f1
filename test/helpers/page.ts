import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanEnv, program, root } from "./cli.ts";
import type { Home } from "./home.ts";

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page of the repository, in order. */
export function blocksOf(file: string): Block[] {
  const page = readFileSync(join(root, file), "utf8");
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? "",
    text: match[2] ?? "",
  }));
}

/** The lines of the shell blocks that are not empty, comments included, a list for each block. */
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

/** Puts `openclaw-aisa` and `npx` where a shell finds them. */
export function placeProgram(home: Home): void {
  const start = `exec "${process.execPath}" "${program}" "$@"`;
  home.write("bin/openclaw-aisa", `#!/bin/sh\n${start}\n`, 0o755);
  home.write("bin/npx", `#!/bin/sh\nshift\n${start}\n`, 0o755);
}

/** Runs a line of shell. Asynchronously: the gateway that it talks to lives in this process. */
export function shell(
  line: string,
  home: Home,
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd: home.path, env: cleanEnv(home, env), timeout: 60_000 };
    const child = execFile("bash", ["-c", line], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, output: stdout + stderr }),
    );
    child.stdin?.end();
  });
}
