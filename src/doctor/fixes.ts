import type { Change, FileChange, Plan } from "../core/change.ts";
import { formatPath } from "../core/change.ts";
import type { Problem } from "../core/problem.ts";

/** All fixes as one plan, and the places where two fixes want different things. */
export interface Repair {
  readonly plan: Plan;
  readonly conflicts: readonly Problem[];
}

const keyOf = (change: Change) => JSON.stringify(change.path);
const isInside = (change: Change, outer: Change) =>
  change.path.length > outer.path.length && outer.path.every((part, index) => change.path[index] === part);

/** Outer places before inner ones; renames after what is below the old name; removals last, the later element of an array first. */
function ordered(changes: readonly Change[]): Change[] {
  const removals = changes.filter((one) => one.op === "remove");
  const kept = changes.filter((one) => !removals.some((removal) => isInside(one, removal)));
  const place = (one: Change) => Number(one.path.at(-1));
  return [
    ...kept
      .filter((one) => one.op !== "remove" && one.op !== "rename")
      .sort((left, right) => left.path.length - right.path.length),
    ...kept.filter((one) => one.op === "rename"),
    ...removals.sort((left, right) => (place(right) || 0) - (place(left) || 0)),
  ];
}

/** Joins the fixes of all problems. Equal changes count once; unequal ones at one place are refused by name. */
export function planRepair(problems: readonly Problem[]): Repair {
  const files = new Map<string, { format: FileChange["format"]; changes: Map<string, [Change, string]> }>();
  const conflicts: Problem[] = [];
  for (const problem of problems) {
    for (const { file, format, changes } of problem.fix ?? []) {
      const known = files.get(file) ?? { format, changes: new Map() };
      files.set(file, known);
      for (const change of changes) {
        const id = change.op === "append" ? JSON.stringify(change) : keyOf(change) + (change.op === "mode");
        const [other, code] = known.changes.get(id) ?? [];
        if (other === undefined) known.changes.set(id, [change, problem.code]);
        else if (JSON.stringify(other) !== JSON.stringify(change))
          conflicts.push({
            code: "fix-conflict",
            params: { path: formatPath(change.path), sources: [code ?? "", problem.code] },
          });
      }
    }
  }
  const plan = [...files].map(([file, { format, changes }]) => ({
    file,
    format,
    changes: ordered([...changes.values()].map(([change]) => change)),
  }));
  return { plan: { files: plan }, conflicts };
}
