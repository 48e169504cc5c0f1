import type { Machine } from "./process.ts";

/** A stream that the program prints to. `columns` and `rows` are known of a terminal only, and never 0 there. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** Bytes that wait to be written. */
  readonly writableLength: number;
};

/** The stream that the program reads. The last three members are those of a terminal. */
export type Input = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  readonly isRaw?: boolean;
  setRawMode?(raw: boolean): unknown;
};

/** Signals that end the program. */
export type EndingSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

/**
 * Everything that a process gives a program, so that one process can run the program any number of times, each run
 * with its own world: only the adapter that builds the real world reads these from the process.
 */
export interface World {
  /** The environment variables; read only. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: string;
  /** The user's language by the settings of Windows, such as `zh-CN`; empty elsewhere, where variables tell. */
  readonly language: string;
  /** The code page of the Windows console; undefined where there is none. */
  readonly codePage: number | undefined;
  /** Without the `v`. */
  readonly nodeVersion: string;
  readonly machine: Machine;
  /** The home where no variable names one. */
  readonly homedir: string;
  /** The folder that holds package.json, dist and templates of the running program. */
  readonly packageRoot: string;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether questions can be asked: standard input and standard error are terminals. */
  readonly terminal: boolean;
  /** What deadlines and pauses are multiplied by: 1, and less where a test would wait for them. */
  readonly patience: number;
  now(): Date;
  /** A random number from 0 up to 1. */
  random(): number;
  /** From now on the signal ends the program with the exit code that `end` answers. */
  onSignal(signal: EndingSignal, end: () => number): void;
  /** Acts as if the signal had arrived, for a terminal that delivers Ctrl-C as a key. */
  raise(signal: EndingSignal): void;
  /**
   * Registers work for the end of the program, however it ends; `work` must be synchronous. Out: a function that
   * cancels it.
   */
  atExit(work: () => void): () => void;
}
