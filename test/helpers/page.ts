import { execFile } from "node:child_process";
import { cleanEnv, program } from "./cli.ts";
import type { Home } from "./home.ts";

/** Puts `openclaw-aisa` and `npx` where a shell finds them. */
export function placeProgram(home: Home): void {
  const start = `exec "${process.execPath}" "${program}" "$@"`;
  home.write("bin/openclaw-aisa", `#!/bin/sh\n${start}\n`, 0o755);
  home.write("bin/npx", `#!/bin/sh\nshift\n${start}\n`, 0o755);
}

/** Runs a line of shell. Asynchronously: the gateway that it talks to lives in this process. */
export function shell(
  line: string,
  home: Home,
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const options = { cwd: home.path, env: cleanEnv(home, env), timeout: 60_000 };
    const child = execFile("bash", ["-c", line], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, output: stdout + stderr }),
    );
    child.stdin?.end();
  });
}
