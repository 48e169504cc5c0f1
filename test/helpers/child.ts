import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type InputOptions, rolldown } from "rolldown";
import { root } from "./cli.ts";

const { leftOut } = (await import(join(root, "tools/left-out.js"))) as { leftOut: InputOptions };

/** What a module of ours did in a process of its own. */
export interface ChildRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Bundles TypeScript that imports from `src/` (`import … from "./src/adapters/http/gateway.ts"`) as the package is
 * bundled. Out: its file, a function that runs it with a Node and an environment, and one that removes it.
 */
export async function bundleForChild(source: string) {
  const dir = mkdtempSync(join(tmpdir(), "openclaw-aisa-child-"));
  const file = join(dir, "child.mjs");
  const entry = join(root, "child.ts");
  const bundle = await rolldown({
    input: entry,
    platform: "node",
    logLevel: "silent",
    ...leftOut,
    plugins: [
      leftOut.plugins,
      {
        name: "child",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? { code: source, moduleType: "ts" } : undefined),
      },
    ],
  });
  await bundle.write({ file, codeSplitting: false });
  await bundle.close();
  const run = (env: Record<string, string>, node = process.execPath, timeoutMs = 45_000) =>
    new Promise<ChildRun>((resolve, reject) => {
      const child = spawn(node, [file], { env, stdio: ["ignore", "pipe", "pipe"] });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (chunk: Buffer) => {
        stdout += chunk.toString("utf8");
      });
      child.stderr.on("data", (chunk: Buffer) => {
        stderr += chunk.toString("utf8");
      });
      const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
      child.once("error", reject);
      child.once("close", (code, signal) => {
        clearTimeout(timer);
        resolve({ code, signal, stdout, stderr });
      });
    });
  return { file, run, remove: () => rm(dir, { recursive: true, force: true }) };
}
