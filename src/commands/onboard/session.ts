import { readKeyRef } from "../../core/keys/index.ts";
import { fail, type Problem } from "../../core/problem/index.ts";
import type { Context } from "../../ports.ts";
import { symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";

/** The flags of `onboard`, parsed. */
export interface OnboardOptions {
  readonly aisaApiKey?: string;
  readonly aisaApiKeyFile?: string;
  readonly keyStorage?: KeyStorage;
  /** `env:NAME`, `file:/path` or `exec:/path arguments`: OpenClaw takes the key from there. */
  readonly keyRef?: string;
  readonly baseUrl?: string;
  readonly models?: readonly string[];
  readonly preset?: string;
  readonly primary?: string;
  readonly fallbacks?: readonly string[];
  readonly plugin?: boolean;
  readonly validate: boolean;
  readonly verify: boolean;
  readonly offline?: boolean;
  /** Print the config that would be written, and write nothing. */
  readonly print?: boolean;
  /** Print only our part of it. */
  readonly fragment?: boolean;
}

/** Where the key is kept: the state directory's `.env`, the environment as it is, or the config itself. */
export type KeyStorage = "dotenv" | "env" | "config";

/** One run of onboarding: what has been printed and found so far. */
export interface OnboardSession {
  readonly context: Context;
  readonly options: OnboardOptions;
  /** The command that backups name. */
  readonly command: string;
  /** Lines for the report; on a terminal they have been shown already. */
  readonly lines: string[];
  readonly problems: Problem[];
  /** Prints a line: at once on a terminal, otherwise with the report. */
  say(line: string): Promise<void>;
  /** Prints a text with a tick, wrapped to the width. `time`: its duration, dim at the end. */
  done(text: string, time?: string): Promise<void>;
  /** Prints a text with a warning sign, wrapped to the width. */
  warn(text: string): Promise<void>;
}

/** What parsing cannot see of the flags. Throws Failure `usage`, which names the flag. */
export function checkOptions({ t }: Context, options: OnboardOptions): void {
  const refuse = (detail: string) => fail("usage", { variant: "text", text: detail });
  if (options.aisaApiKeyFile !== undefined && options.aisaApiKey !== undefined)
    throw refuse(t.onboard.twoKeys);
  if (options.keyRef !== undefined && options.keyStorage !== undefined) throw refuse(t.onboard.refAndStorage);
  if (options.keyRef !== undefined && readKeyRef(options.keyRef) === undefined)
    throw refuse(t.onboard.badKeyRef(options.keyRef));
  const named = { "--models": options.models, "--fallbacks": options.fallbacks };
  for (const [flag, list] of Object.entries(named))
    if (list?.length === 0) throw refuse(t.cli.usage.missingValue(flag));
  if (options.primary?.trim() === "") throw refuse(t.cli.usage.missingValue("--primary"));
}
/** Where times end on wide terminals. */
const timeColumn = 72;

/** Starts a session. */
export function startSession(context: Context, options: OnboardOptions, command = "onboard"): OnboardSession {
  const lines: string[] = [];
  const { style } = context;
  const say = async (line: string) => {
    if (context.interactive) (await context.progress()).note([line]);
    else lines.push(line);
  };
  const sayMarked = async (mark: string, text: string, time?: string) => {
    const shown = marked(mark, text, style);
    const last = shown.pop() ?? "";
    const room = Math.min(style.columns, timeColumn) - style.measure(last) - style.measure(time ?? "");
    if (time !== undefined && room >= 2) shown.push(`${last}${" ".repeat(room)}${style.dim(time)}`);
    else shown.push(last, ...(time === undefined ? [] : [`  ${style.dim(time)}`]));
    for (const line of shown) await say(line);
  };
  return {
    context,
    options,
    command,
    lines,
    problems: [],
    say,
    done: (text, time) => sayMarked(style.green(symbols.ok), text, time),
    warn: (text) => sayMarked(style.yellow(symbols.warning), text),
  };
}
