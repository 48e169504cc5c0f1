/** The machine and its user, as the system knows them. */
export interface Machine {
  readonly host: string;
  readonly user: string;
  /** -1 on Windows. */
  readonly uid: number;
  /** The user's home from the system's user database, independent of HOME. */
  readonly ownHome: string;
  /** The system's folder for temporary files. */
  readonly tmp: string;
}

/**
 * The OpenClaw on PATH. `broken`: it is there but cannot run, for example because it needs a newer Node; the reason is
 * its own words, empty when it did not answer in time.
 */
export type OpenClawState =
  | { readonly kind: "missing" }
  | { readonly kind: "broken"; readonly path: string; readonly reason: string }
  | { readonly kind: "ready"; readonly path: string; readonly version: string };

/** What a run of OpenClaw printed. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** The installed OpenClaw. It is run with the same config location that we use. */
export interface OpenClaw {
  state(): Promise<OpenClawState>;
  /**
   * Throws nothing for a non-zero exit; timeoutMs defaults to 60 000. With `privateTemp` it gets a temporary folder of
   * its own, which is removed afterwards; throws Failure `temp-folder-unusable` where none can be made. With `readOnly`
   * it leaves the config as it is: `models status` and `sessions` of 2026.9.6 else restore an older one in place of an
   * outside edit that shrank it.
   */
  run(
    args: readonly string[],
    options?: { readonly timeoutMs?: number; readonly privateTemp?: boolean; readonly readOnly?: boolean },
  ): Promise<RunResult>;
}

/** The plugin's own files as an archive, for OpenClaw to install. */
export interface PluginArchive {
  readonly path: string;
  /** Deletes it. */
  remove(): void;
}

/** A program that a config names, to be run as OpenClaw runs it: with this environment alone, in its own folder. */
export interface NamedProgram {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: string;
  readonly timeoutMs: number;
}
