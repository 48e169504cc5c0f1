import { existsSync } from "node:fs";
import { runToEnd } from "./install-once.ts";

/** Installs Debian packages. Out: why that is not possible here, undefined when they are there. */
export async function installWithApt(packages: readonly string[]): Promise<string | undefined> {
  if (packages.length === 0) return undefined;
  const named = packages.join(" ");
  if (!existsSync("/usr/bin/apt-get")) return `there is no apt-get to install ${named} with`;
  if (process.getuid?.() !== 0) return `only root can install it (apt-get install ${named})`;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  // Another installation may be running.
  const patient = ["-qq", "-o", "DPkg::Lock::Timeout=300"];
  try {
    await runToEnd("apt-get", [...patient, "update"], { env });
    await runToEnd("apt-get", [...patient, "install", "-y", "--no-install-recommends", ...packages], { env });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
