import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const now = () => new Date("2026-11-28T12:00:00Z");

/** Writes what doctor printed on a machine. */
function addReport(home: Home, host: string, faults: Record<string, string> = {}): void {
  const problems = Object.entries(faults).map(([code, severity]) => ({ code, severity, title: code }));
  const data = { host, time: "2026-11-28T11:00:00.000Z", stateDir: "/home/claw/.openclaw" };
  const ok = !Object.values(faults).includes("error");
  const report = { ok, command: "doctor", version: "1.0.0", changed: false, data, problems };
  home.write(`reports/${host}.json`, JSON.stringify(report));
}

/** Twelve machines, nine with one fault, two with another, and three files that are no reports. */
function reports(): Home {
  const home = makeHome();
  for (let number = 1; number <= 12; number += 1)
    addReport(home, `web-${String(number).padStart(2, "0")}`, {
      ...(number <= 9 ? { "stale-model-id": "warning" } : {}),
      ...(number === 4 || number === 11 ? { "invalid-temperature": "error" } : {}),
    });
  home.write("reports/half.json", '{ "ok": true, "command": "doc');
  home.write("reports/empty.json", "");
  home.write("reports/notes.txt", "not a report");
  return home;
}

describe("doctor --merge", () => {
  it.each([
    ["a folder", ["reports"]],
    ["a pattern that no shell expands", ["reports/*.json"]],
    [
      "names that a shell has expanded",
      [
        "reports/empty.json",
        "reports/half.json",
        ...[...Array(12)].map((_, at) => `reports/web-${String(at + 1).padStart(2, "0")}.json`),
      ],
    ],
  ])("reads %s", async (_, named) => {
    const home = reports();
    const done = await run(["doctor", "--json", "--merge", ...named], { home, now });
    const { data, problems } = done.json<{
      merged: number;
      healthy: number;
      faults: object[];
      machines: object[];
    }>();
    expect([done.code, data.merged, data.healthy, data.machines.length]).toEqual([1, 12, 10, 12]);
    expect(data.faults).toEqual([
      { code: "invalid-temperature", severity: "error", machines: ["web-04", "web-11"], count: 2 },
      expect.objectContaining({ code: "stale-model-id", severity: "warning", count: 9 }),
    ]);
    expect(problems.map((one) => [one.code, one.detail])).toEqual([
      ["report-not-merged", "reports/empty.json"],
      ["report-not-merged", "reports/half.json"],
    ]);
  });

  it("ends with 0 for warnings, with 1 for them with --strict, and with 1 where there is nothing to merge", async () => {
    const home = makeHome();
    addReport(home, "web-01", { "clock-skew": "warning" });
    expect((await run(["doctor", "--merge", "reports"], { home, now })).code).toBe(0);
    expect((await run(["doctor", "--strict", "--merge", "reports"], { home, now })).code).toBe(1);
    const none = await run(["doctor", "--merge", "missing.json"], { home, now });
    expect([none.code, none.stdout]).toEqual([1, expect.stringContaining("missing.json")]);
    const empty = await run(["doctor", "--merge", "missing/*.json"], { home, now });
    expect([empty.code, empty.stdout]).toEqual([1, expect.stringContaining("missing/*.json")]);
  });

  it("skips a report that is too large", async () => {
    const home = makeHome();
    addReport(home, "web-01");
    home.write(
      "reports/huge.json",
      `{ "command": "doctor", "problems": [], "x": "${"y".repeat(4 * 1024 * 1024)}" }`,
    );
    const done = await run(["doctor", "--json", "--merge", "reports"], { home, now });
    expect(done.json().problems.map((one) => one.title)).toEqual(["1 report skipped: larger than 4 MiB"]);
  });

  it("merges what doctor itself printed, whole or for all profiles", async () => {
    const home = makeHome("{ models: {} }");
    home.write(".openclaw-work/openclaw.json", "{ broken");
    for (const [name, args] of [
      ["one", []],
      ["all", ["--all-profiles"]],
    ] as const)
      home.write(`${name}.json`, (await run(["doctor", "--json", "--probe", ...args], { home })).stdout);
    const done = await run(["doctor", "--json", "--merge", "one.json", "all.json"], { home });
    const { data } = done.json<{ merged: number; faults: { code: string; count: number }[] }>();
    const counts = Object.fromEntries(data.faults.map((one) => [one.code, one.count]));
    expect([data.merged, counts["provider-missing"], counts["config-syntax"]]).toEqual([2, 2, 1]);
  });

  it("names all machines with --verbose, and fits a terminal of 60 columns", async () => {
    const home = reports();
    const whole = await run(["doctor", "--verbose", "--merge", "reports"], { home, now });
    expect(whole.stdout).toContain("web-09");
    const terminal = startOnTerminal(["doctor", "--merge", "reports"], { home, columns: 60 });
    await terminal.shows(/and 1 more/);
    expect(await terminal.ended()).toBe(1);
  });

  it.each([
    ["doctor-merge", 80],
    ["doctor-merge-narrow", 60],
  ])("prints a table in both languages: %s", async (name, columns) => {
    const home = reports();
    addReport(home, "web-13");
    const commands = [
      ["doctor", "--merge", "reports"],
      ["doctor", "--merge", join("reports", "web-13.json")],
    ];
    await expectTranscript(name, commands, { home, columns });
  });
});
