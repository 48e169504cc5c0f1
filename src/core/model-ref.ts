import type { Catalog } from "./catalog.ts";
import { bareId } from "./provider.ts";
export type Resolution =
  | { readonly kind: "one"; readonly id: string; readonly via: string }
  | { readonly kind: "several"; readonly ids: readonly string[] }
  | { readonly kind: "none"; readonly nearest: readonly string[] };
const alias: Record<string, string> = {
  "qwen-plus": "qwen-plus-2025-12-01",
  "qwen3-plus": "qwen-plus-2025-12-01",
  "qwen3-flash": "qwen-mt-flash",
  kimi: "kimi-k2.5",
};
export function resolveModel(
  text: string,
  known: { catalog: Catalog; configured: readonly string[]; live?: readonly string[] },
): Resolution {
  const id = bareId(text);
  const all = [
    ...new Set([...known.configured, ...(known.live ?? []), ...known.catalog.models.map((m) => m.id)]),
  ];
  if (all.includes(id)) return { kind: "one", id, via: "exact" };
  if (alias[id]) return { kind: "one", id: alias[id], via: "alias" };
  const norm = (s: string) => s.toLowerCase().replace(/[\s_.-]+/g, "");
  const byName = known.catalog.models.find((m) => norm(m.name) === norm(id) || norm(m.id) === norm(id));
  if (byName) return { kind: "one", id: byName.id, via: "name" };
  return { kind: "none", nearest: all.slice(0, 3) };
}
