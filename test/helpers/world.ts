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

/** A world without a terminal: the environment, the home and the folder of a test, and nothing of this process. */
export function makeWorld(options: {
  readonly home: Home;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly cwd?: string;
  /** See World; 1. */
  readonly patience?: number;
}): MadeWorld {
  const [stdout, stderr] = [keep(), keep()];
  const atEnd = new Set<() => void>();
  const handlers = new Map<EndingSignal, () => number>();
  const world: World = {
    env: options.env,
    cwd: options.cwd ?? options.home.path,
    platform: process.platform,
    nodeVersion: process.versions.node,
    machine: { ...lookAtMachine(), tmp: options.env["TMPDIR"] ?? tmpdir() },
    homedir: options.home.path,
    packageRoot: join(import.meta.dirname, "..", ".."),
    stdin: Readable.from(options.input === undefined ? [] : [Buffer.from(options.input)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    terminal: false,
    patience: options.patience ?? 1,
    now: () => new Date(),
    onSignal: (signal, end) => {
      handlers.set(signal, end);
    },
    raise: (signal) => {
      handlers.get(signal)?.();
    },
    atExit: (work) => {
      atEnd.add(work);
      return () => {
        atEnd.delete(work);
      };
    },
  };
  const end = () => {
    for (const work of atEnd) work();
  };
  return { world, stdout: stdout.text, stderr: stderr.text, end };
}
