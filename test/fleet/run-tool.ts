import { spawn } from "node:child_process";
import { inject, type TestContext } from "vitest";
import type { Tools } from "./tools.ts";

/** How a tool ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** The path of a tool; skips the test, with the reason, where there is none. */
export function toolPath(name: keyof Tools, context: TestContext): string {
  const tool = inject("tools")[name];
  if ("missing" in tool) return context.skip(tool.missing);
  return tool.path;
}

/** Skips a test of shell lines where there is no such shell. */
export function needsShell(context: TestContext): void {
  if (process.platform === "win32") context.skip("these are files for Linux");
}

/** Runs a program to its end, without a terminal, and keeps what it prints. */
export function runTool(
  path: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { cwd: options.cwd, env: options.env ?? process.env });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output: Buffer.concat(chunks).toString("utf8") }));
    child.stdin.on("error", () => {}); // a program that does not read its input may close it first
    child.stdin.end(options.input ?? "");
  });
}
