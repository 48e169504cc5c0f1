import fc from "fast-check";
import type { DocumentPath } from "../../src/core/json/path.ts";

/** Numbers that decide, one after the other, what a text looks like; zeros, which shrinking leads to, give plain ones. */
export class Tape {
  private at = 0;
  private readonly numbers: readonly number[];
  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }
  /** A number from 0 to below `limit`. */
  below(limit: number): number {
    const number = this.numbers[this.at] ?? 0;
    this.at += 1;
    return number % limit;
  }
  /** True once in `n` times. */
  once(n: number): boolean {
    return this.below(n) === n - 1;
  }
  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }
}

/** The numbers of a tape. */
export const tapes = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: length, size: "max" });

/** A part of a generated text: where it stands, by what path it is reached. */
export interface Part {
  readonly path: DocumentPath;
  /** Offsets of the value. */
  start: number;
  end: number;
  readonly kind: "object" | "array" | "scalar";
  /** Its key, or one on its path, is written twice. */
  readonly twice: boolean;
}

/** A comment of a generated text: its unique text, and the paths of the value it stands in or in front of. */
export interface Mark {
  readonly text: string;
  /** The innermost container. */
  readonly inside: DocumentPath;
  /** It stands between the key and the value of this member: it may go with it. */
  readonly member: DocumentPath | undefined;
}

/** A generated text with what its author knows about it. */
export interface Generated {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly marks: readonly Mark[];
}

const words = [
  "a",
  "name",
  "default",
  "class",
  "null",
  "$id",
  "_x",
  "models",
  "b2",
  "true",
  "ключ",
  "NaN",
] as const;
const scalars = [
  "1",
  "true",
  "null",
  "'x'",
  '"y"',
  "0x1F",
  "+.5",
  "-0",
  "5.",
  "1e3",
  "Infinity",
  "-Infinity",
  "NaN",
  "+NaN",
  "-0xff",
  "false",
  '"a \\"quoted\\" // no comment"',
  "'it\\'s /* none */'",
  "'\\x41\\u0042\\q\\0'",
  "'two \\\nlines'",
  "'cut \\\r\nhere'",
  '"\u2028 and \u2029"',
  "'{ [ , ] } :'",
  '"\\\\"',
  "''",
  '"😀 中文"',
] as const;
const keySpellings: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `"${word}"`,
  (word) => `'${word}'`,
  (word) => `"\\u${word.charCodeAt(0).toString(16).padStart(4, "0")}${word.slice(1)}"`,
  (word) => `\\u${word.charCodeAt(0).toString(16).padStart(4, "0")}${word.slice(1)}`,
];
const quotedOnly = ["a b", "x/y.z", "1st", "-", "it`s", ""] as const;

class Writer {
  text = "";
  readonly parts: Part[] = [];
  readonly marks: Mark[] = [];
  private readonly tape: Tape;
  private readonly eol: string;
  private readonly unit: string;
  private readonly chatty: boolean;
  private readonly odd: boolean;

  constructor(tape: Tape) {
    this.tape = tape;
    this.eol = tape.pick(["\n", "\n", "\r\n", "\r"]);
    this.unit = tape.pick(["  ", "\t", "    "]);
    this.chatty = tape.once(2);
    this.odd = tape.once(3);
  }

  document(): void {
    if (this.tape.once(8)) this.text += "\uFEFF";
    this.gap([], undefined);
    this.value([], 0, false);
    this.gap([], undefined);
    if (!this.tape.once(3)) this.text += this.eol;
  }

  /** White space and comments, between any two tokens. */
  private gap(inside: DocumentPath, member: DocumentPath | undefined): void {
    const { tape } = this;
    for (let count = this.chatty ? tape.below(3) : 0; count > 0; count -= 1) {
      const kind = tape.below(8);
      if (kind === 0) this.text += " ";
      else if (kind === 1) this.text += this.eol;
      else if (kind === 2 && this.odd)
        this.text += tape.pick(["\t", "\u00a0", "\f", "\u2028", "\u3000", "\v", "\r"]);
      else if (kind >= 3 && kind <= 5) this.comment(inside, member, false);
      else if (kind === 6) this.comment(inside, member, true);
    }
  }

  private comment(inside: DocumentPath, member: DocumentPath | undefined, line: boolean): void {
    const id = `c${this.marks.length}c`;
    const extra = this.tape.pick(["", " 'x' { [ ,", ' "', " \\"]);
    const text = line ? `// ${id}${extra}` : `/* ${id}${extra}${this.tape.pick(["", "\n", "*"])} */`;
    this.marks.push({ text, inside, member });
    this.text += text + (line ? this.eol : "");
  }

