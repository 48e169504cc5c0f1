/**
 * The world as a few small interfaces. Commands and the doctor know these; adapters implement them;
 * main introduces them. Types only: nothing here exists at run time.
 */

import type { Catalog } from "./core/models/index.ts";
import type { Outcome, Problem } from "./core/problem/index.ts";
import type { ShellCommands } from "./core/terminal/index.ts";
import type { Locale, Messages } from "./i18n/index.ts";

import type { ConfigStore, DataText, Files, SessionRecords, Settings } from "./ports/files.ts";

import type { Gateway, GatewayTarget, Probe } from "./ports/http.ts";
import type { Machine, NamedProgram, OpenClaw, PluginArchive, RunResult } from "./ports/process.ts";
import type { Progress, Prompter, Style } from "./ports/terminal.ts";

export type { BackedUpFile, BackupRecord, Commit, FileState, FileWrite } from "./core/edit/index.ts";
export type { Balance, ChatRequest, ChatResult, KnownAccount } from "./core/gateway/index.ts";
export type { LiveModel } from "./core/models/index.ts";
export type * from "./ports/files.ts";
export type * from "./ports/http.ts";
export type * from "./ports/process.ts";
export type * from "./ports/terminal.ts";
export type * from "./ports/world.ts";

/** The options that every command takes, parsed. */
export interface GlobalOptions {
  readonly config?: string;
  readonly profile?: string;
  readonly dev: boolean;
  readonly lang?: Locale;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** A dry run whose exit code says whether something would change. */
  readonly check: boolean;
  /** Print a unified diff of the change. */
  readonly diff: boolean;
}

/** One change to a file as `--json` gives it, keys masked. Without `before` nothing was there, without `after` nothing is. */
export interface ChangeJson {
  readonly file: string;
  /** `create`, `replace` and `delete` are of whole files; their path is empty. */
  readonly op: "set" | "append" | "remove" | "rename" | "mode" | "syntax" | "create" | "replace" | "delete";
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a command changed in files, or would change. */
export interface ReportedChange {
  /** There is something to change, and a dry run did not write it. */
  readonly pending: boolean;
  /** Id of the backup; null where nothing was written, or OpenClaw wrote. */
  readonly backup: string | null;
  readonly changes: readonly ChangeJson[];
  /** Returns the change as a unified diff, keys masked; empty where no text differs. */
  diff(): string;
}

/** What a command returns; main prints it once. `lines` is for people, `data` for `--json`. */
export interface Report {
  readonly changed: boolean;
  readonly data: unknown;
  readonly problems: readonly Problem[];
  readonly lines: readonly string[];
  /** Joins `data` in `--json`, and decides the exit code of `--check`. */
  readonly change?: ReportedChange;
  /** A text that is the result itself, with no secret in it: standard output holds it alone, as it is. */
  readonly document?: string;
  /** The lines are read by programs too: on no screen are their signs made ASCII. */
  readonly isExact?: boolean;
  /** How the command ended, where it did not succeed; it decides the exit code. */
  readonly outcome?: Outcome;
}

/** Everything a command may touch. The functions load their adapter when first called. */
export interface Context {
  readonly options: GlobalOptions;
  readonly locale: Locale;
  readonly t: Messages;
  /** The environment variables as found; read only. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The working directory, an absolute path. */
  readonly cwd: string;
  readonly platform: string;
  /** Commands of the shell that the user types in. */
  readonly shell: ShellCommands;
  readonly nodeVersion: string;
  readonly machine: Machine;
  /** Version of this package. */
  readonly version: string;
  /** The folder that holds package.json, dist and templates of the running program. */
  readonly packageRoot: string;
  readonly style: Style;
  /** Set while `--demo` runs: the embedded gateway, on a home that is thrown away. */
  readonly demo?: { readonly key: string };
  /** Both ends are a terminal, CI is not set, and neither --json nor --non-interactive was given. */
  readonly interactive: boolean;
  now(): Date;
  /** From here on this text is masked in everything that is printed. */
  keepSecret(secret: string): void;
  /** Adds a problem to the command's report, once per code, which people read on standard error. */
  notice(problem: Problem): void;
  /** The text as it would be printed: what keepSecret knows, and what looks like a secret, masked. */
  hide(text: string): string;
  /** All of standard input as text, at most 1 MiB; empty on a terminal. */
  readStdin(): Promise<string>;
  /** Text pasted on a terminal, up to Ctrl-D or two empty lines, at most 1 MiB. */
  readPasted(): Promise<string>;
  /**
   * The same command on another profile of this user, `undefined` for the default one. Variables that lead to one config
   * for every profile are left out.
   */
  forProfile(profile: string | undefined): Context;
  catalog(): Promise<Catalog>;
  /** Reads a text of YAML. Throws Failure `state-invalid`. */
  readYaml(text: string, file: string): Promise<DataText>;
  store(): Promise<ConfigStore>;
  files(): Promise<Files>;
  records(): Promise<SessionRecords>;
  gateway(target: GatewayTarget): Promise<Gateway>;
  probe(): Promise<Probe>;
  openclaw(): Promise<OpenClaw>;
  /** Runs a program that the config names. Throws nothing. */
  runProgram(program: NamedProgram): Promise<RunResult>;
  /** Packs the files that make the OpenClaw plugin. */
  pluginArchive(): Promise<PluginArchive>;
  settings(): Promise<Settings>;
  prompter(): Promise<Prompter>;
  /** Opens a page in the browser; undefined where there is none, over SSH and in CI. */
  pageOpener(): Promise<((url: string) => void) | undefined>;
  progress(): Promise<Progress>;
}
