import type { Change, FileChange } from "../change/index.ts";
import { type DocumentPath, get, getArray } from "../json/index.ts";
import { planAllowlist } from "../openclaw/index.ts";
import type { Problem } from "../problem/index.ts";
import { type ProviderWish, planProvider, providerId, toReference } from "../provider/index.ts";

/** What a command wants done, before anything is written, and what the user has to know besides. */
export interface Plan {
  /** Files are written in this order. */
  readonly changes: readonly FileChange[];
  readonly notices: readonly Problem[];
}

const ours = (reference: unknown) => typeof reference === "string" && reference.startsWith(`${providerId}/`);

/** Changes that make a model the primary one; the setting keeps its form, string or object. */
export function planPrimary(config: unknown, path: DocumentPath, reference: string): Change[] {
  const setting = get(config, path);
  if (typeof setting === "string")
    return setting === reference ? [] : [{ op: "set", path, value: reference }];
  if (get(setting, ["primary"]) === reference) return [];
  return [{ op: "set", path: [...path, "primary"], value: reference }];
}

/** Returns the changes that set the fallbacks: ours as requested first, then those of other providers. */
function planFallbacks(setting: unknown, path: DocumentPath, references: readonly string[]): Change[] {
  const present = getArray(setting, ["fallbacks"]);
  if (JSON.stringify(present.filter(ours)) === JSON.stringify(references)) return [];
  const others = present.filter((reference) => !ours(reference));
  const value = [...references, ...others];
  return [{ op: "set", path: [...path, "fallbacks"], value }];
}

/** The models of a model setting. */
export interface RolesWish {
  /** Bare id; undefined leaves the primary as it is. */
  readonly primary: string | undefined;
  /** Bare ids; undefined leaves the fallbacks as they are. */
  readonly fallbacks: readonly string[] | undefined;
}

/** Changes to a model setting and its fallbacks, of the defaults or of one agent. The string form has no room for fallbacks: with some it becomes an object. */
export function planRoles(config: unknown, path: DocumentPath, wish: RolesWish): Change[] {
  const setting = get(config, path);
  const primary = wish.primary === undefined ? undefined : toReference(wish.primary);
  const fallbacks = wish.fallbacks?.map(toReference);
  if (typeof setting === "string" && fallbacks?.length)
    return [{ op: "set", path, value: { primary: primary ?? setting, fallbacks } }];
  const changes = primary === undefined ? [] : planPrimary(config, path, primary);
  if (fallbacks === undefined || typeof setting === "string") return changes;
  return [...changes, ...planFallbacks(setting, path, fallbacks)];
}

/** What onboarding shall bring about. */
export interface OnboardWish extends ProviderWish, RolesWish {}

/** The changes of onboarding to the config, in an order that a reader of the preview expects. */
export function planOnboard(config: unknown, wish: OnboardWish): Change[] {
  const changes = planProvider(config, wish);
  changes.push(...planRoles(config, ["agents", "defaults", "model"], wish));
  const used = [...wish.models.map((model) => model.id), ...(wish.primary ? [wish.primary] : [])];
  changes.push(...planAllowlist(config, [...new Set(used)].map(toReference)));
  return changes;
}
