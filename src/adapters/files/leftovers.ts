import { lstatSync, readdirSync, unlinkSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isGone } from "../process/process-table.ts";
import { followLinks } from "./read-file.ts";

const oneDay = 24 * 60 * 60 * 1000;

/** What of a file we make temporary files for, besides itself. */
const forms = ["", ".lock", ".lock.reclaim", ".bak"];

/**
 * Returns temporary files for `file` that a killed run of ours left: named as ours, regular, our user's, and their
 * process has ended or they are older than a day (the pid may belong to another program by then).
 */
export function leftoversOf(file: string): string[] {
  return [...new Set([resolve(file), followLinks(file)])].flatMap((place) => {
    const name = basename(place).replace(/^\./, "");
    return listed(dirname(place)).flatMap((entry) => {
      const match = /^\.(.+)\.(\d+)\.[0-9a-f]{12}\.tmp$/.exec(entry);
      if (match === null || !forms.some((form) => match[1] === name + form)) return [];
      const path = join(dirname(place), entry);
      return isAbandoned(path, Number(match[2])) ? [path] : [];
    });
  });
}

/** Removes what {@link leftoversOf} finds. Out: the files that were removed. */
export function sweep(file: string): string[] {
  return leftoversOf(file).filter((path) => {
    try {
      unlinkSync(path);
      return true;
    } catch {
      // Already removed, or the folder is read-only now: the next run tries again.
      return false;
    }
  });
}

function isAbandoned(path: string, pid: number): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return false;
  if (process.getuid !== undefined && stat.uid !== process.getuid()) return false;
  return isGone(pid) || Date.now() - stat.mtimeMs > oneDay;
}

function listed(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    // No folder, or no permission to read it: we could remove nothing there.
    return [];
  }
}
