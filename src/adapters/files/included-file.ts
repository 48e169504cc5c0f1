import { statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, isAbsolute, normalize, relative, resolve, sep } from "node:path";
import { configLimits, type IncludeRefusal } from "../../core/edit/index.ts";
import type { Environment } from "../../core/openclaw/index.ts";
import { followLinks, unreadable } from "./read-file.ts";

/** Folders besides the config's own with files that may be included; OpenClaw supports the variable since 2026.6. */
function otherRoots(env: Environment): string[] {
  const home = env["OPENCLAW_HOME"] || env["HOME"] || homedir();
  const entries = (env["OPENCLAW_INCLUDE_ROOTS"] ?? "").split(delimiter).map((one) => one.trim());
  return entries.filter((one) => one !== "").map((one) => resolve(one.replace(/^~(?=[\\/]|$)/, home)));
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function statOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * Returns why OpenClaw rejects a file that its config includes (`resolvePath` and `readConfigIncludeFileWithGuards`
 * of its config/includes): its path, or its link target, is outside the config's folder, it has further hard links,
 * or it is too large. Undefined if it reads the file or there is none. Throws Failure `config-unreadable`.
 */
export function refusalOf(file: string, configPath: string, env: Environment): IncludeRefusal | undefined {
  const roots = [dirname(configPath), ...otherRoots(env)].map(normalize);
  if (!roots.some((root) => isInside(root, normalize(file)))) return { refused: "outside" };
  const stat = statOf(file);
  if (!stat?.isFile()) return undefined;
  const target = followLinks(file);
  if (!roots.some((root) => isInside(followLinks(root), target))) return { refused: "outside" };
  if (stat.nlink > 1) return { refused: "hard-link" };
  return stat.size > configLimits.includedBytes ? { refused: "file-too-large" } : undefined;
}
