import type { Change } from "../change/index.ts";
import { get, getObject, isObject } from "../json/index.ts";

const modelsPath = ["agents", "defaults", "models"] as const;
const policyPath = ["agents", "defaults", "modelPolicy"] as const;

/** The list that decides which models may be used, if there is one. */
export type Allowlist =
  | { readonly kind: "none" }
  /** The keys of `agents.defaults.models`: an allowlist as soon as it has one entry (before 2026.8.2, and where that one migrates it). */
  | { readonly kind: "models"; readonly references: readonly string[] }
  /** `agents.defaults.modelPolicy.allow` of OpenClaw 2026.8.2 and newer; patterns such as `aisa/*` count. */
  | { readonly kind: "policy"; readonly references: readonly string[] };

/**
 * Finds the allowlist that is in force. Source: OpenClaw 2026.1.30 to 2026.9.6, run. With
 * `meta.migrations.modelPolicyAllowlist`, or a `modelPolicy` object, `models` holds parameters only.
 */
export function findAllowlist(config: unknown): Allowlist {
  const policy = get(config, policyPath);
  if (isObject(policy)) {
    const allow = policy["allow"];
    if (!Array.isArray(allow)) return { kind: "none" };
    return { kind: "policy", references: allow.filter((item) => typeof item === "string") };
  }
  if (get(config, ["meta", "migrations", "modelPolicyAllowlist"]) === true) return { kind: "none" };
  const references = Object.keys(getObject(config, modelsPath));
  return references.length === 0 ? { kind: "none" } : { kind: "models", references };
}

/** An allowlist item with `*`, as an expression. */
function patternOf(item: string): RegExp {
  const parts = item.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

/** The references that the allowlist hides. */
export function hiddenBy(allowlist: Allowlist, references: readonly string[]): string[] {
  if (allowlist.kind === "none") return [];
  const items = new Set(allowlist.references);
  const patterns = [...items].filter((item) => item.includes("*")).map(patternOf);
  return references.filter(
    (reference) => !items.has(reference) && !patterns.some((pattern) => pattern.test(reference)),
  );
}

/** Changes that let the references through an allowlist that is there; none is created. */
export function planAllowlist(config: unknown, references: readonly string[]): Change[] {
  const allowlist = findAllowlist(config);
  const hidden = hiddenBy(allowlist, references);
  if (allowlist.kind === "policy")
    return hidden.map((reference) => ({ op: "append", path: [...policyPath, "allow"], value: reference }));
  return hidden.map((reference) => ({ op: "set", path: [...modelsPath, reference], value: {} }));
}
