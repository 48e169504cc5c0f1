import type { Change, FileChange } from "../core/change/index.ts";
import type { DocumentPath } from "../core/json/index.ts";
import type { Problem } from "../core/problem/index.ts";

/** Fixes that can be made together. */
export interface Round {
  readonly files: readonly FileChange[];
  /** The problems whose fixes these are; those of the others have to wait until these are made. */
  readonly taken: readonly Problem[];
}

const same = (left: Change, right: Change) => JSON.stringify(left) === JSON.stringify(right);
const isWithin = (path: DocumentPath, outer: DocumentPath) =>
  path.length >= outer.length && outer.every((part, index) => path[index] === part);

/** The places that a change concerns: of a rename also the new one. */
function placesOf(change: Change): DocumentPath[] {
  const { path } = change;
  return change.op === "rename" ? [path, [...path.slice(0, -1), change.value]] : [path];
}

/** Whether one of two changes would undo, hide or forestall the other. */
function clashes(left: Change, right: Change): boolean {
  if (same(left, right)) return false;
  if ((left.op === "mode") !== (right.op === "mode")) return false;
  if (left.op === "append" && right.op === "append") return false;
  return placesOf(left).some((one) =>
    placesOf(right).some((other) => {
      const [outer, isEqual] =
        one.length < other.length ? [left, false] : [right, one.length === other.length];
      if (!isWithin(one, other) && !isWithin(other, one)) return false;
      return isEqual || outer.op !== "append";
    }),
  );
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
  const files = new Map<string, { format: FileChange["format"]; changes: Change[] }>();
  const taken = problems.filter(({ fix = [] }) => {
    const isFree = fix.every(({ file, changes }) =>
      (files.get(file)?.changes ?? []).every((one) => !changes.some((other) => clashes(one, other))),
    );
    if (!isFree || fix.length === 0) return false;
    for (const { file, format, changes } of fix) {
      const known = files.get(file) ?? { format, changes: [] };
      files.set(file, known);
      known.changes.push(...changes.filter((one) => !known.changes.some((other) => same(one, other))));
    }
    return true;
  });
  const joined = [...files].map(([file, { format, changes }]) => ({
    file,
    format,
    changes: ordered(changes),
  }));
  return { files: joined, taken };
}
