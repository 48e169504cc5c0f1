import { existsSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isObject } from "../../core/json/index.ts";
import { isSamePath } from "../../core/paths/index.ts";
import { errnoOf, Failure } from "../../core/problem/index.ts";
import type { BackedUpFile, BackupRecord } from "../../ports.ts";
import { permissionBits } from "./file-system.ts";
import { syncFolder } from "./folder.ts";
import { readSnapshot, unreadable } from "./read-file.ts";
import { writeWhole } from "./write-file.ts";

/** How many backups are kept for one config. */
const kept = 10;
const manifestName = "manifest.json";
const doneName = "done";

/** A backup that is on disk before the files it was made of are replaced. */
export interface SavedBackup {
  readonly id: string;
  /** The commit went through. */
  finish(): void;
  /** The commit did not happen: removes the backup. */
  discard(): void;
}

/**
 * Saves the files as they were before a commit, in a folder of mode 0700: the old texts first, the manifest last, all
 * of it synced. In: the folder of all backups, the config they belong to. Throws errors of fs.
 */
export function saveBackup(
  folder: string,
  config: string,
  command: string,
  files: readonly BackedUpFile[],
  now: Date,
): SavedBackup {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const id = makeFolder(folder, now);
  const dir = join(folder, id);
  const discard = () => {
    rmSync(dir, { recursive: true, force: true });
    for (const empty of [folder, dirname(folder)]) removeEmpty(empty);
  };
  try {
    const entries = files.map(({ before, ...rest }, at) => {
      if (before === undefined) return rest;
      const saved = `${at + 1}-${basename(rest.file)}`;
      writeWhole(join(dir, saved), Buffer.from(before, "utf8"));
      return { ...rest, saved };
    });
    const manifest = `${JSON.stringify({ command, config, files: entries }, null, 2)}\n`;
    writeWhole(join(dir, manifestName), Buffer.from(manifest, "utf8"));
    for (const path of [dir, folder]) syncFolder(path);
  } catch (error) {
    discard();
    throw error;
  }
  return { id, discard, finish: () => finishBackup(folder, id, config) };
}

/** Marks a backup as that of a whole change, and drops those of the config that are too many. */
export function finishBackup(folder: string, id: string, config: string): void {
  try {
    writeFileSync(join(folder, id, doneName), "", { mode: 0o600 });
    // Only from their manifests: the texts of ten large backups would fill the memory.
    const ids = newestFirst(folder).filter((one) => isSamePath(configOf(join(folder, one)) ?? "", config));
    for (const old of ids.slice(kept)) rmSync(join(folder, old), { recursive: true, force: true });
  } catch {
    // The files are written and the backup is there; an eleventh one, or a missing mark, does no harm.
  }
}

/** Forgets one backup. Its folder may stay behind where it cannot be removed; then it is one backup more. */
export function removeBackup(folder: string, id: string): void {
  try {
    rmSync(join(folder, id), { recursive: true, force: true });
  } catch {
    // A backup too many does no harm.
  }
}

/**
 * Every whole backup, newest first. A folder without a manifest is one that a crash left unfinished. Throws Failure
 * `config-unreadable` for a folder that cannot be read, and for a backup that the system does not let us read unless
 * `skipUnreadable` is set.
 */
export function listBackups(folder: string, skipUnreadable = false): BackupRecord[] {
  return newestFirst(folder).flatMap((id) => readBackup(join(folder, id), id, skipUnreadable) ?? []);
}

function newestFirst(folder: string): string[] {
  return idsIn(folder).sort(compareIds).reverse();
}

function idsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => idForm.test(name));
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return [];
    throw unreadable(folder, error);
  }
}

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Removes the folders of backups that a kill stopped before they had a manifest: nothing was replaced then, and they
 * may hold a key. Those of the last day stay, for a run with another config may be making one right now.
 */
export function dropUnborn(folder: string): void {
  for (const id of idsIn(folder)) {
    const dir = join(folder, id);
    const made = lstatSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > oneDay && !existsSync(join(dir, manifestName))) removeBackup(folder, id);
  }
}

/** There is a backup without the mark of a whole change. Throws Failure `config-unreadable`. */
export function hasUnfinished(folder: string): boolean {
  return idsIn(folder).some((id) => !existsSync(join(folder, id, doneName)));
}

