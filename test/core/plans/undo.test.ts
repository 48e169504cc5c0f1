import { describe, expect, it } from "vitest";
import type { BackedUpFile, BackupRecord, FileState } from "../../../src/core/edit/stored-file.ts";
import { newestUndoable, planUndo } from "../../../src/core/plans/undo.ts";

const hash = (text: string) => `hash of ${text}`;
const state = (text: string, mode = 0o600): FileState => ({
  path: "/c",
  target: "/c",
  text,
  hash: hash(text),
  mode,
});

/** A backup of one file that went from one text to another; undefined stands for no file. */
function record(
  id: string,
  before: string | undefined,
  after: string | undefined,
  done = true,
): BackupRecord {
  const file: BackedUpFile = {
    file: "/c",
    ...(before === undefined ? {} : { before, beforeMode: 0o600 }),
    ...(after === undefined ? {} : { afterHash: hash(after) }),
  };
  return { id, command: "test", config: "/c", done, files: [file] };
}

describe("planUndo", () => {
  const records = [record("3", "b", "c"), record("2", "a", "b"), record("1", undefined, "a")];
  const plan = (id: string, now: FileState | undefined) => {
    const chosen = records.find((one) => one.id === id);
    if (chosen === undefined) throw new Error("no such record");
    return planUndo(records, chosen, () => now);
  };

  it.each<[string, string, FileState | undefined, object | undefined]>([
    ["the newest, as we left it", "3", state("c"), { text: "b", changedSince: false }],
    ["the newest, changed since", "3", state("x"), { text: "b", changedSince: true }],
    ["the newest, removed since", "3", undefined, { text: "b", changedSince: true }],
    ["the newest, already as before", "3", state("b"), undefined],
    ["an older one under our own later changes", "2", state("c"), { text: "a", changedSince: false }],
    ["an older one, changed since", "2", state("x"), { text: "a", changedSince: true }],
    ["a file that we made", "1", state("c"), { text: undefined, changedSince: false }],
    ["a file that we made, gone already", "1", undefined, undefined],
    ["another mode alone", "3", state("b", 0o644), { text: "b", mode: 0o600, changedSince: false }],
  ])("%s", (_, id, now, expected) => {
    const steps = plan(id, now);
    if (expected === undefined) expect(steps).toEqual([]);
    else expect(steps).toEqual([expect.objectContaining({ ...expected, file: "/c", current: now })]);
  });

  it("restores a file that we removed", () => {
    const removed = record("1", "a", undefined);
    expect(planUndo([removed], removed, () => undefined)).toEqual([
      { file: "/c", current: undefined, text: "a", mode: 0o600, changedSince: false },
    ]);
  });

  it("treats a file that reappeared after we removed it as somebody else's", () => {
    const removed = record("1", "a", undefined);
    expect(planUndo([removed], removed, () => state("x"))[0]?.changedSince).toBe(true);
  });
});

describe("newestUndoable", () => {
  it("skips a backup whose files were never written", () => {
    const records = [record("2", "b", "c", false), record("1", "a", "b")];
    expect(newestUndoable(records, () => state("b"))?.id).toBe("1");
    expect(newestUndoable(records, () => state("c"))?.id).toBe("2");
  });

  it("stays with the newest that was written, even where nothing is left to undo", () => {
    const records = [record("2", "b", "c"), record("1", "a", "b")];
    expect(newestUndoable(records, () => state("b"))?.id).toBe("2");
  });

  it("is undefined without backups", () => {
    expect(newestUndoable([], () => undefined)).toBeUndefined();
  });
});
