import { get, getArray, getObject, getString, isObject } from "../json/index.ts";
import { providerId } from "../provider/index.ts";

/** A credential of the provider that OpenClaw put to rest. */
export interface RestingCredential {
  /** The profile's id; `inline-api-key:aisa` for the key of the config (run: 2026.9.6). */
  readonly id: string;
  /** `cooldown`, `disabled` or `blocked`, as OpenClaw says. */
  readonly kind: string;
  readonly reason?: string;
  /** ms since 1970. */
  readonly until: number;
}

/** The id under which OpenClaw counts the failures of the key in the config. */
export const inlineKeyId = `inline-api-key:${providerId}`;

// A later time is no date to JavaScript.
const lastDate = 8.64e15;
const isTime = (value: unknown): value is number => typeof value === "number" && Math.abs(value) <= lastDate;

const isOurs = (id: string) => id === inlineKeyId || id.startsWith(`${providerId}:`);

/**
 * Returns the resting credentials in what `openclaw models status --json` prints (run: 2026.4.15 to 2026.9.6).
 * Undefined for an output that is no such status.
 */
export function readRestingStatus(output: string): RestingCredential[] | undefined {
  try {
    const status: unknown = JSON.parse(output.slice(output.indexOf("{")));
    if (!isObject(get(status, ["auth"]))) return undefined;
    return getArray(status, ["auth", "unusableProfiles"]).flatMap((one) => {
      const [id, until, reason] = [
        getString(one, ["profileId"]),
        get(one, ["until"]),
        getString(one, ["reason"]),
      ];
      if (id === undefined || !isTime(until)) return [];
      if (!isOurs(id) && getString(one, ["provider"]) !== providerId) return [];
      return [{ id, kind: getString(one, ["kind"]) ?? "cooldown", until, ...(reason ? { reason } : {}) }];
    });
  } catch {
    return undefined; // prose of an older or a failing OpenClaw
  }
}

const windows = [
  ["disabled", "disabledUntil", "disabledReason"],
  ["blocked", "blockedUntil", "blockedReason"],
  ["cooldown", "cooldownUntil", "cooldownReason"],
] as const;

/**
 * Returns the resting credentials in an agent's `auth-state.json` (2026.4), or `auth-profiles.json` before that. A rest
 * that is over at `now`, in ms since 1970, is left out.
 */
export function readRestingStore(text: string, now: number): RestingCredential[] {
  try {
    const store: unknown = JSON.parse(text);
    return Object.entries(getObject(store, ["usageStats"])).flatMap(([id, stats]) => {
      if (!isOurs(id) && getString(store, ["profiles", id, "provider"]) !== providerId) return [];
      const resting = windows.flatMap(([kind, end, why]): RestingCredential[] => {
        const [until, reason] = [get(stats, [end]), getString(stats, [why])];
        if (!isTime(until) || until <= now) return [];
        return [{ id, kind, until, ...(reason ? { reason } : {}) }];
      });
      return resting.slice(0, 1);
    });
  } catch {
    return []; // OpenClaw passes over a store that is no JSON, too
  }
}
