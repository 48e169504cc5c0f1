import { getString } from "../json/index.ts";

/** The numbers of a version such as `2026.9.6` or `2026.3.13-1`; a part that is no number ends it. */
function numbers(version: string): number[] {
  return (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

/** Whether an OpenClaw version is that one or newer. Anything after the third number is ignored. */
export function atLeast(version: string, least: string): boolean {
  const [have, want] = [numbers(version), numbers(least)];
  for (const [index, wanted] of want.entries()) {
    const difference = (have[index] ?? 0) - wanted;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * Returns the version of the OpenClaw that will read the config: the installed one, else the one that wrote the config
 * last; undefined where neither is known.
 */
export function readingVersion(installed: string | undefined, config: unknown): string | undefined {
  return installed ?? getString(config, ["meta", "lastTouchedVersion"]);
}
