import type { SyntaxFault } from "../../core/change/index.ts";
import { counted } from "./counts.ts";

const corrections: Readonly<Record<SyntaxFault, string>> = {
  "comma-missing": "comma added",
  "comma-extra": "comma removed",
  "colon-missing": "colon added",
  "quote-missing": "quote added",
  "bracket-missing": "bracket added",
  "bracket-extra": "bracket removed",
  "wrong-character": "full-width or curly character replaced",
};

/** Words of the preview of a change. */
export const plan = {
  changedMeanwhile: "The files changed in the meantime. The change is now:",
  confirm: "Write it?",
  write: "Yes, write it",
  showDiff: "Show every changed line first",
  cancel: "No, change nothing",
  newFile: "(new)",
  more: (count: number) => `… and ${counted(count, "more change")}`,
  items: (count: number) => counted(count, "item"),
  members: (count: number) => counted(count, "setting"),
  provider: (models: number, key: string | undefined) =>
    `${counted(models, "model")}${key ? `, key ${key}` : ""}`,
  allows: (references: readonly string[]) => `allows ${references.join(", ")}`,
  mode: (mode: string) => `permissions ${mode}`,
  typingErrors: (count: number) => counted(count, "typing error"),
  corrected: (fault: SyntaxFault, line: number) => `line ${line}: ${corrections[fault]}`,
  written: (backup: string) => `Written    backup ${backup}; openclaw-aisa undo restores it`,
  nothing: "Nothing to change: already up to date.",
  dryRun: "Dry run: nothing was written.",
};
