import { fail } from "../problem/index.ts";
import { align } from "./align.ts";
import { around, type Difference } from "./difference.ts";
import type { Document } from "./document.ts";
import type { Child, Node } from "./nodes.ts";
import { removeChild, strayComma } from "./remove-child.ts";
import type { Comment } from "./scan.ts";
import type { Splice } from "./splice.ts";
import {
  formatKey,
  formatValue,
  indentAt,
  isMultiline,
  lineStart,
  styleOf,
  type TextStyle,
} from "./text-style.ts";

/** A new child: its key (undefined in lists) and its value. */
type Part = readonly [string | undefined, unknown];

/** What happens to the children of one container. */
interface Rebuild {
  readonly document: Document;
  readonly node: Node;
  /** The container around this one. */
  readonly parent: Node | undefined;
  readonly style: TextStyle;
  readonly multiline: boolean;
  readonly removed: ReadonlySet<number>;
  /** New children in front of a child (by index) or, with the number of children, at the end. */
  readonly added: ReadonlyMap<number, readonly Part[]>;
}

const blank = /^[^\S\r\n\u2028\u2029]*$/;
function memberIndent({ document, node, style }: Rebuild): string {
  const first = node.children[0];
  return first ? indentAt(document.text, first.start) : indentAt(document.text, node.start) + style.unit;
}

function render(one: Part, style: TextStyle, indent: string | undefined): string {
  const value = formatValue(one[1], style, indent);
  return one[0] === undefined ? value : formatKey(one[0], style) + style.colon + value;
}

/** The first comment that begins at an offset or behind it, as an index. */
function firstComment(comments: readonly Comment[], from: number): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as Comment).start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Behind the comments that follow a child on its own line: they belong to it. */
function behindComments(document: Document, from: number): number {
  const { text } = document;
  const { comments } = document.scan();
  let position = from;
  for (let index = firstComment(comments, from); index < comments.length; index += 1) {
    const comment = comments[index] as Comment;
    if (!blank.test(text.slice(position, comment.start))) break;
    position = comment.end;
  }
  return position;
}

function addBehind(rebuild: Rebuild, last: Child, parts: readonly Part[]): Splice[] {
  const { document, node, style, multiline } = rebuild;
  const trailing = node.children.at(-1)?.comma !== -1 ? "," : "";
  const indent = multiline ? memberIndent(rebuild) : "";
  const texts = parts.map((part) => render(part, style, multiline ? indent : undefined));
  const tail = last.comma === -1 ? last.value.end : last.comma + 1;
  if (!multiline) {
    const lead = last.comma === -1 ? ", " : " ";
    return [{ start: tail, end: tail, text: lead + texts.join(", ") + trailing }];
  }
  const position = behindComments(document, tail);
  const lead = style.eol + indent;
  const lines = lead + texts.join(`,${lead}`) + trailing;
  if (last.comma !== -1) return [{ start: position, end: position, text: lines }];
  if (position === tail) return [{ start: tail, end: tail, text: `,${lines}` }];
  return [
    { start: tail, end: tail, text: "," },
    { start: position, end: position, text: lines },
  ];
}

function commentsIn(document: Document, node: Node): readonly Comment[] {
  const { comments } = document.scan();
  return comments.slice(firstComment(comments, node.start), firstComment(comments, node.end));
}

/** New children of a container that has none. Comments in it stay in front of them. */
function fillEmpty(rebuild: Rebuild, parts: readonly Part[]): Splice[] {
  const { document, node, style, parent } = rebuild;
  const { text } = document;
  const close = node.end - 1;
  const comments = commentsIn(document, node);
  const from = comments.at(-1)?.end ?? node.start + 1;
  const inner = text.slice(node.start + 1, close);
  const flat = parent !== undefined && parent.children.length > 0 && !isMultiline(text, parent);
  const hasLines = /[\n\r\u2028\u2029]/.test(inner);
  if ((flat || comments.length > 0) && !hasLines) {
    const texts = parts.map((part) => render(part, style, undefined)).join(", ");
    const pad = node.kind === "object" || comments.length > 0 ? " " : "";
    return [{ start: from, end: close, text: `${pad}${texts}${pad}` }];
  }
  const base = indentAt(
    text,
    hasLines && blank.test(text.slice(lineStart(text, close), close)) ? close : node.start,
  );
  const lead = style.eol + base + style.unit;
  const texts = parts.map((part) => render(part, style, base + style.unit));
  const end = style.trailingComma ? "," : "";
  return [{ start: from, end: close, text: `${lead}${texts.join(`,${lead}`)}${end}${style.eol}${base}` }];
}

function addInFront(rebuild: Rebuild, index: number, parts: readonly Part[]): Splice {
  const { node, style, multiline } = rebuild;
  const child = node.children[index] as Child;
  const indent = multiline ? memberIndent(rebuild) : "";
  const texts = parts.map((part) => render(part, style, multiline ? indent : undefined));
  const separator = multiline ? `,${style.eol}${indent}` : ", ";
  return { start: child.start, end: child.start, text: texts.join(separator) + separator };
}

