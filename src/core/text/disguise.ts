import { bytesView, decodedView, type View, without } from "./views.ts";

const stretch = 8;
const letters = 10;
const sure = 2 * stretch;

/** Texts of one width that are looked for. */
interface Parts {
  readonly width: number;
  readonly texts: ReadonlySet<string>;
}

/** What is looked for of some secrets: their stretches as they are, in hex and in base64. */
export interface Stretches {
  readonly plain: Parts;
  readonly hex: Parts;
  readonly base64: Parts;
  /** Twice as long, which no word is by accident. */
  readonly sure: ReadonlySet<string>;
}

const pairAt = (text: string, at: number) =>
  ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff);

const partsOf = (width: number, texts: readonly string[]): Parts => ({ width, texts: new Set(texts) });

/** The pairs of characters that texts begin with, by {@link pairAt}. */
function firstPairs(texts: Iterable<string>): Uint8Array {
  const pairs = new Uint8Array(0x10000);
  for (const text of texts) pairs[pairAt(text, 0)] = 1;
  return pairs;
}

const hexOf = (text: string) =>
  Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");

/** Eight characters in base64 after `shift` other ones: the ten letters that depend on them only. */
function base64At(part: string, shift: number): string {
  const from = Math.ceil((shift * 8) / 6);
  return btoa("\0".repeat(shift) + part).slice(from, from + letters);
}

const piecesOf = (secret: string, width: number) =>
  Array.from({ length: Math.max(0, secret.length - width + 1) }, (_, at) => secret.slice(at, at + width));

/** What has to be looked for to find any eight characters of these secrets. Secrets beyond ASCII are left out. */
export function stretchesOf(secrets: readonly string[]): Stretches {
  const keys = secrets.filter((secret) => /^[\x20-\x7e]+$/.test(secret));
  const parts = [...new Set(keys.flatMap((key) => piecesOf(key, stretch)))];
  return {
    plain: partsOf(stretch, parts),
    hex: partsOf(2 * stretch, parts.map(hexOf)),
    base64: partsOf(
      letters,
      parts.flatMap((part) => [0, 1, 2].map((shift) => base64At(part, shift))),
    ),
    sure: new Set(keys.flatMap((key) => piecesOf(key, sure))),
  };
}

// A word or a number that a key happens to contain reveals nothing of the key, and must not be masked in ordinary
// text.
const isTelling = (part: string) =>
  new Set(part).size >= 5 &&
  /[a-z]/i.test(part) &&
  (/\d/.test(part) || (/[a-z]/.test(part) && /[A-Z]/.test(part)));

/** Where what is found in a view is marked: the view's source starts at `offset` of it. */
interface Target {
  readonly covered: Uint8Array;
  readonly offset: number;
}

// Nearly every text has none of the parts, and to ask for each of them takes less than a look at every character.
const hasOne = (chars: string, { texts }: Parts) => [...texts].some((text) => chars.includes(text));

/** Marks the source of every part in a view. `counts`: the width of the source that a part at a place counts with. */
function mark(
  view: View,
  parts: Parts,
  { covered, offset }: Target,
  counts: (part: string, at: number, source: number) => boolean = () => true,
): void {
  const { chars } = view;
  if (!hasOne(chars, parts)) return;
  const { width, texts } = parts;
  const pairs = firstPairs(texts);
  const { starts, ends } = view.places();
  for (let at = 0; at + width <= chars.length; at += 1) {
    if (pairs[pairAt(chars, at)] === 0) continue;
    const part = chars.slice(at, at + width);
    const [from, to] = [starts[at] ?? 0, ends[at + width - 1] ?? 0];
    if (texts.has(part) && counts(part, at, to - from)) covered.fill(1, offset + from, offset + to);
  }
}

/** The text with `…` in place of what is covered. */
function cover(text: string, covered: Uint8Array): string {
  let out = "";
  let at = 0;
  for (let from = covered.indexOf(1); from !== -1; from = covered.indexOf(1, at)) {
    const end = covered.indexOf(0, from);
    out += `${text.slice(at, from)}…`;
    at = end === -1 ? text.length : end;
  }
  return out + text.slice(at);
}

/** Marks every stretch of the secrets in a text, in any encoding. */
function markAll(text: string, stretches: Stretches, target: Target): void {
  const { plain, hex, base64 } = stretches;
  const view = decodedView(text);
  mark(view, plain, target, (part, at, source) => {
    if (source > stretch || isTelling(part)) return true;
    return [...Array(stretch + 1).keys()].some((back) =>
      stretches.sure.has(view.chars.slice(Math.max(0, at - back), at - back + sure)),
    );
  });
  const bytes = bytesView(view);
  if (bytes) mark(bytes, plain, target);
  const lower = view.chars.replace(/[A-F]+/g, (digits) => digits.toLowerCase());
  // Quotes go only between two texts on a line: those of our own JSON are at the ends of lines, and must stay.
  mark(without({ ...view, chars: lower }, /0x|["'],[ \t]*["']|[\s:,;-]+/g), hex, target);
  const common = view.chars.replaceAll("-", "+").replaceAll("_", "/");
  mark(without({ ...view, chars: common }, /[\r\n]+[ \t]*/g), base64, target);
}

// The views of a text are many times as large as it: a long one is read in parts, each with what is around it, which
// is wider than any form of a stretch.
const partLength = 128 * 1024;
const aroundPart = 16 * 1024;

/**
 * Puts `…` for every stretch of eight or more characters of a secret, raw or behind JSON escapes, URL encoding, HTML
 * entities (also twice), lists of bytes, hex (with separators too) and base64 or base64url at any alignment. A raw
 * stretch that can be an ordinary word or number stays if it is shorter than sixteen. The time is linear in the text.
 */
export function hideDisguised(text: string, stretches: Stretches): string {
  if (text.length < stretch || stretches.plain.texts.size === 0) return text;
  const covered = new Uint8Array(text.length);
  for (let from = 0; from < text.length; from += partLength) {
    const offset = Math.max(0, from - aroundPart);
    markAll(text.slice(offset, from + partLength + aroundPart), stretches, { covered, offset });
  }
  return cover(text, covered);
}
