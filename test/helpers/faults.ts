import fs, { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * What happens at one file operation. A code of the system (`EIO`, `ENOSPC`, `EACCES`, …) lets it fail; a file is
 * closed even where `closeSync` fails. `kill` ends the process right after the operation: a child for good, our own
 * process for the files below the folder (every later operation there throws, so nothing can be cleaned up).
 * `SIGINT`, `SIGTERM`, `SIGHUP` (in a child only) send that signal right after it. `short` lets a write take half of
 * its bytes; `cut` does the same and claims that all were written (these two count writes only).
 */
export type Fault = "kill" | "SIGINT" | "SIGTERM" | "SIGHUP" | "short" | "cut" | `E${string}`;

/** The state of the wrapped operations; the child's is `globalThis.faults`. */
export interface FaultControl {
  /** Counts operations on paths that start with this, and on files opened there; empty counts none. */
  under: string;
  /** Which operation gets the fault, counted from 1; 0 only counts. */
  at: number;
  kind: string;
  /** Counts these operations only, such as `linkSync`; empty counts all that change or sync files. */
  only: readonly string[];
  /** Every operation from `at` on gets the fault. */
  always: boolean;
  /** Counts operations that only read as well. */
  reads: boolean;
  /** Operations so far. */
  count: number;
  /** Name of the operation that got the fault; empty while none did. */
  fired: string;
  /** `kill` was carried out in our own process. */
  dead: boolean;
}

/** Wraps the operations of node:fs and node:fs/promises. Uses nothing from outside: it is sent to children as text. */
function wrapFs(real: Record<string, unknown>, sync: () => void, control: FaultControl, isChild: boolean) {
  type Operation = (...args: unknown[]) => unknown;
  const descriptors = new Set<unknown>();
  const touches = (args: unknown[]) =>
    args.some((arg) => (typeof arg === "string" ? arg.startsWith(control.under) : descriptors.has(arg)));
  const error = (code: string, name: string) =>
    Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name, errno: -5 });
  const reading = [
    "readSync",
    "fstatSync",
    "lstatSync",
    "statSync",
    "readdirSync",
    "readFileSync",
    "readlinkSync",
    "accessSync",
    "realpathSync",
  ];
  const changing = [
    "openSync",
    "writeSync",
    "fsyncSync",
    "fchmodSync",
    "fchownSync",
    "renameSync",
    "linkSync",
  ];
  changing.push(
    "unlinkSync",
    "mkdirSync",
    "rmdirSync",
    "rmSync",
    "writeFileSync",
    "closeSync",
    "mkdtempSync",
  );
  const promised = real["promises"] as Record<string, Operation>;
  const promisedChanges = ["writeFile", "mkdir", "rm", "unlink", "rename"];
  const promisedReads = ["open", "readFile", "readdir", "stat", "lstat", "access", "realpath"];
  const handled = ["read", "stat", "readFile", "write", "close"];
  const counts = (name: string) => {
    if (control.kind === "short" || control.kind === "cut") return name === "writeSync";
    if (control.only.length > 0) return control.only.includes(name);
    return (
      control.reads || !(reading.includes(name) || promisedReads.includes(name) || handled.includes(name))
    );
  };
  /** Counts an operation. Out: whether it gets the fault. Throws when the process is dead. */
  const meets = (name: string, ours: boolean) => {
    if (ours && control.dead) throw error("EKILLED", name);
    const counted = ours && counts(name) && ++control.count > 0;
    const now = counted && (control.count === control.at || (control.always && control.count > control.at));
    if (now) control.fired = name;
    return now;
  };
  const end = () => {
    if (control.kind === "kill" && !isChild) control.dead = true;
    else if (control.kind === "kill") process.kill(process.pid, "SIGKILL");
    else if (control.kind.startsWith("SIG")) process.kill(process.pid, control.kind);
  };
  const isOurs = (args: unknown[]) =>
    control.under !== "" &&
    touches(args.filter((arg, at) => at === 0 || (at === 1 && typeof arg === "string")));
  const takeHalf = (write: Operation, [descriptor, buffer, offset = 0]: unknown[]) => {
    const left = (buffer as Buffer).length - (offset as number);
    const written = write(descriptor, buffer, offset, Math.ceil(left / 2));
    return control.kind === "cut" ? left : written;
  };
  for (const name of [...changing, ...reading]) {
    const operation = real[name] as Operation;
    real[name] = Object.assign((...args: unknown[]) => {
      const ours = isOurs(args);
      const now = meets(name, ours);
      if (now && control.kind.startsWith("E")) {
        if (name === "closeSync") operation(...args);
        throw error(control.kind, name);
      }
      if (now && (control.kind === "short" || control.kind === "cut")) return takeHalf(operation, args);
      try {
        const result = operation(...args);
        if (name === "openSync" && ours) descriptors.add(result);
        if (name === "closeSync") descriptors.delete(args[0]);
        return result;
      } finally {
        if (now) end();
      }
    }, operation);
  }
  const { native } = real["realpathSync"] as { native: Operation };
  Object.assign(real["realpathSync"] as object, {
    native: (...args: unknown[]) => {
      if (meets("realpathSync", isOurs(args)) && control.kind.startsWith("E"))
        throw error(control.kind, "realpath");
      return native(...args);
    },
  });
  const wrapPromised = (
    holder: Record<string, Operation>,
    name: string,
    isTouched: (args: unknown[]) => boolean,
  ) => {
    const operation = holder[name] as Operation;
    holder[name] = async (...args: unknown[]) => {
      const now = meets(name, isTouched(args));
      const fails = now && control.kind.startsWith("E");
      const result = fails && name !== "close" ? undefined : await operation.apply(holder, args);
      if (fails) throw error(control.kind, name);
      if (now) end();
      if (name === "open" && isTouched(args))
        for (const part of handled) wrapPromised(result as Record<string, Operation>, part, () => true);
      return result;
    };
  };
  for (const name of [...promisedChanges, ...promisedReads]) wrapPromised(promised, name, isOurs);
  sync();
}