function splicesOf(rebuild: Rebuild): Splice[] {
  const { document, node, multiline, removed, added } = rebuild;
  const kept = node.children.filter((_, index) => !removed.has(index));
  const atEnd = added.get(node.children.length) ?? [];
  const splices: Splice[] = [...removed].flatMap((index) => [
    removeChild(document.text, node, index, multiline),
    ...strayComma(document.text, node, index),
  ]);
  for (const [index, parts] of added)
    if (index < node.children.length) splices.push(addInFront(rebuild, index, parts));
  const last = kept.at(-1);
  if (!last) return atEnd.length > 0 ? [...splices, ...fillEmpty(rebuild, atEnd)] : splices;
  if (atEnd.length > 0) splices.push(...addBehind(rebuild, last, atEnd));
  else if (last !== node.children.at(-1) && node.children.at(-1)?.comma === -1 && last.comma !== -1)
    splices.push({ start: last.comma, end: last.comma + 1, text: "" });
  return splices;
}

/**
 * Puts new members in the places of old ones if none of the old ones stays: comments around them are kept. The
 * remainder is removed or added as usual.
 */
function exchange(rebuild: Rebuild, parts: readonly Part[]): Splice[] {
  const { node, style, multiline } = rebuild;
  const indent = multiline ? memberIndent(rebuild) : undefined;
  const pairs = node.children.slice(0, parts.length).map((child, index) => ({
    start: child.start,
    end: child.value.end,
    text: render(parts[index] as Part, style, indent),
    replaced: true,
  }));
  const removed = new Set([...node.children.keys()].slice(pairs.length));
  const rest = parts.slice(pairs.length);
  const added = new Map(rest.length > 0 ? [[node.children.length, rest]] : []);
  return [...pairs, ...splicesOf({ ...rebuild, removed, added })];
}

/** The whole container again: where nothing of it stays, there is nothing to be kept in place. */
function replaceAll({ document, node, parent, style }: Rebuild, value: unknown): Splice[] {
  const flat = parent !== undefined && parent.children.length > 0 && !isMultiline(document.text, parent);
  const text = formatValue(value, style, flat ? undefined : indentAt(document.text, node.start));
  return [{ start: node.start, end: node.end, text, replaced: true }];
}

function membersOf(one: Difference, document: Document, descend: (inner: Difference) => void) {
  const { node } = one;
  const before = one.before as Record<string, unknown>;
  const after = one.after as Record<string, unknown>;
  const removed = new Set<number>();
  const seen = new Set<string>();
  for (let index = node.children.length - 1; index >= 0; index -= 1) {
    const child = node.children[index] as Child;
    const key = child.key ?? "";
    if (!Object.hasOwn(after, key)) {
      if (seen.has(key)) throw fail("edit-refused", { file: document.file, path: key, variant: "key-twice" });
      removed.add(index);
    } else if (!seen.has(key) && !Object.is(before[key], after[key]))
      descend({ node: child.value, before: before[key], after: after[key], parent: one, same: one.same });
    seen.add(key);
  }
  const fresh = Object.entries(after).filter(([key]) => !Object.hasOwn(before, key));
  return { removed, added: new Map(fresh.length > 0 ? [[node.children.length, fresh]] : []) };
}

function elementsOf(one: Difference, descend: (inner: Difference) => void) {
  const { node } = one;
  const { pairs, removed, added } = align(one.before as unknown[], one.after as unknown[], one.same);
  for (const [index, before, after] of pairs)
    descend({ node: (node.children[index] as Child).value, before, after, parent: one, same: one.same });
  const parts = [...added].map(
    ([index, values]) => [index, values.map((value) => [undefined, value] as const)] as const,
  );
  return { removed: new Set(removed), added: new Map(parts) };
}

/**
 * Returns the splices that bring one object or list to its new value. Children that stay keep every byte; those whose
 * content differs are passed to `descend`. Throws Failure `edit-refused` if a duplicate key would be removed.
 */
export function editContainer(
  document: Document,
  one: Difference,
  descend: (inner: Difference) => void,
): Splice[] {
  const inner: Difference[] = [];
  const collect = (next: Difference) => inner.push(next);
  const { removed, added } =
    one.node.kind === "array" ? elementsOf(one, collect) : membersOf(one, document, collect);
  if (removed.size === 0 && added.size === 0) {
    for (const next of inner) descend(next);
    return [];
  }
  const rebuild: Rebuild = {
    document,
    node: one.node,
    parent: one.parent?.node,
    style: styleOf(document, around(one)),
    multiline: isMultiline(document.text, one.node),
    removed,
    added,
  };
  const nothingStays = removed.size === one.node.children.length && removed.size > 0;
  if (nothingStays && added.size > 0) {
    const hasComments = commentsIn(document, one.node).length > 0;
    return hasComments ? exchange(rebuild, [...added.values()].flat()) : replaceAll(rebuild, one.after);
  }
  for (const next of inner) descend(next);
  return splicesOf(rebuild);
}
