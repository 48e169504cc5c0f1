import { confirm, input, password, select } from "@inquirer/prompts";
import { fail } from "../core/problem.ts";
import type { Choice, Prompter, Style } from "../ports.ts";
import { pickPrompt } from "./pick-prompt.ts";

/** The words that the prompts themselves need. */
export interface PromptWords {
  readonly yes: string;
  readonly no: string;
  readonly selectHelp: string;
  readonly pickHelp: string;
  readonly pickNothing: string;
  readonly pickRequired: string;
  readonly picked: (count: number) => string;
}

type PromptContext = { signal: AbortSignal; output: NodeJS.WritableStream };

/** Runs one prompt; Ctrl-C, Esc and the end of input all mean: cancelled. */
async function ask<T>(run: (context: PromptContext) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const onKey = (_text: string, key: { name?: string } | undefined) => {
    if (key?.name === "escape") abort.abort();
  };
  const onEnd = () => abort.abort();
  process.stdin.on("keypress", onKey);
  process.stdin.once("end", onEnd);
  try {
    return await run({ signal: abort.signal, output: process.stderr });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (["ExitPromptError", "AbortPromptError", "CancelPromptError"].includes(name)) throw fail("cancelled");
    throw error;
  } finally {
    process.stdin.off("keypress", onKey);
    process.stdin.off("end", onEnd);
  }
}

/** Questions on this terminal, asked on standard error so that standard output stays for results. */
export function createPrompter(words: PromptWords, style: Style): Prompter {
  const theme = { style: { keysHelpTip: () => style.dim(words.selectHelp) } };
  return {
    secret: ({ message, validate }) =>
      ask((context) =>
        password(
          { message, mask: "*", toggleMask: false, validate: (value) => validate?.(value) ?? true },
          context,
        ),
      ),
    input: ({ message, initial }) =>
      ask((context) => input({ message, ...(initial === undefined ? {} : { default: initial }) }, context)),
    confirm: ({ message, initial }) =>
      ask((context) =>
        confirm(
          { message, default: initial ?? true, theme: { keywords: { yes: words.yes, no: words.no } } },
          context,
        ),
      ),
    select: <T>({
      message,
      choices,
      initial,
    }: {
      message: string;
      choices: readonly Choice<T>[];
      initial?: T;
    }) =>
      ask((context) =>
        select<T>(
          {
            message,
            theme,
            loop: false,
            pageSize: 12,
            choices: choices.map((choice) => ({
              value: choice.value,
              name: choice.hint ? `${choice.name}  ${style.dim(choice.hint)}` : choice.name,
              short: choice.name,
            })),
            ...(initial === undefined ? {} : { default: initial as NoInfer<T> }),
          },
          context,
        ),
      ),
    pick: ({ message, choices, required }) =>
      ask((context) =>
        pickPrompt(
          {
            message,
            choices,
            required: required ?? false,
            style,
            words: {
              help: words.pickHelp,
              nothing: words.pickNothing,
              required: words.pickRequired,
              picked: words.picked,
            },
          },
          context,
        ),
      ),
  };
}
