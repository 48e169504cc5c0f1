import { stripVTControlCharacters } from "node:util";
import { eastAsianWidth } from "get-east-asian-width";
import type { Style } from "../../ports.ts";

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

/** How text looks on this terminal. Without paint every colour gives its text as it is. */
export function createStyle(options: {
  columns: number;
  paint: Omit<Style, "columns" | "measure"> | undefined;
}): Style {
  const columns = Math.max(40, Math.min(options.columns, 120));
  return { columns, measure, ...(options.paint ?? plain) };
}
