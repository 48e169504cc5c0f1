import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { detailOf, fail } from "../../core/problem/index.ts";
import type { TempFolder } from "../../ports.ts";

/**
 * Makes a folder of its own, with mode 0700, in the folder for temporary files. In: that folder, and how the name of
 * the new one begins. Throws Failure `temp-folder-unusable`, as `write` does.
 */
export function makeTempFolder(tmp: string, name: string): TempFolder {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw fail("temp-folder-unusable", { file: tmp, detail: detailOf(error) });
    }
  };
  const path = attempt(() => mkdtempSync(join(tmp, `${name}-`)));
  return {
    path,
    write(file, content) {
      const full = join(path, file);
      attempt(() => writeFileSync(full, content));
      return full;
    },
    remove() {
      try {
        rmSync(path, { recursive: true, force: true });
      } catch {
        // What cannot be removed is left to the system's own cleaning: the command itself has done its work.
      }
    },
  };
}
