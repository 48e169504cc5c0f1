import { spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { onTestFinished } from "vitest";
import { cleanEnv, program } from "./cli.ts";
import type { Home } from "./home.ts";

/** Keys that prompts know. */
export const keys = {
  enter: "\r",
  space: " ",
  up: "\u001b[A",
  down: "\u001b[B",
  left: "\u001b[D",
  home: "\u001b[H",
  end: "\u001b[F",
  pageDown: "\u001b[6~",
  backspace: "\u007f",
  clear: "\u0015",
  escape: "\u001b",
  interrupt: "\u0003",
  endOfInput: "\u0004",
};

/** The program on a terminal. */
export interface TerminalRun {
  /** The screen as a person sees it, with what scrolled away above, without trailing blanks. */
  screen(): string;
  /** Lines that did not fit, so that the terminal broke them itself. */
  wrapped(): string[];
  /** Everything that was written, raw. */
  raw(): string;
  /** The program's process. */
  readonly pid: number;
  type(text: string): void;
  /** Waits until the screen shows a text or matches; fails with the screen after the time limit. */
  shows(what: string | RegExp, timeoutMs?: number): Promise<void>;
  /** Waits for the end. Out: the exit code. */
  ended(timeoutMs?: number): Promise<number>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a program (ours, unless `command` says otherwise) on a terminal of the given size. */
export function startOnTerminal(
  args: readonly string[],
  options: {
    home: Home;
    env?: Record<string, string | undefined>;
    columns?: number;
    rows?: number;
    command?: string;
  },
): TerminalRun {
  const [cols, rows] = [options.columns ?? 100, options.rows ?? 40];
  const terminal = new xterm.Terminal({ cols, rows, scrollback: 2000, allowProposedApi: true });
  const [file, argv] = options.command
    ? [options.command, [...args]]
    : [process.execPath, [program, ...args]];
  const env = cleanEnv(options.home, { TERM: "xterm-256color", ...options.env });
  const child = spawn(file, argv, { cols, rows, cwd: options.home.path, env });
  let raw = "";
  let exit: number | undefined;
  child.onData((data) => {
    raw += data;
    terminal.write(data);
  });
  child.onExit(({ exitCode }) => {
    exit = exitCode;
  });
  onTestFinished(() => {
    if (exit === undefined) child.kill("SIGKILL");
    terminal.dispose();
  });
  const screen = () => {
    const buffer = terminal.buffer.active;
    const lines: string[] = [];
    for (let index = 0; index < buffer.length; index += 1)
      lines.push(buffer.getLine(index)?.translateToString(true) ?? "");
    return lines.join("\n").trimEnd();
  };
  const wrapped = () => {
    const buffer = terminal.buffer.active;
    const lines: string[] = [];
    for (let index = 0; index < buffer.length; index += 1) {
      const line = buffer.getLine(index);
      if (line?.isWrapped) lines.push(line.translateToString(true));
    }
    return lines;
  };
  const until = async (met: () => boolean, timeoutMs: number, what: string) => {
    const end = Date.now() + timeoutMs;
    while (!met()) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what}; the screen:\n${screen()}`);
      await pause(25);
    }
  };
  return {
    screen,
    wrapped,
    pid: child.pid,
    raw: () => raw,
    type: (text) => child.write(text),
    shows: (what, timeoutMs = 30_000) =>
      until(
        () => (typeof what === "string" ? screen().includes(what) : what.test(screen())),
        timeoutMs,
        String(what),
      ),
    async ended(timeoutMs = 30_000) {
      await until(() => exit !== undefined, timeoutMs, "the end");
      return exit ?? -1;
    },
  };
}
