import type { BackedUpFile, BackupRecord, FileState } from "../edit/index.ts";

/** How far an interrupted commit got. */
export interface Interrupted {
  /**
   * `untouched`: every file is as before; `complete`: every file is new; `half`: some of each; `foreign`: another
   * program has written one of them since, so we must not overwrite it.
   */
  readonly reached: "untouched" | "complete" | "half" | "foreign";
  /** For `half` the files to put back, for `foreign` those that are neither old nor new. */
  readonly files: readonly BackedUpFile[];
}

/** Judges an interrupted commit by its backup and the files as they are. A file of which only the mode changes fits both. */
export function judgeInterrupted(
  { files }: BackupRecord,
  current: (file: string) => FileState | undefined,
): Interrupted {
  const looked = files.map((file) => ({ file, ...compare(file, current(file.file)) }));
  const foreign = looked.filter(({ isOld, isNew, isClaim }) => !isOld && !isNew && !isClaim);
  if (foreign.length > 0) return { reached: "foreign", files: foreign.map(({ file }) => file) };
  if (looked.every(({ isNew }) => isNew)) return { reached: "complete", files: [] };
  const back = looked.filter(({ isOld }) => !isOld);
  if (back.length === 0) return { reached: "untouched", files: [] };
  return { reached: "half", files: back.map(({ file }) => file) };
}

/** Where hard links are not to be had, a new file starts as an empty one that reserves its name: a claim. */
function compare({ before, afterHash }: BackedUpFile, now: FileState | undefined) {
  return {
    isOld: now?.text === before,
    isNew: now?.hash === afterHash,
    isClaim: before === undefined && now?.text === "",
  };
}
