import type { Child, Node } from "./nodes.ts";
import type { Splice } from "./splice.ts";
import { lineStart } from "./text-style.ts";

const blank = /^[^\S\r\n\u2028\u2029]*$/;
const lineEnd = /[\r\n\u2028\u2029]/g;

function restOfLine(text: string, from: number): string {
  lineEnd.lastIndex = from;
  return text.slice(from, lineEnd.exec(text)?.index ?? text.length);
}

/** The line of a removed child is removed too if nothing else is on it. */
export function removeChild(text: string, node: Node, index: number, multiline: boolean): Splice {
  const child = node.children[index] as Child;
  const clean = child.comma === -1 || blank.test(text.slice(child.value.end, child.comma));
  const end = child.comma === -1 || !clean ? child.value.end : child.comma + 1;
  const gone = { text: "", replaced: true };
  const from = multiline ? lineStart(text, child.start) : child.start;
  if (multiline && clean && blank.test(text.slice(from, child.start))) {
    const rest = restOfLine(text, end);
    const close = end + rest.length;
    // What is left of the line, a comment, begins where the child did.
    if (!blank.test(rest)) return { ...gone, start: child.start, end: close - rest.trimStart().length };
    return {
      ...gone,
      start: from,
      end: close + (text.startsWith("\r\n", close) ? 2 : close < text.length ? 1 : 0),
    };
  }
  const next = node.children[index + 1];
  if (next && blank.test(text.slice(end, next.start)))
    return { ...gone, start: child.start, end: next.start };
  let before = child.start;
  while (before > node.start && blank.test(text[before - 1] ?? "")) before -= 1;
  const follows = index > 0 && text[before - 1] === ",";
  return { ...gone, start: follows && !next ? before : child.start, end };
}

/** A comma that is apart from its removed child, behind a comment. */
export function strayComma(text: string, node: Node, index: number): Splice[] {
  const child = node.children[index] as Child;
  if (child.comma === -1 || blank.test(text.slice(child.value.end, child.comma))) return [];
  return [{ start: child.comma, end: child.comma + 1, text: "" }];
}
