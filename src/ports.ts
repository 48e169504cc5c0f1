/**
 * The world as a few small interfaces. Commands and the doctor know these; adapters implement them;
 * main introduces them. Types only: nothing here exists at run time.
 */
import type { Catalog } from "./core/catalog.ts";
import type { Balance, ChatRequest, ChatResult } from "./core/chat.ts";
import type { LiveModel } from "./core/live-models.ts";
import type { Located } from "./core/locate.ts";
import type { Machine } from "./core/machine.ts";
import type { Problem } from "./core/problem.ts";
import type { Choice, PickQuestion, SecretQuestion } from "./core/question.ts";
import type { BackupRecord, Commit, FileState, FileWrite } from "./core/stored-file.ts";
import type { Locale, Messages } from "./i18n/index.ts";

export type { Balance, ChatRequest, ChatResult } from "./core/chat.ts";
export type { LiveModel } from "./core/live-models.ts";
export type { Machine } from "./core/machine.ts";
export type { Choice } from "./core/question.ts";

export type { BackedUpFile, BackupRecord, Commit, FileState, FileWrite } from "./core/stored-file.ts";

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
}

/** What a command gives back; main prints it once. `lines` is for people, `data` for `--json`. */
export interface Report {
  readonly changed: boolean;
  readonly data: unknown;
  readonly problems: readonly Problem[];
  readonly lines: readonly string[];
  /** Exit code; without it 0, or that of the first problem which is an error. */
  readonly exit?: number;
}

/** Everything a command may touch. The functions load their adapter when first called. */
export interface Context {
  readonly options: GlobalOptions;
  readonly locale: Locale;
  readonly t: Messages;
  /** The environment variables as found; read only. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: string;
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
  /** The text as it would be printed: what keepSecret knows, and what looks like a secret, masked. */
  hide(text: string): string;
  /** All of standard input as text, at most 1 MiB; empty on a terminal. */
  readStdin(): Promise<string>;
  catalog(): Promise<Catalog>;
  store(): Promise<ConfigStore>;
  files(): Promise<Files>;
  gateway(target: GatewayTarget): Promise<Gateway>;
  probe(): Promise<Probe>;
  openclaw(): Promise<OpenClaw>;
  /** Packs the files that make the OpenClaw plugin. */
  pluginArchive(): Promise<PluginArchive>;
  settings(): Promise<Settings>;
  prompter(): Promise<Prompter>;
  progress(): Promise<Progress>;
}

/** How text looks on this terminal. Without colour every function returns its argument. */
export interface Style {
  readonly columns: number;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  /** Columns that a text takes, colours not counted, wide characters as two. */
  measure(text: string): number;
}

/** The files that OpenClaw owns, read and written by the rules that keep them whole. */
export interface ConfigStore {
  /** Where OpenClaw keeps its files for this environment and these options. */
  locate(): Promise<Located>;
  /** A file's state, undefined when it does not exist. Throws Failure (config-syntax for bad UTF-8, config-unwritable …). */
  read(file: string): Promise<FileState | undefined>;
  /**
   * Writes all files or none, under OpenClaw's lock. Throws Failure `config-changed` when a file is
   * no longer what the change was made from (nothing is written then), `config-locked`, `disk-full`, ….
   */
  commit(command: string, writes: readonly FileWrite[]): Promise<Commit>;
  /**
   * Takes a commit of ours back, byte for byte, and forgets it, as if it had never been. In: its backup.
   * Out: false, and nothing is done, where a file is no longer as that commit left it.
   */
  revert(backup: string): Promise<boolean>;
  /** Our backups, newest first. */
  backups(): Promise<readonly BackupRecord[]>;
}

/** Files that OpenClaw's rules are not about. Reading answers undefined or [] for what is not there. */
export interface Files {
  /** Text of a file, at most maxBytes (default 1 MiB) from its start, or from its end with `tail`. */
  read(path: string, options?: { maxBytes?: number; tail?: boolean }): Promise<string | undefined>;
  list(dir: string): Promise<readonly string[]>;
  stat(path: string): Promise<FileInfo | undefined>;
  /**
   * Writes a new file, readable for its owner alone. Out: false where there is something of that name already.
   * Throws Failure `config-unwritable`.
   */
  create(path: string, text: string): Promise<boolean>;
}

