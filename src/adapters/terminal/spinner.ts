import ora from "ora";
import type { Style, World } from "../../ports.ts";
import { watchKeys } from "./key-watch.ts";

/** The colour of ora's spinner, which would ignore NO_COLOR and --no-color. */
const spinnerColor = (style: Style) => (style.cyan("x") === "x" ? false : "cyan");

/**
 * Starts a spinner on standard error, the keyboard being watched meanwhile. A file of its own, so that nothing is
 * loaded where there is no terminal.
 */
export function startSpinner(
  text: string,
  style: Style,
  world: Pick<World, "env" | "stdin" | "stderr" | "raise" | "atExit">,
  onEscape?: (() => void) | undefined,
): { set text(next: string); stop(): void } {
  const spinner = ora({
    text,
    stream: world.stderr,
    color: spinnerColor(style),
    spinner: style.sign("…") === "…" ? "dots" : "line",
    discardStdin: false,
    isEnabled: world.env["TERM"] !== "dumb",
  });
  const unwatch = watchKeys(world, onEscape);
  spinner.start();
  const stop = () => {
    spinner.stop();
    unwatch();
    forget();
  };
  // Ctrl-C ends the program from within: the cursor and the keyboard go back first.
  const forget = world.atExit(stop);
  return {
    set text(next: string) {
      spinner.text = next;
    },
    stop,
  };
}
