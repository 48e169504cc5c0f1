import { Chalk } from "chalk";
import stringWidth from "string-width";
import type { Style } from "../ports.ts";

const asciiOnly = /^[\x20-\x7e]*$/;

/** Columns that a text takes; plain ASCII, the usual case, needs no segmenting. */
function measure(text: string): number {
  return asciiOnly.test(text) ? text.length : stringWidth(text);
}

/** How text looks on this terminal. Without colour every function returns its argument. */
export function createStyle(options: { color: boolean; columns: number }): Style {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  return {
    columns: Math.max(40, Math.min(options.columns, 120)),
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    red: (text) => chalk.red(text),
    green: (text) => chalk.green(text),
    yellow: (text) => chalk.yellow(text),
    cyan: (text) => chalk.cyan(text),
    measure,
  };
}
