import type { ParamsOf } from "../../../core/problem/index.ts";
import type { ProblemWords } from "../../words.ts";
import { doctor, join, tool } from "./shared.ts";

/** Returns the words for a change of several files that was stopped half-way. */
export function interrupted(params: ParamsOf<"interrupted-change">): ProblemWords {
  const files = join(params.files);
  switch (params.variant) {
    case "restored":
      return {
        title: `The last run was stopped in the middle of "${params.command}"; the previous files were restored`,
        detail: `Restored: ${files}`,
        remedy: "To make the change after all, run that command again.",
      };
    case "finished":
      return {
        title: `The last run was stopped right after "${params.command}"; the change is complete`,
        detail: `Files: ${files}`,
        commands: [`${tool} undo`],
      };
    case "kept":
      return {
        title: `The last run was stopped in the middle of "${params.command}", and its files have changed since`,
        detail: `Changed by another program, so nothing was restored: ${files}`,
        remedy: `Backup ${params.backup} has the files from before that change.`,
        commands: [doctor, `${tool} undo --list`],
      };
    case "leftover":
      return {
        title: "Temporary files of a run that was stopped were removed",
        detail: `Removed: ${files}. They could contain the API key.`,
      };
    case "half":
      return {
        title: `${params.file} was not written, but other files of the same change already were`,
        detail: [
          `Already written: ${files}`,
          ...(params.detail ? [`The system says: ${params.detail}`] : []),
        ].join("\n"),
        remedy: `Backup ${params.backup} has the previous files. Undo restores them.`,
        commands: [`${tool} undo`],
      };
  }
}
