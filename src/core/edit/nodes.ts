/** A member of an object or an element of an array. Offsets count UTF-16 units from the start of the text. */
export interface Child {
  /** The decoded key; undefined in arrays. */
  readonly key: string | undefined;
  /** Where the key begins, or the value in arrays. */
  readonly start: number;
  readonly keyEnd: number;
  readonly value: Node;
  /** Offset of the comma behind it, -1 without one. */
  readonly comma: number;
}

/** A value in the text. */
export interface Node {
  readonly kind: "object" | "array" | "scalar";
  readonly start: number;
  readonly end: number;
  /** Made when they are first asked for; of scalars one shared empty list. */
  readonly children: readonly Child[];
}

/** The numbers of one entry of {@link Entries}. */
export const field = {
  start: 0,
  keyEnd: 1,
  valueStart: 2,
  valueEnd: 3,
  comma: 4,
  firstChild: 5,
  next: 6,
} as const;
const width = 7;

/**
 * The members and elements of a text, in its order, as rows of numbers: a large text has a million of them, of which
 * few are ever asked for. `firstChild` and `next` are the places of rows, 0 where there is none.
 */
export class Entries {
  #numbers = new Int32Array(64 * width);
  // No entry is at 0.
  #length = width;

  get(entry: number, field: number): number {
    return this.#numbers[entry + field] ?? 0;
  }

  set(entry: number, field: number, value: number): void {
    this.#numbers[entry + field] = value;
  }

  /** Adds an entry without a comma. Returns its place. */
  add(from: number): number {
    const entry = this.#length;
    this.#length += width;
    if (this.#length > this.#numbers.length) {
      const longer = new Int32Array(this.#numbers.length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.set(entry, field.start, from);
    this.set(entry, field.comma, -1);
    return entry;
  }
}

/** Decodes one key token with the parser itself, so that both always agree. */
export type DecodeKey = (token: string) => string;

function keyOf(token: string, decode: DecodeKey): string {
  if (token.includes("\\")) return decode(token);
  const first = token[0];
  return first === '"' || first === "'" ? token.slice(1, -1) : token;
}

/** What the nodes of one text are made from. */
interface Found {
  readonly text: string;
  readonly entries: Entries;
  readonly decode: DecodeKey;
}

/** What every scalar has: a large text has so many that an empty list for each one is felt. */
const none: readonly Child[] = [];

/** A value whose children are made from the entries when they are first asked for. */
export class EntryNode implements Node {
  readonly kind: Node["kind"];
  readonly start: number;
  readonly end: number;
  readonly #found: Found;
  readonly #entry: number;
  #children: readonly Child[] | undefined;

  constructor(found: Found, entry: number) {
    const { text, entries } = found;
    this.start = entries.get(entry, field.valueStart);
    this.end = entries.get(entry, field.valueEnd);
    this.kind = text[this.start] === "{" ? "object" : text[this.start] === "[" ? "array" : "scalar";
    this.#found = found;
    this.#entry = entry;
  }

  get children(): readonly Child[] {
    if (this.kind === "scalar") return none;
    this.#children ??= this.#made();
    return this.#children;
  }

  #made(): Child[] {
    const { text, entries, decode } = this.#found;
    const children: Child[] = [];
    for (let at = entries.get(this.#entry, field.firstChild); at !== 0; at = entries.get(at, field.next)) {
      const [from, to] = [entries.get(at, field.start), entries.get(at, field.keyEnd)];
      const key = this.kind === "object" ? keyOf(text.slice(from, to), decode) : undefined;
      const value = new EntryNode(this.#found, at);
      children.push({ key, start: from, keyEnd: to, value, comma: entries.get(at, field.comma) });
    }
    return children;
  }
}
