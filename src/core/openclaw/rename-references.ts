import type { Change } from "../change/index.ts";
import { type DocumentPath, get, getArray, getObject, getString, isObject } from "../json/index.ts";
import { providerId, toReference } from "../provider/index.ts";
import { type ModelReference, modelReferences, modelUses } from "./references.ts";

/** A reference and the text that replaces it. */
export interface Rewrite {
  readonly reference: ModelReference;
  readonly to: string;
}

/** Removals in an order in which none moves what a later one means: of a list its last element first. */
export function removals(paths: readonly DocumentPath[]): Change[] {
  return [...paths].reverse().map((path) => ({ op: "remove", path }));
}

/**
 * Returns changes that copy to `target` the members that the value at `path` has and it lacks. In: the members of
 * `target` so far.
 */
function mergeInto(config: unknown, path: DocumentPath, target: DocumentPath, present: unknown): Change[] {
  const lacking = Object.entries(getObject(config, path)).filter(
    ([name]) => !isObject(present) || present[name] === undefined,
  );
  return [
    ...(isObject(present) ? [] : [{ op: "set", path: target, value: {} } as const]),
    ...lacking.map(([name, value]): Change => ({ op: "set", path: [...target, name], value })),
  ];
}

// Values that were read are immutable: one long list is searched for each of its elements.
const elements = new WeakMap<readonly unknown[], ReadonlySet<unknown>>();

function elementsOf(list: readonly unknown[]): ReadonlySet<unknown> {
  const known = elements.get(list) ?? new Set(list);
  elements.set(list, known);
  return known;
}

/**
 * Returns the changes that rewrite references. A place that would name a model twice (a list of fallbacks, an
 * allowlist) loses the older name; of two keys that become one, the first counts and takes what it lacks of the other.
 */
export function planRewrites(config: unknown, rewrites: readonly Rewrite[]): Change[] {
  const [sets, renames, merges, gone]: [Change[], Change[], Change[], DocumentPath[]] = [[], [], [], []];
  const taken = new Map<string, unknown>();
  for (const { reference, to } of rewrites) {
    const { path, key } = reference;
    const around = get(config, path.slice(0, -1));
    const target = [...path.slice(0, -1), to];
    const place = JSON.stringify(target);
    const isTaken = taken.has(place);
    if (key) {
      const present = isTaken ? taken.get(place) : get(config, target);
      if (present === undefined) renames.push({ op: "rename", path, value: to });
      else {
        merges.push(...mergeInto(config, path, target, present));
        gone.push(path);
      }
      taken.set(place, { ...getObject(config, path), ...(isObject(present) ? present : {}) });
    } else if (Array.isArray(around)) {
      if (isTaken || elementsOf(around).has(to)) gone.push(path);
      else sets.push({ op: "set", path, value: to });
      taken.set(place, to);
    } else sets.push({ op: "set", path, value: to });
  }
  return [...sets, ...renames, ...merges, ...removals(gone)];
}

/** Returns the changes that rename models in every reference. In: new ids by old ones, all bare. */
export function planRenames(config: unknown, names: ReadonlyMap<string, string>): Change[] {
  return planRewrites(
    config,
    modelUses(config).flatMap((reference) => {
      const to = names.get(reference.id);
      return to === undefined ? [] : [{ reference, to: toReference(to) }];
    }),
  );
}

/**
 * Returns the changes that give AIsa's block, which has another name, its own one, with every reference to its models.
 * Source of the places: {@link modelReferences}.
 */
export function planProviderRename(config: unknown, name: string): Change[] {
  const path = ["models", "providers", name];
  const prefix = `${name}/`;
  const own = (text: string) => toReference(text.slice(prefix.length));
  const ids = getArray(config, [...path, "models"]).flatMap((entry, index): Change[] => {
    const id = getString(entry, ["id"]);
    if (id === undefined || !id.startsWith(prefix)) return [];
    return [{ op: "set", path: [...path, "models", index, "id"], value: id.slice(prefix.length) }];
  });
  const rewrites = modelReferences(config, name)
    .filter(({ text, path: at }) => text.startsWith(prefix) && !at.join("/").startsWith(path.join("/")))
    .map((reference) => ({ reference, to: own(reference.text) }));
  return [...ids, ...planRewrites(config, rewrites), { op: "rename", path, value: providerId }];
}
