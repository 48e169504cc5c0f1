import { describe, expect, it } from "vitest";
import {
  type MachineReport,
  mergeReports,
  readMachineReport,
  type Unusable,
} from "../../src/doctor/merge.ts";

const now = Date.parse("2026-11-28T12:00:00Z");

/** What `doctor --json` prints, as far as merging reads it. */
function report(host: string | undefined, faults: Record<string, string> = {}, more: object = {}): string {
  const problems = Object.entries(faults).map(([code, severity]) => ({ code, severity, title: "a title" }));
  const ok = !Object.values(faults).includes("error");
  const data = { host, time: "2026-11-28T11:00:00.000Z", stateDir: "/root/.openclaw", ...more };
  return JSON.stringify({ ok, command: "doctor", version: "1.0.0", changed: false, data, problems });
}

function merge(texts: Record<string, string>) {
  const read = Object.entries(texts).map(([file, text]) => ({ file, found: readMachineReport(file, text) }));
  const reports = read.flatMap(({ found }) => (typeof found === "string" ? [] : [found]));
  const unusable = read.flatMap(({ file, found }) =>
    typeof found === "string" ? [{ file, reason: found }] : [],
  );
  return mergeReports(reports, unusable, now);
}

describe("a machine's report", () => {
  const half = report("web-01", { "invalid-key": "error" });
  it.each<[string, string, Unusable]>([
    ["an empty file", "", "empty"],
    ["blank lines", " \n\n", "empty"],
    ["a report cut off", half.slice(0, half.length / 2), "incomplete"],
    ["a report written twice", half + half, "incomplete"],
    ["a shell's message", "openclaw-aisa: command not found", "incomplete"],
    ["another command's report", half.replace('"doctor"', '"onboard"'), "foreign"],
    ["an array", "[1]", "foreign"],
    ["null", "null", "foreign"],
    ["a merge of reports", report("web-01", {}, { merged: 3 }), "foreign"],
  ])("is not what %s is", (_, text, reason) => {
    expect(readMachineReport("r.json", text)).toBe(reason);
  });

  it("keeps the worst severity of a code once, and leaves out what is no code", () => {
    const text = JSON.stringify({
      ok: false,
      command: "doctor",
      data: { host: "web-01" },
      problems: [
        { code: "stale-model-id", severity: "warning" },
        { code: "stale-model-id", severity: "error" },
        { code: "stale-model-id", severity: "info" },
        { code: "\u001b[31mred", severity: "error" },
        { code: "price-drift", severity: "fatal" },
        null,
        7,
      ],
    });
    const found = readMachineReport("r.json", text) as MachineReport;
    expect([...found.faults]).toEqual([["stale-model-id", "error"]]);
  });

  it.each([
    ["a byte order mark in front", `\uFEFF${report("web-01")}`, "web-01"],
    ["no host, as older versions write it", report(undefined), "r"],
    ["a host name that is everywhere", report("localhost"), "r"],
    ["a host name with escapes and line ends", report("web\u001b[31m-01\n"), "web-01"],
  ])("with %s is read", (_, text, machine) => {
    expect(readMachineReport("reports/r.json", text)).toMatchObject({ machine });
  });
});

describe("merging reports", () => {
  it("lists errors before warnings, then what most machines have, then by code", () => {
    const merged = merge({
      "a.json": report("a", { "stale-model-id": "warning", "invalid-key": "error", "price-drift": "info" }),
      "b.json": report("b", { "stale-model-id": "warning", "invalid-temperature": "error" }),
      "c.json": report("c", { "invalid-temperature": "error", "clock-skew": "warning" }),
      "d.json": report("d", { "network-dns": "error" }),
      "e.json": report("e"),
    });
    expect(merged.faults.map((one) => [one.code, one.machines])).toEqual([
      ["invalid-temperature", ["b", "c"]],
      ["invalid-key", ["a"]],
      ["network-dns", ["d"]],
      ["stale-model-id", ["a", "b"]],
      ["clock-skew", ["c"]],
      ["price-drift", ["a"]],
    ]);
    expect([merged.reports.length, merged.healthy]).toEqual([5, 1]);
  });

  it("counts the newest report of a machine, and names the others", () => {
    const merged = merge({
      "monday.json": report("a", { "invalid-key": "error" }, { time: "2026-11-27T11:00:00.000Z" }),
      "tuesday.json": report("a", {}, { time: "2026-11-28T11:00:00.000Z" }),
      "sunday.json": report("a", { "network-dns": "error" }, { time: "2026-11-26T11:00:00.000Z" }),
    });
    expect([merged.healthy, merged.faults]).toEqual([1, []]);
    expect(merged.notices).toEqual([
      { code: "report-outdated", params: { variant: "superseded", files: ["monday.json", "sunday.json"] } },
    ]);
  });

  it("keeps machines apart that share a name, by their files", () => {
    const merged = merge({
      "one.json": report("web", { "invalid-key": "error" }),
      "two.json": report("web", { "invalid-key": "error" }, { stateDir: "/home/two/.openclaw" }),
      "three.json": report("localhost", { "invalid-key": "error" }),
      "four.json": report("localhost", { "invalid-key": "error" }),
    });
    expect(merged.faults[0]?.machines).toEqual(["four", "three", "web (one.json)", "web (two.json)"]);
  });

  it("names what was skipped and what is old, each with its reason", () => {
    const merged = merge({
      "good.json": report("good"),
      "half.json": report("half").slice(0, 40),
      "empty.json": "",
      "list.json": "[]",
      "old.json": report("old", {}, { time: "2026-11-20T11:00:00.000Z" }),
      "former.json": report(undefined),
    });
    expect(merged.reports.map((one) => one.machine)).toEqual(["good", "old", "former"]);
    expect(merged.notices.map((one) => one.params)).toEqual([
      { variant: "incomplete", files: ["half.json"] },
      { variant: "empty", files: ["empty.json"] },
      { variant: "foreign", files: ["list.json"] },
      { variant: "stale", files: ["old.json"] },
      { variant: "unnamed", files: ["former.json"] },
    ]);
  });

  it("takes a machine whose warnings failed a strict run as one without errors", () => {
    const strict = report("a", { "clock-skew": "warning" }).replace('"ok":true', '"ok":false');
    expect(merge({ "a.json": strict }).healthy).toBe(1);
    expect(merge({ "a.json": report("a").replace('"ok":true', '"ok":false') }).healthy).toBe(0);
  });
});
