import { join } from "node:path";

/** A program of Windows by its whole path: by its name alone, one in the current folder would be run instead. */
export function systemProgram(name: string): string {
  return join(process.env["SystemRoot"] || "C:\\Windows", "System32", name);
}
