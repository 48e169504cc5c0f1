import { get, getArray, getObject, getString, isObject } from "../json/index.ts";
import { providerId } from "../provider/index.ts";
import { keyFlaws } from "./key-flaws.ts";
import type { KeyPlaces, KeySource } from "./key-source.ts";

/** The provider's auth profiles: those with a readable key, and one that exists but cannot be read. */
export interface Profiles {
  readonly sources: readonly KeySource[];
  /** Name of a profile in OpenClaw's database (2026.6.11 and newer), or one that refers to a program. */
  readonly hidden: string | undefined;
}

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly value: unknown;
}

/** Profiles of one store file: `{profiles: {name: {…}}}`, or the older flat form. */
function entriesOf(file: string, text: string): Entry[] {
  try {
    const store: unknown = JSON.parse(text);
    const profiles = getObject(store, ["profiles"]);
    return Object.entries(profiles)
      .filter(([, value]) => getString(value, ["provider"]) === providerId)
      .map(([name, value]) => ({ name, file, value }));
  } catch {
    return []; // OpenClaw passes over a store that is no JSON, too
  }
}

/** A profile's key: written out, or a reference to a variable. */
function keyOf(value: unknown, variables: readonly KeySource[]): string | undefined {
  const literal = getString(value, ["key"]) ?? getString(value, ["token"]) ?? getString(value, ["apiKey"]);
  if (literal !== undefined) return literal;
  const reference = get(value, ["keyRef"]) ?? get(value, ["tokenRef"]);
  if (getString(reference, ["source"]) !== "env") return undefined;
  return variables.find((one) => one.variable === getString(reference, ["id"]))?.value;
}

/** `auth.order.aisa`, if present, decides which profile is first. */
function inOrder(config: unknown, names: readonly string[]): string[] {
  const order = getArray(config, ["auth", "order", providerId]).filter((name) => typeof name === "string");
  return [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))];
}

/**
 * Reads the provider's auth profiles: up to 2026.4 from `auth-profiles.json` of the agents, later from a database of
 * OpenClaw's own, of which only the names in `auth.profiles` of the config can be seen.
 */
export function readProfiles(places: KeyPlaces, variables: readonly KeySource[]): Profiles {
  const stored = places.profiles.flatMap(({ file, text }) => entriesOf(file, text));
  const declared = Object.entries(getObject(places.config, ["auth", "profiles"]))
    .filter(([, value]) => isObject(value) && value["provider"] === providerId)
    .map(([name]) => name);
  const names = inOrder(places.config, [...new Set([...stored.map((entry) => entry.name), ...declared])]);
  const sources: KeySource[] = [];
  let hidden: string | undefined;
  for (const name of names) {
    const entry = stored.find((one) => one.name === name);
    const value = entry && keyOf(entry.value, variables);
    if (entry && value !== undefined && value.trim() !== "") {
      const label = `${name} (${entry.file})`;
      sources.push({ kind: "profile", label, file: entry.file, value: value.trim(), flaws: keyFlaws(value) });
    } else hidden ??= name;
  }
  return { sources, hidden };
}
