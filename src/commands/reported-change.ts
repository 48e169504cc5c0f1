import type { ReportedChange } from "../ports.ts";
import { type DiffedFile, unifiedDiff } from "../render/diff.ts";
import { changesToJson, fileToJson, secretsOf } from "../render/plan.ts";
import type { Applied, Draft } from "./apply.ts";

const diffed = ({ change, before, after, mode }: Draft): DiffedFile => ({
  file: change.file,
  before: before?.text,
  after,
  secrets: secretsOf(change.changes),
  ...(before && mode !== undefined && mode !== before.mode
    ? { mode: { before: before.mode, after: mode } }
    : {}),
});

/** A change as reports give it. In: what came of it; undefined where there was nothing to try. */
export function reportedChange(
  applied: Pick<Applied, "pending" | "backup" | "drafts"> | undefined,
): ReportedChange {
  const drafts = applied?.drafts ?? [];
  return {
    pending: applied?.pending ?? false,
    backup: applied?.backup ?? null,
    changes: changesToJson(drafts),
    diff: () => unifiedDiff(drafts.map(diffed)),
  };
}

/** A change of whole files, as reports give it. `pending`: a dry run has not made it. */
export function reportedFiles(
  files: readonly DiffedFile[],
  { pending = false, backup = null }: { readonly pending?: boolean; readonly backup?: string | null } = {},
): ReportedChange {
  return {
    pending,
    backup,
    changes: files.map(({ file, before, after }) => fileToJson(file, before, after)),
    diff: () => unifiedDiff(files),
  };
}
