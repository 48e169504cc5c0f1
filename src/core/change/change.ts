import type { DocumentPath } from "../json/index.ts";

/** What every change to the content of a file has. */
interface ContentChange {
  readonly path: DocumentPath;
  /** The value is (or holds) a key: it is masked wherever the change is shown. */
  readonly secret?: boolean;
}

/** Sets the value at `path`; missing objects on the way are created. */
export interface SetChange extends ContentChange {
  readonly op: "set";
  readonly value: unknown;
}

/** Adds `value` as the last element of the array at `path`, which is created when missing. */
export interface AppendChange extends ContentChange {
  readonly op: "append";
  readonly value: unknown;
}

/** Removes the member or element at `path`; absent is not an error. */
export interface RemoveChange extends ContentChange {
  readonly op: "remove";
}

/** Renames the object key at `path` to `value`; what it holds keeps its bytes. */
export interface RenameChange extends ContentChange {
  readonly op: "rename";
  readonly value: string;
}

/** Sets the permission bits of the file, such as 0o600; `path` is empty. */
export interface ModeChange {
  readonly op: "mode";
  readonly path: readonly [];
  readonly value: number;
}

/** A typing error in a JSON5 text with only one sensible correction. */
export type SyntaxFault =
  | "comma-missing"
  | "comma-extra"
  | "colon-missing"
  | "quote-missing"
  | "bracket-missing"
  | "bracket-extra"
  /** A character of a Chinese keyboard or a word processor: “ ” ‘ ’ ， ： ｛ ｝ ［ ］. */
  | "wrong-character";

/**
 * Corrects the typing errors of a text that does not parse; `path` is empty. Before all other changes to the file,
 * which start from the corrected text.
 */
export interface SyntaxChange {
  readonly op: "syntax";
  readonly path: readonly [];
  /** What is corrected, and in which lines, counted from 1. */
  readonly value: readonly { readonly fault: SyntaxFault; readonly line: number }[];
}

/** A change to the content of a file. */
export type Edit = SetChange | AppendChange | RemoveChange | RenameChange;

/** One change to a file, the unit that onboarding, `models set`, every fix and undo share. */
export type Change = Edit | ModeChange | SyntaxChange;

/** Whether a change is one to the value that its file contains. */
export const isEdit = (change: Change): change is Edit => change.op !== "mode" && change.op !== "syntax";

/**
 * The formats of files that are changed. `dotenv` paths have one element, the variable's name; a `text` has one path,
 * the empty one: setting it writes the whole file, removing it deletes the file.
 */
export type FileFormat = "json5" | "dotenv" | "text";

/** Every change to one file. */
export interface FileChange {
  /** Absolute path as the user or OpenClaw names it (symbolic links not resolved). */
  readonly file: string;
  readonly format: FileFormat;
  readonly changes: readonly Change[];
}

/** Returns the change that restricts a file with a key to its owner; none if it already is. */
export function restrictToOwner(file: { readonly mode: number } | undefined): Change[] {
  return file && (file.mode & 0o077) !== 0 ? [{ op: "mode", path: [], value: 0o600 }] : [];
}
