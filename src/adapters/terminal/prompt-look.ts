import { wrapText } from "../../core/text/index.ts";
import type { Style } from "../../ports.ts";

/** What all questions have in common: how they look, and what is in front of each, such as `[demo]`. */
export interface PromptLook {
  readonly style: Style;
  readonly tag: string;
}

/** Width of `? ` and of `❯ `. */
const lead = 2;

/** Breaks a text so that it fits behind `? `, `room` columns being left free at its end for the answer. */
export function fold(text: string, style: Style, room = 0): string {
  const width = style.columns - lead;
  const lines = wrapText(text, width, style.measure);
  const last = lines.at(-1) ?? "";
  if (style.measure(last) + room <= width || lines.length === 0) return lines.join("\n  ");
  return wrapText(text, width - room, style.measure).join("\n  ");
}

/** The message of a question with its tag, folded. */
export function foldMessage(message: string, look: PromptLook, room = 0): string {
  return fold(look.tag === "" ? message : `${look.tag} ${message}`, look.style, room);
}

/** An answered question's line: the answer behind the message, or below it where there is no room. */
export function answered(message: string, answer: string, look: PromptLook): string {
  const { style } = look;
  const whole = look.tag === "" ? message : `${look.tag} ${message}`;
  const fits = style.measure(whole) + 1 + style.measure(answer) <= style.columns - lead;
  const lines = fits ? "" : `\n  ${fold(answer, style).split("\n").map(style.cyan).join("\n")}`;
  const head = `${style.green(style.sign("✔"))} ${style.bold(fold(whole, style))}`;
  return fits ? `${head} ${style.cyan(answer)}` : head + lines;
}

/** The library's own questions in our colours: its defaults ignore NO_COLOR and --no-color. */
export function libraryTheme({ style }: PromptLook) {
  return {
    prefix: { idle: style.cyan("?"), done: style.green(style.sign("✔")) },
    icon: { cursor: style.sign("❯") },
    style: {
      message: style.bold,
      answer: style.cyan,
      highlight: style.cyan,
      help: style.dim,
      error: (text: string) => `  ${style.red(text)}`,
    },
  };
}
