import { clearLine, cursorTo, moveCursor } from "node:readline";
import { PassThrough, Writable } from "node:stream";
import type { Input, Output } from "../../src/ports.ts";
import { cleanEnv } from "./cli.ts";
import type { Home } from "./home.ts";
import { keys, makeTerminal, type Terminal, type TerminalRun } from "./screen.ts";
import { makeWorldOn, type WorldOptions } from "./world.ts";

/** A stream that is a terminal of a size, with what the terminals of Node can do. */
function outputOf(terminal: Terminal, isOver: () => boolean, columns: number, rows: number): Output {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      if (!isOver()) terminal.write(chunk.toString());
      done();
    },
  });
  return Object.assign(stream, {
    isTTY: true,
    columns,
    rows,
    end: () => stream, // as with the streams of a process, a pipe into it that ends does not end it
    cursorTo: (x: number, y?: number) => cursorTo(stream, x, y),
    moveCursor: (dx: number, dy: number) => moveCursor(stream, dx, dy),
    clearLine: (direction: -1 | 0 | 1) => clearLine(stream, direction),
  });
}

/** A keyboard. */
function makeKeyboard(): { readonly stdin: Input & PassThrough; readonly isRaw: () => boolean } {
  const state = { isTTY: true, isRaw: false };
  const stdin = new PassThrough();
  const setRawMode = (raw: boolean) => {
    state.isRaw = raw;
    return stdin;
  };
  Object.defineProperty(stdin, "isRaw", { get: () => state.isRaw });
  return { stdin: Object.assign(stdin, { isTTY: true, setRawMode }), isRaw: () => state.isRaw };
}

/**
 * Starts the program in this process on a terminal that is made of streams. As on one of the system, Ctrl-C is a signal
 * where nobody reads single keys; what the program still writes after its end is lost.
 */
export function startOnTerminal(
  args: readonly string[],
  options: {
    home: Home;
    env?: Record<string, string | undefined>;
    columns?: number;
    rows?: number;
  } & Pick<WorldOptions, "patience">,
): TerminalRun {
  const [columns, rows] = [options.columns ?? 100, options.rows ?? 40];
  const terminal = makeTerminal(columns, rows, 5);
  const { stdin, isRaw } = makeKeyboard();
  let over = false;
  const finish = (code: number) => {
    if (over) return;
    over = true;
    terminal.end(code);
  };
  const output = () => outputOf(terminal, () => over, columns, rows);
  const { world, end, raise } = makeWorldOn(
    { stdin, stdout: output(), stderr: output(), terminal: true },
    { ...options, env: cleanEnv(options.home, { TERM: "xterm-256color", ...options.env }) },
    finish,
  );
  const start = async () => {
    const { run } = await import("../../src/main.ts");
    const code = await run(args, world);
    end();
    finish(code);
  };
  start().catch((error: unknown) => {
    terminal.write(String(error));
    finish(-1);
  });
  const type = (text: string) => {
    if (!isRaw() && text === keys.interrupt) raise("SIGINT");
    else if (!isRaw() && text === keys.endOfInput) stdin.end();
    else stdin.write(text);
  };
  return { ...terminal, type };
}
