import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { atLeast } from "../../core/openclaw/index.ts";
import { isDue, type KnownUpdate, readKnownUpdate } from "../../core/terminal/index.ts";

/** Where the memory is, and what to compare with. */
export interface UpdatePlace {
  readonly folder: string;
  readonly packageRoot: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ms since 1970 */
  readonly now: number;
}

function readMemory(file: string): KnownUpdate {
  try {
    return readKnownUpdate(readFileSync(file, "utf8"));
  } catch {
    return readKnownUpdate(""); // not there yet, or not for us
  }
}

/** Starts the check in a process of its own, which nobody waits for. */
function startCheck(file: string, { packageRoot, env }: UpdatePlace): void {
  const { AISA_API_KEY: _key, ...rest } = env;
  const child = spawn(process.execPath, [join(packageRoot, "dist", "check-update.cjs"), file], {
    detached: true,
    stdio: "ignore",
    windowsHide: true,
    env: rest as NodeJS.ProcessEnv,
  });
  child.on("error", () => {}); // no check today
  child.unref();
}

/**
 * Returns a newer version where one is known and none was named for a day; undefined otherwise. Once a day a check is
 * started in the background, which a later run reads. Throws nothing.
 */
export function newerVersion(place: UpdatePlace): string | undefined {
  const file = join(place.folder, "update.json");
  const known = readMemory(file);
  const isNewer = known.latest !== undefined && !atLeast(place.version, known.latest);
  const notices = isNewer && isDue(known.noticedAt, place.now);
  const checks = isDue(known.checkedAt, place.now);
  if (!notices && !checks) return undefined;
  const next = {
    latest: known.latest,
    noticedAt: notices ? place.now : known.noticedAt,
    checkedAt: checks ? place.now : known.checkedAt,
  };
  try {
    mkdirSync(place.folder, { recursive: true });
    writeFileSync(file, JSON.stringify(next));
    if (checks) startCheck(file, place);
  } catch {
    return undefined; // without a memory it would be named every time
  }
  return notices ? known.latest : undefined;
}
