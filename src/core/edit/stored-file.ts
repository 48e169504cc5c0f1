import type { Problem } from "../problem/index.ts";

/** A file as it was read. */
export interface FileState {
  /** The path it was asked for. */
  readonly path: string;
  /** Where its bytes are, symbolic links resolved. */
  readonly target: string;
  readonly text: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** Permission bits. */
  readonly mode: number;
}

/** One file to be written. */
export interface FileWrite {
  readonly file: string;
  /** Hash of the text that the change was made from; absent when the file did not exist. */
  readonly before?: string;
  /** The new text; absent to delete the file. */
  readonly text?: string;
  /** New permission bits; absent keeps them (0600 for a new file). */
  readonly mode?: number;
}

/** A backup of the files that one of our commits replaced. */
export interface BackupRecord {
  /** `2026-11-23T23-51-07` (UTC), with a counter (`.2`) when two fall into one second. */
  readonly id: string;
  /** The command that wrote, such as `models set`. */
  readonly command: string;
  /** The config that the commit belonged to. */
  readonly config: string;
  /** The commit finished; false if a crash may have happened between the backup and the writing. */
  readonly done: boolean;
  readonly files: readonly BackedUpFile[];
}

/** One file in a backup. */
export interface BackedUpFile {
  readonly file: string;
  /** The text before (UTF-8, a byte order mark included), absent when there was no file. */
  readonly before?: string;
  readonly beforeMode?: number;
  /** Hash of what we wrote, absent when we deleted it. */
  readonly afterHash?: string;
}

/** What a commit did. */
export interface Commit {
  /** Id of the backup; empty when nothing had to be written. */
  readonly backup: string;
  readonly files: readonly string[];
  /** Things worth saying that are no failure (for example: written but the read-back failed). */
  readonly notices: readonly Problem[];
}
