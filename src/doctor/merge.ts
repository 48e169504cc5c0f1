import { get, getArray, getString, isObject } from "../core/json/index.ts";
import type { ParamsOf, Problem, Severity } from "../core/problem/index.ts";
import { clean } from "../core/text/index.ts";
import { severityRank } from "./causes.ts";

/** The report of one machine, as far as merging needs it. */
export interface MachineReport {
  readonly file: string;
  /** The machine's name; the file's name where the report has none. */
  readonly machine: string;
  readonly isNamed: boolean;
  /** The same for every report of one machine's OpenClaw. */
  readonly identity: string;
  /** When doctor looked, ms since 1970. */
  readonly time: number | undefined;
  readonly ok: boolean;
  /** The worst severity of each code. */
  readonly faults: ReadonlyMap<string, Severity>;
}

/** Why a file is not counted. */
export type Unusable = ParamsOf<"report-not-merged">["variant"];

/** One kind of fault, and the machines that have it, by name. */
export interface MergedFault {
  readonly code: string;
  readonly severity: Severity;
  readonly machines: readonly string[];
}

/** Many machines in one view. */
export interface Merged {
  readonly reports: readonly MachineReport[];
  /** Machines without errors. */
  readonly healthy: number;
  /** Worst first, then by the number of machines. */
  readonly faults: readonly MergedFault[];
  /** What was skipped, and what is not as it should be. */
  readonly notices: readonly Problem[];
}

const staleMs = 7 * 24 * 60 * 60 * 1000;
const codePattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
const severities: readonly unknown[] = ["error", "warning", "info"];
const longestName = 255;
// Names that many machines share, so that they do not tell one from another.
const commonNames = new Set(["", "localhost", "localhost.localdomain"]);

const baseName = (file: string) => file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

function faultsOf(problems: readonly unknown[]): Map<string, Severity> {
  const faults = new Map<string, Severity>();
  for (const problem of problems) {
    const [code, severity] = [getString(problem, ["code"]), get(problem, ["severity"])];
    if (code === undefined || !codePattern.test(code) || !severities.includes(severity)) continue;
    const known = faults.get(code);
    const found = severity as Severity;
    if (known === undefined || severityRank(found) < severityRank(known)) faults.set(code, found);
  }
  return faults;
}

/** Reads what `doctor --json` printed on one machine. Out: the report, or why it is none. Never throws. */
export function readMachineReport(file: string, text: string): MachineReport | Unusable {
  if (text.trim() === "") return "empty";
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return "incomplete";
  }
  const isReport =
    isObject(document) && document["command"] === "doctor" && Array.isArray(document["problems"]);
  // Of a merge nobody can tell which machine has what.
  if (!isReport || get(document, ["data", "merged"]) !== undefined) return "foreign";
  const host = clean(getString(document, ["data", "host"]) ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestName);
  const isNamed = !commonNames.has(host.toLowerCase());
  const stateDir = getString(document, ["data", "stateDir"]) ?? "";
  const time = Date.parse(getString(document, ["data", "time"]) ?? "");
  const faults = faultsOf(getArray(document, ["problems"]));
  return {
    file,
    machine: isNamed ? host : baseName(file).replace(/\.json$/i, ""),
    isNamed,
    identity: isNamed ? JSON.stringify([host, stateDir]) : file,
    time: Number.isNaN(time) ? undefined : time,
    // With --strict a warning fails the command too.
    ok: get(document, ["ok"]) === true || (faults.size > 0 && ![...faults.values()].includes("error")),
    faults,
  };
}

/** The newest report of each machine, in the order they came, and the files of the others. */
function newestOf(reports: readonly MachineReport[]) {
  const newest = new Map<string, MachineReport>();
  const superseded: string[] = [];
  for (const report of reports) {
    const other = newest.get(report.identity);
    const isNewer = other === undefined || (report.time ?? 0) >= (other.time ?? 0);
    if (isNewer) newest.set(report.identity, report);
    if (other !== undefined) superseded.push(isNewer ? other.file : report.file);
  }
  return { reports: [...newest.values()], superseded };
}

/** Two OpenClaws of one machine are told apart by their files. */
function withOwnNames(reports: readonly MachineReport[]): MachineReport[] {
  const count = new Map<string, number>();
  for (const { machine } of reports) count.set(machine, (count.get(machine) ?? 0) + 1);
  return reports.map((one) =>
    (count.get(one.machine) ?? 0) > 1 ? { ...one, machine: `${one.machine} (${baseName(one.file)})` } : one,
  );
}

function mergedFaults(reports: readonly MachineReport[]): MergedFault[] {
  const found = new Map<string, { severity: Severity; machines: string[] }>();
  for (const { machine, faults } of reports)
    for (const [code, severity] of faults) {
      const fault = found.get(code) ?? { severity, machines: [] };
      found.set(code, fault);
      if (severityRank(severity) < severityRank(fault.severity)) fault.severity = severity;
      fault.machines.push(machine);
    }
  const faults = [...found].map(([code, fault]) => ({ code, ...fault, machines: fault.machines.sort() }));
  return faults.sort(
    (left, right) =>
      severityRank(left.severity) - severityRank(right.severity) ||
      right.machines.length - left.machines.length ||
      (left.code < right.code ? -1 : 1),
  );
}

/**
 * Merges the reports of many machines. In: the reports, the files that could not be read with the reason, and the time
 * in ms.
 */
export function mergeReports(
  read: readonly MachineReport[],
  unusable: readonly { readonly file: string; readonly reason: Unusable }[],
  now: number,
): Merged {
  const { reports: newest, superseded } = newestOf(read);
  const reports = withOwnNames(newest);
  const reasons = [...new Set(unusable.map((one) => one.reason))];
  const outdated = {
    stale: reports.filter((one) => one.time !== undefined && now - one.time > staleMs).map((one) => one.file),
    unnamed: reports.filter((one) => !one.isNamed).map((one) => one.file),
    superseded,
  };
  const skipped = reasons.map((variant): Problem => {
    const files = unusable.filter((one) => one.reason === variant).map((one) => one.file);
    return { code: "report-not-merged", params: { variant, files } };
  });
  const variants = ["stale", "unnamed", "superseded"] as const;
  const old = variants
    .filter((variant) => outdated[variant].length > 0)
    .map((variant): Problem => ({ code: "report-outdated", params: { variant, files: outdated[variant] } }));
  return {
    reports,
    healthy: reports.filter((one) => one.ok).length,
    faults: mergedFaults(reports),
    notices: [...skipped, ...old],
  };
}
