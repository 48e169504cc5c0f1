/** Questions, list windows, and shell completion. */

export { type CommandNode, completionScript, completions, type Shell, shells } from "./completion.ts";
export { type ListWindow, listWindow } from "./list-window.ts";
export type { Choice, PickQuestion, QuestionFrame, SecretQuestion, SelectQuestion } from "./question.ts";
export { type ShellCommands, shellCommands, shellOf } from "./shell.ts";
export { inAscii, showsSigns } from "./signs.ts";
export { usableSize, usualColumns, usualRows } from "./size.ts";
export {
  beginWalk,
  countSteps,
  goBack,
  goForward,
  goTo,
  type Step,
  type Walk,
} from "./steps.ts";
