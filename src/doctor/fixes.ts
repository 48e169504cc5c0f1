import type { Change, FileChange } from "../core/change/index.ts";
import type { DocumentPath } from "../core/json/index.ts";
import type { Problem } from "../core/problem/index.ts";
import { ClaimedPlaces } from "./claimed-places.ts";

/** Fixes that can be made together. */
export interface Round {
  readonly files: readonly FileChange[];
  /** The problems that these fixes solve; fixes of other problems wait for the next round. */
  readonly taken: readonly Problem[];
}

/** Later places before earlier ones and inner before outer: what is removed moves nothing that is still to go. */
function laterFirst(left: DocumentPath, right: DocumentPath): number {
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return -1;
    if (part === other) continue;
    if (typeof part === "number" && typeof other === "number") return other - part;
    return String(part) < String(other) ? -1 : 1;
  }
  return right.length - left.length;
}

function ordered(changes: readonly Change[]): Change[] {
  const removals = changes.filter((one) => one.op === "remove");
  return [
    ...changes.filter((one) => one.op !== "remove"),
    ...removals.sort((left, right) => laterFirst(left.path, right.path)),
  ];
}

/**
 * Joins as many fixes as can be made at once, the first problem's first; equal changes count once. A fix that
 * concerns a place which another one changes is left for the next round: what it has to be may be another thing then.
 */
export function joinFixes(problems: readonly Problem[]): Round {
  const files = new Map<string, { format: FileChange["format"]; places: ClaimedPlaces }>();
  const taken = problems.filter(({ fix = [] }) => {
    const isFree = fix.every(
      ({ file, changes }) => !changes.some((one) => files.get(file)?.places.clashes(one)),
    );
    if (!isFree || fix.length === 0) return false;
    for (const { file, format, changes } of fix) {
      const known = files.get(file) ?? { format, places: new ClaimedPlaces() };
      files.set(file, known);
      known.places.add(changes);
    }
    return true;
  });
  const joined = [...files].map(([file, { format, places }]) => ({
    file,
    format,
    changes: ordered(places.changes),
  }));
  return { files: joined, taken };
}
