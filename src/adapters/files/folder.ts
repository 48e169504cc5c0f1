import { closeSync, constants, fsyncSync, linkSync, openSync, renameSync, unlinkSync } from "node:fs";
import { detailOf } from "../../core/problem/index.ts";
import { errnoOf } from "./read-file.ts";

/** What systems that cannot sync a folder say: Windows, and some network drives. */
const cannotSync = new Set([
  "EACCES",
  "EPERM",
  "EISDIR",
  "EINVAL",
  "EBADF",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
]);

/**
 * Makes the names in a folder safe against a power failure. Out: what the system says when that failed, undefined
 * when it went well or the system has no such thing. Never throws: what was renamed stays renamed.
 */
export function syncFolder(dir: string): string | undefined {
  try {
    const descriptor = openSync(dir, constants.O_RDONLY);
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return undefined;
  } catch (error) {
    return cannotSync.has(errnoOf(error)) ? undefined : detailOf(error);
  }
}

/** Errors of a hard link that an exclusive create would meet as well; all others mean that links are not to be had. */
const real = new Set([
  "EEXIST",
  "ENOENT",
  "ENOTDIR",
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "EIO",
  "ENAMETOOLONG",
  "ELOOP",
]);

/**
 * Moves a complete file to a name that nothing has, which a rename alone does not promise: by a hard link, or, on file
 * systems without them (exFAT, Android), by creating the name exclusively and renaming over it. Out: what the
 * system says when only the old name could not be removed. Throws errors of fs, EEXIST when the name is taken.
 */
export function moveToNew(from: string, to: string): string | undefined {
  try {
    linkSync(from, to);
  } catch (error) {
    if (real.has(errnoOf(error))) throw error;
    renameOverClaim(from, to);
    return undefined;
  }
  try {
    unlinkSync(from);
    return undefined;
  } catch (error) {
    return detailOf(error);
  }
}

function renameOverClaim(from: string, to: string): void {
  const descriptor = openSync(
    to,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
    0o600,
  );
  try {
    closeSync(descriptor);
    renameSync(from, to);
  } catch (error) {
    unlinkSync(to);
    throw error;
  }
}
