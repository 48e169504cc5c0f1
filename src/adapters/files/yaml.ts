import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { fail } from "../../core/problem/index.ts";
import type { DataText } from "../../ports.ts";

/** The node at a path; of a member that is not there, the nearest one above it. `key`: the member's name itself. */
function nodeAt(root: Node | null, path: readonly (string | number)[], part: "key" | "value"): Node | null {
  let node = root;
  for (const [depth, name] of path.entries()) {
    if (isSeq(node) && typeof name === "number") node = (node.items[name] as Node | undefined) ?? node;
    else if (isMap(node)) {
      const pair = node.items.find((one) => isScalar(one.key) && String(one.key.value) === String(name));
      if (pair === undefined) return node;
      const isWanted = part === "key" && depth === path.length - 1;
      node = ((isWanted ? pair.key : (pair.value ?? pair.key)) as Node | undefined) ?? node;
    }
  }
  return node;
}

/**
 * Reads YAML 1.2 with merge keys (`<<`). Throws Failure `state-invalid` with line and column for what is not YAML, for a
 * key that is there twice, and for aliases that expand to more than a file may hold.
 */
export function readYaml(text: string, file: string): DataText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    logLevel: "error",
  });
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [error] = document.errors;
  if (error)
    throw fail(
      "state-invalid",
      { variant: "syntax", file, detail: error.message },
      { at: placeOf(error.pos[0]) },
    );
  try {
    return {
      value: document.toJS({ maxAliasCount: 100 }),
      at: (path, part) => placeOf(nodeAt(document.contents as Node | null, path, part)?.range?.[0] ?? 0),
    };
  } catch (problem) {
    const detail = problem instanceof Error ? problem.message : String(problem);
    throw fail("state-invalid", { variant: "syntax", file, detail });
  }
}
