import type { Choice } from "../../core/terminal/index.ts";
import type { Prompter } from "../../ports.ts";

type MakeSafe = (text: string) => string;

function safeChoice<T>(choice: Choice<T>, makeSafe: MakeSafe): Choice<T> {
  const { line, description, group } = choice;
  return {
    ...choice,
    name: makeSafe(choice.name),
    ...(line === undefined ? {} : { line: makeSafe(line) }),
    ...(description === undefined ? {} : { description: makeSafe(description) }),
    ...(group === undefined ? {} : { group: makeSafe(group) }),
  };
}

/**
 * A prompter whose questions and choices pass through `makeSafe` first: they contain text from configs and gateways.
 */
export function safePrompter(inner: Prompter, makeSafe: MakeSafe): Prompter {
  const safeNote = <T extends { note?: string; help?: string }>(question: T): T => {
    const { note, help } = question;
    const safe = note === undefined ? question : { ...question, note: makeSafe(note) };
    return help === undefined ? safe : { ...safe, help: makeSafe(help) };
  };
  return {
    secret: (question) =>
      inner.secret({
        ...safeNote(question),
        message: makeSafe(question.message),
        shown: (value) => makeSafe(question.shown(value)),
        validate: (value) => {
          const reason = question.validate?.(value);
          return reason === undefined ? undefined : makeSafe(reason);
        },
      }),
    input: ({ message, initial }) =>
      inner.input({
        message: makeSafe(message),
        ...(initial === undefined ? {} : { initial: makeSafe(initial) }),
      }),
    select: (question) =>
      inner.select({
        ...safeNote(question),
        message: makeSafe(question.message),
        choices: question.choices.map((choice) => safeChoice(choice, makeSafe)),
      }),
    pick: (question) =>
      inner.pick({
        ...safeNote(question),
        message: makeSafe(question.message),
        choices: question.choices.map((choice) => safeChoice(choice, makeSafe)),
      }),
    confirm: (question) => inner.confirm({ ...question, message: makeSafe(question.message) }),
  };
}
