import { wantsColor } from "./adapters/terminal/color.ts";
import { createStyle as styleFor } from "./adapters/terminal/terminal.ts";
import { chooseLocale, type Locale, loadMessages } from "./i18n/index.ts";
import type { Style } from "./ports.ts";

/** What can be read off the arguments before they are parsed, so that even a usage error is told rightly. */
export interface EarlyOptions {
  readonly json: boolean;
  readonly lang: string | undefined;
  readonly noColor: boolean;
}

/** The session: the words, how text looks, and the secrets that must not be printed. */
export interface Session {
  readonly locale: Locale;
  readonly t: Awaited<ReturnType<typeof loadMessages>>;
  readonly style: Style;
  readonly secrets: Set<string>;
  /** The backup of what was written to disk last, if anything was: a later Ctrl-C must not say that nothing was. */
  backup: string | undefined;
}

async function createStyle(early: EarlyOptions): Promise<Style> {
  const color = wantsColor(process.env, early.noColor, process.stdout.isTTY ?? false);
  const columns = process.stdout.columns ?? process.stderr.columns ?? (Number(process.env["COLUMNS"]) || 80);
  return styleFor({
    columns,
    paint: color ? (await import("./adapters/terminal/paint.ts")).paint : undefined,
  });
}

/** Starts a session from the early options. */
export async function createSession(early: EarlyOptions): Promise<Session> {
  const locale = chooseLocale(early.lang, process.env);
  const [t, style] = await Promise.all([loadMessages(locale), createStyle(early)]);
  const secrets = new Set<string>();
  const key = process.env["AISA_API_KEY"]?.trim();
  if (key) secrets.add(key);
  return { locale, t, style, secrets, backup: undefined };
}
