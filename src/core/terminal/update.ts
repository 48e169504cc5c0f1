/** What decides whether a newer version is looked for. */
export interface UpdateSituation {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Both outputs are terminals. */
  readonly terminal: boolean;
  readonly argv: readonly string[];
  /** The folder of the running program. */
  readonly packageRoot: string;
}

const silencing = ["--json", "--quiet", "-q", "--dry-run", "--check", "--demo"];

/**
 * Whether a newer version may be looked for and named: for a person at a terminal only, never in CI, for npx, which
 * takes the newest anyway, and with NO_UPDATE_NOTIFIER.
 */
export function wantsUpdateNotice({ env, terminal, argv, packageRoot }: UpdateSituation): boolean {
  if (!terminal || env["CI"] || env["NO_UPDATE_NOTIFIER"]) return false;
  const isNpx = env["npm_command"] === "exec" || /[\\/]_npx[\\/]/.test(packageRoot);
  return !isNpx && !argv.some((word) => silencing.includes(word));
}

/** What is remembered of newer versions; times in ms since 1970. */
export interface KnownUpdate {
  readonly checkedAt: number;
  readonly noticedAt: number;
  /** The newest version, undefined before one was seen. */
  readonly latest: string | undefined;
}

const day = 24 * 60 * 60 * 1000;

/** Whether a day has passed since a time; a time in the future counts as long ago. */
export const isDue = (at: number, now: number): boolean => now - at >= day || at > now;

/** Reads what was remembered, whatever it holds. */
export function readKnownUpdate(text: string): KnownUpdate {
  const none = { checkedAt: 0, noticedAt: 0, latest: undefined };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return none;
    const { checkedAt, noticedAt, latest } = value as Record<string, unknown>;
    const time = (one: unknown) => (typeof one === "number" ? one : 0);
    const isVersion = typeof latest === "string" && /^\d+\.\d+\.\d+$/.test(latest);
    return {
      checkedAt: time(checkedAt),
      noticedAt: time(noticedAt),
      latest: isVersion ? latest : undefined,
    };
  } catch {
    return none; // damaged: it is only a memory
  }
}
