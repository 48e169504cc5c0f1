import type { Output, Progress, ProgressStep } from "../../ports.ts";

/** A line that moves while something runs. */
export interface Spinner {
  set text(next: string);
  stop(): void;
}

const silent: ProgressStep = { update() {}, done() {}, failed() {}, clear() {} };

/**
 * Progress on an output. `spin` starts a spinner that is replaced by its last line; without it only the last
 * line is written. `quiet` leaves the steps out, `mute` all.
 */
export function createProgress(options: {
  quiet: boolean;
  mute: boolean;
  spin: ((text: string, onEscape: (() => void) | undefined) => Spinner) | undefined;
  /** Whether a step without a spinner is named when it begins. */
  announces?: boolean;
  /** What every text goes through before it is shown. */
  makeSafe: (text: string) => string;
  output: Output;
}): Progress {
  const write = (line: string) => {
    if (!options.mute) options.output.write(`${options.makeSafe(line)}\n`);
  };
  return {
    note: (lines) => lines.forEach(write),
    step(text, onEscape) {
      if (options.quiet || options.mute) return silent;
      if (!options.spin && options.announces) write(text);
      if (!options.spin) return { ...silent, done: write, failed: write };
      const spinner = options.spin(options.makeSafe(text), onEscape);
      const end = (last: string) => {
        spinner.stop();
        write(last);
      };
      return {
        update: (next) => {
          spinner.text = options.makeSafe(next);
        },
        done: end,
        failed: end,
        clear: () => {
          spinner.stop();
        },
      };
    },
  };
}
