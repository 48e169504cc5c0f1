import ora from "ora";
import type { Style } from "../../ports.ts";
import { watchKeys } from "../http/key-watch.ts";

/** The colour that ora gives its spinner; it would colour it whatever NO_COLOR and --no-color say. */
const spinnerColor = (style: Style) => (style.cyan("x") === "x" ? false : "cyan");

/**
 * Starts a spinner on standard error, the keyboard being watched meanwhile. A file of its own, so that nothing is
 * loaded where there is no terminal.
 */
export function startSpinner(text: string, style: Style): { set text(next: string); stop(): void } {
  const spinner = ora({ text, stream: process.stderr, color: spinnerColor(style), discardStdin: false });
  const unwatch = watchKeys();
  spinner.start();
  const stop = () => {
    spinner.stop();
    unwatch();
    process.off("exit", stop);
  };
  // Ctrl-C ends the process from within: the cursor and the keyboard go back first.
  process.once("exit", stop);
  return {
    set text(next: string) {
      spinner.text = next;
    },
    stop,
  };
}
