import { lstatSync, statSync } from "node:fs";
import type { Located } from "../../core/openclaw/index.ts";
import { followLinks } from "./read-file.ts";

/** What two names of one file have in common, also where the system does not tell capital letters from small ones. */
function identityOf(file: string): string {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return ino === 0n ? followLinks(file) : `${dev}:${ino}`;
  } catch {
    // Gone, or not ours to look at: then its name counts.
    return followLinks(file);
  }
}

/** Adds what a config that does not exist is a link to, if it is one. */
export function withTarget(located: Located): Located {
  if (located.exists) return located;
  try {
    const isLink = lstatSync(located.configPath, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    return isLink ? { ...located, leadsTo: followLinks(located.configPath) } : located;
  } catch {
    // Whoever reads it says what is wrong: links in a circle, or a folder that is not ours to look into.
    return located;
  }
}

/** The same file under another name, such as `~/.clawdbot` linked to `~/.openclaw`, is not a second config. */
export function withoutTwins(located: Located): Located {
  if (located.ignored.length === 0) return located;
  const seen = new Set(located.exists ? [identityOf(located.configPath)] : []);
  const ignored = located.ignored.filter((file) => {
    const real = identityOf(file);
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  });
  return { ...located, ignored };
}
