/** A member of an object or an element of an array. Offsets count UTF-16 units from the start of the text. */
export interface Child {
  /** The decoded key; undefined in arrays. */
  readonly key: string | undefined;
  /** Where the key begins, or the value in arrays. */
  readonly start: number;
  readonly keyEnd: number;
  readonly value: Node;
  /** Offset of the comma behind it, -1 without one. */
  comma: number;
}

/** A value in the text. */
export interface Node {
  readonly kind: "object" | "array" | "scalar";
  readonly start: number;
  end: number;
  /** Of scalars one shared empty list. */
  readonly children: Child[];
}

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

/** Decodes one key token with the parser itself, so that both always agree. */
type DecodeKey = (token: string) => string;

function keyOf(token: string, decode: DecodeKey): string {
  if (token.includes("\\")) return decode(token);
  const first = token[0];
  return first === '"' || first === "'" ? token.slice(1, -1) : token;
}

/**
 * Finds the positions of every value, key, comma and comment. The text must be valid JSON5: validity is the
 * parser's business, this only looks where things are. No recursion: nesting may be as deep as it likes.
 */
export function scan(text: string, decode: DecodeKey): Scan {
  const scanner = new Scanner(text);
  const holder: Node = { kind: "array", start: 0, end: text.length, children: [] };
  const stack: Node[] = [holder];
  while (stack.length > 0) {
    scanner.skip();
    const container = stack[stack.length - 1] as Node;
    const character = text[scanner.position];
    if (character === undefined) break;
    if (character === ",") {
      const last = container.children[container.children.length - 1];
      if (last) last.comma = scanner.position;
      scanner.position += 1;
    } else if (character === "}" || character === "]") {
      scanner.position += 1;
      container.end = scanner.position;
      stack.pop();
    } else readChild(scanner, container, stack, decode);
  }
  const root = holder.children[0]?.value ?? { kind: "scalar", start: 0, end: 0, children: [] };
  return { root, comments: scanner.comments };
}

/** What every scalar has: a large text has so many that an empty list for each one is felt. */
const none: Child[] = [];

function readChild(scanner: Scanner, container: Node, stack: Node[], decode: DecodeKey): void {
  const { text } = scanner;
  const start = scanner.position;
  let key: string | undefined;
  let keyEnd = start;
  if (container.kind === "object") {
    keyEnd = scanner.token();
    key = keyOf(text.slice(start, keyEnd), decode);
    scanner.skip();
    scanner.position += 1; // the colon
    scanner.skip();
  }
  const at = scanner.position;
  const opens = text[at] === "{" ? "object" : text[at] === "[" ? "array" : "scalar";
  const value: Node = { kind: opens, start: at, end: at, children: opens === "scalar" ? none : [] };
  container.children.push({ key, start, keyEnd, value, comma: -1 });
  if (opens === "scalar") value.end = scanner.token();
  else {
    scanner.position += 1;
    stack.push(value);
  }
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
