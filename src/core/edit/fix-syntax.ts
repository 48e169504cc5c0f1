import JSON5 from "json5";
import type { SyntaxFault } from "../change/index.ts";
import { isObject } from "../json/index.ts";
import { isLineEnd, isSpace } from "./scan.ts";
import { type Splice, splice } from "./splice.ts";

/** A corrected text. Offsets of faults count in the broken text. */
export interface FixedSyntax {
  readonly text: string;
  readonly faults: readonly { readonly fault: SyntaxFault; readonly offset: number }[];
}

interface Candidate {
  readonly fault: SyntaxFault;
  readonly splices: readonly Splice[];
}

// Beyond these a text is damaged rather than mistyped, and trying takes long.
const mostFaults = 12;
const mostCharacters = 300_000;

/** Characters of Chinese keyboards and word processors, with the plain ones that are meant in a config. */
export const plainCharacters: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "｛": "{",
  "｝": "}",
  "［": "[",
  "］": "]",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
};
const closing: Readonly<Record<string, string>> = { "“": "”", "‘": "’" };

const insert = (at: number, text: string): Splice => ({ start: at, end: at, text, replaced: false });
const swap = (at: number, text: string): Splice => ({ start: at, end: at + 1, text, replaced: true });

/** Returns the offset that an error of json5 names. */
export function offsetOf(text: string, error: unknown): number {
  const { lineNumber = 1, columnNumber = 1 } = error as { lineNumber?: number; columnNumber?: number };
  let start = 0;
  // json5 counts lines by \n only and columns in UTF-16 units.
  for (let line = 1; line < lineNumber; line += 1) start = text.indexOf("\n", start) + 1;
  return Math.max(0, Math.min(text.length, start + columnNumber - 1));
}

/** Returns where json5 stops reading a text; undefined for a valid one. */
function stopOf(text: string): number | undefined {
  try {
    JSON5.parse(text);
    return undefined;
  } catch (error) {
    return offsetOf(text, error);
  }
}

/** What is before an offset: the end of the last token, the open brackets, and the start of a string that is open. */
interface Before {
  readonly end: number;
  readonly open: readonly string[];
  readonly string: { readonly start: number; readonly quote: string } | undefined;
}

function lookBefore(text: string, stop: number): Before {
  const open: string[] = [];
  let end = 0;
  for (let at = 0; at < stop; ) {
    const char = text[at] ?? "";
    if (isSpace(text.charCodeAt(at))) at += 1;
    else if (char === "/" && text[at + 1] === "/") {
      while (at < stop && !isLineEnd(text.charCodeAt(at))) at += 1;
    } else if (char === "/" && text[at + 1] === "*") {
      const close = text.indexOf("*/", at + 2);
      at = close === -1 ? stop : close + 2;
    } else if (char === '"' || char === "'") {
      const start = at;
      at += 1;
      while (at < stop && text[at] !== char) at += text[at] === "\\" ? 2 : 1;
      if (at >= stop) return { end, open, string: { start, quote: char } };
      at += 1;
      end = at;
    } else {
      if (char === "{" || char === "[") open.push(char === "{" ? "}" : "]");
      else if (char === "}" || char === "]") open.pop();
      at += 1;
      end = at;
    }
  }
  return { end, open, string: undefined };
}

/** A string without its closing quote ends before the comma at the end of its line, or with the line. */
function closeString(text: string, { start, quote }: { start: number; quote: string }): Candidate[] {
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  const line = text.slice(start, end).trimEnd();
  const at = start + line.length - (line.endsWith(",") ? 1 : 0);
  return [{ fault: "quote-missing", splices: [insert(at, quote)] }];
}

