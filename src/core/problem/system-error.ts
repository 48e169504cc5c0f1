import { type Problem, problemOf } from "./problem.ts";

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
  if (typeof code !== "string" || typeof syscall !== "string") return undefined;
  const file = "path" in error && typeof error.path === "string" ? { file: error.path } : {};
  return problemOf("system-error", { ...file, call: syscall, detail: detailOf(error) });
}
