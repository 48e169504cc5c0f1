import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { usableSize, usualColumns, usualRows } from "../../core/terminal/index.ts";
import type { EndingSignal, World } from "../../ports.ts";
import { askCodePage } from "./code-page.ts";
import { homeOfUser, lookAtMachine } from "./machine.ts";

/** The nearest folder above this file with a package.json: a bundle's files lie at different depths. */
function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** A terminal whose size was never set reports 0 columns, on which the drawing libraries never finish. */
function giveSize(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (!stream.isTTY) return stream;
  for (const [name, usual] of [
    ["columns", usualColumns],
    ["rows", usualRows],
  ] as const) {
    let said = stream[name];
    Object.defineProperty(stream, name, {
      configurable: true,
      enumerable: true,
      get: () => usableSize([said], usual),
      // Node sets it when the terminal changes its size.
      set: (next: number) => {
        said = next;
      },
    });
  }
  return stream;
}

/** The world of this process. What costs something to know is asked for when it is first needed. */
export function createProcessWorld(): World {
  return {
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    platform: process.platform,
    get language() {
      return process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "";
    },
    get codePage() {
      return process.platform === "win32" ? askCodePage() : undefined;
    },
    nodeVersion: process.versions.node,
    get machine() {
      return lookAtMachine();
    },
    get homedir() {
      return homeOfUser();
    },
    get packageRoot() {
      return findPackageRoot();
    },
    get stdin() {
      return process.stdin;
    },
    stdout: giveSize(process.stdout),
    stderr: giveSize(process.stderr),
    // Not process.stdin.isTTY: that would open standard input, which most commands never read.
    terminal: isatty(0) && isatty(2),
    patience: 1,
    now: () => new Date(),
    random: Math.random,
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
