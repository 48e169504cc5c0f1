import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * What happens at one file operation of a child: `kill` ends the process right after it; a signal's name sends that one
 * right after it; `EIO`, `ENOSPC` let it fail;
 * `short` lets a write take half of its bytes; `cut` does the same and claims that all were written (these two count
 * writes only).
 */
export type Fault = "kill" | "SIGINT" | "SIGTERM" | "SIGHUP" | "EIO" | "ENOSPC" | "short" | "cut";

/** Wraps the synchronous operations of node:fs that change or sync files below a folder, in a child's preload. */
const source = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { FAULT_UNDER: under = "", FAULT_AT = "0", FAULT_KIND = "" } = process.env;
const control = { at: Number(FAULT_AT), kind: FAULT_KIND, count: 0, fired: "", under };
globalThis.faults = control;
const descriptors = new Set();
const touches = (args) =>
  args.some((arg) => (typeof arg === "string" ? arg.startsWith(control.under) : typeof arg === "number" && descriptors.has(arg)));
const error = (code, name) => Object.assign(new Error(code + ": injected, " + name), { code, syscall: name, errno: -5 });
const watched = ["openSync", "writeSync", "fsyncSync", "fchmodSync", "fchownSync", "renameSync", "linkSync",
  "unlinkSync", "mkdirSync", "rmdirSync", "rmSync", "writeFileSync", "closeSync"];
for (const name of watched) {
  const real = fs[name];
  fs[name] = (...args) => {
    const counts = control.under !== "" && touches(args.slice(0, 2).filter((arg, at) => at === 0 || typeof arg === "string"));
    const writesOnly = control.kind === "short" || control.kind === "cut";
    const now = counts && (!writesOnly || name === "writeSync") && ++control.count === control.at;
    if (now) control.fired = name;
    if (now && (control.kind === "EIO" || control.kind === "ENOSPC") && name !== "closeSync") throw error(control.kind, name);
    if (now && writesOnly) {
      const [descriptor, buffer, offset = 0] = args;
      const half = Math.ceil((buffer.length - offset) / 2);
      const written = real(descriptor, buffer, offset, half);
      return control.kind === "cut" ? buffer.length - offset : written;
    }
    try {
      const result = real(...args);
      if (name === "openSync" && counts) descriptors.add(result);
      if (name === "closeSync") descriptors.delete(args[0]);
      return result;
    } finally {
      if (now && control.kind === "kill") process.kill(process.pid, "SIGKILL");
      if (now && control.kind.startsWith("SIG")) process.kill(process.pid, control.kind);
    }
  };
}
syncBuiltinESMExports();
`;

/** Writes the preload for one test. Out: the environment variables that put a fault into a child. */
export function makeFaults(under: string): (at: number, kind: Fault) => Record<string, string> {
  const dir = mkdtempSync(join(tmpdir(), "openclaw-aisa-faults-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const preload = join(dir, "preload.mjs");
  writeFileSync(preload, source);
  return (at, kind) => ({
    NODE_OPTIONS: `--import ${preload}`,
    FAULT_UNDER: under,
    FAULT_AT: String(at),
    FAULT_KIND: kind,
  });
}
