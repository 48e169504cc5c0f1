import { spawnSync } from "node:child_process";
import { systemProgram } from "./system-program.ts";

/** Asks the Windows console for its code page, such as 936. Out: undefined where there is no console. Throws nothing. */
export function askCodePage(): number | undefined {
  const { stdout } = spawnSync(systemProgram("chcp.com"), {
    encoding: "latin1",
    timeout: 2_000,
    windowsHide: true,
  });
  // Its words are in the language of the system.
  return Number(/\d{3,5}/.exec(stdout ?? "")?.[0]) || undefined;
}
