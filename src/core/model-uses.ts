import type { Change, DocumentPath } from "./change.ts";
import { toReference } from "./plan.ts";
import { bareId, providerId } from "./provider.ts";
import { get } from "./value.ts";

/** A place in the config that names one of our models. */
export interface ModelUse {
  readonly path: DocumentPath;
  /** Bare id. */
  readonly id: string;
  /** The name is the member's key, not its value. */
  readonly key: boolean;
}

const reference = new RegExp(`^${providerId}/[\\w.:/@+-]+$`);
// The provider's own entries are no uses, and what OpenClaw notes about itself is not ours to read.
const passedOver: readonly (readonly string[])[] = [["models", "providers"], ["meta"]];

const isPassedOver = (path: DocumentPath) =>
  passedOver.some((one) => one.length === path.length && one.every((part, index) => path[index] === part));

/**
 * Everywhere the config names a model of ours, in its order: the default model, fallbacks, agents, the allowlist, and
 * whatever place a newer OpenClaw has for one (heartbeats, hooks, channels): any value or key that is a reference.
 */
export function modelUses(config: unknown): ModelUse[] {
  const uses: ModelUse[] = [];
  const stack: { readonly path: DocumentPath; readonly value: unknown }[] = [{ path: [], value: config }];
  for (let one = stack.pop(); one; one = stack.pop()) {
    const { path, value } = one;
    const last = path.at(-1);
    if (typeof last === "string" && reference.test(last)) uses.push({ path, id: bareId(last), key: true });
    if (typeof value === "string" && reference.test(value))
      uses.push({ path, id: bareId(value), key: false });
    if (typeof value !== "object" || value === null || isPassedOver(path)) continue;
    const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [part, inner] of members.toReversed()) stack.push({ path: [...path, part], value: inner });
  }
  return uses;
}

/** Removals in an order in which none moves what a later one means: of a list its last element first. */
export function removals(paths: readonly DocumentPath[]): Change[] {
  return [...paths].reverse().map((path) => ({ op: "remove", path }));
}

/**
 * Changes that give models another name wherever they are used; a place that would name a model twice (a list of
 * fallbacks, an allowlist) loses the older name instead. In: new ids by old ones, all bare.
 */
export function planRenames(config: unknown, names: ReadonlyMap<string, string>): Change[] {
  const [changes, renames, gone]: [Change[], Change[], DocumentPath[]] = [[], [], []];
  const taken = new Set<string>();
  for (const { path, id, key } of modelUses(config)) {
    const to = names.get(id);
    if (to === undefined) continue;
    const value = toReference(to);
    const around = get(config, path.slice(0, -1));
    const place = JSON.stringify([path.slice(0, -1), value]);
    const isListed = Array.isArray(around) && around.includes(value);
    const isKnown = key && Object.hasOwn(Object(around), value);
    if ((key || Array.isArray(around)) && (isListed || isKnown || taken.has(place))) gone.push(path);
    else if (key) renames.push({ op: "rename", path, value });
    else changes.push({ op: "set", path, value });
    taken.add(place);
  }
  return [...changes, ...renames, ...removals(gone)];
}