const idle: FaultControl = {
  under: "",
  at: 0,
  kind: "",
  only: [],
  always: false,
  reads: false,
  count: 0,
  fired: "",
  dead: false,
};

const source = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { FAULT_UNDER: under = "", FAULT_AT = "0", FAULT_KIND: kind = "" } = process.env;
const control = { ...${JSON.stringify(idle)}, under, kind, at: Number(FAULT_AT) };
globalThis.faults = control;
(${wrapFs.toString()})(fs, syncBuiltinESMExports, control, true);
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

let shared: FaultControl | undefined;

/**
 * Runs something in our own process with one fault in it: `await withFault({ under, at, kind }, () => run(…))`.
 * Out: the control after it, whose `fired` is empty when there were fewer operations than `at`, and what `run` gave or
 * threw. After a `kill`, locks and temporary files bear our own pid, which is alive: see {@link bury}.
 */
export async function withFault<T>(
  fault: Partial<Omit<FaultControl, "count" | "fired" | "dead" | "kind">> & { readonly kind: Fault },
  run: () => T | Promise<T>,
): Promise<{ readonly control: FaultControl; readonly result?: T; readonly error?: unknown }> {
  if (shared === undefined) {
    shared = { ...idle };
    wrapFs(fs as unknown as Record<string, unknown>, syncBuiltinESMExports, shared, false);
  }
  Object.assign(shared, idle, fault);
  try {
    return { result: await run(), control: { ...shared } };
  } catch (error) {
    return { error, control: { ...shared } };
  } finally {
    Object.assign(shared, idle);
  }
}

/** A pid that no process has: larger than any system gives. */
const deadPid = 4_194_999;

/** Makes the locks and temporary files in a folder those of a process that is gone, as after a real kill. */
export function bury(dir: string): void {
  for (const name of fs.readdirSync(dir)) {
    const path = join(dir, name);
    if (/\.(lock|reclaim)$/.test(name) && fs.statSync(path).isFile())
      fs.writeFileSync(
        path,
        fs.readFileSync(path, "utf8").replace(`"pid": ${process.pid}`, `"pid": ${deadPid}`),
      );
    else if (name.endsWith(".tmp")) fs.renameSync(path, path.replace(`.${process.pid}.`, `.${deadPid}.`));
  }
}
