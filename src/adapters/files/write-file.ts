import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  detailOf,
  errnoOf,
  Failure,
  fail,
  type Problem,
  type UnwritableReason,
} from "../../core/problem/index.ts";
import { hashOf, randomHex } from "./crypto.ts";
import { keepsModes, permissionBits } from "./file-system.ts";
import { moveToNew, syncFolder } from "./folder.ts";
import { isHeld, moveFile, removeFile } from "./held.ts";
import { followLinks, readSnapshot, type Snapshot } from "./read-file.ts";

/** A file that is ready to replace another: complete on disk, under a temporary name next to it. */
export interface Staged {
  /** The path it was asked for. */
  readonly file: string;
  /**
   * Replaces the old file if it is still as `before` says (undefined: there is none). Returns notices: what failed
   * after the new file was in place is a notice, not a failure. Throws Failure, `config-changed` among them; the old
   * file is unchanged then.
   */
  commit(before: Snapshot | undefined): readonly Problem[];
  /** Removes the temporary file if it is still there. */
  discard(): void;
}

/** The name of our temporary file for `target`: `.openclaw.json.<pid>.<random>.tmp`. */
export function temporaryName(target: string): string {
  const name = basename(target).replace(/^\./, "");
  return join(dirname(target), `.${name}.${process.pid}.${randomHex(6)}.tmp`);
}

/**
 * Prepares new content for a file. In: the current file, whose owner is kept (undefined for a new one), the text and
 * the permission bits. Throws Failure `config-unwritable`, `disk-full`; nothing has changed then.
 */
export function stage(file: string, old: Snapshot | undefined, text: string, mode: number): Staged {
  const target = old?.target ?? followLinks(file);
  if (old !== undefined) assertReplaceable(file, old);
  const bytes = Buffer.from(text, "utf8");
  const temporary = temporaryName(target);
  let inode = 0n;
  const discard = () => removeIfThere(temporary);
  try {
    writeWhole(temporary, bytes, (descriptor) => {
      setOwnerAndMode(descriptor, temporary, old, mode);
      inode = fstatSync(descriptor, { bigint: true }).ino;
    });
  } catch (error) {
    discard();
    throw explain(file, error);
  }
  const commit = (before: Snapshot | undefined) => {
    assertUnchanged(file, before);
    let trouble: string | undefined;
    try {
      if (before === undefined) trouble = moveToNew(temporary, target);
      else moveFile(temporary, target);
    } catch (error) {
      // A network drive can carry a move out and still report an error: what is there now decides.
      if (inode === 0n || inodeOf(target) !== inode) throw notMoved(file, error);
      trouble = detailOf(error);
    }
    return confirm(file, hashOf(bytes), trouble ?? syncFolder(dirname(target)));
  };
  return { file, commit, discard };
}

/** Prepares the removal of a file, with the same checks and promises as {@link stage}. */
export function stageRemoval(file: string, old: Snapshot): Staged {
  assertReplaceable(file, old);
  const commit = (before: Snapshot | undefined) => {
    assertUnchanged(file, before);
    try {
      removeFile(old.target);
    } catch (error) {
      if (inodeOf(old.target) !== undefined) throw notMoved(file, error);
    }
    return confirm(file, undefined, syncFolder(dirname(old.target)));
  };
  return { file, commit, discard: () => {} };
}

function assertReplaceable(file: string, before: Snapshot): void {
  if (before.links > 1) throw fail("config-unwritable", { file, variant: "hard-link" });
  if ((before.mode & 0o222) === 0) throw fail("config-unwritable", { file, variant: "read-only-file" });
}

/**
 * Returns why an existing file could not be replaced now; undefined if nothing is known to prevent it. Changes nothing.
 */
export function obstacleTo(file: string): Problem | undefined {
  try {
    const before = readSnapshot(file);
    if (before === undefined) return undefined;
    assertReplaceable(file, before);
    accessSync(dirname(before.target), constants.W_OK);
    return undefined;
  } catch (error) {
    const failure = error instanceof Failure ? error : explain(file, error);
    if (failure instanceof Failure) return failure.problem;
    throw failure;
  }
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
 * Creates a file that must not exist yet, and ensures that every byte is in it and on disk. In: further work on the
 * open file. Throws errors of fs, ENOSPC if the system wrote fewer bytes than it reported.
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

function setOwnerAndMode(descriptor: number, path: string, old: Snapshot | undefined, mode: number): void {
  const stat = fstatSync(descriptor);
  if (old !== undefined && (stat.uid !== old.uid || stat.gid !== old.gid)) keepOwner(descriptor, old);
  if (permissionBits(stat.mode, path) !== mode && keepsModes(path)) fchmodSync(descriptor, mode);
}

function keepOwner(descriptor: number, before: Snapshot): void {
  try {
    fchownSync(descriptor, before.uid, before.gid);
  } catch (error) {
    throw fail("config-unwritable", { file: before.path, variant: "owner", detail: detailOf(error) });
  }
}

/** The inode at a path, undefined if there is none or it is unknown. */
function inodeOf(path: string): bigint | undefined {
  try {
    return lstatSync(path, { bigint: true }).ino;
  } catch {
    // Missing, or unknown: the original error is the one to report.
    return undefined;
  }
}

/** Why a file could not be moved into place or removed: a new one must not replace one that someone else made meanwhile. */
function notMoved(file: string, error: unknown): Error {
  if (errnoOf(error) === "EEXIST") return fail("config-changed", { file });
  // The new text was written beside it, so the folder is ours to write.
  return isHeld(error)
    ? fail("config-unwritable", { file, variant: "held", detail: detailOf(error) })
    : explain(file, error);
}

/** Reads a file back. In: the hash it must have, undefined for a removed one; trouble that came before. */
function confirm(
  file: string,
  expected: string | undefined,
  trouble: string | undefined,
): readonly Problem[] {
  const doubt = (detail?: string): readonly Problem[] => [
    {
      code: "written-not-verified",
      params: { file, variant: "unread", ...(detail === undefined ? {} : { detail }) },
    },
  ];
  try {
    if (readSnapshot(file)?.hash !== expected) return doubt(trouble);
    return trouble === undefined ? [] : doubt(trouble);
  } catch (error) {
    return doubt(detailOf(error));
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Already removed, or the folder is read-only now: the next run removes it.
  }
}

const reasons: Readonly<Record<string, UnwritableReason>> = {
  EBUSY: "busy",
  EXDEV: "cross-device",
  EROFS: "read-only-system",
  ENOENT: "no-folder",
  ENOTDIR: "no-folder",
  EFBIG: "size-limit",
};

/** The Failure for an error of the system while `file` was written. */
export function explain(file: string, error: unknown): Error {
  const code = errnoOf(error);
  if (code === "") return error instanceof Error ? error : new Error(String(error));
  const detail = detailOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return fail("disk-full", { file });
  const variant = code === "EBUSY" && isHeld(error) ? "held" : reasons[code];
  return fail("config-unwritable", { file, detail, ...(variant === undefined ? {} : { variant }) });
}
