import xterm from "@xterm/headless";
import { onTestFinished } from "vitest";

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
  /** What the terminal holds, cell by cell. */
  buffer(): xterm.IBuffer;
  type(text: string): void;
  /** Waits until the screen shows a text or passes a test; fails with the screen after the time limit. */
  shows(what: string | { test(screen: string): boolean }, timeoutMs?: number): Promise<void>;
  /** Waits for the end. Out: the exit code. */
  ended(timeoutMs?: number): Promise<number>;
}

/** A terminal without a program yet. */
export interface Terminal extends Omit<TerminalRun, "type"> {
  /** What the program writes. */
  write(text: string): void;
  /** The program has ended. */
  end(code: number): void;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes a terminal of a size; it goes when the test ends. `pollMs`: how often it is looked at. */
export function makeTerminal(cols: number, rows: number, pollMs: number): Terminal {
  const terminal = new xterm.Terminal({
    cols,
    rows,
    scrollback: 2000,
    allowProposedApi: true,
    convertEol: true,
  });
  onTestFinished(() => terminal.dispose());
  let raw = "";
  let exit: number | undefined;
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
      await pause(pollMs);
    }
  };
  return {
    screen,
    wrapped,
    raw: () => raw,
    buffer: () => terminal.buffer.active,
    write: (text) => {
      raw += text;
      terminal.write(text);
    },
    end: (code) => {
      exit = code;
    },
    shows: (what, timeoutMs = 30_000) =>
      until(
        () => (typeof what === "string" ? screen().includes(what) : what.test(screen())),
        timeoutMs,
        String(what),
      ),
    async ended(timeoutMs = 30_000) {
      await until(() => exit !== undefined, timeoutMs, "the end");
      await new Promise<void>((resolve) => terminal.write("", resolve));
      return exit ?? -1;
    },
  };
}
