import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { lookAtMachine } from "../../src/adapters/process/machine.ts";
import type { EndingSignal, Output, World } from "../../src/ports.ts";
import type { Home } from "./home.ts";

/** A world for one run, and what came of it. */
export interface MadeWorld {
  readonly world: World;
  /** What was written so far. */
  stdout(): string;
  stderr(): string;
  /** Does what a process does at its end. */
  end(): void;
}

/** A stream that keeps what is written to it. */
function keep(): { readonly stream: Output; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}

/** What a world is made of. */
export interface WorldOptions {
  readonly home: Home;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly cwd?: string;
  /** See World; 1. */
  readonly patience?: number;
  /** See World; 0, so that what waits by chance waits as briefly as it can. */
  readonly random?: () => number;
  /** See World; that of this machine. */
  readonly platform?: string;
  /** See World; the time of the clock. */
  readonly now?: () => Date;
}

type Streams = Pick<World, "stdin" | "stdout" | "stderr" | "terminal">;

/**
 * A world on given streams: the environment, the home and the folder of a test, and nothing of this process. Out: also
 * what a process does at its end, and what a signal does, which answers the exit code.
 */
export function makeWorldOn(streams: Streams, options: WorldOptions, onEnd: (code: number) => void) {
  const atEnd = new Set<() => void>();
  const handlers = new Map<EndingSignal, () => number>();
  const end = () => {
    for (const work of atEnd) work();
  };
  const raise = (signal: EndingSignal) => {
    const code = handlers.get(signal)?.();
    if (code === undefined) return;
    end();
    onEnd(code);
  };
  const world: World = {
    ...streams,
    env: options.env,
    cwd: options.cwd ?? options.home.path,
    platform: options.platform ?? process.platform,
    language: "",
    codePage: undefined,
    nodeVersion: process.versions.node,
    machine: { ...lookAtMachine(), tmp: options.env["TMPDIR"] ?? tmpdir() },
    homedir: options.home.path,
    packageRoot: join(import.meta.dirname, "..", ".."),
    patience: options.patience ?? 1,
    now: options.now ?? (() => new Date()),
    random: options.random ?? (() => 0),
    onSignal: (signal, answer) => {
      handlers.set(signal, answer);
    },
    raise,
    atExit: (work) => {
      atEnd.add(work);
      return () => {
        atEnd.delete(work);
      };
    },
  };
  return { world, end, raise };
}

/** A world without a terminal. */
export function makeWorld(options: WorldOptions): MadeWorld {
  const [stdout, stderr] = [keep(), keep()];
  const stdin = Readable.from(options.input === undefined ? [] : [Buffer.from(options.input)]);
  const streams = { stdin, stdout: stdout.stream, stderr: stderr.stream, terminal: false };
  const { world, end } = makeWorldOn(streams, options, () => {});
  return { world, stdout: stdout.text, stderr: stderr.text, end };
}
