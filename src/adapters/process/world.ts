import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import type { EndingSignal, World } from "../../ports.ts";
import { lookAtMachine } from "./machine.ts";

/** The nearest folder above this file with a package.json: a bundle's files lie at different depths. */
function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** A reader that went away (`| head`) is no failure of ours. */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/** The world of this process. What costs something to know is asked for when it is first needed. */
export function createProcessWorld(): World {
  ignoreClosedPipes();
  return {
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    platform: process.platform,
    nodeVersion: process.versions.node,
    get machine() {
      return lookAtMachine();
    },
    get homedir() {
      return homedir();
    },
    get packageRoot() {
      return findPackageRoot();
    },
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    // Not process.stdin.isTTY: that would open standard input, which most commands never read.
    terminal: isatty(0) && isatty(2),
    patience: 1,
    now: () => new Date(),
    onSignal: (signal: EndingSignal, end: () => number) => {
      process.once(signal, () => process.exit(end()));
    },
    raise: (signal: EndingSignal) => {
      process.emit(signal);
    },
    atExit: (work: () => void) => {
      process.once("exit", work);
      return () => {
        process.off("exit", work);
      };
    },
  };
}
