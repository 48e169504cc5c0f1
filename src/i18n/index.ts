import type { ShellCommands } from "../core/terminal/index.ts";
import type { Locale, Messages, Translation } from "./messages.ts";

export type { Locale, Messages } from "./messages.ts";

/**
 * The language to use. In: the value of --lang if any, and the environment.
 * LC_ALL, LC_MESSAGES and LANG count in that order; any Chinese locale is zh-CN, all else English.
 */
export function chooseLocale(
  requested: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  const wanted = requested ?? (env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "");
  return /^zh/i.test(wanted) ? "zh-CN" : "en";
}

/** Returns the texts of a language, their commands written for a shell. */
export function inShell(texts: Translation, shell: ShellCommands): Messages {
  return { ...texts, problems: (problem) => texts.problems(problem, shell) };
}

/** Loads one language, its commands written for a shell. */
export async function loadMessages(locale: Locale, shell: ShellCommands): Promise<Messages> {
  const texts =
    locale === "zh-CN" ? (await import("./zh-CN/index.ts")).zhCN : (await import("./en/index.ts")).en;
  return inShell(texts, shell);
}
