import { closeSync, constants, fsyncSync, linkSync, openSync, renameSync, unlinkSync } from "node:fs";
import { detailOf, errnoOf } from "../../core/problem/index.ts";
import { removeFile, whileHeld } from "./held.ts";

/** Errors of systems that cannot sync a folder: Windows, and some network drives. */
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
 * Syncs the names in a folder against a power failure. Out: the system's message on failure, undefined on success or
 * if the system does not support it. Never throws: a rename cannot be taken back.
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
 * Moves a complete file to an unused name, which a rename alone does not guarantee: by a hard link, or, on file
 * systems without them (exFAT, Android), by creating the name exclusively and renaming over it. Out: the system's
 * message if only the old name could not be removed. Throws errors of fs, EEXIST if the name is in use.
 */
export function moveToNew(from: string, to: string): string | undefined {
  try {
    linkSync(from, to);
  } catch (error) {
    if (real.has(errnoOf(error))) throw error;
    whileHeld(() => renameOverClaim(from, to));
    return undefined;
  }
  try {
    removeFile(from);
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
