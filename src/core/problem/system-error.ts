import type { Problem } from "./problem.ts";

const full = new Set(["ENOSPC", "EDQUOT"]);

/** Errors of the network that reach us without an adapter's own judgement, by the system's code. */
const ofNetwork: Readonly<Record<string, Problem["code"]>> = {
  ECONNREFUSED: "network-refused",
  ECONNRESET: "network-refused",
  EHOSTUNREACH: "network-refused",
  ENETUNREACH: "network-refused",
  ETIMEDOUT: "network-timeout",
  EAI_AGAIN: "network-dns",
  ENOTFOUND: "network-dns",
};

/** What the system says about an error, without the path and call that Node adds. */
export function detailOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, [a-z]+( '.*)?$/s, "");
}

/**
 * The problem for an error of the operating system (Node marks one with the name of the system call), so that no
 * trouble of the machine is taken for a bug of ours. In: anything that was thrown. Undefined for all other errors.
 */
export function systemProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  const { code, syscall } = error;
  if (typeof code !== "string" || typeof syscall !== "string" || !/^E[A-Z_0-9]+$/.test(code))
    return undefined;
  const file = "path" in error && typeof error.path === "string" ? { file: error.path } : {};
  if (full.has(code)) return { code: "disk-full", params: file };
  const detail = { detail: detailOf(error) };
  const network = "path" in error ? undefined : ofNetwork[code];
  if (network !== undefined) return { code: network, params: detail };
  return { code: "system-error", params: { ...file, ...detail, value: syscall } };
}
