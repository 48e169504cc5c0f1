import type { BackupRecord, Commit, FileState, FileWrite, IncludeRefusal } from "../core/edit/index.ts";
import type { KnownAccount } from "../core/gateway/index.ts";
import type { DocumentPath } from "../core/json/index.ts";
import type { LiveModel } from "../core/models/index.ts";
import type { Located, PinnedSession } from "../core/openclaw/index.ts";

import type { Location, Problem } from "../core/problem/index.ts";

import type { UnreadDatabase } from "../core/usage/index.ts";
import type { GatewayTarget } from "./http.ts";

/** The files that OpenClaw owns, read and written by the rules that keep them whole. */
export interface ConfigStore {
  /** Where OpenClaw keeps its files for this environment and these options. */
  locate(): Promise<Located>;
  /** A file's state, undefined when it does not exist. Throws Failure (config-syntax for bad UTF-8, config-unwritable …). */
  read(file: string): Promise<FileState | undefined>;
  /**
   * Returns the state of a file that the config includes, or why OpenClaw rejects it. Throws Failure as `read` does.
   */
  readIncluded(file: string): Promise<FileState | IncludeRefusal | undefined>;
  /** Returns why a file could not be replaced now: `config-unwritable`; undefined if nothing is known to prevent it. */
  obstacle(file: string): Promise<Problem | undefined>;
  /**
   * Completes or takes back a change that a killed run left half-written, unless another program changed the files
   * since, and removes its temporary files. Out: what was done, as problems `interrupted-change`.
   * Throws Failure as commit does.
   */
  recover(): Promise<readonly Problem[]>;
  /**
   * Writes all files or none, under OpenClaw's lock. Throws Failure `config-changed` when a file is
   * no longer what the change was made from (nothing is written then), `config-locked`, `disk-full`, ….
   */
  commit(command: string, writes: readonly FileWrite[]): Promise<Commit>;
  /**
   * Reverts one of our commits byte for byte and deletes its backup. In: its backup. Out: false, with nothing done,
   * if a file has changed since that commit.
   */
  revert(backup: string): Promise<boolean>;
  /** Our backups, newest first. */
  backups(): Promise<readonly BackupRecord[]>;
}

/** Files that OpenClaw's rules are not about. Reading answers undefined or [] for what is not there. */
export interface Files {
  /**
   * Text of a file; with options at most maxBytes from its start, or from its end with `tail`. Throws Failure
   * `config-unreadable` without options for a file larger than a config may be.
   */
  read(path: string, options?: { maxBytes: number; tail?: boolean }): Promise<string | undefined>;
  /**
   * Text of what may also be a pipe or a device, read until it ends, at most maxBytes; with why there is none.
   * Throws Failure `config-unreadable` for an error of reading.
   */
  readStream(path: string, maxBytes: number): Promise<StreamText>;
  list(dir: string): Promise<readonly string[]>;
  stat(path: string): Promise<FileInfo | undefined>;
  /**
   * Writes a new file, readable by its owner only. Out: false if the name exists. Throws Failure `config-unwritable`.
   */
  create(path: string, text: string): Promise<boolean>;
}

/** A text of data, such as YAML: its value, and where a part of it is. */
export interface DataText {
  readonly value: unknown;
  /** The place of a member's name or value; of what is not there, that of what is nearest above it. */
  at(path: DocumentPath, part: "key" | "value"): Location;
}

/** OpenClaw's records of sessions, read in parts, so that a large one takes no memory. Nothing is written. */
export interface SessionRecords {
  /**
   * Hands over every line of a session's file that contains `text`, except lines above 32 MiB; `*.zst` is unpacked.
   * Out: false where there is no such file, or it cannot be read.
   */
  lines(path: string, text: string, onLine: (line: string) => void): Promise<boolean>;
  /**
   * Hands over every event with usage of a database of sessions that was written since a time, ms since 1970; the same one
   * twice where OpenClaw opens the database meanwhile.
   */
  events(path: string, since: number, onEvent: (event: string) => void): Promise<"read" | UnreadDatabase>;
}

/** A folder of our own for temporary files. */
export interface TempFolder {
  readonly path: string;
  /** Writes a new file. Out: its path. Throws Failure `temp-folder-unusable`. */
  write(name: string, content: Uint8Array): string;
  /** Deletes it with all that is in it. Never throws. */
  remove(): void;
}

/** What reading a file, pipe or device gave. `isCut`: there was more. */
export type StreamText =
  | { readonly kind: "text"; readonly text: string; readonly isCut: boolean }
  | { readonly kind: "missing" | "denied" | "folder" };

/** What `stat` tells. Times in ms since 1970. */
export interface FileInfo {
  /** Where files have no modes of their own, the bits of the owner alone. */
  readonly mode: number;
  readonly hasModes: boolean;
  readonly size: number;
  readonly modified: number;
  readonly directory: boolean;
  /** Id of the user who owns it; 0 on Windows. */
  readonly owner: number;
  /** Id of its group; 0 on Windows. */
  readonly group: number;
  /** The path itself is a symbolic link; everything else here is of what it leads to. */
  readonly link?: true;
}

/** The live model list as we last saw it. */
export interface CachedModels {
  readonly models: readonly LiveModel[];
  /** ms since 1970. */
  readonly at: number;
}

/** The sessions with a model of their own, as OpenClaw last listed them; without their names. */
export interface CachedPins {
  readonly sessions: readonly PinnedSession[];
  /** ms since 1970. */
  readonly at: number;
}

/** Our own small memory between runs, no secrets in it: of a key there is a hash only. */
export interface Settings {
  liveModels(baseUrl: string): CachedModels | undefined;
  rememberLiveModels(baseUrl: string, models: readonly LiveModel[], at: number): Promise<void>;
  account(target: GatewayTarget): KnownAccount | undefined;
  /** What is not in `seen` stays as it was. */
  rememberAccount(target: GatewayTarget, seen: KnownAccount): Promise<void>;
  pins(stateDir: string): CachedPins | undefined;
  rememberPins(stateDir: string, sessions: readonly PinnedSession[], at: number): Promise<void>;
}