  value(path: DocumentPath, depth: number, twice: boolean): void {
    const kind = path.length === 0 ? 7 : this.tape.below(10);
    if (depth < 5 && kind >= 7) this.container(path, depth, kind === 9 ? "array" : "object", twice);
    else {
      const scalar = this.tape.pick(scalars);
      this.parts.push({
        path,
        start: this.text.length,
        end: this.text.length + scalar.length,
        kind: "scalar",
        twice,
      });
      this.text += scalar;
    }
  }

  private container(path: DocumentPath, depth: number, kind: "object" | "array", twice: boolean): void {
    const { tape } = this;
    const part: Part = { path, start: this.text.length, end: 0, kind, twice };
    this.parts.push(part);
    const count = path.length === 0 ? 1 + tape.below(5) : tape.below(5);
    const layout = tape.pick(["lines", "flat", "lines", "commaFirst"] as const);
    const outer = this.eol + this.unit.repeat(depth);
    const inner = outer + this.unit;
    this.text += kind === "object" ? "{" : "[";
    this.gap(path, undefined);
    const keys = kind === "object" ? this.keys(count) : [];
    for (let index = 0; index < count; index += 1) {
      if (layout === "lines") this.text += inner;
      else if (layout === "commaFirst") this.text += index === 0 ? `${inner}  ` : "";
      else if (index > 0) this.text += tape.pick([" ", ""]);
      this.member(path, index, keys, depth, twice);
      const last = index === count - 1;
      this.gap(path, undefined);
      if (last ? tape.once(2) : true) this.text += !last && layout === "commaFirst" ? `${inner}, ` : ",";
      this.gap(path, undefined);
    }
    if (count > 0 && layout !== "flat") this.text += outer;
    this.text += kind === "object" ? "}" : "]";
    part.end = this.text.length;
  }

  private keys(count: number): string[] {
    const keys: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const repeat = index > 0 && this.tape.once(12);
      if (repeat) keys.push(keys[this.tape.below(index)] ?? "");
      else if (this.tape.once(14)) keys.push("__proto__");
      else if (this.tape.once(8)) keys.push(this.tape.pick(quotedOnly) + index);
      else keys.push(this.tape.pick(words) + (index === 0 ? "" : String(index)));
    }
    return keys;
  }

  private member(
    path: DocumentPath,
    index: number,
    keys: readonly string[],
    depth: number,
    twice: boolean,
  ): void {
    const key = keys[index];
    const own = [...path, key ?? index];
    if (key !== undefined) {
      const bare = /^[A-Za-zа-я_$][\wа-я$]*$/.test(key);
      const spelling = this.tape.below(bare ? keySpellings.length : 2) + (bare ? 0 : 1);
      this.text += (keySpellings[spelling] ?? String)(key);
      this.gap(path, own);
      this.text += ":";
      this.gap(path, own);
      if (this.tape.below(4) > 0) this.text += " ";
    }
    const doubled = keys.filter((one) => one === key).length > 1;
    this.value(own, depth + 1, twice || (key !== undefined && doubled));
  }
}

/** A random JSON5 text with comments, commas, quotes, numbers, escapes and line ends of every kind. */
export function generateText(tape: Tape): Generated {
  const writer = new Writer(tape);
  writer.document();
  return { text: writer.text, parts: writer.parts, marks: writer.marks };
}

/** A random value of plain JSON. */
export function generateValue(tape: Tape, depth = 0): unknown {
  const kind = tape.below(depth < 3 ? 10 : 7);
  if (kind === 0) return tape.below(1000);
  if (kind === 1)
    return tape.pick(["v", "it's", 'say "x"', "back\\slash", "\u2028", "// no", "tab\t", "中", "\ud800"]);
  if (kind === 2) return tape.once(2);
  if (kind === 3) return null;
  if (kind === 4) return tape.pick([-0.5, 1e21, 0, -7]);
  if (kind === 5) return [];
  if (kind === 6) return {};
  const count = tape.below(4);
  if (kind === 7) return Array.from({ length: count }, () => generateValue(tape, depth + 1));
  const entries = Array.from({ length: count }, (_, index) => [
    tape.pick(["id", "new key", "class", "__proto__", "π"]) + (index === 0 ? "" : index),
    generateValue(tape, depth + 1),
  ]);
  return Object.fromEntries(entries);
}
