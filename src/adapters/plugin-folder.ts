import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PluginFolder } from "../ports.ts";

const parts = ["package.json", "openclaw.plugin.json", "dist/plugin", "templates/skill"];

/**
 * Copies the plugin's own files, without the command-line program, into a folder of their own: OpenClaw copies all
 * that it is given, and 2026.4.15 refuses a package in which anything starts programs. In: the package's folder.
 */
export function stagePlugin(packageRoot: string): PluginFolder {
  const path = mkdtempSync(join(tmpdir(), "openclaw-aisa-plugin-"));
  for (const part of parts) {
    mkdirSync(dirname(join(path, part)), { recursive: true });
    cpSync(join(packageRoot, part), join(path, part), { recursive: true });
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
