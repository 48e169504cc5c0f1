import ora from "ora";
import type { Progress, Step } from "../ports.ts";

const silent: Step = { update() {}, done() {}, failed() {}, clear() {} };

/**
 * Progress on standard error. `animated`: a spinner that is replaced by its last line;
 * otherwise only the last line is written. `quiet` writes nothing at all.
 */
export function createProgress(options: {
  quiet: boolean;
  animated: boolean;
  redact: (text: string) => string;
}): Progress {
  const write = (line: string) => {
    if (!options.quiet) process.stderr.write(`${options.redact(line)}\n`);
  };
  return {
    note: (lines) => lines.forEach(write),
    step(text) {
      if (options.quiet) return silent;
      if (!options.animated) return { ...silent, done: write, failed: write };
      const spinner = ora({ text: options.redact(text), stream: process.stderr }).start();
      return {
        update: (next) => {
          spinner.text = options.redact(next);
        },
        done: (last) => {
          spinner.stop();
          write(last);
        },
        failed: (last) => {
          spinner.stop();
          write(last);
        },
        clear: () => {
          spinner.stop();
        },
      };
    },
  };
}
