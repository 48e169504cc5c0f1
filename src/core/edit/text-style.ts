import type { Document } from "./document.ts";
import type { Child, Node } from "./nodes.ts";
import { isLineEnd, isSpace } from "./scan.ts";

/** How the author of a text writes. */
export interface TextStyle {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
  readonly keys: "double" | "single" | "bare";
  readonly quote: '"' | "'";
  /** A comma behind the last member of a container that takes several lines. */
  readonly trailingComma: boolean;
  /** What is between a key and its value, such as `: `. */
  readonly colon: string;
}

/** Spaces at the start of a line, used as its indentation. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end)) && isSpace(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

/** Offset of the start of the line that an offset is used instead. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Whether a container's members are on lines of their own. */
export function isMultiline(text: string, node: Node): boolean {
  const end = node.children[0]?.start ?? node.end;
  for (let at = node.start; at < end; at += 1) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}

interface Counts {
  double: number;
  single: number;
  bare: number;
  quoteDouble: number;
  quoteSingle: number;
  trailing: number;
  plain: number;
  unit: string | undefined;
  colon: string | undefined;
}

function countChild(text: string, child: Child, counts: Counts): void {
  if (child.key !== undefined) {
    const mark = text[child.start];
    counts[mark === '"' ? "double" : mark === "'" ? "single" : "bare"] += 1;
    const colon = counts.colon ?? text.slice(child.keyEnd, child.value.start);
    if (/^[ \t]*:[ \t]*$/.test(colon)) counts.colon = colon;
  }
  if (child.value.kind !== "scalar") return;
  if (text[child.value.start] === '"') counts.quoteDouble += 1;
  if (text[child.value.start] === "'") counts.quoteSingle += 1;
}

function countContainer(text: string, node: Node, counts: Counts): void {
  const last = node.children.at(-1);
  if (!last || !isMultiline(text, node)) return;
  counts[last.comma === -1 ? "plain" : "trailing"] += 1;
  if (counts.unit !== undefined) return;
  const [inner, outer] = [indentAt(text, node.children[0]?.start ?? 0), indentAt(text, node.start)];
  if (inner.length > outer.length && inner.startsWith(outer)) counts.unit = inner.slice(outer.length);
}

// Enough of a file to know its author's habits: a long one, in which much changes, need not be counted for each place.
const enough = 400;
const enoughOfOne = 200;

/** The first line end; one line of a megabyte is not searched for its end more than once. */
function eolOf(text: string): string {
  return /\r\n|[\n\r]/.exec(text.slice(0, 100_000))?.[0] ?? /\r\n|[\n\r]$/.exec(text.slice(-2))?.[0] ?? "\n";
}

/** Counts how the containers `first` are written, then everything in them, level by level. */
function countAll(text: string, first: readonly Node[]): Counts {
  const counts: Counts = {
    double: 0,
    single: 0,
    bare: 0,
    quoteDouble: 0,
    quoteSingle: 0,
    trailing: 0,
    plain: 0,
    unit: undefined,
    colon: undefined,
  };
  const queue = [...first];
  for (let index = 0, seen = 0; index < queue.length && seen < enough; index += 1) {
    const node = queue[index] as Node;
    countContainer(text, node, counts);
    for (const child of node.children.slice(0, Math.min(enoughOfOne, enough - seen))) {
      seen += 1;
      countChild(text, child, counts);
      if (child.value.kind !== "scalar") queue.push(child.value);
    }
  }
  return counts;
}

const sumOf = (one: Counts, other: Counts): Counts => ({
  double: one.double + other.double,
  single: one.single + other.single,
  bare: one.bare + other.bare,
  quoteDouble: one.quoteDouble + other.quoteDouble,
  quoteSingle: one.quoteSingle + other.quoteSingle,
  trailing: one.trailing + other.trailing,
  plain: one.plain + other.plain,
  unit: one.unit ?? other.unit,
  colon: one.colon ?? other.colon,
});

