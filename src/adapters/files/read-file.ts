import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { configLimits } from "../../core/edit/index.ts";
import { detailOf, errnoOf, Failure, fail } from "../../core/problem/index.ts";
import type { FileState } from "../../ports.ts";
import { hashOf } from "./crypto.ts";
import { permissionBits } from "./file-system.ts";
import { isHeld, whileHeld } from "./held.ts";

/** A file as it was read, with what is needed to write it again as the same file. */
export interface Snapshot extends FileState {
  readonly device: bigint;
  readonly inode: bigint;
  readonly links: number;
  readonly uid: number;
  readonly gid: number;
}

const maxLinks = 40;
const maxBytes = configLimits.bytes;

/**
 * Where a path's bytes are: the chain of symbolic links resolved by hand, so that a dangling link leads to the file
 * it would create. Throws Failure `config-unwritable` for a loop.
 */
export function followLinks(file: string): string {
  let current = resolve(file);
  for (let step = 0; step < maxLinks; step++) {
    try {
      const parent = realpathSync.native(dirname(current));
      current = join(parent, basename(current));
      if (!lstatSync(current).isSymbolicLink()) return current;
      current = resolve(parent, readlinkSync(current));
    } catch (error) {
      if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return current;
      if (errnoOf(error) === "ELOOP") break;
      throw unreadable(file, error);
    }
  }
  throw fail("config-unwritable", { file, variant: "link-loop" });
}

/**
 * Reads a file whole. Undefined when there is none. Throws Failure `config-unwritable` (not a regular file),
 * `config-unreadable` (no permission, too large), `config-syntax` (not UTF-8).
 */
export function readSnapshot(file: string): Snapshot | undefined {
  const target = followLinks(file);
  const noFollow = constants.O_NOFOLLOW ?? 0;
  const noBlock = constants.O_NONBLOCK ?? 0;
  let descriptor: number;
  try {
    descriptor = whileHeld(() => openSync(target, constants.O_RDONLY | noFollow | noBlock));
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return undefined;
    if (errnoOf(error) === "ENXIO") throw fail("config-unwritable", { file, variant: "not-a-file" });
    throw unreadable(file, error);
  }
  try {
    return readOpen(descriptor, file, target);
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(file, error);
  }
}

/** Reads and closes an open file. Throws Failure and errors of fs. */
function readOpen(descriptor: number, file: string, target: string): Snapshot {
  try {
    const stat = fstatSync(descriptor, { bigint: true });
    if (!stat.isFile()) throw fail("config-unwritable", { file, variant: "not-a-file" });
    if (stat.size > maxBytes)
      throw fail("config-unreadable", { file, variant: "too-large", limit: maxBytes / 1024 / 1024 });
    const bytes = readAll(descriptor, Number(stat.size), file);
    // The same as the bytes in UTF-8, which need not be kept.
    const text = decode(bytes, file);
    let hash: string | undefined;
    return {
      path: file,
      target,
      text,
      get hash() {
        hash ??= hashOf(text);
        return hash;
      },
      mode: permissionBits(Number(stat.mode), target),
      device: stat.dev,
      inode: stat.ino,
      links: Number(stat.nlink),
      uid: Number(stat.uid),
      gid: Number(stat.gid),
    };
  } finally {
    closeSync(descriptor);
  }
}

function readAll(descriptor: number, expected: number, file: string): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(Math.max(expected + 1 - total, 4096));
    const count = readSync(descriptor, chunk);
    if (count === 0) return Buffer.concat(chunks, total);
    chunks.push(chunk.subarray(0, count));
    total += count;
    if (total > maxBytes)
      throw fail("config-unreadable", { file, variant: "too-large", limit: maxBytes / 1024 / 1024 });
  }
}

/** The Failure for an error of the system while `file` was read. */
export function unreadable(file: string, error: unknown): Error {
  const variant = errnoOf(error) === "EBUSY" && isHeld(error) ? "held" : "system";
  return fail("config-unreadable", { file, variant, detail: detailOf(error) });
}

function decode(bytes: Buffer, file: string): string {
  const text = bytes.toString("utf8");
  // UTF-16 without a mark is valid UTF-8 as long as it is all ASCII: then every other byte is zero.
  if (Buffer.from(text, "utf8").equals(bytes) && wideOf(bytes) === undefined) return text;
  const encoding = encodingOf(bytes);
  throw fail(
    "config-syntax",
    { file, variant: "encoding", ...(encoding === undefined ? {} : { encoding }) },
    { at: { file } },
  );
}

/** The encoding that bytes which are not UTF-8 most likely have; undefined for bytes that are no text. */
function encodingOf(bytes: Buffer): string | undefined {
  const wide = wideOf(bytes);
  if (wide !== undefined) return wide;
  // No text has control characters other than line ends, tabs and form feeds.
  if (bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return undefined;
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return "GB18030";
  } catch {
    // Not Chinese text either: single bytes, which any Latin code page would accept.
    return "Latin-1";
  }
}

function wideOf(bytes: Buffer): "UTF-16 LE" | "UTF-16 BE" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16 LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16 BE";
  const start = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (let at = 0; at < start.length; at++) {
    if (start[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (odd > start.length / 8) return "UTF-16 LE";
  return even > start.length / 8 ? "UTF-16 BE" : undefined;
}
