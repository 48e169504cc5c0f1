import { fail, type Problem } from "../../core/problem/index.ts";
import type { BackedUpFile, FileWrite } from "../../ports.ts";
import { hashOf } from "./crypto.ts";
import { sweep } from "./leftovers.ts";
import { readSnapshot, type Snapshot } from "./read-file.ts";
import { explain, type Staged, stage, stageRemoval } from "./write-file.ts";

/** One file of a commit: what is there under the lock, and what is to be there. */
export interface Job {
  readonly file: string;
  readonly before: Snapshot | undefined;
  /** Absent: the file is removed. */
  readonly text: string | undefined;
  readonly mode: number;
}

/**
 * Looks at the file of a write under the lock. Undefined when there is nothing to do.
 * Throws Failure `config-changed` when the file is not what the write was made from.
 */
export function prepareJob(write: FileWrite): Job | undefined {
  sweep(write.file);
  const before = readSnapshot(write.file);
  if (before?.hash !== write.before) throw fail("config-changed", { file: write.file });
  const mode = write.mode ?? before?.mode ?? 0o600;
  if (write.text === undefined && before === undefined) return undefined;
  if (write.text === before?.text && mode === before?.mode) return undefined;
  return { file: write.file, before, text: write.text, mode };
}

/** What a backup keeps of a job. */
export function backupOf({ file, before, text }: Job): BackedUpFile {
  return {
    file,
    ...(before === undefined ? {} : { before: before.text, beforeMode: before.mode }),
    ...(text === undefined ? {} : { afterHash: hashOf(text) }),
  };
}

/** All files of a commit, complete on disk under temporary names. */
export interface Prepared {
  /**
   * Replaces one file after the other. When one fails, those before it are put back; `stranded` names those for which
   * even that failed. In: called before each file is replaced, for what must be done right before.
   */
  replaceAll(beforeEach: (job: Job) => readonly Problem[]): Replaced;
  discard(): void;
}

/** How replacing went. */
export interface Replaced {
  readonly notices: readonly Problem[];
  readonly failure?: unknown;
  /** A file was replaced, even if it was put back later: then its backup is worth keeping. */
  readonly touched: boolean;
  readonly stranded: readonly string[];
  /** Those of the stranded files that have our new text still. */
  readonly half: readonly string[];
}

/**
 * Writes everything that is needed to disk: every new text, and every old one but the last for putting back, so that
 * a full disk is noticed before anything changes. Throws Failure; nothing has changed then.
 */
export function prepareFiles(jobs: readonly Job[]): Prepared {
  const ready: { job: Job; next: Staged; back: Staged | undefined }[] = [];
  const discard = () => {
    for (const { next, back } of ready) {
      next.discard();
      back?.discard();
    }
  };
  try {
    jobs.forEach((job, at) => {
      const next = stageJob(job);
      const entry = { job, next, back: undefined as Staged | undefined };
      ready.push(entry);
      if (at < jobs.length - 1 && job.before !== undefined)
        entry.back = stage(job.file, job.before, job.before.text, job.before.mode);
    });
  } catch (error) {
    discard();
    throw error;
  }
  const replaceAll = (beforeEach: (job: Job) => readonly Problem[]): Replaced => {
    const notices: Problem[] = [];
    const done: { job: Job; back: Staged | undefined }[] = [];
    try {
      for (const { job, next, back } of ready) {
        notices.push(...prepare(job, beforeEach), ...next.commit(job.before));
        done.push({ job, back });
      }
      return { notices, touched: true, stranded: [], half: [] };
    } catch (failure) {
      const touched = done.length > 0;
      const stranded = done.reverse().filter(({ job, back }) => !putBack(job, back));
      const half = stranded.filter(({ job }) => isNew(job)).map(({ job }) => job.file);
      return { notices, failure, touched, stranded: stranded.map(({ job }) => job.file), half };
    }
  };
  return { replaceAll, discard };
}

function stageJob({ file, before, text, mode }: Job): Staged {
  if (text !== undefined) return stage(file, before, text, mode);
  if (before === undefined) throw new TypeError("a file that does not exist cannot be removed");
  return stageRemoval(file, before);
}

/** What is done right before a file is replaced; errors of the system count as failures of writing that file. */
function prepare(job: Job, beforeEach: (job: Job) => readonly Problem[]): readonly Problem[] {
  try {
    return beforeEach(job);
  } catch (error) {
    throw explain(job.file, error);
  }
}

const newHash = ({ text }: Job) => (text === undefined ? undefined : hashOf(text));

function isNew(job: Job): boolean {
  try {
    return readSnapshot(job.file)?.hash === newHash(job);
  } catch {
    // It cannot be read, so it may be: the message must not promise the old one.
    return true;
  }
}

/** Puts one file back, unless someone else has written it since. */
function putBack(job: Job, back: Staged | undefined): boolean {
  try {
    const now = readSnapshot(job.file);
    if (now?.hash !== newHash(job)) return false;
    if (back !== undefined) back.commit(now);
    else if (now !== undefined) stageRemoval(job.file, now).commit(now);
    return true;
  } catch {
    // The backup is kept for exactly this; the failure that led here is what is reported.
    return false;
  }
}