// What is around the members of a list is counted once for all of them.
const countedAround = new WeakMap<Node, Counts>();

/** Reads the style off a text, from the containers along `near` first, the last of them being the innermost. */
export function styleOf(document: Document, near: readonly Node[] = []): TextStyle {
  const { text } = document;
  const { root } = document.scan();
  const [outer, inner] = [near.slice(0, -1), near.slice(-1)];
  const closest = outer.at(-1) ?? root;
  const around = countedAround.get(closest) ?? countAll(text, [...outer.toReversed(), root]);
  countedAround.set(closest, around);
  const counts = sumOf(countAll(text, inner), around);
  const { double, single, bare } = counts;
  const keys = bare > double && bare >= single ? "bare" : single > double ? "single" : "double";
  const strings = counts.quoteSingle + counts.quoteDouble;
  const quote =
    strings === 0 ? (keys === "single" ? "'" : '"') : counts.quoteSingle > counts.quoteDouble ? "'" : '"';
  return {
    eol: eolOf(text),
    unit: counts.unit ?? "  ",
    keys,
    quote,
    trailingComma: counts.trailing > counts.plain,
    colon: counts.colon ?? ": ",
  };
}

function formatString(value: string, quote: '"' | "'"): string {
  const double = JSON.stringify(value)
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
  if (quote === '"') return double;
  return `'${double.slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

/** A key as the author would write it. */
export function formatKey(key: string, style: TextStyle): string {
  if (style.keys === "bare" && /^[A-Za-z_$][\w$]*$/.test(key)) return key;
  return formatString(key, style.keys === "bare" ? style.quote : style.keys === "single" ? "'" : '"');
}

function formatScalar(value: unknown, style: TextStyle): string {
  if (typeof value === "string") return formatString(value, style.quote);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  return String(value);
}

const isShort = (value: readonly unknown[]) =>
  value.every((item) => typeof item !== "object" || item === null) && JSON.stringify(value).length <= 60;

/** Deeper than any usual indentation: the content is written on one line, which caps the indentation. */
const deepest = 200;

/** A piece of text, or a value that is still to be written. */
type Task = string | { readonly value: unknown; readonly indent: string | undefined };

/** What one list or object is made of, in order. */
function tasksOf(value: object, style: TextStyle, indent: string | undefined): Task[] {
  const isList = Array.isArray(value);
  const items: [string, unknown][] = isList
    ? value.map((item) => ["", item])
    : Object.entries(value).map(([key, item]) => [formatKey(key, style) + style.colon, item]);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (items.length === 0) return [open + close];
  const inline = indent === undefined || indent.length > deepest || (isList && isShort(value));
  const inner = inline ? undefined : indent + style.unit;
  const lead = inline ? "" : style.eol + inner;
  const pad = inline ? (isList ? "" : " ") : style.eol + indent;
  const separator = inline ? ", " : `,${lead}`;
  const tasks: Task[] = [open + (inline ? pad : lead)];
  items.forEach(([key, item], index) => {
    if (index > 0) tasks.push(separator);
    tasks.push(key, { value: item, indent: inner });
  });
  tasks.push((style.trailingComma && !inline ? "," : "") + pad + close);
  return tasks;
}

/**
 * Writes a value in a style. In: the indentation of the line it begins on, or undefined to keep it on one line.
 * Short lists of plain values always stay on one line. No recursion.
 */
export function formatValue(value: unknown, style: TextStyle, indent: string | undefined): string {
  const parts: string[] = [];
  const stack: Task[] = [{ value, indent }];
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    if (typeof task === "string") parts.push(task);
    else if (typeof task.value !== "object" || task.value === null)
      parts.push(formatScalar(task.value, style));
    else for (const one of tasksOf(task.value, style, task.indent).reverse()) stack.push(one);
  }
  return parts.join("");
}
