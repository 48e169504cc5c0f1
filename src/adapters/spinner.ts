import ora, { type Ora } from "ora";

/** Starts a spinner on standard error. A file of its own, so that nothing is loaded where there is no terminal. */
export function startSpinner(text: string): Ora {
  return ora({ text, stream: process.stderr }).start();
}
