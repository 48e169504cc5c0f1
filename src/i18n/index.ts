import type { en } from "./en/index.ts";

/** The languages that everything is said in. */
export type Locale = "en" | "zh-CN";

/** Every text of the program. English is the shape; a translation that misses one does not compile. */
export type Messages = typeof en;

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
