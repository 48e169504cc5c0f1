import JSON5 from "json5";
import { type DocumentPath, isObject } from "../json/index.ts";
import { type Failure, fail } from "../problem/index.ts";
import { redact } from "../text/index.ts";
import { fixSyntax, offsetOf } from "./fix-syntax.ts";
import type { Child, Node } from "./nodes.ts";
import { isLineEnd, type Scan, scan, stringRanges } from "./scan.ts";

export { get as valueAt } from "../json/index.ts";

/** A JSON5 text with its value. Positions are found only when they are asked for. */
export interface Document {
  readonly text: string;
  readonly file: string;
  readonly value: unknown;
  /** Positions of everything in the text. */
  scan(): Scan;
}

/** A place in a text; lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The line starts of the last text: a run asks for thousands of positions in the same one. */
let lines: { readonly text: string; readonly starts: readonly number[] } | undefined;

/** Where each line of a text starts, by any of the line ends that JSON5 knows. */
function lineStarts(text: string): readonly number[] {
  if (lines?.text === text) return lines.starts;
  const starts = [0];
  for (let at = 0; at < text.length; at += 1)
    // A carriage return ends a line unless its line feed follows.
    if (isLineEnd(text.charCodeAt(at)) && !(text[at] === "\r" && text[at + 1] === "\n")) starts.push(at + 1);
  lines = { text, starts };
  return starts;
}

/** The line and column of an offset. */
function lineColumn(text: string, offset: number): Position {
  const starts = lineStarts(text);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The line of a text without its end, at most `length` characters of it; empty beyond the last. Lines count from 1. */
export function lineOf(text: string, line: number, length: number): string {
  const start = lineStarts(text)[line - 1];
  if (start === undefined) return "";
  const part = text.slice(start, Math.min(lineStarts(text)[line] ?? text.length, start + length));
  return part.replace(/[\n\r\u2028\u2029]+$/, "");
}

function lineAround(text: string, offset: number): string {
  const from =
    Math.max(...["\n", "\r", "\u2028", "\u2029"].map((end) => text.lastIndexOf(end, offset - 1))) + 1;
  const rest = text.slice(from).search(/[\n\r\u2028\u2029]/);
  const line = rest === -1 ? text.slice(from) : text.slice(from, from + rest);
  return redact(line, []).slice(0, 160);
}

/** json5 warns on the console about raw U+2028 in strings; written as an escape it is the same value. */
function escapeSeparators(text: string): string {
  if (!/[\u2028\u2029]/.test(text)) return text;
  let out = "";
  let from = 0;
  for (const { start, end } of stringRanges(text)) {
    const string = text
      .slice(start, end)
      .replace(/(?<!\\)\u2028/g, "\\u2028")
      .replace(/(?<!\\)\u2029/g, "\\u2029");
    out += text.slice(from, start) + string;
    from = end;
  }
  return out + text.slice(from);
}

/**
 * Parses JSON5 as OpenClaw does, with json5. Throws what json5 throws. Plain JSON is JSON5 with the same value, and the
 * engine's own parser reads it many times faster.
 */
export function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It has something that only JSON5 knows, or is broken: json5 decides.
    return JSON5.parse(escapeSeparators(text));
  }
}

/** Returns the name of a key. In: a key of a valid text. A key without escapes is its own name. */
function decodeKey(token: string): string {
  if (/^[\w$]+$/.test(token)) return token;
  if (/^(["'])[^\\]*\1$/.test(token)) return token.slice(1, -1);
  return Object.keys(JSON5.parse(`{${token}:0}`))[0] ?? "";
}

/** A command reads the same text several times; documents are immutable, so one parse is enough. */
let newest: Document | undefined;

/**
 * Reads a JSON5 text. Throws Failure `config-syntax` with file, line, column, the line itself and json5's reason;
 * Failure `config-schema` when the root is no object, as OpenClaw's config must be.
 */
export function parseDocument(text: string, file: string): Document {
  const document = parseAny(text, file);
  if (isObject(document.value)) return document;
  throw fail("config-schema", { file, variant: "root" }, { at: { file, line: 1, column: 1 } });
}

/** Parses a JSON5 text with any root, as an included file may have. Throws Failure `config-syntax` as above. */
export function parseAny(text: string, file: string): Document {
  if (newest?.text !== text || newest.file !== file) newest = readDocument(text, file);
  return newest;
}

/** The failure for a text whose typing errors can be corrected, with the place of the first and their correction. */
function typingErrors(text: string, file: string): Failure | undefined {
  const { faults = [] } = fixSyntax(text) ?? {};
  const [first] = faults;
  if (first === undefined) return undefined;
  const value = faults.map(({ fault, offset }) => ({ fault, line: lineColumn(text, offset).line }));
  return fail(
    "config-syntax",
    { file, variant: "typing", fault: first.fault, count: faults.length },
    {
      at: { file, ...lineColumn(text, first.offset), excerpt: lineAround(text, first.offset) },
      fix: [{ file, format: "json5", changes: [{ op: "syntax", path: [], value }] }],
    },
  );
}

function readDocument(text: string, file: string): Document {
  let value: unknown;
  try {
    value = parseValue(text);
  } catch (error) {
    const offset = offsetOf(text, error);
    const typing = typingErrors(text, file);
    if (typing) throw typing;
    const detail = String((error as Error).message)
      .replace(/^JSON5: /, "")
      .replace(/ at \d+:\d+$/, "")
      .replaceAll('\\"', '"');
    const at = { file, ...lineColumn(text, offset), excerpt: lineAround(text, offset) };
    const empty = text.trim().replace(/^\uFEFF/, "") === "";
    throw fail("config-syntax", empty ? { file, variant: "empty" } : { file, variant: "parser", detail }, {
      at,
    });
  }
  let found: Scan | undefined;
  return {
    text,
    file,
    value,
    scan: () => {
      found ??= scan(text, decodeKey);
      return found;
    },
  };
}

const few = 16;
const membersOf = new WeakMap<Node, Map<string | undefined, Child>>();

/** The member of an object by its key, the last of several. A large object is indexed once: many are asked for. */
function memberOf(node: Node, key: string): Child | undefined {
  if (node.children.length <= few) return node.children.findLast((one) => one.key === key);
  let members = membersOf.get(node);
  if (members === undefined) {
    members = new Map(node.children.map((one) => [one.key, one]));
    membersOf.set(node, members);
  }
  return members.get(key);
}

/** The node at a path; of keys written twice the last one counts. */
export function nodeAt(document: Document, path: DocumentPath): { node: Node; start: number } | undefined {
  let node: Node = document.scan().root;
  let start = node.start;
  for (const part of path) {
    const child = typeof part === "number" ? node.children[part] : memberOf(node, part);
    if (!child || (typeof part === "number") !== (node.kind === "array")) return undefined;
    node = child.value;
    start = child.start;
  }
  return { node, start };
}

/** The line of an offset in a text, from 1. */
export const lineOfOffset = ({ text }: Document, offset: number): number => lineColumn(text, offset).line;

/** Where a member (its key) or an element is; undefined when there is no such path. */
export function positionOf(document: Document, path: DocumentPath): Position | undefined {
  const found = nodeAt(document, path);
  return found && lineColumn(document.text, found.start);
}
