import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** Where programs are looked for. */
export interface ProgramPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** Returns the first executable file of these names on PATH, as an absolute path; relative folders there do not count. */
export function findProgram(names: readonly string[], { env, platform }: ProgramPlace): string | undefined {
  const dirs = (env["PATH"] ?? env["Path"] ?? "")
    .split(delimiter)
    .map((dir) => dir.replace(/^"(.*)"$/, "$1"));
  const candidates = dirs
    .filter((dir) => isAbsolute(dir))
    .flatMap((dir) => names.map((name) => join(dir, name)));
  return candidates.find((file) => isExecutable(file, platform === "win32"));
}

function isExecutable(file: string, windows: boolean): boolean {
  try {
    if (!statSync(file).isFile()) return false;
    if (!windows) accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not for us: the next one on PATH counts then
  }
}
