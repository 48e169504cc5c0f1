import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { wrap } from "./text.ts";

/** What the description of an option is made from. */
interface DescribedOption {
  readonly description: string;
  readonly argChoices?: readonly string[] | undefined;
}

/** How help looks: in the user's language, by the columns that characters take, Chinese broken between any two. */
export function helpFormat(words: Messages["cli"], style: Style) {
  return {
    helpWidth: style.columns,
    minWidthToWrap: 20,
    showGlobalOptions: true,
    styleTitle: (title: string) => words.titles[title] ?? title,
    displayWidth: (text: string) => style.measure(text),
    boxWrap: (text: string, width: number) => wrap(text, width, style).join("\n"),
    optionDescription: ({ description, argChoices }: DescribedOption) =>
      argChoices ? `${description}${words.choices(argChoices)}` : description,
  };
}

/** What a help text is arranged by. */
interface HelpParts {
  /** Command lines that show the usual ways to use the command. */
  readonly examples: readonly string[];
  /** The long forms of the global options. */
  readonly globals: readonly string[];
  /** How the global options are asked for in full, as typed; undefined where they are shown. */
  readonly allHelp: string | undefined;
}

/**
 * Returns a help text with what a reader looks for first at its top: usage, one line, examples, commands, options. The
 * global options are one line that says how to see them in full.
 */
export function arrangeHelp(text: string, words: Messages["cli"], style: Style, parts: HelpParts): string {
  const { titles } = words;
  const usage = titles["Usage:"] ?? "";
  // A full-width colon has its own space.
  const spaced = usage.endsWith("：") ? text.replace(`${usage} `, usage) : text;
  const sections = spaced.trimEnd().split("\n\n");
  const is = (name: string) => (section: string) => section.startsWith(titles[name] ?? name);
  const [isCommands, isArguments] = [is("Commands:"), is("Arguments:")];
  const isOptions = is("Options:");
  const isGlobal = (section: string) =>
    is("Global Options:")(section) || (isOptions(section) && section.includes("--config <path>"));
  const listed = [isCommands, isArguments, isOptions, isGlobal];
  const folded = words.globalOptions(parts.globals.join(", "), parts.allHelp ?? "");
  const shown = (section: string) =>
    isGlobal(section) && parts.allHelp !== undefined ? helpFooter(folded, style) : section;
  const lines = parts.examples.map((line) => `  openclaw-aisa ${line}`);
  const all = [
    ...sections.filter((section) => !listed.some((one) => one(section))),
    ...(lines.length > 0 ? [[titles["Examples:"], ...lines].join("\n")] : []),
    ...sections.filter(isCommands),
    ...sections.filter(isArguments),
    ...sections.filter((section) => isOptions(section) || isGlobal(section)).map(shown),
  ];
  return `${all.join("\n\n")}\n`;
}

/** A text below the help: lines that fit stay as they are. */
export function helpFooter(text: string, style: Style): string {
  const fit = (line: string) =>
    style.measure(line) <= style.columns ? [line] : wrap(line, style.columns, style);
  return text.split("\n").flatMap(fit).join("\n");
}
