import type { Edit, RenameChange } from "../change/index.ts";
import { fail } from "../problem/index.ts";
import { applyToValue, makeComparison, sameValue } from "./apply-value.ts";
import { around, type Difference } from "./difference.ts";
import { type Document, nodeAt, parseDocument } from "./document.ts";
import { editContainer } from "./edit-container.ts";
import type { Child, Node } from "./nodes.ts";
import { type Splice, splice } from "./splice.ts";
import { formatKey, formatValue, indentAt, isMultiline, styleOf, type TextStyle } from "./text-style.ts";
import { verify } from "./verify.ts";

function replaceValue(document: Document, one: Difference): Splice {
  const parent = one.parent?.node;
  const inline = parent !== undefined && parent.children.length > 0 && !isMultiline(document.text, parent);
  const indent = inline ? undefined : indentAt(document.text, one.node.start);
  const style = styleOf(document, around(one.parent));
  const text = formatValue(
    one.after,
    { ...style, quote: quoteAt(document, one.node) ?? style.quote },
    indent,
  );
  return { start: one.node.start, end: one.node.end, text, replaced: true };
}

/** A text that takes the place of another one keeps its quotes. */
function quoteAt({ text }: Document, { start, kind }: Node): '"' | "'" | undefined {
  const first = text[start];
  return kind === "scalar" && (first === '"' || first === "'") ? first : undefined;
}

const kindOf = (value: unknown) =>
  Array.isArray(value) ? "array" : typeof value === "object" && value !== null ? "object" : "scalar";

/** Walks old and new value side by side, each once; what is the same object in both is not even looked at. */
function spliceAll(document: Document, expected: unknown): Splice[] {
  const splices: Splice[] = [];
  const root = document.scan().root;
  const same = makeComparison();
  const stack: Difference[] = [
    { node: root, before: document.value, after: expected, parent: undefined, same },
  ];
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (Object.is(one.before, one.after)) continue;
    if (one.node.kind === "scalar" || one.node.kind !== kindOf(one.after))
      splices.push(replaceValue(document, one));
    else splices.push(...editContainer(document, one, (inner) => stack.push(inner)));
  }
  return splices.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The children of an object by their keys. */
function childrenByKey(node: Node): Map<string | undefined, Child[]> {
  const found = new Map<string | undefined, Child[]>();
  for (const child of node.children) {
    const twins = found.get(child.key);
    if (twins) twins.push(child);
    else found.set(child.key, [child]);
  }
  return found;
}

/** Renames from a place on that can be made at once: none is of, below or onto what another one of them renames. */
function renamesAtOnce(renames: readonly RenameChange[], start: number): RenameChange[] {
  const taken = new Set<string>();
  const found: RenameChange[] = [];
  for (const one of renames.slice(start)) {
    const target = JSON.stringify([...one.path.slice(0, -1), one.value]);
    const above = one.path.map((_, depth) => JSON.stringify(one.path.slice(0, depth + 1)));
    if (taken.has(target) || above.some((place) => taken.has(place))) break;
    taken.add(target).add(above.at(-1) ?? "");
    found.push(one);
  }
  return found;
}

/** Returns the splices of simultaneous renames. Throws Failure `edit-refused` for a duplicate key. */
function spliceKeys(document: Document, renames: readonly RenameChange[]): Splice[] {
  const known = new Map<Node, { children: Map<string | undefined, Child[]>; style: TextStyle }>();
  const splices = renames.flatMap(({ path, value }) => {
    const node = nodeAt(document, path.slice(0, -1))?.node;
    if (!node) return [];
    const parent = known.get(node) ?? { children: childrenByKey(node), style: styleOf(document, [node]) };
    known.set(node, parent);
    const [child, ...twins] = parent.children.get(path.at(-1) as string) ?? [];
    if (!child) return [];
    if (twins.length > 0) throw fail("edit-refused", { file: document.file, variant: "key-twice" });
    return [
      {
        start: child.start,
        end: child.keyEnd,
        text: formatKey(value, parent.style),
        replaced: true,
      },
    ];
  });
  return splices.sort((a, b) => a.start - b.start);
}

function renameKeys(document: Document, renames: readonly RenameChange[]): Document {
  let current = document;
  for (let at = 0; at < renames.length; ) {
    const together = renamesAtOnce(renames, at);
    at += together.length;
    const splices = spliceKeys(current, together);
    if (splices.length === 0) continue;
    const expected = applyToValue(current.value, together);
    const text = splice(current.text, splices);
    verify(current, expected, splices, text);
    current = parseDocument(text, document.file);
  }
  return current;
}

/**
 * Applies changes to a JSON5 text and leaves every other byte as it is: comments, order, quotes, indentation, line
 * ends, byte order mark. New text is written in the style found near it. `set` over an object or a list touches only
 * what differs inside; setting what is there already gives the very same text.
 *
 * The result is parsed again and compared with the value that the changes give before it is returned, and its
 * comments with those before. Throws Failure `edit-refused` when that fails, for a path through something that is
 * no object or list, and for removing a key that is written twice.
 */
export function edit(document: Document, changes: readonly Edit[]): string {
  const renamed = renameKeys(
    document,
    changes.filter((change) => change.op === "rename"),
  );
  const rest = changes.filter((change) => change.op !== "rename");
  const expected = applyToValue(renamed.value, rest);
  if (sameValue(renamed.value, expected)) return renamed.text;
  const splices = spliceAll(renamed, expected);
  const text = splice(renamed.text, splices);
  verify(renamed, expected, splices, text);
  return text;
}
