import { fail, type Problem } from "../../core/problem.ts";
import type { Context } from "../../ports.ts";
import { symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";

/** The flags of `onboard`, parsed. */
export interface OnboardOptions {
  readonly aisaApiKey?: string;
  readonly aisaApiKeyFile?: string;
  readonly keyStorage?: KeyStorage;
  readonly baseUrl?: string;
  readonly models?: readonly string[];
  readonly preset?: string;
  readonly primary?: string;
  readonly fallbacks?: readonly string[];
  readonly plugin?: boolean;
  readonly validate: boolean;
  readonly verify: boolean;
  readonly offline?: boolean;
}

/** Where the key is kept: the state directory's `.env`, the environment as it is, or the config itself. */
export type KeyStorage = "dotenv" | "env" | "config";

/** One run of onboarding: what has been said and found on the way. */
export interface OnboardSession {
  readonly context: Context;
  readonly options: OnboardOptions;
  /** Lines for the report; on a terminal they have been shown already. */
  readonly lines: string[];
  readonly problems: Problem[];
  /** What the newest plan leaves to the user: replaced when a plan has to be made anew. */
  later: readonly Problem[];
  /** Says a line: at once on a terminal, else with the report. */
  say(line: string): Promise<void>;
  /** Says a line with a tick in front. */
  done(line: string): Promise<void>;
  /** Says a line with a warning sign in front. */
  warn(line: string): Promise<void>;
}

/** What parsing cannot see of the flags. Throws Failure `usage`, which names the flag. */
export function checkOptions({ t }: Context, options: OnboardOptions): void {
  const refuse = (detail: string) => fail("usage", { detail });
  if (options.aisaApiKeyFile !== undefined && options.aisaApiKey !== undefined)
    throw refuse(t.onboard.twoKeys);
  const named = { "--models": options.models, "--fallbacks": options.fallbacks };
  for (const [flag, list] of Object.entries(named))
    if (list?.length === 0) throw refuse(t.cli.usage.missingValue(flag));
  if (options.primary?.trim() === "") throw refuse(t.cli.usage.missingValue("--primary"));
}

/** Starts a session. */
export function startSession(context: Context, options: OnboardOptions): OnboardSession {
  const lines: string[] = [];
  const { style } = context;
  const sayAll = async (said: readonly string[]) => {
    if (context.interactive) (await context.progress()).note(said);
    else lines.push(...said);
  };
  return {
    context,
    options,
    lines,
    problems: [],
    later: [],
    say: (line) => sayAll([line]),
    done: (line) => sayAll(marked(style.green(symbols.ok), line, style)),
    warn: (line) => sayAll(marked(style.yellow(symbols.warning), line, style)),
  };
}
