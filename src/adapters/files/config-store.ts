import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type Environment,
  type Located,
  type LocateOptions,
  locate,
  openclawEnvironment,
} from "../../core/openclaw/index.ts";
import { isSamePath } from "../../core/paths/index.ts";
import { Failure, fail, type Problem, paramOf } from "../../core/problem/index.ts";
import type { Commit, ConfigStore, FileState, FileWrite } from "../../ports.ts";
import { keepFromRestore } from "./backup-ring.ts";
import { listBackups, removeBackup, saveBackup } from "./backups.ts";
import { refusalOf } from "./included-file.ts";
import { acquireLock, type Lock, lockPatienceMs } from "./lock.ts";
import { makeFolders, removeEmptyAbove, removeIfEmpty } from "./make-folders.ts";
import { followLinks, readSnapshot } from "./read-file.ts";
import { mayNeedRecovery, type Remains, recover } from "./recover.ts";
import { backupOf, type Job, type Prepared, prepareFiles, prepareJob } from "./replace-files.ts";
import { withoutTwins, withTarget } from "./twins.ts";
import { explain, obstacleTo } from "./write-file.ts";

/** What the store is made from: the options and variables that decide where OpenClaw's files are. */
export type Place = LocateOptions & {
  readonly env: Environment;
  /** What the wait for a lock is multiplied by; 1. */
  readonly patience?: number;
  /** The time that names a backup; the system's. */
  readonly now?: () => Date;
};

type Manner = Pick<Place, "patience" | "now">;

/** OpenClaw ignores a `.env` that is larger. */
const maxDotenvBytes = 1024 * 1024;

/** The store of OpenClaw's files on this machine. */
export function createConfigStore(place: Place): ConfigStore {
  const found = () => withTarget(withoutTwins(locate(place.env, place, existsSync, readDotenv)));
  return {
    locate: async () => found(),
    read: async (file) => readState(file),
    obstacle: async (file) => obstacleTo(file),
    readIncluded: async (file) => {
      const { env } = openclawEnvironment(place.env, place, existsSync, readDotenv);
      return refusalOf(file, found().configPath, env) ?? readState(file);
    },
    revert: async (backup) => revert(backup, found(), place),
    backups: async () => {
      const located = found();
      return listBackups(backupFolder(located)).filter((record) =>
        isSamePath(record.config, located.configPath),
      );
    },
    recover: async () => {
      const env = openclawEnvironment(place.env, place, existsSync, readDotenv).env;
      return managedBy(env) === undefined ? recoverAlone(found(), place.patience) : [];
    },
    commit: async (command, writes) => {
      assertWritable(writes, openclawEnvironment(place.env, place, existsSync, readDotenv).env);
      return commit(command, writes, found(), place);
    },
  };
}

const backupFolder = (located: Located) => join(located.stateDir, "openclaw-aisa", "backups");

/** Files that OpenClaw takes for configuration; `.env` is none. */
const isConfig = (file: string) => /\.json5?$/i.test(basename(file));

const remainsOf = (located: Located): Remains => ({
  folder: backupFolder(located),
  config: located.configPath,
  files: [located.configPath, join(located.stateDir, ".env")],
});

async function recoverAlone(located: Located, patience = 1): Promise<readonly Problem[]> {
  const remains = remainsOf(located);
  if (!existsSync(dirname(located.configPath)) || !mayNeedRecovery(remains)) return [];
  const held = await lock(located.configPath, patience);
  try {
    return recover(remains, keepConfig(located));
  } finally {
    held.release();
  }
}

async function commit(
  command: string,
  writes: readonly FileWrite[],
  located: Located,
  { patience = 1, now = () => new Date() }: Manner,
): Promise<Commit> {
  const made: string[] = [];
  const locks: Lock[] = [];
  try {
    for (const file of [located.configPath, ...writes.map((write) => write.file)]) makeFolders(file, made);
    for (const file of lockOrder(located.configPath, writes)) locks.push(await lock(file, patience));
    const done = commitUnderLock(command, writes, located, now());
    for (const { file, text } of writes) if (text === undefined) removeEmptyAbove(file, located.stateDir);
    return done;
  } catch (error) {
    for (const lock of locks.splice(0).reverse()) lock.release();
    for (const dir of made.reverse()) removeIfEmpty(dir);
    throw error;
  } finally {
    for (const lock of locks.reverse()) lock.release();
  }
}

