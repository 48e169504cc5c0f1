import { confirm, input, select } from "@inquirer/prompts";
import { fail } from "../../core/problem/index.ts";
import { type Choice, usableSize, usualRows } from "../../core/terminal/index.ts";
import { maskKey } from "../../core/text/index.ts";
import type { Input, Output, Prompter } from "../../ports.ts";
import { pickPrompt } from "./pick-prompt.ts";
import { fold, foldMessage, libraryTheme, type PromptLook } from "./prompt-look.ts";
import { secretPrompt } from "./secret-prompt.ts";

/** The words that the prompts themselves need. */
export interface PromptWords {
  readonly yes: string;
  readonly no: string;
  /** What can be typed, such as `(Y/n)`; the answer of Enter is the large one. */
  readonly yesOrNo: (initial: boolean) => string;
  readonly answerYesOrNo: string;
  readonly selectHelp: string;
  readonly pickHelp: string;
  readonly pickNothing: string;
  readonly pickRequired: string;
  readonly pickNone: string;
  readonly picked: (count: number) => string;
  readonly shown: (count: number, total: number) => string;
}

/** The terminal that questions are asked on. */
interface Terminal {
  readonly stdin: Input;
  readonly stderr: Output;
}

type PromptContext = { signal: AbortSignal; input: Input; output: Output };
type Key = { readonly name?: string; readonly ctrl?: boolean };
type Ask = <T>(run: (context: PromptContext) => Promise<T>) => Promise<T>;

/** How one prompt is run on a terminal; Ctrl-C, Ctrl-D, Esc and the end of input all mean: cancelled. */
function askOn({ stdin, stderr }: Terminal): Ask {
  return async (run) => {
    const abort = new AbortController();
    const onKey = (_text: string, key: Key | undefined) => {
      if (key?.name === "escape" || (key?.ctrl && key.name === "d")) abort.abort();
    };
    const onEnd = () => abort.abort();
    stdin.on("keypress", onKey);
    stdin.once("end", onEnd);
    try {
      return await run({ signal: abort.signal, input: stdin, output: stderr });
    } catch (error) {
      const name = error instanceof Error ? error.name : "";
      if (["ExitPromptError", "AbortPromptError", "CancelPromptError"].includes(name))
        throw fail("cancelled", {});
      throw error;
    } finally {
      stdin.off("keypress", onKey);
      stdin.off("end", onEnd);
    }
  };
}

/** Lines of a list of choices: what the terminal has, less the question and the lines below the list. */
const listLines = ({ rows }: Output) => Math.max(4, Math.min(14, usableSize([rows], usualRows) - 8));

/** What every question needs besides its own text. */
interface Manner {
  readonly words: PromptWords;
  readonly look: PromptLook;
  readonly ask: Ask;
}

function askYesOrNo(message: string, initial: boolean, { words, look, ask }: Manner) {
  const { style } = look;
  const hint = words.yesOrNo(initial);
  const theme = libraryTheme(look);
  return ask((context) =>
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
  );
}

type SelectQuestion<T> = { message: string; choices: readonly Choice<T>[]; initial?: T };

function askOne<T>(
  { message, choices, initial }: SelectQuestion<T>,
  lines: number,
  { words, look, ask }: Manner,
) {
  const { style } = look;
  const theme = libraryTheme(look);
  const folded = foldMessage(message, look);
  const room = style.columns - 3 - style.measure(folded.split("\n").at(-1) ?? "");
  const below = (name: string) => (style.measure(name) <= room ? name : `\n  ${fold(name, style)}`);
  return ask((context) =>
    select<T>(
      {
        message: folded,
        theme: {
          ...theme,
          style: { ...theme.style, keysHelpTip: () => style.dim(style.sign(words.selectHelp)) },
        },
        loop: false,
        pageSize: lines,
        choices: choices.map(({ value, name }) => ({ value, name: fold(name, style), short: below(name) })),
        ...(initial === undefined ? {} : { default: initial as NoInfer<T> }),
      },
      context,
    ),
  );
}

/**
 * Questions on a terminal, asked on standard error so that standard output is free for results. Each fits the
 * terminal's width and uses the language of the words.
 */
export function createPrompter(words: PromptWords, look: PromptLook, terminal: Terminal): Prompter {
  const ask = askOn(terminal);
  const manner = { words, look, ask };
  return {
    secret: ({ message, note = "", validate }) => {
      const config = { message, note, look, shown: maskKey, validate: (value: string) => validate?.(value) };
      return ask((context) => secretPrompt(config, context));
    },
    input: ({ message, initial }) => {
      const config = { message: foldMessage(message, look, 12), theme: libraryTheme(look) };
      return ask((context) =>
        input({ ...config, ...(initial === undefined ? {} : { default: initial }) }, context),
      );
    },
    confirm: ({ message, initial = true }) => askYesOrNo(message, initial, manner),
    select: (question) => askOne(question, listLines(terminal.stderr), manner),
    pick: ({ message, note = "", choices, required = false }) => {
      const config = {
        message,
        note,
        choices,
        required,
        look,
        lines: listLines(terminal.stderr),
        words: {
          help: words.pickHelp,
          nothing: words.pickNothing,
          required: words.pickRequired,
          none: words.pickNone,
          picked: words.picked,
          shown: words.shown,
        },
      };
      return ask((context) => pickPrompt(config, context));
    },
  };
}
