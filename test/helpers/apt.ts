import { existsSync } from "node:fs";
import { runToEnd } from "./install-once.ts";

const env = { DEBIAN_FRONTEND: "noninteractive" };
// Another installation may be running.
const patient = ["-qq", "-o", "DPkg::Lock::Timeout=300"];

/** Runs apt-get. Out: why it failed, undefined when it did not. */
async function apt(...args: string[]): Promise<string | undefined> {
  try {
    await runToEnd("apt-get", [...patient, ...args], { env });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Installs Debian packages; where not all of them can be had, those that can. Out: why others are not there, undefined
 * when all are.
 */
export async function installWithApt(packages: readonly string[]): Promise<string | undefined> {
  if (packages.length === 0) return undefined;
  const named = packages.join(" ");
  if (!existsSync("/usr/bin/apt-get")) return `there is no apt-get to install ${named} with`;
  if (process.getuid?.() !== 0) return `only root can install it (apt-get install ${named})`;
  const outdated = await apt("update");
  if (outdated !== undefined) return outdated;
  const install = (...wanted: string[]) => apt("install", "-y", "--no-install-recommends", ...wanted);
  if ((await install(...packages)) === undefined) return undefined;
  const reasons: string[] = [];
  for (const one of packages) reasons.push((await install(one)) ?? "");
  return reasons.filter(Boolean).join("; ") || undefined;
}
