import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { installAll } from "./install.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Our package as `npm pack` makes it. */
    archive: string;
    /** The same, unpacked. */
    folder: string;
  }
}

const root = join(import.meta.dirname, "..", "..");

/** Installs the OpenClaws where they are missing, and packs our package once for all tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  await installAll();
  const folder = mkdtempSync(join(tmpdir(), "openclaw-aisa-package-"));
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  const archive = join(folder, filename);
  execFileSync("tar", ["-xzf", archive, "-C", folder]);
  project.provide("archive", archive);
  project.provide("folder", join(folder, "package"));
  return () => rmSync(folder, { recursive: true, force: true });
}
