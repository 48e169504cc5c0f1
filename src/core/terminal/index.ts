/** Questions, list windows, and shell completion. */

export type { Chosen } from "./chosen.ts";
export {
  type CommandNode,
  completionScript,
  completions,
  offersAt,
  type Shell,
  shells,
  type ValueKind,
} from "./completion.ts";
export {
  bashLoaders,
  type CompletionPlace,
  completionPlace,
  completionShell,
  withCompletion,
  withoutCompletion,
} from "./completion-place.ts";
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
export { isDue, type KnownUpdate, readKnownUpdate, wantsUpdateNotice } from "./update.ts";
