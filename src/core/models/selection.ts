import type { Catalog } from "./catalog.ts";
import { resolveModel } from "./model-ref.ts";

/** Which models to set up, and what had to be changed about the wish. */
export interface Selection {
  readonly ids: readonly string[];
  /** Wished ids that the gateway serves under another name now. */
  readonly replaced: readonly { readonly from: string; readonly to: string }[];
  /** Wished ids that the gateway does not serve at all. */
  readonly leftOut: readonly string[];
}

/**
 * Fits wished ids to what the gateway lists. In: the live ids, undefined when they are not known.
 * An id that is not listed is replaced through the alias table, or left out.
 */
export function fitToGateway(
  wished: readonly string[],
  catalog: Catalog,
  live: readonly string[] | undefined,
): Selection {
  const ids = new Set<string>();
  const replaced: { from: string; to: string }[] = [];
  const leftOut: string[] = [];
  for (const id of wished) {
    if (live === undefined || live.includes(id)) {
      ids.add(id);
      continue;
    }
    const resolution = resolveModel(id, { catalog, configured: [], live });
    if (resolution.kind === "one" && live.includes(resolution.id)) {
      replaced.push({ from: id, to: resolution.id });
      ids.add(resolution.id);
    } else leftOut.push(id);
  }
  return { ids: [...ids], replaced, leftOut };
}
