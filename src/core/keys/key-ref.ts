import type { Change } from "../change/index.ts";
import { get, getArray, getObject, getString, isObject } from "../json/index.ts";
import { providerId } from "../provider/index.ts";
import { type KeyReference, readKeyReference } from "./key-reference.ts";

/** Where OpenClaw takes the key from when it starts. */
export type KeyRef =
  | { readonly kind: "env"; readonly name: string }
  /** `id`: a JSON pointer into the file, or `value` where the file holds the key alone. */
  | { readonly kind: "file"; readonly path: string; readonly id: string }
  | { readonly kind: "exec"; readonly command: string; readonly args: readonly string[] };

/** The first OpenClaw that resolves references to files and programs (2026.3.13, validated against every version). */
export const firstWithSecretRefs = "2026.3.13";

const absolute = /^(?:\/|~\/|[A-Za-z]:[\\/])/;

/**
 * Reads a reference as people write it: `env:NAME`, `file:/run/secrets/aisa` (with `#/pointer` for a JSON file), or
 * `exec:/path/to/program arguments`. Undefined for what OpenClaw would not take: names in lower case, relative paths.
 */
export function readKeyRef(text: string): KeyRef | undefined {
  const [, kind, rest = ""] = /^(env|file|exec):(.+)$/.exec(text.trim()) ?? [];
  if (kind === "env") return /^[A-Z_][A-Z0-9_]*$/.test(rest) ? { kind, name: rest } : undefined;
  if (!absolute.test(rest)) return undefined;
  if (kind === "file") {
    const [, path = rest, id = "value"] = /^(.+?)#(\/.*)$/.exec(rest) ?? [];
    return { kind, path, id };
  }
  const [command = "", ...args] = rest.split(/\s+/);
  return kind === "exec" ? { kind, command, args } : undefined;
}

/** What `apiKey` holds for a reference. `${NAME}` is understood by every version. */
export function apiKeyFor(ref: KeyRef): string | { readonly [key: string]: string } {
  if (ref.kind === "env") return `\${${ref.name}}`;
  return { source: ref.kind, provider: providerId, id: ref.kind === "file" ? ref.id : "value" };
}

/** Changes to `secrets.providers` that a reference needs; timeouts and limits that are set there stay. */
export function planSecretProvider(config: unknown, ref: KeyRef): Change[] {
  if (ref.kind === "env") return [];
  const path = ["secrets", "providers", providerId];
  const wanted =
    ref.kind === "file"
      ? { source: "file", path: ref.path, mode: ref.id === "value" ? "singleValue" : "json" }
      : { source: "exec", command: ref.command, args: ref.args, jsonOnly: false };
  const present = get(config, path);
  if (!isObject(present) || present["source"] !== ref.kind) return [{ op: "set", path, value: wanted }];
  return Object.entries(wanted)
    .filter(([name, value]) => JSON.stringify(present[name]) !== JSON.stringify(value))
    .map(([name, value]) => ({ op: "set", path: [...path, name], value }));
}

function secretText(config: unknown, { source, provider, id }: KeyReference & { kind: "secret" }) {
  if (source === "env") return `env:${id}`;
  const settings = getObject(config, ["secrets", "providers", provider]);
  const place = getString(settings, [source === "file" ? "path" : "command"]);
  if (place === undefined) return undefined;
  if (source === "file") return `file:${place}${id === "value" ? "" : `#${id}`}`;
  return [`exec:${place}`, ...getArray(settings, ["args"])].join(" ");
}

/** The reference that a config has, as {@link readKeyRef} reads it; undefined where it has another kind of key, or none. */
export function keyRefText(config: unknown, path: readonly string[]): string | undefined {
  const reference = readKeyReference(config, path);
  if (reference.kind === "variable") return `env:${reference.name}`;
  return reference.kind === "secret" ? secretText(config, reference) : undefined;
}
