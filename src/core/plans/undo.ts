import type { BackupRecord, FileState } from "../edit/index.ts";

/** One file that undoing changes. */
export interface UndoStep {
  readonly file: string;
  readonly current: FileState | undefined;
  /** The text to put back; undefined when there was no file. */
  readonly text: string | undefined;
  readonly mode: number | undefined;
  /** The file is in a state that none of our writes left or found: someone else changed it since. */
  readonly changedSince: boolean;
}

/**
 * What it takes to put a backup's files back. In: all backups, newest first, the one to undo, and the files as they
 * are. Files that are already as they were need nothing and are left out.
 */
export function planUndo(
  records: readonly BackupRecord[],
  record: BackupRecord,
  current: (file: string) => FileState | undefined,
): UndoStep[] {
  const since = records.slice(0, records.indexOf(record) + 1);
  return record.files.flatMap(({ file, before, beforeMode }) => {
    const now = current(file);
    const sameMode = beforeMode === undefined || now?.mode === beforeMode;
    if (now?.text === before && sameMode) return [];
    return [{ file, current: now, text: before, mode: beforeMode, changedSince: !isOurs(since, file, now) }];
  });
}

function isOurs(records: readonly BackupRecord[], file: string, now: FileState | undefined): boolean {
  const entries = records.flatMap((record) => record.files.filter((entry) => entry.file === file));
  return entries.some((entry) => entry.afterHash === now?.hash || entry.before === now?.text);
}

/**
 * Returns the backup that a plain undo restores: the newest one, skipping those whose files were never written
 * because of a crash. Undefined if there is none.
 */
export function newestUndoable(
  records: readonly BackupRecord[],
  current: (file: string) => FileState | undefined,
): BackupRecord | undefined {
  return records.find((record) => record.done || planUndo(records, record, current).length > 0);
}
