import type { QuestionFrame } from "../../core/terminal/index.ts";
import { fold, type PromptLook } from "./prompt-look.ts";

/** The words around every question. */
export interface FrameWords {
  readonly step: (step: number, of: number) => string;
  readonly back: string;
  readonly cancel: string;
  readonly help: string;
  /** What is between the keys of the line below a question. */
  readonly comma: string;
}

/** What a question shows below itself besides its frame. */
interface Below {
  readonly keys: readonly string[];
  /** Where one is in a list; empty without one. */
  readonly counts: string;
  readonly isHelpShown: boolean;
}

/** The lines below a question: where one is, the keys, and the help where `?` was pressed. */
export function frameLines(
  frame: QuestionFrame,
  words: FrameWords,
  look: PromptLook,
  { keys, counts, isHelpShown }: Below,
): string[] {
  const { style } = look;
  const { step, help, leadsBack = false } = frame;
  const all = [...keys, leadsBack ? words.back : words.cancel, ...(help === undefined ? [] : [words.help])];
  const where = [step === undefined ? "" : words.step(step.step, step.of), counts].filter(Boolean);
  const line = [...where, all.join(words.comma)].join(" · ");
  const fits = style.measure(line) <= style.columns - 2;
  const lines = fits || where.length === 0 ? [line] : [where.join(" · "), all.join(words.comma)];
  const below = lines.map((one) => `  ${style.dim(style.sign(fold(one, style)))}`);
  if (isHelpShown && help !== undefined) below.push(`  ${fold(help, style)}`);
  return below;
}