async function revert(id: string, located: Located, manner: Manner): Promise<boolean> {
  const folder = backupFolder(located);
  const record = listBackups(folder).find((one) => one.id === id);
  if (record === undefined) return false;
  const writes: FileWrite[] = [];
  for (const { file, before, beforeMode, afterHash } of record.files) {
    if (readSnapshot(file)?.hash !== afterHash) return false;
    writes.push({
      file,
      ...(afterHash === undefined ? {} : { before: afterHash }),
      ...(before === undefined ? {} : { text: before }),
      ...(beforeMode === undefined ? {} : { mode: beforeMode }),
    });
  }
  try {
    const { backup } = await commit(`${record.command}, back`, writes, located, manner);
    for (const one of [backup, id]) if (one !== "") removeBackup(folder, one);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.problem.code === "config-changed") return false;
    throw error;
  }
}

function commitUnderLock(command: string, writes: readonly FileWrite[], located: Located, now: Date): Commit {
  const jobs = writes.flatMap((write) => prepareJob(write) ?? []);
  if (jobs.length === 0) return { backup: "", files: [], notices: [] };
  const prepared = prepareFiles(jobs);
  try {
    return replace(command, jobs, prepared, located, now);
  } finally {
    prepared.discard();
  }
}

function replace(
  command: string,
  jobs: readonly Job[],
  prepared: Prepared,
  located: Located,
  now: Date,
): Commit {
  const backup = save(command, jobs, located, now);
  const { notices, failure, touched, half } = prepared.replaceAll(keepConfig(located));
  if (failure !== undefined) {
    if (!touched) backup.discard();
    if (half.length === 0) throw failure;
    const cause = failure instanceof Failure ? failure.problem : undefined;
    const file = (cause && paramOf(cause, "file")) ?? located.configPath;
    const detail = cause && paramOf(cause, "detail");
    throw fail("interrupted-change", {
      variant: "half",
      files: half,
      backup: backup.id,
      file,
      ...(detail === undefined ? {} : { detail }),
    });
  }
  backup.finish();
  return { backup: backup.id, files: jobs.map((job) => job.file), notices };
}

/** Keeps OpenClaw from taking the new config back, where the file is the config. */
const keepConfig =
  ({ configPath }: Located) =>
  ({ file, before, text }: Job) =>
    isSamePath(file, configPath) && before !== undefined && text !== undefined
      ? keepFromRestore(file, before.text, text)
      : [];

function save(command: string, jobs: readonly Job[], located: Located, now: Date) {
  const folder = backupFolder(located);
  try {
    return saveBackup(folder, located.configPath, command, jobs.map(backupOf), now);
  } catch (error) {
    throw explain(folder, error);
  }
}

async function lock(file: string, patience: number): Promise<Lock> {
  try {
    return await acquireLock(file, lockPatienceMs * patience);
  } catch (error) {
    throw error instanceof Failure ? error : explain(file, error);
  }
}

/** OpenClaw's order: the main config first, then included files; other files are guarded by the first lock. */
function lockOrder(configPath: string, writes: readonly FileWrite[]): string[] {
  const included = writes
    .map((write) => write.file)
    .filter((file) => isConfig(file) && !isSamePath(file, configPath));
  return [...new Set([configPath, ...included.map(followLinks)])];
}

const managedBy = (env: Environment) =>
  ["OPENCLAW_CONFIG_READONLY", "OPENCLAW_NIX_MODE"].find((name) => env[name] === "1");

/** With these variables OpenClaw takes its config as managed elsewhere and writes nothing; nor do we. */
function assertWritable(writes: readonly FileWrite[], env: Environment): void {
  const source = managedBy(env);
  const config = writes.find((write) => isConfig(write.file));
  if (source !== undefined && config !== undefined)
    throw fail("config-readonly", { variable: source, file: config.file });
}

function readState(file: string): FileState | undefined {
  const snapshot = readSnapshot(file);
  if (snapshot === undefined) return undefined;
  const { path, target, text, mode } = snapshot;
  return {
    path,
    target,
    text,
    mode,
    // Only who writes asks for it.
    get hash() {
      return snapshot.hash;
    },
  };
}

function readDotenv(file: string): string | undefined {
  try {
    const text = readSnapshot(file)?.text;
    return text !== undefined && Buffer.byteLength(text) <= maxDotenvBytes ? text : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
