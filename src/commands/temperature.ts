import type { Change } from "../core/change/index.ts";
import { formatPath } from "../core/json/index.ts";
import { findModel } from "../core/models/index.ts";
import {
  needsVersion,
  planTemperature,
  readingVersion,
  temperaturesReaching,
} from "../core/openclaw/index.ts";
import type { Problem } from "../core/problem/index.ts";
import type { Context } from "../ports.ts";

/** What protects models from a temperature that they reject: changes, and what the user has to do. */
export interface TemperaturePlan {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

async function openclawVersion(context: Context, config: unknown): Promise<string | undefined> {
  const state = await (await context.openclaw()).state();
  return readingVersion(state.kind === "ready" ? state.version : undefined, config);
}

function leftFor(config: unknown, id: string, only: number): Problem[] {
  return temperaturesReaching(config, id)
    .filter((one) => one.value !== only)
    .map(({ path, value }) => ({
      code: "invalid-temperature",
      severity: "warning",
      params: {
        variant: "configured",
        model: id,
        path: formatPath(path),
        value: String(value),
        expected: String(only),
      },
    }));
}

/**
 * For each model with one accepted temperature (Kimi K2.5: 1): finds another one that would reach it, and overrides
 * it for that model alone. OpenClaw is asked for its version only if that decides.
 */
export async function keepTemperatures(
  context: Context,
  config: unknown,
  ids: readonly string[],
): Promise<TemperaturePlan> {
  const catalog = await context.catalog();
  const changes: Change[] = [];
  const problems: Problem[] = [];
  for (const id of new Set(ids)) {
    const only = findModel(catalog, id)?.onlyTemperature;
    if (only === undefined) continue;
    const version = needsVersion(config, id, only) ? await openclawVersion(context, config) : undefined;
    const planned = planTemperature(config, id, only, version, ids);
    if (planned) changes.push(...planned);
    else problems.push(...leftFor(config, id, only));
  }
  // Two such models would both ask for the same policy.
  const seen = new Map(changes.map((change) => [JSON.stringify(change.path), change]));
  return { changes: [...seen.values()], problems };
}
