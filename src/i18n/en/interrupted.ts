import type { ProblemParams } from "../../core/problem/index.ts";
import type { ProblemWords } from "../words.ts";

/** Texts for a change of several files that ended half-way, by the variant of `interrupted-change`. */
export function interrupted(params: ProblemParams): ProblemWords {
  const change = params.value === undefined ? "a change" : `"${params.value}"`;
  const files = (params.files ?? []).join(", ") || "a file";
  switch (params.variant) {
    case "restored":
      return {
        title: `The last run was stopped in the middle of ${change}; the previous files were restored`,
        detail: `Restored: ${files}`,
        remedy: "To make the change after all, run that command again.",
      };
    case "finished":
      return {
        title: `The last run was stopped right after ${change}; the change is complete`,
        detail: `Files: ${files}`,
        commands: ["openclaw-aisa undo"],
      };
    case "kept":
      return {
        title: `The last run was stopped in the middle of ${change}, and its files changed since`,
        detail: `Changed by another program, so nothing was restored: ${files}`,
        remedy: `Backup ${params.backup ?? ""} has the files from before that change.`.replace("  ", " "),
        commands: ["openclaw-aisa doctor", "openclaw-aisa undo --list"],
      };
    case "leftover":
      return {
        title: "Temporary files of a run that was stopped were removed",
        detail: `Removed: ${files}. They could contain the API key.`,
      };
    default:
      return {
        title: `${params.file ?? "One of the files"} could not be written, and other files of the same change already were`,
        detail: [
          `Already written: ${files}`,
          ...(params.detail ? [`The system says: ${params.detail}`] : []),
        ].join("\n"),
        remedy: `Backup ${params.backup ?? ""} has the previous files. Undo restores them.`.replace(
          "  ",
          " ",
        ),
        commands: ["openclaw-aisa undo"],
      };
  }
}
