import type { Choice, ListWindow, QuestionFrame } from "../../core/terminal/index.ts";
import { hasWords, searchWords } from "../../core/text/index.ts";
import { type FrameWords, frameLines } from "./prompt-frame.ts";
import { fold, type PromptLook } from "./prompt-look.ts";

/** The words of a list. */
export interface ListWords extends FrameWords {
  readonly search: string;
  readonly move: string;
  readonly mark: string;
  readonly goOn: string;
  readonly choose: string;
  readonly nothing: string;
  readonly several: string;
  /** What is said of a key that was typed; whether Enter takes it. */
  readonly hiddenKey: (isTaken: boolean) => string;
  readonly required: string;
  readonly none: string;
  readonly picked: (count: number) => string;
  readonly shown: (count: number, total: number) => string;
}

/** The words that the prompts themselves need. */
export interface PromptWords {
  readonly yes: string;
  readonly no: string;
  /** What can be typed, such as `(Y/n)`; the answer of Enter is the large one. */
  readonly yesOrNo: (initial: boolean) => string;
  readonly answerYesOrNo: string;
  readonly keys: ListWords & { readonly open: string };
}

/** Returns what a typed line answers, `initial` for an empty one; undefined where it is neither yes nor no. */
export function readYesOrNo(line: string, initial: boolean): boolean | undefined {
  const typed = line.trim();
  if (typed === "") return initial;
  if (/^(?:y|yes|是)$/i.test(typed)) return true;
  return /^(?:n|no|否)$/i.test(typed) ? false : undefined;
}

/** A list to choose from: the choices, its words and how they look. */
export interface ListConfig<T> extends QuestionFrame {
  readonly message: string;
  /** Shown below the list. */
  readonly note: string;
  readonly choices: readonly Choice<T>[];
  /** Several can be marked. */
  readonly many: boolean;
  readonly required: boolean;
  /** The active choice at the start. */
  readonly initial?: T;
  readonly look: PromptLook;
  /** Lines of the list, headings included. */
  readonly lines: number;
  readonly words: ListWords;
  /** A few fixed answers: what is typed must begin one. */
  readonly menu?: boolean;
  readonly takeKey?: (text: string) => T | undefined;
  /** Whether what is typed is a key, which is never drawn. */
  readonly isKey: (text: string) => boolean;
  /** Called on Esc where there is no search to clear. */
  readonly onEscape: () => void;
}

/** What of a list is on screen. */
export interface ListView<T> {
  readonly config: ListConfig<T>;
  readonly shown: readonly Choice<T>[];
  readonly picked: ReadonlySet<T>;
  readonly active: number;
  readonly window: ListWindow;
  readonly isHelpShown: boolean;
}

/** For each choice what a search looks through, made once. */
export const haystacks = <T>(choices: readonly Choice<T>[]): string[] =>
  choices.map((choice) => `${choice.name} ${choice.search ?? ""} ${choice.group ?? ""}`.toLowerCase());

/** Whether what is typed begins the name of a menu's choice, or a word that stands for it. */
function begins<T>({ name, search = "" }: Choice<T>, typed: string): boolean {
  return [name, ...search.split(" ")].some((one) => one.toLowerCase().startsWith(typed));
}

/** Returns the choices of a menu that what is typed can mean. */
export function matchingMenu<T>(choices: readonly Choice<T>[], search: string): Choice<T>[] {
  const typed = search.trim().toLowerCase();
  return typed === "" ? [...choices] : choices.filter((choice) => begins(choice, typed));
}

/** Returns the choices that have every word of a search. */
export function matching<T>(
  choices: readonly Choice<T>[],
  texts: readonly string[],
  search: string,
): Choice<T>[] {
  const words = searchWords(search);
  if (words.length === 0) return [...choices];
  return choices.filter((_, index) => hasWords(texts[index] ?? "", words));
}

function listLines<T>({ config, shown, picked, active, window }: ListView<T>): string[] {
  const { style } = config.look;
  const lines: string[] = [];
  for (let index = window.top; index < window.end; index += 1) {
    const choice = shown[index];
    if (choice === undefined) break;
    const starts = index === window.top || shown[index - 1]?.group !== choice.group;
    if (starts && choice.group !== undefined) lines.push(style.bold(choice.group));
    const text = fold(choice.line ?? choice.name, style, 0);
    const mark = picked.has(choice.value) ? style.green(style.sign("◉")) : style.sign("◯");
    const isActive = index === active;
    const lead = `${isActive ? style.cyan(style.sign("❯")) : " "}${config.many ? mark : ""} `;
    lines.push(lead + (isActive ? text.split("\n").map(style.cyan).join("\n") : text));
  }
  return lines;
}

/** The list and what is below it: where one is in it, what the active choice is, and the keys. */
export function viewLines<T>(view: ListView<T>, warning: string): string[] {
  const { config, shown, picked, active, window } = view;
  const { look, words, many } = config;
  const { style } = look;
  const isPart = shown.length < config.choices.length || window.end - window.top < shown.length;
  const counts = [
    ...(many ? [words.picked(picked.size)] : []),
    ...(isPart ? [words.shown(shown.length, config.choices.length)] : []),
  ].join(" · ");
  const described = config.choices.some((choice) => choice.description !== undefined);
  const dim = (line: string) => `  ${style.dim(style.sign(fold(line, style)))}`.trimEnd();
  const keys = [
    ...(config.choices.length > config.lines || many ? [words.search] : []),
    words.move,
    ...(many ? [words.mark, words.goOn] : [words.choose]),
  ];
  return [
    ...(shown.length === 0 && warning === "" ? [`  ${style.dim(words.nothing)}`] : listLines(view)),
    ...(warning === "" ? [] : [`  ${style.red(warning)}`]),
    ...(described ? [dim(shown[active]?.description ?? "")] : []),
    ...[config.note].filter(Boolean).map(dim),
    ...frameLines(config, words, look, { keys, counts, isHelpShown: view.isHelpShown }),
  ];
}
