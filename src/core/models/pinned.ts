import { get } from "../json/index.ts";
import { modelRoles, modelSettingPath, type PinnedSession, primaryOf } from "../openclaw/index.ts";
import type { Problem } from "../problem/index.ts";
import { configuredIds, providerId, toReference } from "../provider/index.ts";
import { type CurrentIds, currentId, referenceReader } from "./replacement.ts";

/**
 * What a session's own model means: `stale`: the gateway has it under another id, `unconfigured`: the config has no
 * entry for it, `other`: it works, and is not the default model.
 */
export type PinKind = "stale" | "unconfigured" | "other";

/** A session whose own model keeps it from the default one. */
export interface Pin {
  readonly session: PinnedSession;
  readonly kind: PinKind;
  /** The default model of the session's agent, as a reference. */
  readonly standard: string;
}

const isOurs = (reference: string) => reference.startsWith(`${providerId}/`);

/** Returns the model that new turns of an agent use, as a reference; undefined where the config names none. */
export function defaultModelOf(config: unknown, agent: string): string | undefined {
  const path = modelSettingPath(config, agent);
  return (path && primaryOf(get(config, path))) ?? modelRoles(config).primary;
}

/**
 * Returns the sessions whose own model concerns this provider: it is one of ours that is not the default one, or it
 * keeps the session from a default model of ours. `hasCatalog`: the plugin provides the models, entries are not needed. `standardOf`:
 * the default model of an agent.
 */
export function pinsOf(
  config: unknown,
  sessions: readonly PinnedSession[],
  current: CurrentIds,
  hasCatalog: boolean,
  standardOf = (agent: string) => defaultModelOf(config, agent),
): Pin[] {
  const rightReference = referenceReader(config, current);
  const entries = new Set(configuredIds(config).map((id) => toReference(currentId(id, current))));
  return sessions.flatMap((session): Pin[] => {
    const standard = standardOf(session.agent);
    const right = rightReference(session.model);
    if (standard === undefined || session.model === standard) return [];
    if (right !== undefined && right !== session.model) return [{ session, kind: "stale", standard }];
    if (right !== undefined && !hasCatalog && !entries.has(right))
      return [{ session, kind: "unconfigured", standard }];
    return isOurs(standard) ? [{ session, kind: "other", standard }] : [];
  });
}

const mostShown = 8;

function problemOf(variant: PinKind, pins: readonly Pin[], severity: "info" | undefined): Problem[] {
  const [first] = pins;
  if (first === undefined) return [];
  const lines = pins.map(({ session }) => `${session.key} → ${session.model}`);
  const more = lines.length > mostShown ? [`+${lines.length - mostShown}`] : [];
  const evidence = [...lines.slice(0, mostShown), ...more];
  const params = { variant, count: pins.length, model: first.standard };
  return [{ code: "pinned-session", ...(severity ? { severity } : {}), params, evidence }];
}

/** Returns one problem for each kind of pin: how many sessions have it, which, and what they send. */
export function pinnedProblems(pins: readonly Pin[]): Problem[] {
  return (["stale", "unconfigured", "other"] as const).flatMap((variant) =>
    problemOf(
      variant,
      pins.filter((pin) => pin.kind === variant),
      // Whoever chose a working model in a chat may well want it.
      variant === "other" ? "info" : undefined,
    ),
  );
}

/** Returns one problem for all pins together: the note after a change of the default model; a warning if some fail. */
export function keptProblem(pins: readonly Pin[]): Problem[] {
  return problemOf("other", pins, pins.every((pin) => pin.kind === "other") ? "info" : undefined);
}
