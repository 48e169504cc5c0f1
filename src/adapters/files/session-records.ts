import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import zlib from "node:zlib";
import { atLeast } from "../../core/openclaw/index.ts";
import type { UnreadDatabase } from "../../core/usage/index.ts";
import type { SessionRecords } from "../../ports.ts";

const largestLine = 32 * 1024 * 1024;

/** The first Node that reads the database without a warning; OpenClaw requires it since it has one. */
const nodeWithDatabase = "24.16.0";

/** Splits a stream of bytes into lines and hands over those that contain a text. Bytes are only decoded where they do. */
async function scan(stream: Readable, text: string, onLine: (line: string) => void): Promise<void> {
  const wanted = Buffer.from(text);
  let parts: Buffer[] = [];
  let size = 0;
  const end = () => {
    const line = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    if (size <= largestLine && line.includes(wanted)) onLine(line.toString("utf8"));
    parts = [];
    size = 0;
  };
  const take = (part: Buffer) => {
    size += part.length;
    if (size <= largestLine) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      end();
      from = at + 1;
    }
    take(chunk.subarray(from));
  }
  end();
}

/** The bytes of a session's file, unpacked; undefined where this Node cannot unpack it. */
function open(path: string): Readable | undefined {
  const bytes = createReadStream(path, { highWaterMark: 1024 * 1024 });
  if (!path.endsWith(".zst")) return bytes;
  if (!("createZstdDecompress" in zlib)) {
    bytes.destroy();
    return undefined;
  }
  const unpack = zlib.createZstdDecompress as () => NodeJS.ReadWriteStream & Readable;
  const unpacked = unpack();
  bytes.on("error", (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // gone since the folder was listed, or not ours to read
  }
}

/** Reads OpenClaw's records; paths count from a folder. In: the version of Node that runs. */
export function createSessionRecords(cwd: string, nodeVersion: string): SessionRecords {
  return {
    async lines(path, text, onLine) {
      const file = resolve(cwd, path);
      const stream = (await isFile(file)) ? open(file) : undefined;
      if (stream === undefined) return false;
      try {
        await scan(stream, text, onLine);
        return true;
      } catch {
        return false; // no permission, a damaged archive, or a disk that fails: the report counts it as not read
      }
    },
    async events(path, since, onEvent): Promise<"read" | UnreadDatabase> {
      if (!atLeast(nodeVersion, nodeWithDatabase)) return "needs-node";
      const { readEvents } = await import("./session-database.ts");
      return readEvents(resolve(cwd, path), since, onEvent);
    },
  };
}
