/** Where OpenClaw keeps its files, and why there. */
export interface Located {
  /** The config that OpenClaw reads, or would create. */
  readonly configPath: string;
  /** The state directory: `.env`, agents, extensions. */
  readonly stateDir: string;
  readonly exists: boolean;
  readonly profile?: string;
  /** What decided: the option, the variable, or `default` / `legacy`. */
  readonly decidedBy: string;
  /** Other configs that exist and that OpenClaw does not read. */
  readonly ignored: readonly string[];
}
