import type { Locale, Messages } from "./messages.ts";

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

/** Loads one language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === "zh-CN") return (await import("./zh-CN/index.ts")).zhCN;
  return (await import("./en/index.ts")).en;
}
