import { confirm, input } from "@inquirer/prompts";
import { type PickQuestion, type SelectQuestion, usableSize, usualRows } from "../../core/terminal/index.ts";
import type { Output, Prompter } from "../../ports.ts";
import { type Ask, askOn, type Terminal } from "./ask-on.ts";
import { listPrompt } from "./list-prompt.ts";
import type { ListConfig, PromptWords } from "./list-view.ts";
import { foldMessage, libraryTheme, type PromptLook } from "./prompt-look.ts";
import { secretPrompt } from "./secret-prompt.ts";

/** Lines of a list of choices: what the terminal has, less the question and the lines below the list. */
const listLines = ({ rows }: Output) => Math.max(4, Math.min(14, usableSize([rows], usualRows) - 8));

/** What every question needs besides its own text. */
interface Manner {
  readonly words: PromptWords;
  readonly look: PromptLook;
  readonly ask: Ask;
}

const simple = { leadsBack: false, ownEscape: false };

function askYesOrNo(message: string, initial: boolean, { words, look, ask }: Manner) {
  const { style } = look;
  const hint = words.yesOrNo(initial);
  const theme = libraryTheme(look);
  return ask(
    (context) =>
      confirm(
        {
          message: foldMessage(message, look, style.measure(hint) + 6),
          default: initial,
          theme: {
            ...theme,
            style: { ...theme.style, defaultAnswer: () => style.dim(hint) },
            keywords: { yes: words.yes, no: words.no, error: () => words.answerYesOrNo },
          },
        },
        context,
      ),
    simple,
  );
}

/** How a list is asked: one of many, or several. */
type ListQuestion<T> = PickQuestion<T> & Pick<ListConfig<T>, "many" | "initial">;

function askList<T>(question: ListQuestion<T>, lines: number, { words, look, ask }: Manner): Promise<T[]> {
  const { note = "", required = false } = question;
  const config = { ...question, note, required, look, lines, words: words.keys };
  return ask((context, onEscape) => listPrompt({ ...config, onEscape }, context), {
    leadsBack: question.leadsBack ?? false,
    ownEscape: true,
  });
}

/**
 * Questions on a terminal, asked on standard error so that standard output is free for results. Each fits the
 * terminal's width and uses the language of the words.
 */
export function createPrompter(words: PromptWords, look: PromptLook, terminal: Terminal): Prompter {
  const ask = askOn(terminal);
  const manner = { words, look, ask };
  const lines = () => listLines(terminal.stderr);
  return {
    secret: (question) =>
      ask((context, onEscape) => secretPrompt({ ...question, look, words: words.keys, onEscape }, context), {
        leadsBack: question.leadsBack ?? false,
        ownEscape: true,
      }),
    input: ({ message, initial }) => {
      const config = { message: foldMessage(message, look, 12), theme: libraryTheme(look) };
      return ask(
        (context) => input({ ...config, ...(initial === undefined ? {} : { default: initial }) }, context),
        simple,
      );
    },
    confirm: ({ message, initial = true }) => askYesOrNo(message, initial, manner),
    select: async <T>(question: SelectQuestion<T>) => {
      const [answer] = await askList({ ...question, many: false, required: true }, lines(), manner);
      return answer as T; // the list does not end without one
    },
    pick: (question) => askList({ ...question, many: true }, lines(), manner),
  };
}
