import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fail, type Problem, type UnwritableReason } from "../../core/problem/index.ts";
import { isGone } from "../process/process-table.ts";
import { hashOf, randomHex } from "./crypto.ts";
import { detailOf, errnoOf, followLinks, readSnapshot, type Snapshot } from "./read-file.ts";

/** A file that is ready to take the place of another: complete on disk, under a temporary name beside it. */
export interface Staged {
  /** The path it was asked for. */
  readonly file: string;
  /**
   * Takes the place of the old file, if that is still what `before` says (undefined: there is none). Answers what is
   * worth saying. Throws Failure, `config-changed` among them; the old file is in place then.
   */
  commit(before: Snapshot | undefined): readonly Problem[];
  /** Removes the temporary file if it is still there. */
  discard(): void;
}

/** The name of a temporary file of ours for `target`: `.openclaw.json.<pid>.<random>.tmp`. */
export function temporaryName(target: string): string {
  const name = basename(target).replace(/^\./, "");
  return join(dirname(target), `.${name}.${process.pid}.${randomHex(6)}.tmp`);
}

/**
 * Prepares new content for a file. In: the file as it is, whose owner is kept (undefined for one to be created), the
 * text and the permission bits. Throws Failure `config-unwritable`, `disk-full`; nothing has changed then.
 */
export function stage(file: string, old: Snapshot | undefined, text: string, mode: number): Staged {
  const target = old?.target ?? followLinks(file);
  if (old !== undefined) assertReplaceable(file, old);
  const bytes = Buffer.from(text, "utf8");
  const temporary = temporaryName(target);
  const discard = () => removeIfThere(temporary);
  try {
    writeWhole(temporary, bytes, (descriptor) => setOwnerAndMode(descriptor, old, mode));
  } catch (error) {
    discard();
    throw explain(file, error);
  }
  const commit = (before: Snapshot | undefined) => {
    assertUnchanged(file, before);
    try {
      if (before === undefined) publishNew(temporary, target, file);
      else renameSync(temporary, target);
    } catch (error) {
      throw explain(file, error);
    }
    syncFolder(dirname(target));
    return verify(file, hashOf(bytes));
  };
  return { file, commit, discard };
}

/** Prepares the removal of a file, with the same checks and promises as {@link stage}. */
export function stageRemoval(file: string, old: Snapshot): Staged {
  assertReplaceable(file, old);
  const commit = (before: Snapshot | undefined) => {
    assertUnchanged(file, before);
    try {
      unlinkSync(old.target);
    } catch (error) {
      throw explain(file, error);
    }
    syncFolder(dirname(old.target));
    return [];
  };
  return { file, commit, discard: () => {} };
}

/** Removes temporary files for `file` whose process is gone, or which are older than a day. */
export function sweep(file: string): void {
  for (const place of new Set([resolve(file), followLinks(file)])) {
    const name = basename(place).replace(/^\./, "");
    for (const entry of listed(dirname(place))) {
      const match = entry.startsWith(`.${name}.`) ? /\.(\d+)\.[0-9a-f]{12}\.tmp$/.exec(entry) : null;
      if (match === null) continue;
      const path = join(dirname(place), entry);
      if (isGone(Number(match[1])) || ageOf(path) > oneDay) removeIfThere(path);
    }
  }
}

const oneDay = 24 * 60 * 60 * 1000;

function listed(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    // No folder, or none that we may read: there is nothing of ours that we could remove.
    return [];
  }
}

function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function assertReplaceable(file: string, before: Snapshot): void {
  if (before.links > 1) throw fail("config-unwritable", { file, variant: "hard-link" });
  if ((before.mode & 0o222) === 0) throw fail("config-unwritable", { file, variant: "read-only-file" });
}

function assertUnchanged(file: string, before: Snapshot | undefined): void {
  const now = readSnapshot(file);
  const same =
    now === undefined || before === undefined
      ? now === before
      : now.hash === before.hash && now.device === before.device && now.inode === before.inode;
  if (!same) throw fail("config-changed", { file });
}

/**
 * Makes a file that must not exist yet, and sees to it that every byte is in it and on disk. In: what else to do with
 * the open file. Throws errors of fs, ENOSPC when the system took fewer bytes than it said.
 */
export function writeWhole(path: string, bytes: Buffer, finish?: (descriptor: number) => void): void {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
  const descriptor = openSync(path, flags, 0o600);
  try {
    let written = 0;
    while (written < bytes.length) {
      const count = writeSync(descriptor, bytes, written);
      if (count === 0) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      written += count;
    }
    if (fstatSync(descriptor).size !== bytes.length)
      throw Object.assign(new Error("fewer bytes were written than the system said"), { code: "ENOSPC" });
    finish?.(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function setOwnerAndMode(descriptor: number, old: Snapshot | undefined, mode: number): void {
  const stat = fstatSync(descriptor);
  if (old !== undefined && (stat.uid !== old.uid || stat.gid !== old.gid)) keepOwner(descriptor, old);
  if ((stat.mode & 0o7777) !== mode) fchmodSync(descriptor, mode);
}

function keepOwner(descriptor: number, before: Snapshot): void {
  try {
    fchownSync(descriptor, before.uid, before.gid);
  } catch (error) {
    throw fail("config-unwritable", { file: before.path, variant: "owner", detail: detailOf(error) });
  }
}

/** A new file must not replace one that somebody else made meanwhile, which a rename would do. */
function publishNew(temporary: string, target: string, file: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (errnoOf(error) === "EEXIST") throw fail("config-changed", { file });
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errnoOf(error))) throw error;
    renameSync(temporary, target);
    return;
  }
  unlinkSync(temporary);
}

/** After this a power failure cannot undo the rename. Not every system can; the data itself is safe already. */
function syncFolder(dir: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(dir, constants.O_RDONLY);
    fsyncSync(descriptor);
  } catch {
    // Windows and some network file systems refuse to sync a folder, and there is nothing else to do.
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function verify(file: string, expected: string): readonly Problem[] {
  try {
    if (readSnapshot(file)?.hash === expected) return [];
    return [{ code: "written-not-verified", params: { file, variant: "unread" } }];
  } catch (error) {
    return [{ code: "written-not-verified", params: { file, variant: "unread", detail: detailOf(error) } }];
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already, or the folder no longer lets us: the next run sweeps it.
  }
}

const reasons: Readonly<Record<string, UnwritableReason>> = {
  EBUSY: "busy",
  EXDEV: "cross-device",
  EROFS: "read-only-system",
  ENOENT: "no-folder",
  ENOTDIR: "no-folder",
};

/** The Failure for an error of the system while `file` was written. */
export function explain(file: string, error: unknown): Error {
  const code = errnoOf(error);
  if (code === "") return error instanceof Error ? error : new Error(String(error));
  const detail = detailOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return fail("disk-full", { file });
  const variant = reasons[code];
  return fail("config-unwritable", { file, detail, ...(variant === undefined ? {} : { variant }) });
}
