import { isSamePath } from "../../core/paths/index.ts";
import { type Interrupted, judgeInterrupted } from "../../core/plans/index.ts";
import type { ParamsOf, Problem, Severity } from "../../core/problem/index.ts";
import type { BackupRecord, FileWrite } from "../../ports.ts";
import { dropUnborn, finishBackup, hasUnfinished, isTrusted, listBackups, removeBackup } from "./backups.ts";
import { leftoversOf, sweep } from "./leftovers.ts";
import { readSnapshot } from "./read-file.ts";
import { type Job, prepareFiles, prepareJob } from "./replace-files.ts";

/** Where to look for what a stopped run left. */
export interface Remains {
  /** The folder of all backups: one without its mark is the journal of a commit that was not finished. */
  readonly folder: string;
  readonly config: string;
  /** Files next to which an interrupted run may have left temporary ones. */
  readonly files: readonly string[];
}

/** A cheap look, without a lock: there may be something to recover. */
export function mayNeedRecovery({ folder, files }: Remains): boolean {
  return hasUnfinished(folder) || files.some((file) => leftoversOf(file).length > 0);
}

/**
 * Completes or takes back what a stopped run left, and removes its temporary files. Runs under the lock of the config.
 * Only the newest backup can be such a journal. In: what is done right before a file is replaced. Out: what was done.
 * Throws Failure when files cannot be restored; the journal stays then.
 */
export function recover(remains: Remains, beforeEach: (job: Job) => readonly Problem[]): readonly Problem[] {
  const { folder, config } = remains;
  const record = listBackups(folder, true).find((one) => isSamePath(one.config, config));
  const isPending = record !== undefined && !record.done && isTrusted(folder, record.id);
  const settled = isPending ? settle(folder, record, beforeEach) : [];
  dropUnborn(folder);
  const places = [...remains.files, ...(isPending ? record.files.map((one) => one.file) : [])];
  const swept = [...new Set(places)].flatMap(sweep).filter((path) => !/\.lock\./.test(path));
  return swept.length === 0 ? settled : [...settled, notice("info", { variant: "leftover", files: swept })];
}

function settle(
  folder: string,
  record: BackupRecord,
  beforeEach: (job: Job) => readonly Problem[],
): readonly Problem[] {
  const judged = judgeInterrupted(record, readSnapshot);
  const say = (severity: Severity, variant: "restored" | "finished" | "kept", files: Interrupted["files"]) =>
    notice(severity, {
      variant,
      command: record.command,
      backup: record.id,
      files: files.map((one) => one.file),
    });
  if (judged.reached === "untouched") {
    removeBackup(folder, record.id);
    return [];
  }
  if (judged.reached !== "half") {
    finishBackup(folder, record.id, record.config);
    return judged.reached === "complete"
      ? [say("info", "finished", record.files)]
      : [say("warning", "kept", judged.files)];
  }
  const notices = restore(judged, beforeEach);
  removeBackup(folder, record.id);
  return [say("warning", "restored", judged.files), ...notices];
}

function restore({ files }: Interrupted, beforeEach: (job: Job) => readonly Problem[]): readonly Problem[] {
  const writes = files.map(({ file, before, beforeMode }): FileWrite => {
    const now = readSnapshot(file);
    return {
      file,
      ...(now === undefined ? {} : { before: now.hash }),
      ...(before === undefined ? {} : { text: before }),
      ...(beforeMode === undefined ? {} : { mode: beforeMode }),
    };
  });
  const prepared = prepareFiles(writes.flatMap((write) => prepareJob(write) ?? []));
  try {
    const { notices, failure } = prepared.replaceAll(beforeEach);
    if (failure !== undefined) throw failure;
    return notices;
  } finally {
    prepared.discard();
  }
}

const notice = (severity: Severity, params: ParamsOf<"interrupted-change">): Problem => ({
  code: "interrupted-change",
  params,
  severity,
});
