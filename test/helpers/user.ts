import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { onTestFinished } from "vitest";

const nobody = 65534;

/** True where tests may change owners, mount and become another user. */
export const isRoot = process.getuid?.() === 0;

/** Does something as a user without rights, whoever runs the tests. Root becomes nobody for the time being. */
export async function withoutRights<T>(work: () => T | Promise<T>): Promise<T> {
  if (!isRoot) return work();
  process.setegid?.(nobody);
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

/** Mounts until the test ends. Answers why that is not possible here, if so. */
function mount(place: string, args: readonly string[]): string | undefined {
  if (!isRoot) return "only root can mount";
  try {
    execFileSync("mount", [...args, place], { stdio: "pipe" });
  } catch (error) {
    return `mount is not allowed here: ${String(error).split("\n")[0]}`;
  }
  onTestFinished(() => {
    execFileSync("umount", [place], { stdio: "pipe" });
  });
  return undefined;
}

/** Mounts something on a folder until the test ends. Answers why that is not possible here, if so. */
export function mountFor(folder: string, ...args: readonly string[]): string | undefined {
  if (isRoot) mkdirSync(folder, { recursive: true });
  return mount(folder, args);
}

/** Mounts one file over another until the test ends, as containers do. Answers why that is not possible here. */
export function mountFileFor(file: string, source: string): string | undefined {
  return mount(file, ["--bind", source]);
}
