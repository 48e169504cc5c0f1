import { wantsColor } from "../adapters/terminal/color.ts";
import { createStyle as styleFor } from "../adapters/terminal/terminal.ts";
import type { Problem } from "../core/problem/index.ts";
import { chooseLocale, type Locale, loadMessages } from "../i18n/index.ts";
import type { Style, World } from "../ports.ts";

/** What can be read off the arguments before they are parsed, so that even a usage error is told rightly. */
export interface EarlyOptions {
  readonly json: boolean;
  readonly lang: string | undefined;
  readonly noColor: boolean;
}

/** The session: its world, the words, how text looks, and the secrets that must not be printed. */
export interface Session {
  readonly world: World;
  readonly locale: Locale;
  readonly t: Awaited<ReturnType<typeof loadMessages>>;
  readonly style: Style;
  readonly secrets: Set<string>;
  /** The backup of what was written to disk last, if anything was: a later Ctrl-C must not say that nothing was. */
  backup: string | undefined;
  /** What was done about a change that an earlier run left half-written. */
  readonly recovered: Problem[];
}

/** Reads the early options off the arguments. */
export function readEarly(argv: readonly string[]): EarlyOptions {
  const end = argv.indexOf("--");
  const own = end === -1 ? argv : argv.slice(0, end);
  const at = own.indexOf("--lang");
  const joined = own.find((argument) => argument.startsWith("--lang="));
  return {
    json: own.includes("--json"),
    lang: at === -1 ? joined?.slice("--lang=".length) : own[at + 1],
    noColor: own.includes("--no-color"),
  };
}

async function createStyle(early: EarlyOptions, { env, stdout, stderr }: World): Promise<Style> {
  const color = wantsColor(env, early.noColor, stdout.isTTY ?? false);
  const columns = stdout.columns ?? stderr.columns ?? (Number(env["COLUMNS"]) || 80);
  return styleFor({
    columns,
    paint: color ? (await import("../adapters/terminal/paint.ts")).paint : undefined,
  });
}

/** Starts a session from the early options. */
export async function createSession(early: EarlyOptions, world: World): Promise<Session> {
  const locale = chooseLocale(early.lang, world.env);
  const [t, style] = await Promise.all([loadMessages(locale), createStyle(early, world)]);
  const secrets = new Set<string>();
  const key = world.env["AISA_API_KEY"]?.trim();
  if (key) secrets.add(key);
  return { world, locale, t, style, secrets, backup: undefined, recovered: [] };
}
