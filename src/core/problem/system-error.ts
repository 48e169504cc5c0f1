import { type Problem, problemOf } from "./problem.ts";

/** Returns the system's message of an error, without the path and call that Node adds. */
export function detailOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, [a-z]+( '.*)?$/s, "");
}

/** The system's code of an error (`ENOENT`), empty for anything else. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

const deepest = 8;

/** An error and what it was made of, such as the error of a socket in "fetch failed". */
function chainOf(error: unknown): (Error & { readonly code?: unknown })[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < deepest; one = one.cause) chain.push(one);
  return chain;
}

// Codes of Node for what the system cannot do; its other `ERR_` codes without a system call are mistakes of a program.
const limits = /^ERR_(?:FS_|STRING_TOO_LONG|BUFFER_TOO_LARGE|STREAM_PREMATURE_CLOSE|DLOPEN_)/;
const rejections = /^ERR_(?:INVALID_ARG_|INVALID_FILE_URL_|INVALID_URI|SOCKET_BAD_PORT)/;

/** Node rejected a value that we passed on, such as a path with a NUL. A missing value is a bug. */
const isRejected = (code: string, { message }: Error) =>
  rejections.test(code) && !message.includes("Received undefined");

/**
 * Returns the problem for an error of the operating system, and for a value from the user or the config that it
 * rejects, so that no problem of the machine is reported as a bug. In: anything that was thrown. Undefined for all
 * other errors.
 */
export function systemProblem(error: unknown): Problem | undefined {
  for (const one of chainOf(error)) {
    const { code } = one;
    if (typeof code !== "string") continue;
    if (isRejected(code, one)) return problemOf("system-error", { variant: "rejected", detail: one.message });
    const call = "syscall" in one && typeof one.syscall === "string" ? one.syscall : undefined;
    if (call === undefined && !/^E(?!RR_)[A-Z0-9]{2,}$/.test(code) && !limits.test(code)) continue;
    const file = "path" in one && typeof one.path === "string" ? { file: one.path } : {};
    return problemOf("system-error", { ...file, call: call ?? code, detail: detailOf(one) });
  }
  return undefined;
}
