import { createInterface } from "node:readline";
import { fail } from "../../core/problem/index.ts";
import type { Choice, QuestionFrame } from "../../core/terminal/index.ts";
import type { Prompter, World } from "../../ports.ts";
import { type PromptWords, readYesOrNo } from "./list-view.ts";

/** The words of questions that are read aloud. */
export interface PlainWords {
  readonly number: (most: number) => string;
  readonly numbers: (most: number) => string;
  readonly badNumber: (most: number) => string;
  readonly marked: string;
  /** Said of a key that the terminal echoed. */
  readonly keySeen: string;
  readonly keys: (leadsBack: boolean, hasHelp: boolean) => string;
}

type Terminal = Pick<World, "stdin" | "stderr" | "raise">;

/** Returns the line that is typed; `hidden` does not echo it. Throws Failure `cancelled` at the end of input. */
function readLine({ stdin, stderr, raise }: Terminal, hidden: boolean): Promise<string> {
  if (hidden) stdin.setRawMode?.(true);
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdin, terminal: false });
    let isOver = false;
    const finish = (end: () => void) => {
      if (isOver) return;
      isOver = true;
      lines.close();
      stdin.off("data", watch);
      if (hidden) stdin.setRawMode?.(false);
      if (hidden) stderr.write("\n");
      stdin.pause();
      end();
    };
    // Without echo the terminal hands over Ctrl-C and Ctrl-D as characters.
    const watch = (chunk: Buffer | string) => {
      const text = chunk.toString();
      if (hidden && text.includes("\u0003")) finish(() => raise("SIGINT"));
      else if (hidden && text === "\u0004") finish(() => reject(fail("cancelled", {})));
    };
    stdin.on("data", watch);
    lines.on("line", (line) => finish(() => resolve(line)));
    lines.on("close", () => finish(() => reject(fail("cancelled", {}))));
  });
}

/** The choices that numbers such as `1 3 5-7` name; undefined where one is not in the list. */
function chosen<T>(choices: readonly Choice<T>[], text: string): Choice<T>[] | undefined {
  const found: Choice<T>[] = [];
  for (const part of text.split(/[\s,，、]+/).filter(Boolean)) {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    for (let at = Number(first); at <= Number(last); at += 1) {
      const choice = choices[at - 1];
      if (choice === undefined) return undefined;
      found.push(choice);
    }
    if (first === undefined) return undefined;
  }
  return found;
}

/**
 * Questions for screen readers and terminals that cannot move the cursor: numbered lists, typed answers, and nothing
 * that is drawn over. `<` goes back, `?` shows the help.
 */
export function createPlainPrompter(
  words: PromptWords & { readonly plain: PlainWords },
  terminal: Terminal,
  isKey: (text: string) => boolean,
): Prompter {
  const { plain, keys } = words;
  const say = (text: string) => void terminal.stderr.write(`${text}\n`);
  const ask = async <T>(
    frame: QuestionFrame,
    lines: readonly string[],
    read: (line: string) => T | undefined,
    hidden = false,
  ): Promise<T> => {
    const { step, help, leadsBack = false } = frame;
    const where = step === undefined ? [] : [keys.step(step.step, step.of)];
    for (const line of [...where, ...lines, plain.keys(leadsBack, help !== undefined)].filter(Boolean))
      say(line);
    for (;;) {
      terminal.stderr.write("> ");
      const line = (await readLine(terminal, hidden)).trim();
      if (line === "<") throw fail("cancelled", { back: true });
      if (line === "?" && help !== undefined) say(help);
      else {
        if (!hidden && isKey(line)) say(plain.keySeen);
        const answer = read(line);
        if (answer !== undefined) return answer;
      }
    }
  };
  const listed = <T>(choices: readonly Choice<T>[]) =>
    choices.map(
      (choice, index) =>
        `${index + 1}. ${(choice.line ?? choice.name).replace(/\s+/g, " ")}${choice.checked ? ` (${plain.marked})` : ""}`,
    );
  const orSay = <T>(value: T | undefined, text: string): T | undefined => {
    if (value === undefined) say(text);
    return value;
  };
  return {
    secret: ({ message, note, validate, ...frame }) =>
      ask(
        frame,
        [message, note ?? ""],
        (line) => {
          const reason = validate?.(line);
          return orSay(reason === undefined ? line : undefined, reason ?? "");
        },
        true,
      ),
    input: ({ message, initial = "" }) =>
      ask({}, [initial === "" ? message : `${message} [${initial}]`], (line) => line || initial),
    confirm: ({ message, initial = true }) =>
      ask({}, [`${message} ${words.yesOrNo(initial)}`], (line) => {
        return orSay(readYesOrNo(line, initial), words.answerYesOrNo);
      }),
    select: ({ message, note, choices, initial, takeKey, ...frame }) => {
      const usual = Math.max(
        0,
        choices.findIndex(({ value }) => value === initial),
      );
      const lines = [message, note ?? "", ...listed(choices), plain.number(usual + 1)];
      return ask(frame, lines, (line) => {
        const taken = isKey(line) ? takeKey?.(line) : undefined;
        if (taken !== undefined) return { value: taken };
        const found = line === "" ? choices.slice(usual, usual + 1) : chosen(choices, line);
        const answer = found?.length === 1 ? found[0] : undefined;
        return orSay(answer, plain.badNumber(choices.length));
      }).then(({ value }) => value);
    },
    pick: ({ message, note, choices, required = false, ...frame }) =>
      ask(frame, [message, note ?? "", ...listed(choices), plain.numbers(choices.length)], (line) => {
        const none = line === "0" && !required ? [] : undefined;
        const found =
          none ?? (line === "" ? choices.filter(({ checked }) => checked) : chosen(choices, line));
        const isEnough = found !== undefined && (found.length > 0 || !required);
        return orSay(isEnough ? found : undefined, found ? keys.required : plain.badNumber(choices.length));
      }).then((found) => found.map(({ value }) => value)),
  };
}
