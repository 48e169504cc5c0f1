import { counted } from "./counts.ts";

/** Words of the preview of a change. */
export const plan = {
  changedMeanwhile: "The files have changed meanwhile. This is the change as it is now:",
  confirm: "Write it?",
  write: "Yes, write it",
  showDiff: "Show every changed line first",
  cancel: "No, leave everything as it is",
  newFile: "(new)",
  items: (count: number) => counted(count, "item"),
  members: (count: number) => counted(count, "setting"),
  provider: (models: number, key: string | undefined) =>
    `${counted(models, "model")}${key ? `, key ${key}` : ""}`,
  allows: (references: readonly string[]) => `lets through ${references.join(", ")}`,
  mode: (mode: string) => `permissions ${mode}`,
  written: (backup: string) => `Written    backup ${backup}; openclaw-aisa undo puts it back`,
  nothing: "Nothing to change: everything is as it should be.",
  dryRun: "Dry run: nothing was written.",
};
