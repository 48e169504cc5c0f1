import type { Edit, RenameChange } from "../change/index.ts";
import { fail } from "../problem/index.ts";
import { applyToValue, makeComparison, sameValue } from "./apply-value.ts";
import { around, type Difference } from "./difference.ts";
import { type Document, nodeAt, parseDocument } from "./document.ts";
import { editContainer } from "./edit-container.ts";
import type { Node } from "./scan.ts";
import { formatKey, formatValue, indentAt, isMultiline, styleOf } from "./text-style.ts";
import { type Splice, splice, verify } from "./verify.ts";

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

function renameKeys(document: Document, renames: readonly RenameChange[]): Document {
  let current = document;
  for (const change of renames) {
    const parent = nodeAt(current, change.path.slice(0, -1))?.node;
    const twins = parent?.children.filter((child) => child.key === change.path.at(-1)) ?? [];
    const [child] = twins;
    if (!parent || !child) continue;
    if (twins.length > 1) throw fail("edit-refused", { file: document.file, variant: "key-twice" });
    const expected = applyToValue(current.value, [change]);
    const key = formatKey(change.value, styleOf(current, [parent]));
    const splices = [{ start: child.start, end: child.keyEnd, text: key, replaced: true }];
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
