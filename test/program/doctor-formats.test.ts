import { describe, expect, it } from "vitest";
import { problemTable } from "../../src/core/problem/codes.ts";
import { run } from "../helpers/cli.ts";
import { prepareDoctor } from "../helpers/doctor.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { makeHome } from "../helpers/home.ts";

/** The samples of a text in Prometheus' format, by metric and labels. */
function samplesOf(text: string): Map<string, number> {
  const samples = text.split("\n").flatMap((line) => {
    const match = /^(openclaw_aisa_doctor_\w+\{[^}]*\}) ([\d.]+)$/.exec(line);
    return match ? [[match[1] ?? "", Number(match[2])] as const] : [];
  });
  return new Map(samples);
}

describe("doctor --format prometheus", () => {
  it("gives health, counts and each code, with HELP and TYPE once a metric", async () => {
    const doctor = await prepareDoctor({ models: ["aisa/qwen3-max", "aisa/kimi-k2.5"] });
    const done = await doctor.run("--offline", "--format", "prometheus");
    expect(done.code).toBe(1);
    const samples = samplesOf(done.stdout);
    const of = (name: string, labels = "") =>
      samples.get(`openclaw_aisa_doctor_${name}{profile="default"${labels}}`);
    expect(of("healthy")).toBe(0);
    expect(of("problem", ',code="double-prefixed-id",severity="error"')).toBe(3);
    expect(of("findings", ',severity="error"')).toBeGreaterThanOrEqual(2);
    expect(of("checks", ',status="crashed"')).toBe(0);
    const lines = done.stdout.trimEnd().split("\n");
    const [helps, types] = ["# HELP ", "# TYPE "].map((start) =>
      lines.filter((line) => line.startsWith(start)),
    );
    expect([helps?.length, types?.length]).toEqual([7, 7]);
    expect(lines.filter((line) => !line.startsWith("#"))).toHaveLength(samples.size);
  });

  it("is the same in every language, and 1 for healthy where nothing is wrong", async () => {
    const doctor = await prepareDoctor({ env: { LANG: "zh_CN.UTF-8" } });
    const done = await doctor.run("--offline", "--format", "prometheus");
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('healthy{profile="default"} 1')]);
    expect(done.stdout).not.toMatch(/[^\n -~]/);
  });
});

describe("doctor --format junit", () => {
  it("has a case for each check: failed, skipped or fine, with the fault's words", async () => {
    const doctor = await prepareDoctor({ models: ["aisa/<qwen3>&-max"] });
    const [junit, look] = [
      await doctor.run("--offline", "--format", "junit"),
      await doctor.look("--offline"),
    ];
    expect(junit.code).toBe(1);
    const statuses = look.data.checks.map((one) => one.status);
    const count = (name: string) => statuses.filter((one) => one === name).length;
    expect(junit.stdout).toContain(
      `<testsuites name="openclaw-aisa doctor" tests="${statuses.length}" failures="${count("error")}" errors="0" skipped="${count("skipped")}"`,
    );
    expect(junit.stdout.match(/<failure /g)).toHaveLength(count("error"));
    expect(junit.stdout.match(/<skipped /g)).toHaveLength(count("skipped"));
    expect(junit.stdout).toContain("aisa/&lt;qwen3&gt;&amp;-max");
    expect(junit.stdout).not.toContain("<qwen3>");
  });

  it("takes warnings for failures with --strict", async () => {
    const doctor = await prepareDoctor();
    const failures = async (...args: string[]) =>
      (await doctor.run("--offline", "--format", "junit", ...args)).stdout.match(/<failure /g)?.length ?? 0;
    expect(await failures()).toBe(0);
    expect(await failures("--strict")).toBeGreaterThan(0);
  });
});

describe("doctor --probe", () => {
  it("asks nobody, runs no OpenClaw, and ends with 0 for a sound config and 1 for a fault", async () => {
    const doctor = await prepareDoctor();
    const openclaw = placeOpenClaw(doctor.home, { version: "2026.9.6" });
    const env = { PATH: openclaw.path };
    const done = await run(["doctor", "--probe", "--json"], { home: doctor.home, env });
    expect([done.code, done.json().ok]).toEqual([0, true]);
    expect([doctor.gateway.requests, openclaw.calls()]).toEqual([[], []]);
    doctor.home.write(".openclaw/openclaw.json", "{ half");
    expect((await run(["doctor", "--probe", "--json"], { home: doctor.home, env })).code).toBe(1);
  });

  it("names the machine and the time, for reports that are collected", async () => {
    const at = new Date("2026-11-28T12:00:00Z");
    const done = await run(["doctor", "--probe", "--json"], { home: makeHome("{}"), now: () => at });
    expect(done.json().data).toMatchObject({ host: expect.stringMatching(/./), time: at.toISOString() });
  });
});

