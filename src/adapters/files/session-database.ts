import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";
import type { UnreadDatabase } from "../../core/usage/index.ts";

/** The parts of node:sqlite that are used; the types of the oldest Node that is supported lack it. */
interface Database {
  prepare(sql: string): { iterate(...values: unknown[]): Iterable<Record<string, unknown>> };
  close(): void;
}
interface Sqlite {
  readonly DatabaseSync: new (location: string, options: { readOnly: boolean }) => Database;
}

/** What tells whether a file changed: its size and time; -1 where there is none. */
function stateOf(path: string): { readonly size: number; readonly time: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  return { size: found?.size ?? -1, time: found?.mtimeMs ?? -1 };
}

const withLog = "mode=ro&readonly_shm=1";
const alone = "mode=ro&immutable=1";

/**
 * How the database can be opened without anything being written beside it, which SQLite does by itself even for
 * reading: with the writer's own index of the log, or, where there is no log, as a file that nobody changes. A log without
 * its index is that of a crash, which only its owner may repair.
 */
function howToOpen(path: string): string | undefined {
  const [log, index] = [stateOf(`${path}-wal`).size, stateOf(`${path}-shm`).size];
  if (log <= 0) return alone;
  return index > 0 ? withLog : undefined;
}

function textOf(row: Record<string, unknown>): string | undefined {
  const { event_json: json, event_zstd: packed } = row;
  if (typeof json === "string") return json;
  if (!(packed instanceof Uint8Array) || !("zstdDecompressSync" in zlib)) return undefined;
  const unpack = zlib.zstdDecompressSync as (bytes: Uint8Array) => Buffer;
  return unpack(packed).toString("utf8");
}

/** Hands over the events with usage. Throws what SQLite throws: no such table, not a database, busy. */
function readOnce(path: string, how: string, since: number, onEvent: (event: string) => void): void {
  const { DatabaseSync } = createRequire(import.meta.url)("node:sqlite") as Sqlite;
  const database = new DatabaseSync(`${pathToFileURL(path).href}?${how}`, { readOnly: true });
  try {
    for (const row of database
      .prepare("SELECT * FROM transcript_events WHERE created_at >= ?")
      .iterate(since)) {
      const text = textOf(row);
      if (text?.includes('"usage"')) onEvent(text);
    }
  } finally {
    database.close();
  }
}

/**
 * Hands over the events with usage in a database of sessions (OpenClaw 2026.8 and newer: table `transcript_events`). A
 * closed database that OpenClaw opens meanwhile is read again, so the same event may be handed over twice.
 */
export function readEvents(
  path: string,
  since: number,
  onEvent: (event: string) => void,
): "read" | UnreadDatabase {
  for (let attempt = 0; attempt < 3; attempt++) {
    const how = howToOpen(path);
    if (how === undefined) return "not-closed";
    const before = stateOf(path);
    try {
      readOnce(path, how, since, onEvent);
    } catch {
      return "unknown-format";
    }
    const after = stateOf(path);
    const isSame = after.time === before.time && after.size === before.size && how === howToOpen(path);
    if (how === withLog || isSame) return "read";
  }
  return "not-closed";
}
