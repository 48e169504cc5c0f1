import { existsSync, mkdirSync, rmdirSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { explain } from "./write-file.ts";

/**
 * Creates the missing folders above a file, for their owner only. In: a list for those created, outer ones first.
 * Throws Failure `config-unwritable`, `disk-full`.
 */
export function makeFolders(file: string, made: string[]): void {
  const missing: string[] = [];
  for (let dir = dirname(resolve(file)); !existsSync(dir); dir = dirname(dir)) missing.unshift(dir);
  for (const dir of missing) {
    try {
      mkdirSync(dir, { mode: 0o700 });
      made.push(dir);
    } catch (error) {
      if (!existsSync(dir)) throw explain(file, error);
    }
  }
}

/** Removes a folder that has nothing in it. */
export function removeIfEmpty(dir: string): void {
  try {
    rmdirSync(dir);
  } catch {
    // Somebody has put something into it meanwhile: it is kept.
  }
}

/** Removes the folders above a deleted file that are empty without it, up to a folder that stays. */
export function removeEmptyAbove(file: string, top: string): void {
  const end = resolve(top);
  for (let dir = dirname(resolve(file)); dir.startsWith(end + sep) && !existsSync(file); dir = dirname(dir))
    removeIfEmpty(dir);
}
