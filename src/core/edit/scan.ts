import { type DecodeKey, Entries, EntryNode, field, type Node } from "./nodes.ts";

/** A comment with its marks. */
export interface Comment {
  readonly start: number;
  readonly end: number;
}

/** The positions of everything in a valid JSON5 text. */
export interface Scan {
  readonly root: Node;
  readonly comments: readonly Comment[];
}

/** JSON5's line ends. */
export const isLineEnd = (code: number) => code === 10 || code === 13 || code === 0x2028 || code === 0x2029;

/** JSON5's white space: ECMAScript's, the byte order mark among it. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  if (code === 0xa0 || code === 0xfeff || code === 0x1680 || code === 0x3000) return true;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

class Scanner {
  readonly comments: Comment[] = [];
  position = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  /** Passes white space and comments. */
  skip(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.position);
      if (isSpace(code)) this.position += 1;
      else if (code === 47 && (text[this.position + 1] === "/" || text[this.position + 1] === "*"))
        this.comment();
      else return;
    }
  }

  private comment(): void {
    const { text, position: start } = this;
    let end: number;
    if (text[start + 1] === "*") {
      const close = text.indexOf("*/", start + 2);
      end = close === -1 ? text.length : close + 2;
    } else {
      end = start + 2;
      while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
    }
    this.comments.push({ start, end });
    this.position = end;
  }

  /** Passes a string, a number, a word or an unquoted key. Out: its end. */
  token(): number {
    const { text } = this;
    const quote = text.charCodeAt(this.position);
    if (quote === 34 || quote === 39) {
      this.position += 1;
      while (this.position < text.length) {
        const code = text.charCodeAt(this.position);
        if (code === 92) this.position += 1;
        else if (code === quote) break;
        this.position += 1;
      }
      this.position += 1;
      return this.position;
    }
    while (this.position < text.length) {
      const code = text.charCodeAt(this.position);
      // , : ] } and the slash of a comment end a word; so does white space.
      if (code === 44 || code === 58 || code === 93 || code === 125 || code === 47 || isSpace(code)) break;
      this.position += 1;
    }
    return this.position;
  }
}

/** A container that is not closed yet. */
interface Open {
  readonly entry: number;
  readonly isObject: boolean;
  /** Its last entry so far, 0 without one. */
  last: number;
}

/**
 * Finds the positions of every value, key, comma and comment. The text must be valid JSON5: validity is the
 * parser's business, this only looks where things are. No recursion: nesting may be as deep as it likes.
 */
export function scan(text: string, decode: DecodeKey): Scan {
  const scanner = new Scanner(text);
  const entries = new Entries();
  const stack: Open[] = [{ entry: entries.add(0), isObject: false, last: 0 }];
  const { entry: holder } = stack[0] as Open;
  for (let container = stack[0]; container; container = stack.at(-1)) {
    scanner.skip();
    const character = text[scanner.position];
    if (character === undefined) break;
    if (character === ",") {
      if (container.last !== 0) entries.set(container.last, field.comma, scanner.position);
      scanner.position += 1;
    } else if (character === "}" || character === "]") {
      scanner.position += 1;
      entries.set(container.entry, field.valueEnd, scanner.position);
      stack.pop();
    } else readEntry(scanner, entries, container, stack);
  }
  const first = entries.get(holder, field.firstChild);
  const root: Node =
    first === 0
      ? { kind: "scalar", start: 0, end: 0, children: [] }
      : new EntryNode({ text, entries, decode }, first);
  return { root, comments: scanner.comments };
}

function readEntry(scanner: Scanner, entries: Entries, container: Open, stack: Open[]): void {
  const { text } = scanner;
  const entry = entries.add(scanner.position);
  entries.set(container.last || container.entry, container.last === 0 ? field.firstChild : field.next, entry);
  container.last = entry;
  entries.set(entry, field.keyEnd, container.isObject ? scanner.token() : scanner.position);
  if (container.isObject) {
    scanner.skip();
    scanner.position += 1; // the colon
    scanner.skip();
  }
  const opens = text[scanner.position];
  entries.set(entry, field.valueStart, scanner.position);
  if (opens === "{" || opens === "[") {
    scanner.position += 1;
    stack.push({ entry, isObject: opens === "{", last: 0 });
  } else entries.set(entry, field.valueEnd, scanner.token());
}

/** String tokens of a text that need not be valid, in order; comments are passed over. */
export function stringRanges(text: string): Comment[] {
  const scanner = new Scanner(text);
  const ranges: Comment[] = [];
  while (scanner.position < text.length) {
    scanner.skip();
    const start = scanner.position;
    if (text[start] === '"' || text[start] === "'") ranges.push({ start, end: scanner.token() });
    else scanner.position += 1;
  }
  return ranges;
}
