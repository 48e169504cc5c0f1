import { createPrompt, isBackspaceKey, isEnterKey, useKeypress, useRef, useState } from "@inquirer/core";
import type { SecretQuestion } from "../../core/terminal/index.ts";
import { type FrameWords, frameLines } from "./prompt-frame.ts";
import { answered, fold, foldMessage, type PromptLook } from "./prompt-look.ts";

/** A question whose answer is not shown. */
export interface SecretConfig extends SecretQuestion {
  readonly look: PromptLook;
  readonly words: FrameWords & { readonly open: string };
  /** Called on Esc. */
  readonly onEscape: () => void;
}

/**
 * Asks for a secret: a star for every character, never more than fit on the line, so that a long key does not wrap.
 * What is typed is kept here and not in the line editor; its end can be taken back, and all of it with Ctrl-U. A line
 * break within a paste belongs to it. Alone, `o` opens the page where the secret can be found, and `?` shows the help.
 */
export const secretPrompt = createPrompt<string, SecretConfig>((config, done) => {
  const { look, message } = config;
  const { style } = look;
  const typed = useRef("");
  const waits = useRef(false);
  const [length, setLength] = useState(0);
  const [said, setSaid] = useState<{ text: string; isError: boolean } | undefined>(undefined);
  const [isHelpShown, setHelpShown] = useState(false);
  const [finished, setFinished] = useState(false);

  const take = (text: string) => {
    typed.current = text;
    setLength([...text].length);
  };
  const open = () => {
    if (config.openPage) setSaid({ text: config.openPage(), isError: false });
  };
  const submit = () => {
    const reason = config.validate?.(typed.current);
    if (typed.current === "" && config.openPage) return open();
    if (reason !== undefined) return setSaid({ text: reason, isError: true });
    setFinished(true);
    return done(typed.current);
  };
  // A paste comes at once: only behind it is known what a key that was pressed in it means.
  const settle = () => {
    waits.current = false;
    const { current } = typed;
    if (current.endsWith("\n")) {
      take(current.replace(/\n+$/, ""));
      submit();
    } else if (current === "o" && config.openPage) {
      take("");
      open();
    } else if (current === "?" && config.help !== undefined) {
      take("");
      setHelpShown(!isHelpShown);
    }
  };

  useKeypress((key, readline) => {
    if (key.name === "escape") return config.onEscape();
    setSaid(undefined);
    if (isEnterKey(key)) take(`${typed.current}\n`);
    else if (key.ctrl && (key.name === "u" || key.name === "w")) take("");
    else if (isBackspaceKey(key)) take([...typed.current].slice(0, -1).join(""));
    else take(typed.current + readline.line);
    if (readline.line !== "") readline.clearLine(0);
    if (!waits.current) setImmediate(settle);
    waits.current = true;
  });

  if (finished) return answered(message, config.shown(typed.current), look);
  const title = foldMessage(message, look, 12);
  const last = title.split("\n").at(-1) ?? "";
  const room = style.columns - 4 - style.measure(last);
  const stars = "*".repeat(Math.max(0, Math.min(length, room)));
  const below = [
    ...(said ? [`  ${(said.isError ? style.red : style.green)(fold(said.text, style))}`] : []),
    ...(config.note ? [`  ${style.dim(fold(config.note, style))}`] : []),
    ...frameLines(config, config.words, look, {
      keys: config.openPage ? [config.words.open] : [],
      counts: "",
      isHelpShown,
    }),
  ];
  return [`${style.cyan("?")} ${style.bold(title)} ${stars}`, below.join("\n")];
}) as (
  config: SecretConfig,
  context: { signal: AbortSignal; output: NodeJS.WritableStream },
) => Promise<string>;