function replaceCharacter(text: string, stop: number): Candidate[] {
  const char = text[stop] ?? "";
  const plain = plainCharacters[char];
  if (plain === undefined) return [];
  const alone: Candidate = { fault: "wrong-character", splices: [swap(stop, plain)] };
  const partner = closing[char];
  if (partner === undefined) return [alone];
  const close = text.indexOf(partner, stop);
  const lineEnd = text.slice(stop).search(/[\r\n]/);
  if (close === -1 || (lineEnd !== -1 && close > stop + lineEnd)) return [alone];
  return [{ fault: "wrong-character", splices: [swap(stop, plain), swap(close, plain)] }];
}

/** The corrections that could let the parser past the place where it stopped. */
function candidatesAt(text: string, stop: number): Candidate[] {
  const { end, open, string } = lookBefore(text, stop);
  if (string) return closeString(text, string);
  const char = text[stop];
  const last = text[end - 1] ?? "";
  if (char === undefined) {
    // Only its indentation shows which bracket is missing: an inner one would change what the others close. A file
    // that was cut short lacks more than one, and must not be closed over its loss.
    const before = text.slice(0, end - 1);
    const indentation = before.length - before.trimEnd().length - 1;
    const isInner = /[}\]]/.test(last) && /[\r\n][ \t]*$/.test(before) && indentation > 0;
    return open.length === 1 && isInner
      ? [{ fault: "bracket-missing", splices: [insert(end, `\n${open[0]}`)] }]
      : [];
  }
  const found = replaceCharacter(text, stop);
  if (char === ",") found.push({ fault: "comma-extra", splices: [{ ...swap(stop, ""), end: stop + 1 }] });
  if (char === "=") found.push({ fault: "colon-missing", splices: [swap(stop, ":")] });
  if (/[}\]]/.test(char) && open.length === 0)
    found.push({ fault: "bracket-extra", splices: [swap(stop, "")] });
  // A word right beside a quote has lost its own quote.
  const isApart = end < stop || /[{[]/.test(char) || /[}\]]/.test(last);
  if (isApart && /["'\w$.+{[-]/.test(char) && /["'\w$}\].]/.test(last))
    found.push(
      { fault: "comma-missing", splices: [insert(end, ",")] },
      { fault: "colon-missing", splices: [insert(end, ":")] },
    );
  return found;
}

/** The one correction with which the parser gets further; undefined if none does, or several do. */
function correct(
  text: string,
  stop: number,
): { text: string; candidate: Candidate; stop?: number } | undefined {
  const tried = candidatesAt(text, stop).map((candidate) => {
    const next = splice(text, candidate.splices);
    const reached = stopOf(next);
    const left = reached === undefined ? -1 : next.length - reached;
    return { text: next, candidate, left, ...(reached === undefined ? {} : { stop: reached }) };
  });
  // A bracket alone where the parser stopped is no progress: the rest of the text has to shrink.
  const better = tried.filter((one) => one.left < text.length - stop).sort((a, b) => a.left - b.left);
  const [best, second] = better;
  return best && best.left !== second?.left ? best : undefined;
}

/**
 * Corrects typing errors in a JSON5 text, each by the only insertion, removal or replacement of a character that lets
 * the parser go on. Undefined for a valid text, for one that has other faults, and for one whose root would be no
 * object.
 */
export function fixSyntax(broken: string): FixedSyntax | undefined {
  if (broken.length > mostCharacters) return undefined;
  let text = broken;
  let stop = stopOf(text);
  const faults: { fault: SyntaxFault; offset: number }[] = [];
  const shifts: { at: number; by: number }[] = [];
  while (stop !== undefined) {
    const next = faults.length < mostFaults ? correct(text, stop) : undefined;
    if (next === undefined) return undefined;
    const { fault, splices } = next.candidate;
    const at = splices[0]?.start ?? stop;
    const moved = shifts.filter((one) => one.at <= at).reduce((sum, one) => sum + one.by, 0);
    faults.push({ fault, offset: at - moved });
    for (const one of splices) shifts.push({ at: one.start, by: one.text.length - (one.end - one.start) });
    ({ text, stop } = { text: next.text, stop: next.stop });
  }
  return faults.length > 0 && isObject(JSON5.parse(text)) ? { text, faults } : undefined;
}
