import type { Chosen, ShellCommands } from "../core/terminal/index.ts";
import type { Locale, Messages, Translation } from "./messages.ts";

export type { Locale, Messages } from "./messages.ts";
export type { ProblemWords } from "./words.ts";

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

/** Every text in a tree of texts, lists and functions that return them, rewritten. */
function rewritten<Tree>(tree: Tree, rewrite: (text: string) => string): Tree {
  const visit = (node: unknown): unknown => {
    if (typeof node === "string") return rewrite(node);
    if (typeof node === "function") return (...given: unknown[]) => visit(node(...given));
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, visit(value)]));
  };
  return visit(tree) as Tree;
}

/**
 * Returns the texts of a language, their commands written for a shell and leading to the config that options chose; those
 * of a problem that was found in another one, to that.
 */
export function inShell(texts: Translation, shell: ShellCommands, chosen: Chosen = {}): Messages {
  const here = shell.reaching(chosen);
  return {
    ...(Object.keys(chosen).length === 0 ? texts : rewritten(texts, here)),
    here,
    problems: (problem) => {
      const words = texts.problems(problem, shell);
      const address = problem.chosen === undefined ? here : shell.reaching(problem.chosen);
      return rewritten(words, address);
    },
  };
}

/** Loads the texts of one language. */
export async function loadTexts(locale: Locale): Promise<Translation> {
  return locale === "zh-CN" ? (await import("./zh-CN/index.ts")).zhCN : (await import("./en/index.ts")).en;
}
