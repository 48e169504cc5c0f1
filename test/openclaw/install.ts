import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The OpenClaw versions that the conformance tests run: the newest, and the oldest that the plugin declares. */
export const versions = ["2026.9.6", "2026.4.15"] as const;

/** One of {@link versions}. */
export type Version = (typeof versions)[number];

// OpenClaw 2026.9.6 needs Node 24.16 or newer; npm's package `node` brings it without touching the machine's own.
const nodePackage = "node@24.21.0";
const complete = ".complete";

/** Where the installed OpenClaws are kept between runs, outside the repository. */
export function cacheFolder(): string {
  const named = process.env["OPENCLAW_TEST_CACHE"];
  if (named) return named;
  return join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "openclaw-aisa-test");
}

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

function npmInstall(folder: string, what: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["install", "--no-audit", "--no-fund", "--save-exact", what], {
      cwd: folder,
      env: { ...process.env, PATH: path, NODE_ENV: "production" },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`npm install ${what} ended with ${code}`)),
    );
  });
}

/**
 * Installs into a folder of its own and renames it into place when it is whole: a run that is killed leaves no
 * half of an installation behind, and of two runs at once one wins.
 */
async function installOnce(name: string, what: string, manifest: object, path: string): Promise<void> {
  const target = join(cacheFolder(), name);
  if (existsSync(join(target, complete))) return;
  const staging = join(cacheFolder(), `.${name}-${process.pid}-${Date.now()}`);
  mkdirSync(staging, { recursive: true });
  try {
    writeFileSync(join(staging, "package.json"), JSON.stringify({ private: true, ...manifest }));
    await npmInstall(staging, what, path);
    writeFileSync(join(staging, complete), `${what}\n`);
    if (existsSync(target) && !existsSync(join(target, complete)))
      rmSync(target, { recursive: true, force: true });
    if (!existsSync(target)) renameSync(staging, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Brings every pinned OpenClaw, and the Node they need, into the cache. Takes minutes the first time, then nothing. */
export async function installAll(): Promise<void> {
  const path = process.env["PATH"] ?? "";
  await installOnce("node-24", nodePackage, {}, path);
  // A messenger library of the versions up to 2026.4 names a git repository, which not every machine can reach.
  const overrides = { libsignal: "npm:libsignal@6.0.0" };
  for (const version of versions)
    await installOnce(
      `openclaw-${version}`,
      `openclaw@${version}`,
      version.startsWith("2026.4.") ? { overrides } : {},
      [nodeBin(), path].join(delimiter),
    );
}
