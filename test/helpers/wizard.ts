import { existsSync } from "node:fs";
import { expect } from "vitest";
import { shellCommands } from "../../src/core/terminal/index.ts";
import { en } from "../../src/i18n/en/index.ts";
import { inShell, type Locale, type Messages } from "../../src/i18n/index.ts";
import { zhCN } from "../../src/i18n/zh-CN/index.ts";
import { program } from "./cli.ts";
import { type Bench, makeBench } from "./demo.ts";
import { startOnPty } from "./pty.ts";
import { keys, type TerminalRun } from "./screen.ts";
import { startOnTerminal } from "./terminal.ts";

/** The questions of `onboard` on a home without a key, in their order. */
export const questions = ["key", "models", "primary", "fallbacks", "storage", "write"] as const;
/** One of {@link questions}. */
export type Question = (typeof questions)[number];

/** A config with a comment, another provider, and an allowlist that would hide ours. */
export const strangersConfig = `{
  // mine, do not touch
  models: {
    providers: {
      openai: { baseUrl: 'https://api.openai.com/v1', api: 'openai-completions', models: [] },
    },
  },
  agents: {
    defaults: {
      model: { primary: 'openai/gpt-5' },
      models: { 'openai/gpt-5': {} }, // only this one
    },
  },
}
`;

/** How a wizard is started. */
export interface WizardOptions {
  readonly locale?: Locale;
  readonly columns?: number;
  readonly rows?: number;
  readonly args?: readonly string[];
  readonly env?: Record<string, string | undefined>;
  readonly patience?: number;
  /** In a process of its own, on a terminal of the system. */
  readonly pty?: boolean;
  /** As `pty`, and says at the end how the terminal is set: `expect(run.screen()).toMatch(cooked)`. Needs {@link hasStty}. */
  readonly stty?: boolean;
}

const stty = "/bin/stty";
/** Whether terminal settings can be looked at here. */
export const hasStty = existsSync(stty) && existsSync("/bin/sh");
/** What stty says of a terminal that echoes and edits lines, as a shell needs it. */
export const cooked = /(?<!-)icanon[\s\S]*(?<!-)echo /;

/** `onboard` on a terminal. */
export interface Wizard extends TerminalRun {
  readonly t: Messages;
  /** Waits until a question is open. */
  asks(message: string): Promise<void>;
  /** Gives the usual answers to the questions before this one, and waits until it is open. */
  goTo(question: Question): Promise<void>;
}

/** The message of a question. */
export function messageOf(t: Messages, question: Question): string {
  return question === "write" ? t.plan.confirm : t.onboard.ask[question];
}

/** The words of a language. */
export const wordsOf = (locale: Locale): Messages =>
  inShell(locale === "en" ? en : zhCN, shellCommands("posix", "linux"));

/** Starts `onboard` against a demo gateway; the home holds no key and no variable does. */
export function startWizard(bench: Bench, options: WizardOptions = {}): Wizard {
  const locale = options.locale ?? "en";
  const t = wordsOf(locale);
  const args = ["onboard", ...(options.args ?? [])];
  const script = `trap : INT; "$0" "$@"; code=$?; ${stty} -a; exit $code`;
  const shell = ["-c", script, process.execPath, program, ...args];
  const setting = {
    home: bench.home,
    columns: options.columns ?? 100,
    rows: options.rows ?? 40,
    env: {
      ...bench.env,
      AISA_API_KEY: undefined,
      LANG: locale === "en" ? "en_US.UTF-8" : "zh_CN.UTF-8",
      ...options.env,
    },
  };
  const patience = options.patience === undefined ? {} : { patience: options.patience };
  const run = options.stty
    ? startOnPty(shell, { ...setting, command: "/bin/sh" })
    : options.pty
      ? startOnPty(args, setting)
      : startOnTerminal(args, { ...setting, ...patience });
  const asks = (message: string) => run.shows(`? ${message}`);
  return {
    ...run,
    t,
    asks,
    async goTo(question) {
      for (const one of questions) {
        await asks(messageOf(t, one));
        if (one === question) return;
        run.type(one === "key" ? bench.gateway.key + keys.enter : keys.enter);
      }
    },
  };
}

/** A bench with {@link strangersConfig}, and what its files hold. */
export async function makeWizardBench(
  script: Parameters<typeof makeBench>[0] = {},
  config: string | undefined = strangersConfig,
) {
  const bench = await makeBench(script, config);
  const { home } = bench;
  return {
    ...bench,
    /** Neither file was touched, and nothing was made beside them. */
    expectUntouched() {
      if (config === undefined) expect(home.exists(home.config)).toBe(false);
      else expect(home.read(home.config)).toBe(config);
      expect(home.exists(home.dotenv)).toBe(false);
    },
  };
}

/** Whether the cursor shows, by what was last written about it. */
export function cursorShows(raw: string): boolean {
  return raw.lastIndexOf("\u001b[?25h") >= raw.lastIndexOf("\u001b[?25l");
}
