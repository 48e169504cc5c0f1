import { stripVTControlCharacters } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";
import { inAscii } from "../../core/terminal/index.ts";
import type { Style } from "../../ports.ts";
import type { Paint } from "./paint.ts";

// What our own texts are made of: one column each, without asking Unicode, which takes some milliseconds the first time.
const plainOnly = /^[\x20-\x7e·…→✔✖▲•“”]*$/;
const takesNoRoom = /\p{Mark}|\p{Default_Ignorable_Code_Point}|\p{Control}/u;

/** Columns that a text takes: wide characters count two, combining and invisible ones none, colours none. */
function measure(text: string): number {
  if (plainOnly.test(text)) return text.length;
  let columns = 0;
  for (const character of stripVTControlCharacters(text))
    if (!takesNoRoom.test(character)) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  return columns;
}

const asItIs = (text: string) => text;
const plain = { bold: asItIs, dim: asItIs, red: asItIs, green: asItIs, yellow: asItIs, cyan: asItIs };

/**
 * Returns how text looks on this terminal. Without `paint` every colour returns its text unchanged; `link` turns a
 * problem code into a link, and is only for terminals that support them.
 */
export function createStyle(options: {
  columns: number;
  /** Whether the terminal shows more than ASCII; it does by default. */
  signs?: boolean;
  paint: Paint | undefined;
  link?: ((code: string, painted: string) => string) | undefined;
}): Style {
  const columns = Math.max(40, Math.min(options.columns, 120));
  const paint = options.paint ?? plain;
  const { link } = options;
  const code = link ? (code: string) => link(code, paint.dim(code)) : paint.dim;
  if (options.signs ?? true) return { columns, measure, sign: asItIs, ...paint, code };
  return { columns, measure: (text) => measure(inAscii(text)), sign: inAscii, ...paint, code };
}
