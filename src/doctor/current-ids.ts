import type { CurrentIds } from "../core/models/index.ts";
import type { FactTypes } from "./facts.ts";

/** What {@link currentIds} is made from. */
interface Known {
  readonly catalog: FactTypes["catalog"];
  readonly models?: FactTypes["models"] | undefined;
}

/** Returns what decides whether an id is current: the catalog, and the gateway's list where it is known. */
export function currentIds({ catalog, models }: Known): CurrentIds {
  return { catalog, live: models?.ok ? models.value.map((model) => model.id) : undefined };
}
