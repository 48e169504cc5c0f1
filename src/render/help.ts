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

/** Returns a help text with its list of commands above its options: commands are what a reader looks for first. */
export function commandsFirst(text: string, { titles }: Messages["cli"]): string {
  const sections = text.trimEnd().split("\n\n");
  const title = (name: string) => (section: string) => section.startsWith(titles[name] ?? name);
  const isCommands = title("Commands:");
  const isOptions = [title("Options:"), title("Global Options:")];
  const rest = sections.filter((section) => !isCommands(section));
  const at = rest.findIndex((section) => isOptions.some((is) => is(section)));
  rest.splice(at === -1 ? rest.length : at, 0, ...sections.filter(isCommands));
  return `${rest.join("\n\n")}\n`;
}

/** A text below the help: lines that fit stay as they are. */
export function helpFooter(text: string, style: Style): string {
  const fit = (line: string) =>
    style.measure(line) <= style.columns ? [line] : wrap(line, style.columns, style);
  return text.split("\n").flatMap(fit).join("\n");
}
