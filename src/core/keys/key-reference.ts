import { type DocumentPath, get, getObject, getString, isObject, type JsonObject } from "../json/index.ts";

/** How a `apiKey` text is read: a key as it is, a variable, a reference, or nothing that works. */
export type KeyReference =
  | { readonly kind: "absent" }
  | { readonly kind: "literal"; readonly text: string }
  /** `${NAME}`: `name` is looked up; without a value the text itself is sent (OpenClaw 2026.3.13 and 2026.9.6). */
  | { readonly kind: "variable"; readonly name: string; readonly text: string }
  /** A SecretRef object, OpenClaw 2026.3.13 and newer. */
  | { readonly kind: "secret"; readonly source: string; readonly provider: string; readonly id: string }
  /** The name of an auth profile, as `models auth paste-api-key` of 2026.9.6 writes it. */
  | { readonly kind: "profile"; readonly name: string }
  /** Text that OpenClaw sends as it is although a variable was meant; `name` is the one meant. */
  | {
      readonly kind: "unresolved";
      readonly text: string;
      readonly why: UnresolvedReason;
      readonly name: string;
    }
  /** Neither text nor reference: OpenClaw rejects the config. */
  | { readonly kind: "invalid" };

/** Why a text is not taken for the variable it means. */
export type UnresolvedReason = "bare-name" | "lower-case" | "escaped" | "no-braces";

const rules: readonly (readonly [RegExp, UnresolvedReason])[] = [
  [/^\$\$\{([A-Za-z_]\w*)\}$/, "escaped"],
  [/^\$\{([A-Za-z_]\w*)\}$/, "lower-case"],
  [/^\$([A-Za-z_]\w*)$/, "no-braces"],
  [/^([A-Z][A-Z0-9]*_[A-Z0-9_]*)$/, "bare-name"],
];

/**
 * Reads the provider's `apiKey` by OpenClaw's rules: only `${NAME}` with NAME in capitals is substituted; a bare
 * name, `${name}`, `$${NAME}` and (but for 2026.6.11) `$NAME` are sent as they are.
 */
export function readKeyReference(config: unknown, path: DocumentPath): KeyReference {
  const value = get(config, path);
  if (value === undefined || value === "") return { kind: "absent" };
  if (isObject(value)) return secretReference(value);
  if (typeof value !== "string") return { kind: "invalid" };
  const text = value.trim();
  if (text === "") return { kind: "absent" };
  const variable = /^\$\{([A-Z_][A-Z0-9_]*)\}$/.exec(text)?.[1];
  if (variable !== undefined) return { kind: "variable", name: variable, text };
  if (isObject(get(config, ["auth", "profiles", text]))) return { kind: "profile", name: text };
  for (const [pattern, why] of rules) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return { kind: "unresolved", text, why, name: name.toUpperCase() };
  }
  return { kind: "literal", text: value };
}

function secretReference(value: JsonObject): KeyReference {
  const [source, provider, id] = [value["source"], value["provider"], value["id"]];
  if (typeof source !== "string" || typeof provider !== "string" || typeof id !== "string")
    return { kind: "invalid" };
  return { kind: "secret", source, provider, id };
}

/** The file behind a file SecretRef, as the config names it (`~` not expanded). */
export function secretFile(config: unknown, provider: string): string | undefined {
  return getString(config, ["secrets", "providers", provider, "path"]);
}

/**
 * The secret in a file: the text itself for `singleValue`, else what the JSON pointer leads to
 * (`~1` is a slash, `~0` a tilde). Undefined where it leads nowhere.
 */
export function secretInFile(
  config: unknown,
  provider: string,
  id: string,
  text: string,
): string | undefined {
  if (getObject(config, ["secrets", "providers", provider])["mode"] === "singleValue")
    return text.replace(/\r?\n$/, "");
  return valueAt(text, id);
}

/** The text that a JSON pointer leads to in a JSON text; undefined where it leads nowhere. */
export function valueAt(text: string, pointer: string): string | undefined {
  const path = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  try {
    return getString(JSON.parse(text), path);
  } catch {
    return undefined; // no JSON: the reference leads nowhere, as it does for OpenClaw
  }
}
