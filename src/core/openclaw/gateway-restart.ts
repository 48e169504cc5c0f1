import { atLeast } from "./versions.ts";

/** Somewhere between 2026.4.15 and 2026.9.6 (both run); an unnecessary restart does no harm. */
const readsDotenvOnce = "2026.5.0";

/**
 * Whether a gateway that is running must be restarted to see the key in the state directory's `.env`. Providers and
 * models are reloaded by every version; variables are not: 2026.4.15 reads `.env` again with the config, but keeps a
 * variable that it has; 2026.9.6 reads it at its start alone, and says "secret reference was not found".
 * In: the version of the OpenClaw that is installed, and the variable before and after our write.
 */
export function needsRestart(
  version: string,
  before: string | undefined,
  after: string | undefined,
): boolean {
  if (after === undefined || before === after) return false;
  return before !== undefined || atLeast(version, readsDotenvOnce);
}
