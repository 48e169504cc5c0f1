import type { Compare } from "./align.ts";
import type { Node } from "./nodes.ts";

/** A part of the text whose value changes. */
export interface Difference {
  readonly node: Node;
  readonly before: unknown;
  readonly after: unknown;
  /** The container that it is in; undefined for the root. */
  readonly parent: Difference | undefined;
  /** One comparison for the whole walk: it remembers what differs. */
  readonly same: Compare;
}

// The style is inferred from nearby text; the hundredth enclosing container adds nothing.
const nearest = 50;

/** The containers around a place, the outermost first. */
export function around(one: Difference | undefined): Node[] {
  const nodes: Node[] = [];
  for (let next = one; next && nodes.length < nearest; next = next.parent) nodes.unshift(next.node);
  return nodes;
}
