import { readFileSync } from "node:fs";

/**
 * Returns when a process started, in the unit of field 22 of Linux's `/proc/<pid>/stat`, which OpenClaw records in
 * its lock. Undefined on other systems and for a process that has ended.
 */
export function startTimeOf(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 1)
      .trimStart()
      .split(/\s+/);
    const started = Number(fields[19]);
    return Number.isInteger(started) && started >= 0 ? started : undefined;
  } catch {
    // No such process, or no /proc: nothing is known.
    return undefined;
  }
}

/** The process certainly does not run any more: no such pid, or it only waits to be buried by its parent. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
  if (process.platform !== "linux") return false;
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return /^State:\s+Z/m.test(status) && /^Threads:[ \t]+1[ \t]*$/m.test(status);
  } catch {
    // It ended between the two reads, or is hidden from us: unknown.
    return false;
  }
}
