import { type Outcome, type Problem, severityOf } from "../../core/problem/index.ts";
import { type MachineReport, mergeReports, readMachineReport, type Unusable } from "../../doctor/merge.ts";
import type { Context, Files, Report } from "../../ports.ts";
import { mergedLines } from "../../render/merged.ts";

const largestReport = 4 * 1024 * 1024;

/** The files that an argument means: a file, the reports in a folder, or a pattern that no shell has expanded. */
async function filesOf(files: Files, named: string): Promise<string[]> {
  const pattern = /^(?:(.*)[\\/])?\*\.json$/.exec(named);
  const folder = pattern ? (pattern[1] ?? ".") : named;
  if (!pattern && !(await files.stat(named))?.directory) return [named];
  const names = (await files.list(folder)).filter((name) => /\.json$/i.test(name));
  return names.length === 0 && pattern ? [named] : names.map((name) => `${folder}/${name}`);
}

async function readOne(files: Files, file: string): Promise<MachineReport | Unusable> {
  if (((await files.stat(file))?.size ?? 0) > largestReport) return "too-large";
  const text = await files.read(file, { maxBytes: largestReport });
  return text === undefined ? "missing" : readMachineReport(file, text);
}

/** Why the command fails: an error on some machine, with `strict` a warning too, or nothing to merge. */
function outcomeOf(faults: readonly { severity: string }[], count: number, strict = false): Outcome {
  const isBad = ({ severity }: { severity: string }) =>
    severity === "error" || (strict && severity === "warning");
  return count === 0 || faults.some(isBad) ? "failed" : undefined;
}

/**
 * Merges the reports that `doctor --json` gave on many machines: which faults, on how many machines, worst first. A file
 * that is no whole report is named and skipped.
 */
export async function mergeFiles(
  context: Context,
  named: readonly string[],
  strict: boolean | undefined,
): Promise<Report> {
  const files = await context.files();
  const all = new Set((await Promise.all(named.map((one) => filesOf(files, one)))).flat());
  const reports: MachineReport[] = [];
  const unusable: { file: string; reason: Unusable }[] = [];
  // One after the other: of a thousand reports, one text is in memory.
  for (const file of all) {
    const read = await readOne(files, file);
    if (typeof read === "string") unusable.push({ file, reason: read });
    else reports.push(read);
  }
  const merged = mergeReports(reports, unusable, context.now().getTime());
  const { faults, healthy } = merged;
  const problems: readonly Problem[] = merged.notices;
  const outcome = outcomeOf(faults, merged.reports.length, strict);
  const isStrictly = strict && problems.some((one) => severityOf(one) === "warning");
  return {
    changed: false,
    data: {
      merged: merged.reports.length,
      healthy,
      faults: faults.map((one) => ({ ...one, count: one.machines.length })),
      machines: merged.reports.map(({ machine, file, time, ok }) => ({
        machine,
        file,
        time: time === undefined ? null : new Date(time).toISOString(),
        ok,
      })),
    },
    problems,
    lines: mergedLines(merged, context),
    outcome: outcome ?? (isStrictly ? "failed" : undefined),
  };
}
