import type { Located } from "../../core/openclaw/index.ts";
import { clean } from "../../core/text/index.ts";
import type { OpenClaw, OpenClawState, RunResult, TempFolder } from "../../ports.ts";
import { findProgram } from "./find-program.ts";
import { runProcess } from "./run-process.ts";

/** Which OpenClaw, and for which of its configs. */
export interface OpenClawPlace {
  readonly config?: string;
  readonly profile?: string;
  readonly dev: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly cwd: string;
  readonly located: Located;
  /** Makes a temporary folder of its own for a run that asks for one. */
  readonly tempFolder: () => Promise<TempFolder>;
  /** What the deadlines are multiplied by; 1. */
  readonly patience?: number;
}

const versionDeadlineMs = 20_000;
const runDeadlineMs = 60_000;

/**
 * The `openclaw` on PATH. It gets our environment and the same choice of config: `--profile` and `--dev` are
 * its own options, a config file is named by OPENCLAW_CONFIG_PATH.
 */
export function createOpenClaw(place: OpenClawPlace): OpenClaw {
  let known: Promise<OpenClawState> | undefined;
  const path = findOpenClaw(place);
  const choice = place.dev ? ["--dev"] : place.profile === undefined ? [] : ["--profile", place.profile];
  const env: Record<string, string | undefined> = { ...place.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  if (place.config !== undefined) env["OPENCLAW_CONFIG_PATH"] = place.located.configPath;
  const start = (
    args: readonly string[],
    timeoutMs: number,
    more: Readonly<Record<string, string>> = {},
  ): Promise<RunResult> =>
    path === undefined
      ? Promise.resolve({ code: 127, stdout: "", stderr: "openclaw: not found", timedOut: false })
      : runProcess({
          path,
          args,
          env: { ...env, ...more },
          cwd: place.cwd,
          platform: place.platform,
          timeoutMs: timeoutMs * (place.patience ?? 1),
        });
  return {
    state: () => {
      known ??= path === undefined ? Promise.resolve({ kind: "missing" }) : askVersion(path, start);
      return known;
    },
    run: async (args, { timeoutMs = runDeadlineMs, privateTemp = false, readOnly = false } = {}) => {
      const folder = privateTemp ? await place.tempFolder() : undefined;
      const more = {
        // Windows has TEMP and TMP in place of TMPDIR.
        ...(folder ? { TMPDIR: folder.path, TEMP: folder.path, TMP: folder.path } : {}),
        ...(readOnly ? { OPENCLAW_CONFIG_READONLY: "1" } : {}),
      };
      try {
        return await start([...choice, ...args], timeoutMs, more);
      } finally {
        folder?.remove();
      }
    },
  };
}

/** The first `openclaw` on PATH that is an executable file. */
const findOpenClaw = (place: OpenClawPlace) =>
  findProgram(
    place.platform === "win32" ? ["openclaw.exe", "openclaw.cmd", "openclaw.bat"] : ["openclaw"],
    place,
  );

// `OpenClaw 2026.9.6 (eb377ac)`; older ones print only the number.
const versionPattern = /\b(20\d\d\.\d{1,2}\.\d{1,2}(?:-[\w.]+)?)\b/;

async function askVersion(
  path: string,
  start: (args: readonly string[], timeoutMs: number) => Promise<RunResult>,
): Promise<OpenClawState> {
  const result = await start(["--version"], versionDeadlineMs);
  const version = versionPattern.exec(clean(result.stdout))?.[1];
  if (result.code === 0 && version !== undefined) return { kind: "ready", path, version };
  if (result.timedOut) return { kind: "broken", path, reason: "" };
  return { kind: "broken", path, reason: reasonIn(`${result.stderr}\n${result.stdout}`, result.code) };
}

/** Returns the line that says why a program failed: the one that contains an error, otherwise the first. */
function reasonIn(output: string, code: number): string {
  const lines = output.split("\n").map((line) => clean(line).trim());
  const said = lines.filter((line) => line !== "" && !/^at /.test(line));
  const telling = said.find((line) =>
    /\b(required|unavailable|requires|unsupported|\w*Error:|not found)/i.test(line),
  );
  return (telling ?? said[0] ?? `exit code ${code}`).slice(0, 300);
}
