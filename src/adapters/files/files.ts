import { type FileHandle, lstat, open, readdir, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { configLimits } from "../../core/edit/index.ts";
import { errnoOf, fail } from "../../core/problem/index.ts";
import type { Files } from "../../ports.ts";
import { keepsModes, permissionBits } from "./file-system.ts";
import { unreadable } from "./read-file.ts";
import { readStream } from "./read-stream.ts";
import { explain } from "./write-file.ts";

/**
 * Plain files on this machine; paths count from a folder. What is not there, or not readable for us, is undefined
 * or []. A file that is to be read whole and is larger than a config may be fails with Failure `config-unreadable`.
 */
export function createFiles(cwd: string): Files {
  const whole = (path: string) => resolve(cwd, path);
  return {
    read: (path, options) =>
      quietly(path, () =>
        options
          ? readPart(whole(path), options.maxBytes, options.tail ?? false)
          : readPart(whole(path), configLimits.bytes, false, path),
      ),
    readStream: (path, maxBytes) => readStream(whole(path), maxBytes),
    list: async (dir) => (await quietly(dir, () => readdir(whole(dir))))?.sort() ?? [],
    stat: (path) =>
      quietly(path, async () => {
        const [found, named] = await Promise.all([stat(whole(path)), lstat(whole(path))]);
        const { mode, size, mtimeMs, uid, gid } = found;
        return {
          mode: permissionBits(mode, whole(path)),
          get hasModes() {
            return keepsModes(whole(path));
          },
          size,
          modified: mtimeMs,
          directory: found.isDirectory(),
          owner: uid,
          group: gid,
          ...(named.isSymbolicLink() ? { link: true } : {}),
        };
      }),
    create: async (path, text) => {
      try {
        await writeFile(whole(path), text, { flag: "wx", mode: 0o600 });
        return true;
      } catch (error) {
        if (errnoOf(error) === "EEXIST") return false;
        throw explain(path, error);
      }
    },
  };
}

/** `named`: the file as a failure names it, where a part of it will not do. */
async function readPart(
  path: string,
  maxBytes: number,
  tail: boolean,
  named?: string,
): Promise<string | undefined> {
  const found = await stat(path);
  if (!found.isFile()) return undefined;
  if (named !== undefined && found.size > maxBytes)
    throw fail("config-unreadable", { file: named, variant: "too-large", limit: maxBytes / 1024 / 1024 });
  const handle = await open(path, "r");
  try {
    const start = tail ? Math.max(0, found.size - maxBytes) : 0;
    const bytes = await fill(handle, start, maxBytes);
    return trimPartial(bytes, start > 0, bytes.length === maxBytes).toString("utf8");
  } finally {
    await handle.close();
  }
}

async function fill(handle: FileHandle, start: number, maxBytes: number): Promise<Buffer> {
  const { size } = await handle.stat();
  const buffer = Buffer.alloc(Math.min(maxBytes, Math.max(0, size - start) || 64 * 1024));
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** A cut may fall into the middle of a character: its remaining bytes are left out. */
function trimPartial(bytes: Buffer, cutBefore: boolean, cutAfter: boolean): Buffer {
  let from = 0;
  while (cutBefore && from < 4 && from < bytes.length && ((bytes[from] ?? 0) & 0xc0) === 0x80) from++;
  let to = bytes.length;
  if (cutAfter) {
    let lead = to - 1;
    while (lead > to - 4 && lead > from && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead--;
    const first = bytes[lead] ?? 0;
    const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    if (lead + length > to) to = lead;
  }
  return bytes.subarray(from, to);
}

// Node throws the last one for a path with a NUL, which no file can have.
const absent = new Set([
  "ENOENT",
  "ENOTDIR",
  "EACCES",
  "EPERM",
  "ELOOP",
  "EISDIR",
  "ENAMETOOLONG",
  "ERR_INVALID_ARG_VALUE",
]);

/** Throws Failure `config-unreadable` for what is not simply absent. */
async function quietly<T>(path: string, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (absent.has(errnoOf(error))) return undefined;
    throw errnoOf(error) === "" ? error : unreadable(path, error);
  }
}
