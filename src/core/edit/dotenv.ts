import type { Edit } from "../change/index.ts";
import { fail } from "../problem/index.ts";

// dotenv 17's own grammar: optional export, a name, = or `: `, then a quoted or a bare value, then a comment.
const lineOf =
  /^[^\S\r\n]*(?:export[^\S\r\n]+)?([\w.-]+)(?:[^\S\r\n]*=[^\S\r\n]*?|:[^\S\r\n]+?)([^\S\r\n]*'(?:\\'|[^'])*'|[^\S\r\n]*"(?:\\"|[^"])*"|[^\S\r\n]*`(?:\\`|[^`])*`|[^#\r\n]+)?[^\S\r\n]*(?:#.*)?$/gm;

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

function readValue(raw: string): string {
  const text = raw.trim();
  const quote = text[0];
  const bare = /^(['"`])([\s\S]*)\1$/.exec(text)?.[2] ?? text;
  return quote === '"' ? bare.replace(/\\n/g, "\n").replace(/\\r/g, "\r") : bare;
}

function entriesOf(text: string): Entry[] {
  const bom = text.startsWith("\uFEFF") ? 1 : 0;
  return [...text.slice(bom).matchAll(lineOf)].map((match) => {
    const raw = match[2] ?? "";
    const start = match.index + bom;
    const lead = match[0].indexOf(match[1] ?? "") + (match[1] ?? "").length;
    const offset = raw === "" ? match[0].length : match[0].indexOf(raw, lead);
    const blanks = raw.length - raw.trimStart().length;
    return {
      name: match[1] ?? "",
      value: readValue(raw),
      start,
      end: start + match[0].length,
      valueStart: start + offset + blanks,
      valueEnd: start + offset + raw.trimEnd().length,
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

function setEntry(text: string, name: string, value: unknown): string {
  const quoted = quote(value);
  const present = entriesOf(text).findLast((entry) => entry.name === name);
  if (present) {
    if (present.value === value) return text;
    const at = present.valueStart;
    return text.slice(0, at) + quoted + text.slice(Math.max(at, present.valueEnd));
  }
  const eol = text.match(/\r\n|\n|\r/)?.[0] ?? "\n";
  const gap = text === "" || text === "\uFEFF" || /[\r\n]$/.test(text) ? "" : eol;
  return `${text}${gap}${name}=${quoted}${eol}`;
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

/**
 * Applies `set` and `remove` to a `.env` text; every other byte stays. A value is written as NAME='value', in place
 * where the name stands already. Throws Failure `malformed-key` for a value with quotes, line ends or control
 * characters, and `edit-refused` when the result would not read back as meant.
 */
export function editDotenv(text: string, changes: readonly Edit[]): string {
  let out = text;
  for (const change of changes) {
    const name = String(change.path[0] ?? "");
    if (change.op === "set") out = setEntry(out, name, change.value);
    else if (change.op === "remove") out = removeEntry(out, name);
    const found = parseDotenv(out).get(name);
    if (found !== (change.op === "set" ? change.value : undefined))
      throw fail("edit-refused", {
        file: ".env",
        path: name,
        variant: "not-as-asked",
      });
  }
  return out;
}
