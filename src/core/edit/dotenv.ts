import type { Edit } from "../change/index.ts";
import { fail } from "../problem/index.ts";

// dotenv 17's own pattern, which lets a value are on the line after its name, as below a heading that ends in a colon.
// Blank lines before a name and after a value are left out: nothing depends on them, and searching them takes long.
const lineOf =
  /^[^\S\r\n]*(?:export\s+)?([\w.-]+)(\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?[^\S\r\n]*(?:#.*)?$/dgm;

interface Entry {
  readonly name: string;
  readonly value: string;
  /** From the name, or the `export` before it, to the end of the value and its comment. */
  readonly start: number;
  readonly end: number;
  /** After the `=` or `:`. */
  readonly separated: number;
  /** The value with its quotes; undefined for an empty one. */
  readonly written: { readonly start: number; readonly end: number } | undefined;
}

function readValue(raw: string): string {
  const text = raw.trim();
  const bare = text.replace(/^(['"`])([\s\S]*)\1$/gm, "$2");
  return text.startsWith('"') ? bare.replace(/\\n/g, "\n").replace(/\\r/g, "\r") : bare;
}

/** The text with only line feeds, as dotenv reads it, and the original position of each character. */
function withLineFeeds(text: string): { readonly lines: string; at(index: number): number } {
  const lines = text.replace(/\r\n?/g, "\n");
  if (lines.length === text.length) return { lines, at: (index) => index };
  const places = new Int32Array(lines.length + 1);
  for (let index = 0, place = 0; index < places.length; index += 1, place += 1) {
    places[index] = place;
    if (text.startsWith("\r\n", place)) place += 1;
  }
  return { lines, at: (index) => places[index] ?? text.length };
}

function entriesOf(text: string): Entry[] {
  const { lines, at } = withLineFeeds(text);
  return [...lines.matchAll(lineOf)].map((match) => {
    const [, name = "", separator = "", raw = ""] = match;
    const [separatorStart = 0] = match.indices?.[2] ?? [];
    const [rawStart = 0, rawEnd = 0] = match.indices?.[3] ?? [];
    const trimmed = raw.trim();
    const start = rawStart + raw.length - raw.trimStart().length;
    return {
      name,
      value: readValue(raw),
      start: at(match.index),
      end: at(Math.max(match.index + match[0].length, rawEnd)),
      separated: at(separatorStart + separator.search(/[=:]/)) + 1,
      written: trimmed === "" ? undefined : { start: at(start), end: at(start + trimmed.length) },
    };
  });
}

/** Reads a `.env` as dotenv 17 does; of a name given twice the last value counts. */
export function parseDotenv(text: string): ReadonlyMap<string, string> {
  return new Map(entriesOf(text).map((entry) => [entry.name, entry.value]));
}

function quote(value: unknown): string {
  if (typeof value !== "string" || value === "" || /['\u0000-\u001f\u007f\u2028\u2029]/.test(value))
    throw fail("malformed-key", { source: ".env" });
  return `'${value}'`;
}

const refused = (name: string) => fail("edit-refused", { file: ".env", path: name, variant: "not-as-asked" });

/** Returns the texts that set a variable, the best one first: an earlier line may swallow a new one into its value. */
function settings(text: string, name: string, value: unknown): string[] {
  const quoted = quote(value);
  const present = entriesOf(text).findLast((entry) => entry.name === name);
  if (present?.value === value) return [text];
  if (present) {
    const { separated, written } = present;
    // A value on another line can be meant as a line of its own, and must not be lost.
    if (written && /[\r\n]/.test(text.slice(separated, written.start))) throw refused(name);
    const lead = text[separated - 1] === ":" ? " " : "";
    if (written) return [text.slice(0, written.start) + quoted + text.slice(written.end)];
    return [text.slice(0, separated) + lead + quoted + text.slice(separated)];
  }
  const eol = text.match(/\r\n|\n|\r/)?.[0] ?? "\n";
  const gap = text === "" || text === "\uFEFF" || /[\r\n]$/.test(text) ? "" : eol;
  const line = `${name}=${quoted}${eol}`;
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  return [text + gap + line, text + gap + eol + line, text.slice(0, bom) + line + text.slice(bom)];
}

function removeEntry(text: string, name: string): string {
  let out = text;
  for (const entry of entriesOf(text).toReversed()) {
    if (entry.name !== name) continue;
    const eol = out.slice(entry.end).match(/^(?:\r\n|\n|\r)/)?.[0].length ?? 0;
    out = out.slice(0, entry.start) + out.slice(entry.end + eol);
  }
  return out;
}

/** The variables after a change, as they are meant. */
function meant(text: string, change: Edit): ReadonlyMap<string, string> {
  const variables = new Map(parseDotenv(text));
  const name = String(change.path[0] ?? "");
  if (change.op === "set") variables.set(name, String(change.value));
  else variables.delete(name);
  return variables;
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, value]) => other.get(name) === value);
}

/**
 * Applies `set` and `remove` to a `.env` text; every other byte stays. A value is written as NAME='value', in place
 * if the name exists. Throws Failure `malformed-key` for a value with quotes, line ends or control characters, and
 * `edit-refused` if dotenv would not read the result as intended, other variables included.
 */
export function editDotenv(text: string, changes: readonly Edit[]): string {
  let out = text;
  for (const change of changes) {
    const name = String(change.path[0] ?? "");
    const wanted = meant(out, change);
    const made = change.op === "set" ? settings(out, name, change.value) : [removeEntry(out, name)];
    const right = made.find((one) => isSame(parseDotenv(one), wanted));
    if (right === undefined) throw refused(name);
    out = right;
  }
  return out;
}
