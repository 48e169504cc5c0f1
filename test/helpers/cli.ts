import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Home } from "./home.ts";
import { makeWorld, type WorldOptions } from "./world.ts";

/** The repository's root. */
export const root = join(import.meta.dirname, "..", "..");
/** The program as users start it. */
export const program = join(root, "bin", "openclaw-aisa.js");

/** What a run of the program gave. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one document that --json prints. */
  json<Data = Record<string, unknown>>(): JsonEnvelope<Data>;
}

/** The envelope of --json. */
export interface JsonEnvelope<Data> {
  ok: boolean;
  command: string;
  version: string;
  changed: boolean;
  data: Data;
  problems: {
    code: string;
    severity: string;
    title: string;
    detail: string;
    evidence: string[];
    path: string;
    remedy: { text: string; commands: string[] };
    fixable: boolean;
    docs: string;
  }[];
}

/** How to run the program. */
export interface RunOptions {
  readonly home: Home;
  readonly env?: Record<string, string | undefined>;
  readonly input?: string;
  readonly cwd?: string;
}

/**
 * The environment of a test: nothing of the machine's own but PATH (without an openclaw, unless a test adds one),
 * so that no real home, key, proxy or locale is seen.
 */
export function cleanEnv(home: Home, extra: Record<string, string | undefined> = {}): Record<string, string> {
  const env: Record<string, string | undefined> = {
    PATH: join(process.execPath, ".."),
    HOME: home.path,
    XDG_CONFIG_HOME: join(home.path, ".config"),
    TMPDIR: home.path,
    LANG: "en_US.UTF-8",
    NODE_DISABLE_COMPILE_CACHE: "1",
    NO_UPDATE_NOTIFIER: "1",
    ...extra,
  };
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Runs the program to its end in this process, without a terminal, in a world of its own. */
export async function run(
  args: readonly string[],
  options: RunOptions & Pick<WorldOptions, "patience" | "now" | "platform" | "random">,
): Promise<Run> {
  const { run: runIn } = await import("../../src/main.ts");
  const made = makeWorld({ ...options, env: cleanEnv(options.home, options.env) });
  const code = await runIn(args, made.world);
  made.end();
  const stdout = made.stdout();
  return { code, signal: null, stdout, stderr: made.stderr(), json: () => JSON.parse(stdout) };
}

/** Runs the built program to its end in a process of its own, without a terminal; `node` is the Node that runs it. */
export function spawnProgram(
  args: readonly string[],
  options: RunOptions & { readonly timeoutMs?: number; readonly node?: string },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(options.node ?? process.execPath, [program, ...args], {
      cwd: options.cwd ?? options.home.path,
      env: cleanEnv(options.home, options.env),
      stdio: ["pipe", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    const timer = setTimeout(() => child.kill("SIGKILL"), options.timeoutMs ?? 60_000);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const stdout = Buffer.concat(out).toString("utf8");
      const stderr = Buffer.concat(err).toString("utf8");
      resolve({ code, signal, stdout, stderr, json: () => JSON.parse(stdout) });
    });
    child.stdin.on("error", () => {}); // a program that does not read its input may close it first
    child.stdin.end(options.input ?? "");
  });
}
