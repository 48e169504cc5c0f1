import { cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { delimiter, join } from "node:path";
import { cacheFolder, installOnce } from "../helpers/install-once.ts";

/** The OpenClaw versions that the conformance tests run: the newest, and the oldest that the plugin declares. */
export const versions = ["2026.9.6", "2026.4.15"] as const;

/** One of {@link versions}. */
export type Version = (typeof versions)[number];

// OpenClaw 2026.9.6 needs Node 24.16 or newer; npm's package `node` brings it without touching the machine's own.
const nodePackage = "node@24.21.0";

/** Folder of the programs of the Node that OpenClaw runs on. */
export function nodeBin(): string {
  return join(cacheFolder(), "node-24", "node_modules", ".bin");
}

/** Folder of one OpenClaw's program. */
export function openclawBin(version: Version): string {
  return join(cacheFolder(), `openclaw-${version}`, "node_modules", ".bin");
}

// The bundled plugins without which 2026.4.15 runs no turn, and the providers that a model could be taken for.
const needed = [
  "anthropic",
  "deepseek",
  "image-generation-core",
  "media-understanding-core",
  "memory-core",
  "moonshot",
  "openai",
  "openrouter",
  "qwen",
  "speech-core",
  "video-generation-core",
];

/**
 * Settings for OpenClaw that make its start quick. 2026.4.15 compiles a hundred bundled plugins anew in every run, half
 * a minute of work; it lets a folder of one's own stand in their place. All else of it is as installed.
 */
export function quickStart(version: Version): Record<string, string> {
  if (version !== "2026.4.15") return {};
  const dist = join(cacheFolder(), `openclaw-${version}`, "node_modules", "openclaw", "dist");
  // Beside the real one: a bundled plugin finds the rest of OpenClaw by relative paths.
  const few = join(dist, "extensions-few");
  mkdirSync(few, { recursive: true });
  for (const name of needed) {
    if (existsSync(join(few, name))) continue;
    const staging = join(few, `.${name}-${process.pid}`);
    cpSync(join(dist, "extensions", name), staging, { recursive: true });
    renameSync(staging, join(few, name));
  }
  return { OPENCLAW_BUNDLED_PLUGINS_DIR: few };
}

/** Brings every pinned OpenClaw, and the Node they need, into the cache. Takes minutes the first time, then nothing. */
export async function installAll(): Promise<void> {
  const path = process.env["PATH"] ?? "";
  await installOnce("node-24", nodePackage);
  // A messenger library of the versions up to 2026.4 names a git repository, which not every machine can reach.
  const overrides = { libsignal: "npm:libsignal@6.0.0" };
  for (const version of versions)
    await installOnce(`openclaw-${version}`, `openclaw@${version}`, {
      manifest: version.startsWith("2026.4.") ? { overrides } : {},
      path: [nodeBin(), path].join(delimiter),
    });
}
