/** A text as it reads without an encoding: its characters, and where each stands in the text it came from. */
interface View {
  readonly chars: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const escapes =
  /\\u\{?00([0-9a-f]{2})\}?|\\x([0-9a-f]{2})|%([0-9a-f]{2})|&#x0{0,4}([0-9a-f]{2});|&#0{0,4}(\d{2,3});/gi;
const shortest = 16;
const stretch = 8;

function decodedView(text: string): View {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (char: string, start: number, end: number) => {
    chars.push(char);
    starts.push(start);
    ends.push(end);
  };
  let at = 0;
  for (const match of text.matchAll(escapes)) {
    for (; at < match.index; at += 1) add(text.charAt(at), at, at + 1);
    const digits = match.slice(1, 5).find((one) => one !== undefined);
    const code = digits === undefined ? Number(match[5]) : Number.parseInt(digits, 16);
    at = match.index + match[0].length;
    add(String.fromCharCode(code), match.index, at);
  }
  for (; at < text.length; at += 1) add(text.charAt(at), at, at + 1);
  return { chars: chars.join(""), starts, ends };
}

function without(view: View, separators: RegExp): View {
  const kept = view.starts
    .map((_, index) => index)
    .filter((index) => !separators.test(view.chars.charAt(index)));
  return {
    chars: kept.map((index) => view.chars.charAt(index)).join(""),
    starts: kept.map((index) => view.starts[index] ?? 0),
    ends: kept.map((index) => view.ends[index] ?? 0),
  };
}

const isHexText = (text: string) =>
  Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");

/** Eight characters of base64 that stand at `shift` bytes: the ten letters that they alone decide. */
function base64At(part: string, shift: number): string {
  const from = Math.ceil((shift * 8) / 6);
  return btoa("\0".repeat(shift) + part).slice(from, from + 10);
}

// A word or a number that a key happens to hold says nothing of the key, and must not be torn out of ordinary text.
const isTelling = (part: string) =>
  new Set(part).size >= 5 &&
  /[a-z]/i.test(part) &&
  (/\d/.test(part) || (/[a-z]/.test(part) && /[A-Z]/.test(part)));

function stretchesOf(secrets: readonly string[]): string[] {
  const long = secrets.filter((secret) => secret.length >= shortest && /^[\x21-\x7e]+$/.test(secret));
  return long
    .flatMap((secret) =>
      Array.from({ length: secret.length - stretch + 1 }, (_, at) => secret.slice(at, at + stretch)),
    )
    .filter(isTelling);
}

function mark(view: View, parts: ReadonlySet<string>, width: number, covered: Uint8Array): void {
  for (let at = 0; at + width <= view.chars.length; at += 1)
    if (parts.has(view.chars.slice(at, at + width)))
      covered.fill(1, view.starts[at] ?? 0, view.ends[at + width - 1] ?? 0);
}

/** How a stretch of a secret looks raw, in hex and in base64. */
interface Stretches {
  readonly raw: ReadonlySet<string>;
  readonly hex: ReadonlySet<string>;
  readonly base64: ReadonlySet<string>;
}

/** Marks in `covered` what of a text is a stretch in any encoding. */
function cover(text: string, stretches: Stretches, covered: Uint8Array): void {
  const view = decodedView(text);
  mark(view, stretches.raw, stretch, covered);
  const lower = view.chars.replace(/[A-Z]/g, (char) => char.toLowerCase());
  mark(without({ ...view, chars: lower }, /[\s:,-]/), stretches.hex, 2 * stretch, covered);
  const common = view.chars.replace(/-/g, "+").replace(/_/g, "/");
  mark(without({ ...view, chars: common }, /[\r\n\\]/), stretches.base64, 10, covered);
}

// A long text is read part by part, so that its views take little memory; each part reaches into the next one as far
// as a stretch in any encoding does.
const partLength = 64 * 1024;
const reach = 4096;

/**
 * Puts `…` for every stretch of eight or more characters of a secret, raw or behind JSON escapes, URL encoding, HTML
 * entities, hex (with separators too) and base64 or base64url at any alignment. Stretches that are an ordinary word
 * or number stay, as do secrets shorter than sixteen. The time is linear in the text.
 */
export function hideDisguised(text: string, secrets: readonly string[]): string {
  if (text.length < stretch) return text;
  const parts = stretchesOf(secrets);
  if (parts.length === 0) return text;
  const stretches: Stretches = {
    raw: new Set(parts),
    hex: new Set(parts.map(isHexText)),
    base64: new Set(parts.flatMap((part) => [0, 1, 2].map((shift) => base64At(part, shift)))),
  };
  const covered = new Uint8Array(text.length);
  for (let from = 0; from < text.length; from += partLength) {
    const end = from + partLength + reach;
    cover(text.slice(from, end), stretches, covered.subarray(from, end));
  }
  let out = "";
  let at = 0;
  for (let from = covered.indexOf(1); from !== -1; from = covered.indexOf(1, at)) {
    const end = covered.indexOf(0, from);
    out += `${text.slice(at, from)}…`;
    at = end === -1 ? text.length : end;
  }
  return out + text.slice(at);
}
