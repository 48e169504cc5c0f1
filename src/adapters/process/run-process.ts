import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import type { RunResult } from "../../ports.ts";
import { outputText } from "./output-text.ts";
import { systemProgram } from "./system-program.ts";

/** A program to run, found already. */
export interface ProcessToRun {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: string;
  readonly timeoutMs: number;
  /** What it gets as standard input; nothing without it. */
  readonly input?: string;
}

const largestOutput = 4 * 1024 * 1024;
// How long a descendant that keeps the pipes open may still write after the program has ended.
const lingerMs = 1_000;

/**
 * Runs a program and collects what it prints, at most 4 MiB of each stream. At the
 * deadline, and when this process ends first, it is killed with all that it started. A program that cannot be
 * started has exit code 127; one that was killed has 128 and more. Throws nothing.
 */
export function runProcess(program: ProcessToRun): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = startOrError(program);
    // Node throws some errors of starting (E2BIG, a NUL in an argument) and emits the others.
    if (child instanceof Error) {
      resolve({ code: 127, stdout: "", stderr: child.message, timedOut: false });
      return;
    }
    // A program that does not read its input may have closed it.
    child.stdin?.on("error", () => {}).end(program.input);
    const stdout = collect(child.stdout, program.platform);
    const stderr = collect(child.stderr, program.platform);
    let timedOut = false;
    const kill = () => killTree(child, program.platform);
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, program.timeoutMs);
    process.once("exit", kill);
    const finish = (code: number, extra = "") => {
      clearTimeout(timer);
      process.off("exit", kill);
      // A descendant may hold the pipes open for long; we neither read them any more nor stay for them.
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.unref();
      resolve({ code, stdout: stdout(), stderr: stderr() + extra, timedOut });
    };
    child.once("error", (error) => finish(127, error.message));
    child.once("close", (code) => finish(code ?? 128));
    child.once("exit", (code) => setTimeout(() => finish(code ?? 128), lingerMs).unref());
  });
}

function startOrError(program: ProcessToRun): ChildProcess | Error {
  try {
    return start(program);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function start({ path, args, env, cwd, platform, input }: ProcessToRun): ChildProcess {
  const options: SpawnOptions = {
    cwd,
    env: { ...env },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    windowsHide: true,
  };
  // A group of its own on POSIX, so that the whole of it can be killed.
  if (platform !== "win32") return spawn(path, args, { ...options, detached: true });
  if (!/\.(?:cmd|bat)$/i.test(path)) return spawn(path, args, options);
  const line = [`"${path}"`, ...args.map(quoteForCmd)].join(" ");
  const shell = env["ComSpec"] ?? "cmd.exe";
  return spawn(shell, ["/d", "/s", "/c", `"${line}"`], { ...options, windowsVerbatimArguments: true });
}

/** Has cmd take every character as it is. */
const careted = (text: string) => text.replace(/[()[\]%!^"`<>&|;,= *?']/g, "^$&");

/** Twice escaped, as cmd reads an argument twice: on its own command line, and behind the `%*` of npm's shim. */
function quoteForCmd(argument: string): string {
  const quoted = `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\*)$/, "$1$1")}"`;
  return careted(careted(quoted));
}

function collect(stream: NodeJS.ReadableStream | null, platform: string): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on("data", (chunk: Buffer) => {
    const room = largestOutput - size;
    if (room > 0) chunks.push(chunk.subarray(0, room));
    size += chunk.length;
  });
  return () => outputText(Buffer.concat(chunks), platform);
}

function killTree(child: ChildProcess, platform: string): void {
  if (child.pid === undefined) return;
  if (platform === "win32") {
    const args = ["/pid", String(child.pid), "/T", "/F"];
    // Where taskkill is missing, the program alone is ended; what it started loses its pipes.
    if (spawnSync(systemProgram("taskkill.exe"), args, { windowsHide: true }).status !== 0) child.kill();
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has ended by itself.
  }
}
