import { constants, createReadStream, fstat, open } from "node:fs";
import { Socket } from "node:net";
import { isatty, ReadStream } from "node:tty";
import { promisify } from "node:util";
import { errnoOf } from "../../core/problem/index.ts";
import type { StreamText } from "../../ports.ts";
import { unreadable } from "./read-file.ts";

const absent: Readonly<Record<string, "missing" | "denied" | "folder">> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  ERR_INVALID_ARG_VALUE: "missing",
  EACCES: "denied",
  EPERM: "denied",
  EISDIR: "folder",
};

// Opening a pipe must not wait for its writer in a thread that no signal can end; libuv waits for the data instead.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function readFrom(path: string, maxBytes: number): Promise<StreamText> {
  const fd = await promisify(open)(path, flags);
  const found = await promisify(fstat)(fd);
  const isPipe = found.isFIFO() || found.isSocket();
  const stream = isatty(fd)
    ? new ReadStream(fd)
    : isPipe
      ? new Socket({ fd, readable: true, writable: false })
      : createReadStream("", { fd });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) break;
  }
  return {
    kind: "text",
    text: Buffer.concat(chunks).subarray(0, maxBytes).toString("utf8"),
    isCut: size > maxBytes,
  };
}

/** See Files.readStream. */
export async function readStream(path: string, maxBytes: number): Promise<StreamText> {
  try {
    return await readFrom(path, maxBytes);
  } catch (error) {
    const kind = absent[errnoOf(error)];
    if (kind !== undefined) return { kind };
    throw errnoOf(error) === "" ? error : unreadable(path, error);
  }
}