/** Returns the content of a manifest; undefined if it is missing or truncated. Throws Failure and errors of fs. */
function manifestIn(dir: string) {
  const text = readSnapshot(join(dir, manifestName))?.text;
  if (text === undefined) return undefined;
  const manifest: unknown = JSON.parse(text);
  if (!isObject(manifest)) return undefined;
  const { command, config, files } = manifest;
  if (typeof command !== "string" || typeof config !== "string" || !Array.isArray(files)) return undefined;
  return { command, config, files };
}

/** The config that a backup belongs to; undefined where that cannot be read. */
function configOf(dir: string): string | undefined {
  try {
    return manifestIn(dir)?.config;
  } catch {
    // Damaged, or not readable for us: it is kept.
    return undefined;
  }
}

function readBackup(dir: string, id: string, skipUnreadable: boolean): BackupRecord | undefined {
  try {
    const manifest = manifestIn(dir);
    if (manifest === undefined) return undefined;
    const { command, config } = manifest;
    const files = manifest.files.map((entry) => readEntry(dir, entry));
    return { id, command, config, done: existsSync(join(dir, doneName)), files };
  } catch (error) {
    if (error instanceof Failure && error.problem.code !== "config-syntax" && !skipUnreadable) throw error;
    const isTrouble = !["", "ENOENT", "ENOTDIR"].includes(errnoOf(error));
    if (isTrouble && !skipUnreadable) throw unreadable(dir, error);
    // Cut short by a crash, or damaged: there is nothing in it that could be put back with confidence.
    return undefined;
  }
}

function readSaved(file: string): string {
  const text = readSnapshot(file)?.text;
  if (text === undefined) throw new TypeError("a saved file is missing");
  return text;
}

function readEntry(dir: string, entry: unknown): BackedUpFile {
  if (!isObject(entry)) throw new TypeError("not a backup entry");
  const { file, saved, beforeMode, afterHash } = entry;
  if (typeof file !== "string") throw new TypeError("not a backup entry");
  return {
    file,
    ...(typeof saved === "string" ? { before: readSaved(join(dir, basename(saved))) } : {}),
    ...(typeof beforeMode === "number" ? { beforeMode } : {}),
    ...(typeof afterHash === "string" ? { afterHash } : {}),
  };
}

// Some file systems make small letters of a name.
const idForm = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)(?:\.(\d+))?$/i;

function partsOf(id: string): [string, number] {
  const match = idForm.exec(id);
  return [(match?.[1] ?? "").toUpperCase(), Number(match?.[2] ?? 1)];
}

function compareIds(left: string, right: string): number {
  const [leftTime, leftCount] = partsOf(left);
  const [rightTime, rightCount] = partsOf(right);
  if (leftTime !== rightTime) return leftTime < rightTime ? -1 : 1;
  return leftCount - rightCount;
}

/** Ids never go back, even when the clock does: the newest backup is always the one that sorts last. */
function makeFolder(folder: string, now: Date): string {
  const wanted = now.toISOString().slice(0, 19).replaceAll(":", "-");
  const newest = readdirSync(folder)
    .filter((name) => idForm.test(name))
    .sort(compareIds)
    .at(-1);
  const [newestTime, newestCount] = partsOf(newest ?? "");
  const time = [newestTime, wanted].sort().at(1) ?? wanted;
  for (let count = newestTime === time ? newestCount + 1 : 1; ; count++) {
    const id = count === 1 ? time : `${time}.${count}`;
    try {
      mkdirSync(join(folder, id), { mode: 0o700 });
      return id;
    } catch (error) {
      if (errnoOf(error) !== "EEXIST") throw error;
    }
  }
}

function removeEmpty(dir: string): void {
  try {
    rmdirSync(dir);
  } catch {
    // Other backups are in it: it stays.
  }
}

/** Whether we may act on a backup without asking: our user made it, and no other user can have written it. */
export function isTrusted(folder: string, id: string): boolean {
  if (process.getuid === undefined) return true;
  const uid = process.getuid();
  return [join(folder, id), join(folder, id, manifestName)].every((path) => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat !== undefined && stat.uid === uid && (permissionBits(stat.mode, path) & 0o022) === 0;
  });
}
