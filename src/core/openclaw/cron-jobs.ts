import { getArray, getString } from "../json/index.ts";
import { within } from "../paths/index.ts";

/** A job of OpenClaw's scheduler that has a model of its own. */
export interface CronJob {
  readonly id: string;
  readonly name: string;
  readonly model: string;
}

/** The first OpenClaw that keeps its jobs in a database (run: 2026.6.11; 2026.4.15 has `cron/jobs.json`). */
export const firstWithCronDatabase = "2026.6.0";

/** Returns the file of the scheduler's jobs in OpenClaw's state directory, up to 2026.4. */
export const cronFileIn = (stateDir: string) => within(stateDir, "cron", "jobs.json");

/**
 * Returns the jobs with a model of their own, out of `cron/jobs.json` or what `openclaw cron list --json` prints.
 * Undefined for a text that has no jobs.
 */
export function readCronJobs(text: string): CronJob[] | undefined {
  try {
    const list: unknown = JSON.parse(text.slice(text.indexOf("{")));
    return getArray(list, ["jobs"]).flatMap((job) => {
      const [id, model] = [getString(job, ["id"]), getString(job, ["payload", "model"])?.trim()];
      if (id === undefined || !model) return [];
      return [{ id, name: getString(job, ["name"]) ?? id, model }];
    });
  } catch {
    return undefined; // prose of a failing OpenClaw, or a file that is being written
  }
}
