import type { ShellCommands } from "../core/terminal/index.ts";
import type { Locale, Messages, Translation } from "./messages.ts";

export type { Locale, Messages } from "./messages.ts";

/** Whether a locale names an encoding without our characters, such as `zh_CN.GBK`. */
const namesOldEncoding = (locale: string) => /\.[^@]/.test(locale) && !/utf-?8/i.test(locale);

/**
 * The language to use. In: the value of --lang if any, the environment, and the language that the system is set to.
 * LC_ALL, LC_MESSAGES and LANG count in that order, then the system; any Chinese locale is zh-CN, all else English, and
 * so is one with an encoding in which our Chinese would be unreadable (`zh_CN.GBK`).
 */
export function chooseLocale(
  requested: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  system = "",
): Locale {
  const named = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || system;
  const wanted = requested ?? (namesOldEncoding(named) ? "" : named);
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
