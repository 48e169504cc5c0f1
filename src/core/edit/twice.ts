import type { DocumentPath } from "../json/index.ts";
import { type Document, lineOfOffset } from "./document.ts";
import type { Child, Node } from "./nodes.ts";

/** A key that stands several times in one object. */
export interface TwiceKey {
  readonly path: DocumentPath;
  /** Where each is; the last one counts. Lines count from 1. */
  readonly lines: readonly number[];
}

/** Below the blocks of providers and agents, keys are many and rarely written by hand. */
const deepest = 4;

/** Returns the keys that stand several times, near the root of a text, where a whole block is then without effect. */
export function twiceKeys(document: Document): TwiceKey[] {
  const found: TwiceKey[] = [];
  const visit = (node: Node, path: DocumentPath) => {
    if (node.kind !== "object" || path.length >= deepest) return;
    const members = new Map<string, Child[]>();
    for (const child of node.children) {
      const name = child.key ?? "";
      members.set(name, [...(members.get(name) ?? []), child]);
    }
    for (const [name, children] of members) {
      const at = [...path, name];
      if (children.length > 1)
        found.push({ path: at, lines: children.map((one) => lineOfOffset(document, one.start)) });
      const last = children.at(-1);
      if (last) visit(last.value, at);
    }
  };
  visit(document.scan().root, []);
  return found;
}
