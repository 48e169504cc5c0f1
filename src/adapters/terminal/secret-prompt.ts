import { createPrompt, isBackspaceKey, isEnterKey, useKeypress, useRef, useState } from "@inquirer/core";
import { answered, fold, foldMessage, type PromptLook } from "./prompt-look.ts";

/** A question with a hidden answer. */
export interface SecretConfig {
  readonly message: string;
  /** Shown below, for example where to get it. */
  readonly note: string;
  readonly look: PromptLook;
  /** What is behind the answered question. */
  readonly shown: (value: string) => string;
  /** Why a value will not do, undefined when it does. */
  readonly validate: (value: string) => string | undefined;
}

/**
 * Asks for a secret: a star for every character, never more than fit on the line, so that a long key does not wrap.
 * What is typed is kept here and not in the line editor; its end can be taken back, and all of it with Ctrl-U.
 */
export const secretPrompt = createPrompt<string, SecretConfig>((config, done) => {
  const { look, message } = config;
  const { style } = look;
  const typed = useRef("");
  const [length, setLength] = useState(0);
  const [error, setError] = useState("");
  const [finished, setFinished] = useState(false);

  useKeypress((key, readline) => {
    if (isEnterKey(key)) {
      const reason = config.validate(typed.current);
      if (reason !== undefined) return setError(reason);
      setFinished(true);
      return done(typed.current);
    }
    const all = key.ctrl && (key.name === "u" || key.name === "w");
    if (all) typed.current = "";
    else if (isBackspaceKey(key)) typed.current = [...typed.current].slice(0, -1).join("");
    else typed.current += readline.line;
    if (readline.line !== "") readline.clearLine(0);
    setError("");
    setLength([...typed.current].length);
  });

  if (finished) return answered(message, config.shown(typed.current), look);
  const title = foldMessage(message, look, 12);
  const last = title.split("\n").at(-1) ?? "";
  const room = style.columns - 4 - style.measure(last);
  const stars = "*".repeat(Math.max(0, Math.min(length, room)));
  const notes = [config.note].filter(Boolean).map((note) => `  ${style.dim(fold(note, style))}`);
  if (error !== "") notes.unshift(`  ${style.red(fold(error, style))}`);
  return [`${style.cyan("?")} ${style.bold(title)} ${stars}`, notes.join("\n")];
}) as (
  config: SecretConfig,
  context: { signal: AbortSignal; output: NodeJS.WritableStream },
) => Promise<string>;