describe("doctor --all-profiles", () => {
  it("looks at each state directory of the home, whatever the variables of one profile say", async () => {
    const doctor = await prepareDoctor();
    doctor.home.write(".openclaw-work/openclaw.json", "{ broken");
    doctor.home.write(".openclaw-dev/openclaw.json", "{}");
    doctor.home.write(".openclaw-not a profile/openclaw.json", "{}");
    const env = { OPENCLAW_STATE_DIR: `${doctor.home.path}/.openclaw-work`, OPENCLAW_PROFILE: "work" };
    const args = ["doctor", "--all-profiles", "--offline", "--json"];
    const done = await run(args, { home: doctor.home, env });
    const { data, problems } = done.json<{
      profiles: { profile: string; ok: boolean; stateDir: string }[];
    }>();
    expect(
      data.profiles.map((one) => [one.profile, one.ok, one.stateDir.slice(doctor.home.path.length)]),
    ).toEqual([
      ["default", true, "/.openclaw"],
      ["dev", false, "/.openclaw-dev"],
      ["work", false, "/.openclaw-work"],
    ]);
    expect([done.code, problems.map((one) => one.code)]).toEqual([
      1,
      expect.arrayContaining(["provider-missing", "config-syntax"]),
    ]);
  });

  it("gives each profile its metrics and its test suite", async () => {
    const doctor = await prepareDoctor();
    doctor.home.write(".openclaw-work/openclaw.json", "{ broken");
    const print = async (format: string) =>
      (await doctor.run("--all-profiles", "--probe", "--format", format)).stdout;
    expect(await print("prometheus")).toMatch(
      /healthy\{profile="default"\} 1\n.*healthy\{profile="work"\} 0/,
    );
    expect((await print("junit")).match(/<testsuite /g)).toHaveLength(2);
  });

  it("fixes each profile, and leaves the others as they are", async () => {
    const doctor = await prepareDoctor({ models: ["aisa/qwen3-max"] });
    doctor.home.write(".openclaw-work/openclaw.json", "{}");
    const done = await doctor.run("--all-profiles", "--offline", "--fix", "--yes");
    expect(done.stdout).toMatch(/Default profile[\s\S]*Profile work[\s\S]*2 profiles: errors in 1/);
    expect(doctor.home.read(doctor.home.config)).toContain('id: "qwen3-max"');
    expect(doctor.home.read(`${doctor.home.path}/.openclaw-work/openclaw.json`)).toBe("{}");
  });

  it("says so where there is no profile", async () => {
    const done = await run(["doctor", "--all-profiles"], { home: makeHome() });
    expect([done.code, done.stderr]).toEqual([2, expect.stringContaining("No profile found")]);
  });
});

describe("options of doctor that exclude each other", () => {
  it.each([
    ["--merge", ["--merge", "x.json", "--fix"], "--fix"],
    ["--merge", ["--merge", "x.json", "--all-profiles"], "--all-profiles"],
    ["--format", ["--format", "junit", "--json"], "--json"],
    ["--format", ["--format", "junit", "--fix"], "--fix"],
    ["--all-profiles", ["--all-profiles", "--profile", "work"], "--profile"],
    ["--probe", ["--probe", "--all"], "--all"],
  ])("%s of %j is rejected beside %s", async (one, args, other) => {
    const done = await run(["doctor", ...args], { home: makeHome("{}") });
    expect(done.code).toBe(2);
    expect(done.stdout + done.stderr).toContain(`${one} cannot be combined with ${other}`);
  });
});

describe("the pages about many machines", () => {
  it("can rely on codes that are labels as they are", () => {
    for (const code of Object.keys(problemTable)) expect(code).toMatch(/^[a-z0-9][a-z0-9-]*$/);
  });
});
