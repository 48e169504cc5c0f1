import { Chalk } from "chalk";
import type { Gate } from "../../core/text/index.ts";
import type { Style } from "../../ports.ts";

const chalk = new Chalk({ level: 1 });

/** The colours of a style. */
export type Paint = Omit<Style, "columns" | "measure" | "sign" | "code">;

/** The colours, in the sixteen that every terminal theme defines. Loaded only where there is colour. */
export const paint: Paint = {
  bold: (text) => chalk.bold(text),
  dim: (text) => chalk.dim(text),
  red: (text) => chalk.red(text),
  green: (text) => chalk.green(text),
  yellow: (text) => chalk.yellow(text),
  cyan: (text) => chalk.cyan(text),
};

/** The colours with each escape sealed: the gate at the end of output opens these and drops all others. */
export function sealedPaint(gate: Gate): Paint {
  // Chalk must see the colours within a text, to begin its own again behind them.
  const sealed = (color: keyof Paint) => (text: string) => gate.seal(paint[color](gate.open(text)));
  return {
    bold: sealed("bold"),
    dim: sealed("dim"),
    red: sealed("red"),
    green: sealed("green"),
    yellow: sealed("yellow"),
    cyan: sealed("cyan"),
  };
}
