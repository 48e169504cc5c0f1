import type { DocumentPath } from "../json/index.ts";

/**
 * One change to a file, the unit that onboarding, `models set`, every fix and undo share.
 * - `set`: the value at `path` becomes `value`; missing objects on the way are created.
 * - `remove`: the member or element at `path` goes; absent is not an error.
 * - `append`: `value` becomes the last element of the array at `path`, which is created when missing.
 * - `rename`: the object key at `path` is renamed to `value` (a string), the value keeps its bytes.
 * - `mode`: the file's permission bits become `value` (a number such as 0o600); `path` is empty.
 */
export interface Change {
  readonly op: "set" | "remove" | "append" | "rename" | "mode";
  readonly path: DocumentPath;
  readonly value?: unknown;
  /** The value is (or holds) a key: it is masked wherever the change is shown. */
  readonly secret?: boolean;
}

/** The formats that the edit layer knows. `dotenv` paths have one element, the variable's name. */
export type FileFormat = "json5" | "dotenv";

/** Every change to one file. */
export interface FileChange {
  /** Absolute path as the user or OpenClaw names it (symbolic links not resolved). */
  readonly file: string;
  readonly format: FileFormat;
  readonly changes: readonly Change[];
}

/** What a command wants done, before anything is written. Files are written in this order. */
export interface Plan {
  readonly files: readonly FileChange[];
}

/** The change that lets nobody but its owner read a file with a key in it; none where that is so already. */
export function restrictToOwner(file: { readonly mode: number } | undefined): Change[] {
  return file && (file.mode & 0o077) !== 0 ? [{ op: "mode", path: [], value: 0o600 }] : [];
}
