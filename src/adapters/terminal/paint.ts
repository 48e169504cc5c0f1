import { Chalk } from "chalk";
import type { Style } from "../../ports.ts";

const chalk = new Chalk({ level: 1 });

/** The colours, in the sixteen that every terminal theme defines. Loaded only where there is colour. */
export const paint: Omit<Style, "columns" | "measure"> = {
  bold: (text) => chalk.bold(text),
  dim: (text) => chalk.dim(text),
  red: (text) => chalk.red(text),
  green: (text) => chalk.green(text),
  yellow: (text) => chalk.yellow(text),
  cyan: (text) => chalk.cyan(text),
};
