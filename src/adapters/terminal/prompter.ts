import { input } from "@inquirer/prompts";
import { type PickQuestion, type SelectQuestion, usableSize, usualRows } from "../../core/terminal/index.ts";
import type { Output, Prompter } from "../../ports.ts";
import { type Ask, askOn, type Terminal } from "./ask-on.ts";
import { listPrompt } from "./list-prompt.ts";
import { type ListConfig, type PromptWords, readYesOrNo } from "./list-view.ts";
import { foldMessage, libraryTheme, type PromptLook } from "./prompt-look.ts";
import { secretPrompt } from "./secret-prompt.ts";

/** Lines of a list of choices: what the terminal has, less the question and the lines below the list. */
const listLines = ({ rows }: Output) => Math.max(4, Math.min(14, usableSize([rows], usualRows) - 8));

/** What every question needs besides its own text. */
interface Manner {
  readonly words: PromptWords;
  readonly look: PromptLook;
  readonly ask: Ask;
  /** Whether what is typed is a key, which is never drawn. */
  readonly isKey: (text: string) => boolean;
}

const simple = { leadsBack: false, ownEscape: false };

/** A line that is typed where it can be read: stars for a key. */
function askLine(
  config: {
    readonly message: string;
    readonly initial?: string;
    readonly validate?: (value: string) => true | string;
    readonly shown?: (value: string) => string;
  },
  { look, ask, isKey }: Manner,
): Promise<string> {
  const { style } = look;
  const { message, initial, validate, shown = (value: string) => value } = config;
  const transformer = (value: string, { isFinal }: { isFinal: boolean }) => {
    if (isKey(value)) return "*".repeat(value.length);
    return isFinal ? style.cyan(shown(value)) : value;
  };
  const theme = libraryTheme(look);
  return ask(
    (context) =>
      input(
        {
          message,
          transformer,
          theme: {
            ...theme,
            style: { ...theme.style, defaultAnswer: (text: string) => style.dim(`(${text})`) },
          },
          ...(initial === undefined ? {} : { default: initial }),
          ...(validate === undefined ? {} : { validate }),
        },
        context,
      ),
    simple,
  );
}

async function askYesOrNo(message: string, initial: boolean, manner: Manner): Promise<boolean> {
  const { words, look } = manner;
  const hint = words.yesOrNo(initial);
  const read = (line: string) => readYesOrNo(line, initial);
  const answer = await askLine(
    {
      message: `${foldMessage(message, look, look.style.measure(hint) + 6)} ${look.style.dim(hint)}`,
      validate: (line) => (read(line) === undefined ? words.answerYesOrNo : true),
      shown: (line) => (read(line) ? words.yes : words.no),
    },
    manner,
  );
  return read(answer) === true;
}

/** How a list is asked: one of many, or several. */
type ListQuestion<T> = PickQuestion<T> & Pick<ListConfig<T>, "many" | "initial" | "menu" | "takeKey">;

function askList<T>(
  question: ListQuestion<T>,
  lines: number,
  { words, look, ask, isKey }: Manner,
): Promise<T[]> {
  const { note = "", required = false } = question;
  const config = { ...question, note, required, look, lines, words: words.keys, isKey };
  return ask((context, onEscape) => listPrompt({ ...config, onEscape }, context), {
    leadsBack: question.leadsBack ?? false,
    ownEscape: true,
  });
}

/**
 * Questions on a terminal, asked on standard error so that standard output is free for results. Each fits the
 * terminal's width and uses the language of the words. `isKey` tells of a typed text whether it must not be drawn.
 */
export function createPrompter(
  words: PromptWords,
  look: PromptLook,
  terminal: Terminal,
  isKey: (text: string) => boolean,
): Prompter {
  const ask = askOn(terminal);
  const manner = { words, look, ask, isKey };
  const lines = () => listLines(terminal.stderr);
  return {
    secret: (question) =>
      ask((context, onEscape) => secretPrompt({ ...question, look, words: words.keys, onEscape }, context), {
        leadsBack: question.leadsBack ?? false,
        ownEscape: true,
      }),
    input: ({ message, ...rest }) => askLine({ message: foldMessage(message, look, 12), ...rest }, manner),
    confirm: ({ message, initial = true }) => askYesOrNo(message, initial, manner),
    select: async <T>(question: SelectQuestion<T>) => {
      const [answer] = await askList({ ...question, many: false, required: true }, lines(), manner);
      return answer as T; // the list does not end without one
    },
    pick: (question) => askList({ ...question, many: true }, lines(), manner),
  };
}
