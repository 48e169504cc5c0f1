import { spawn } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const complete = ".complete";

/** Where programs that tests run are kept between runs, outside the repository. */
export function cacheFolder(): string {
  const named = process.env["OPENCLAW_TEST_CACHE"];
  if (named) return named;
  return join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "openclaw-aisa-test");
}

/** Runs a program to its end, its output being ours. Rejects when it fails or cannot be started. */
export function runToEnd(
  name: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${name} ${args.join(" ")} ended with ${code}`)),
    );
  });
}

/**
 * Fills a folder of the cache, unless that was done before. It is filled under another name and renamed into place when
 * it is whole: a run that is killed leaves no half of it behind, and of two runs at once one wins. Out: the folder.
 */
export async function makeOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), name);
  if (existsSync(join(target, complete))) return target;
  const staging = join(cacheFolder(), `.${name}-${process.pid}-${Date.now()}`);
  mkdirSync(staging, { recursive: true });
  try {
    await fill(staging);
    writeFileSync(join(staging, complete), `${name}\n`);
    if (existsSync(target) && !existsSync(join(target, complete)))
      rmSync(target, { recursive: true, force: true });
    if (!existsSync(target)) renameSync(staging, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return target;
}

/** What an installation from npm needs besides the package. */
export interface Installation {
  /** Further members of the package.json that it is installed into. */
  readonly manifest?: object;
  readonly path?: string;
  readonly flags?: readonly string[];
}

/** Installs one package from npm into a folder of the cache of its own. Out: the folder. */
export function installOnce(name: string, what: string, installation: Installation = {}): Promise<string> {
  const { manifest, path, flags = [] } = installation;
  return makeOnce(name, async (folder) => {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, ...manifest }));
    await runToEnd("npm", ["install", "--no-audit", "--no-fund", "--save-exact", ...flags, what], {
      cwd: folder,
      env: { NODE_ENV: "production", ...(path === undefined ? {} : { PATH: path }) },
    });
  });
}
