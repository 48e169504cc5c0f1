import { spawn } from "@lydell/node-pty";
import { onTestFinished } from "vitest";
import { cleanEnv, program } from "./cli.ts";
import type { Home } from "./home.ts";
import { makeTerminal, type TerminalRun } from "./screen.ts";

/** A program in a process of its own, on a terminal of the system. */
export interface PtyRun extends TerminalRun {
  /** The program's process. */
  readonly pid: number;
}

/** Starts a program (ours, unless `command` says otherwise) in a process of its own on a terminal of the given size. */
export function startOnPty(
  args: readonly string[],
  options: {
    home: Home;
    env?: Record<string, string | undefined>;
    columns?: number;
    rows?: number;
    command?: string;
  },
): PtyRun {
  const [cols, rows] = [options.columns ?? 100, options.rows ?? 40];
  const terminal = makeTerminal(cols, rows, 25);
  const [file, argv] = options.command
    ? [options.command, [...args]]
    : [process.execPath, [program, ...args]];
  const env = cleanEnv(options.home, { TERM: "xterm-256color", ...options.env });
  const child = spawn(file, argv, { cols, rows, cwd: options.home.path, env });
  let ended = false;
  child.onData((data) => terminal.write(data));
  child.onExit(({ exitCode }) => {
    ended = true;
    terminal.end(exitCode);
  });
  onTestFinished(() => {
    if (!ended) child.kill("SIGKILL");
  });
  return { ...terminal, pid: child.pid, type: (text) => child.write(text) };
}