/** What `stat` tells. Times in ms since 1970. */
export interface FileInfo {
  readonly mode: number;
  readonly size: number;
  readonly modified: number;
  readonly directory: boolean;
}

/** Where requests go and as whom. */
export interface GatewayTarget {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** The AIsa gateway. Every method throws RequestError (core/outcome) when it does not succeed. */
export interface Gateway {
  /** `onSkipped` hears of entries that were left out because their id is unusable (cleaned, cut). */
  models(onSkipped?: (ids: readonly string[]) => void): Promise<readonly LiveModel[]>;
  /** Undefined where the gateway has no such endpoint (404). */
  balance(options?: { readonly timeoutMs?: number }): Promise<Balance | undefined>;
  chat(request: ChatRequest): Promise<ChatResult>;
}

/** One step of reaching a host, timed in ms. */
export type ProbeResult<T> =
  | ({ readonly ok: true; readonly ms: number } & T)
  | { readonly ok: false; readonly ms: number; readonly errno: string; readonly message: string };

/** The network below HTTP, for diagnosis. Nothing here throws. */
export interface Probe {
  dns(host: string): Promise<ProbeResult<{ addresses: readonly string[] }>>;
  tcp(host: string, port: number): Promise<ProbeResult<object>>;
  tls(host: string, port: number): Promise<ProbeResult<{ validTo: string; issuer: string }>>;
  /** A plain GET without credentials and without following redirects; body at most 64 KiB. */
  get(url: string): Promise<ProbeResult<ProbeAnswer>>;
}

/** The answer to a plain GET. Header names in lower case. */
export interface ProbeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The OpenClaw on PATH. `broken`: it is there but cannot run, for example because it needs a newer Node; the reason is
 * its own words, empty when it did not answer in time.
 */
export type OpenClawState =
  | { readonly kind: "missing" }
  | { readonly kind: "broken"; readonly path: string; readonly reason: string }
  | { readonly kind: "ready"; readonly path: string; readonly version: string };

/** What a run of OpenClaw printed. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** The installed OpenClaw. It is run with the same config location that we use. */
export interface OpenClaw {
  state(): Promise<OpenClawState>;
  /** Throws nothing for a non-zero exit; timeoutMs defaults to 60 000. */
  run(args: readonly string[], options?: { timeoutMs?: number }): Promise<RunResult>;
}

/** The plugin's own files as an archive, for OpenClaw to install. */
export interface PluginArchive {
  readonly path: string;
  /** Deletes it. */
  remove(): void;
}

/** The live model list as we last saw it. */
export interface CachedModels {
  readonly models: readonly LiveModel[];
  /** ms since 1970. */
  readonly at: number;
}

/** Our own small memory between runs, no secrets in it. */
export interface Settings {
  liveModels(baseUrl: string): CachedModels | undefined;
  rememberLiveModels(baseUrl: string, models: readonly LiveModel[], at: number): void;
}

/** Questions on a terminal. Every method throws Failure `cancelled` on Ctrl-C, Ctrl-D and Esc. */
export interface Prompter {
  /** Shows a star for every character, afterwards the ends of what was typed. */
  secret(question: SecretQuestion): Promise<string>;
  input(question: { message: string; initial?: string }): Promise<string>;
  select<T>(question: { message: string; choices: readonly Choice<T>[]; initial?: T }): Promise<T>;
  /** Several of many: search as one types, space picks, enter goes on. */
  pick<T>(question: PickQuestion<T>): Promise<T[]>;
  confirm(question: { message: string; initial?: boolean }): Promise<boolean>;
}

/** A running step on standard error. */
export interface Step {
  update(text: string): void;
  done(text: string): void;
  failed(text: string): void;
  /** Removes the line. */
  clear(): void;
}

/** Progress on standard error; quiet with --quiet and --json. */
export interface Progress {
  step(text: string): Step;
  note(lines: readonly string[]): void;
}
