import { wrapText } from "../core/text/index.ts";
import type { Style } from "../ports.ts";

/** Pads a text with spaces on the right to a width in columns; colours do not count. */
export function padEnd(text: string, width: number, style: Style): string {
  return text + " ".repeat(Math.max(0, width - style.measure(text)));
}

/** Pads a text with spaces on the left to a width in columns. */
export function padStart(text: string, width: number, style: Style): string {
  return " ".repeat(Math.max(0, width - style.measure(text))) + text;
}

/** Cuts a text to a width in columns, with an ellipsis where something was cut. */
export function truncate(text: string, width: number, style: Style): string {
  if (style.measure(text) <= width) return text;
  let cut = "";
  for (const character of text) {
    if (style.measure(`${cut}${character}…`) > width) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Breaks a text into lines of at most `width` columns. A single longer word stays whole. */
export function wrap(text: string, width: number, style: Style): string[] {
  return wrapText(text, width, style.measure);
}

/** A text behind a mark (`✔`, `  +`), broken to the terminal's width, its later lines under its first one. */
export function marked(mark: string, text: string, style: Style): string[] {
  const indent = style.measure(mark) + 1;
  const [first = "", ...rest] = wrap(text, style.columns - indent, style);
  return [`${mark} ${first}`, ...rest.map((line) => " ".repeat(indent) + line)];
}
