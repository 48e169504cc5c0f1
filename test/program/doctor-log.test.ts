import { mkdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOf, prepareDoctor } from "../helpers/doctor.ts";

const hour = 60 * 60 * 1000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const key = "sk-aisa-9f8e7d6c5b4a39281706";

/** Lines as OpenClaw 2026.9.6 writes them. */
const runEnd = (at: string, model: string, raw: string, shown = "LLM request failed.") =>
  JSON.stringify({
    0: '{"subsystem":"agent/embedded"}',
    1: {
      event: "embedded_run_agent_end",
      runId: "33281da7-3bbc-49a5-91d9-f79a4392dac0",
      isError: true,
      error: shown,
      model,
      provider: "aisa",
      rawErrorPreview: raw,
    },
    2: "embedded run agent end",
    _meta: { name: '{"subsystem":"agent/embedded"}', path: { filePath: "/opt/openclaw-aisa/dist/x.mjs:1" } },
    time: at,
    message: "embedded run agent end",
  });
const decision = (at: string, model: string, raw: string) =>
  JSON.stringify({
    0: '{"subsystem":"model-fallback/decision"}',
    1: {
      event: "model_fallback_decision",
      candidateProvider: "aisa",
      candidateModel: model,
      errorPreview: raw,
    },
    2: "model fallback decision",
    time: at,
  });
const fetched = (at: string, model: string, status: number) =>
  JSON.stringify({
    0: '{"subsystem":"provider-transport-fetch"}',
    1: `[model-fetch] response provider=aisa api=openai-completions model=${model} status=${status} elapsedMs=118`,
    time: at,
  });
/** As versions up to 2026.3 write them: text alone. */
const oldLine = (at: string, model: string, error: string) =>
  JSON.stringify({
    1: `embedded run agent end: runId=x isError=true model=${model} provider=aisa error=${error}`,
    time: at,
  });
const noise = (at: string) => JSON.stringify({ 0: "Installed plugin: aisa", time: at });
const elsewhere = (at: string) =>
  runEnd(at, "gpt-5", "401 Incorrect API key provided").replace('"aisa"', '"openai"');

const channel = (model: string) =>
  `503 No available channel for model ${model} under group default (distributor)`;

/** Doctor without requests, and what it says of a log. */
async function readLog(lines: readonly string[], ...args: string[]) {
  const doctor = await prepareDoctor();
  const file = doctor.home.write("logs/openclaw.log", `${lines.join("\n")}\n`);
  const look = await doctor.look("--logs", file, ...args);
  const found = look.problems.filter((one) => one.code !== "openclaw-missing");
  return { doctor, file, look, found, codes: found.map((one) => one.code) };
}

describe("doctor and OpenClaw's log", () => {
  it("explains each cause once, the newest first, with its time and how often", async () => {
    const newest = ago(hour);
    const lines = [
      oldLine(ago(5 * hour), "kimi-k2.5", "400 invalid temperature: only 1 is allowed for this model"),
      noise(ago(4 * hour)),
      elsewhere(ago(3 * hour)),
      runEnd(ago(2 * hour), "qwen3-flash", channel("qwen3-flash")),
      decision(ago(2 * hour), "qwen3-flash", channel("qwen3-flash")),
      runEnd(newest, "qwen3-flash", channel("qwen3-flash")),
      decision(newest, "qwen3-flash", channel("qwen3-flash")),
    ];
    const { codes, found, look, file } = await readLog(lines, "--offline");
    expect(codes).toEqual(["no-available-channel", "invalid-temperature"]);
    expect(found.map((one) => one.severity)).toEqual(["warning", "warning"]);
    expect(found[0]).toMatchObject({ path: file, evidence: [channel("qwen3-flash")] });
    expect(look.data.relations[0]).toEqual({
      code: "no-available-channel",
      model: "qwen3-flash",
      last: newest,
      count: 2,
      state: "fresh",
    });
    expect(checkOf(look, "log").notes).toEqual([{ kind: "log", file, failures: 3 }]);
    expect(look.exit).toBe(0);
  });

  it("does not alarm for what is older than a day, or what answered later in the log", async () => {
    const lines = [
      runEnd(ago(50 * hour), "kimi-k2.5", channel("kimi-k2.5")),
      runEnd(
        ago(2 * hour),
        "qwen3-max",
        "429 Current group upstream load is saturated, please try again later",
      ),
      fetched(ago(hour), "qwen3-max", 200),
    ];
    const { found, look } = await readLog(lines, "--offline");
    expect(found.map((one) => one.severity)).toEqual(["info", "info"]);
    expect(look.data.relations.map((one) => [one["code"], one["state"]])).toEqual([
      ["rate-limited", "cured"],
      ["no-available-channel", "old"],
    ]);
  });

  it("says that it works now if the model answers", async () => {
    const { found, look, doctor, file } = await readLog([
      runEnd(ago(hour), "qwen3-max", channel("qwen3-max")),
    ]);
    expect(found).toMatchObject([{ code: "no-available-channel", severity: "info" }]);
    expect(look.data.relations).toMatchObject([{ state: "cured" }]);
    const { stdout } = await doctor.run("--logs", file);
    expect(stdout).toMatch(/In OpenClaw's log once, last on \d{4}-\d\d-\d\d \d\d:\d\d UTC; it works now/);
  });

  it("merges errors of the log with its own findings", async () => {
    const doctor = await prepareDoctor({ models: ["aisa/qwen3-max"], primary: "qwen3-max" });
    const log = doctor.home.write(
      "openclaw.log",
      runEnd(ago(hour), "aisa/qwen3-max", channel("aisa/qwen3-max")),
    );
    const look = await doctor.look("--offline", "--logs", log);
    expect(look.problems.map((one) => one.code)).not.toContain("no-available-channel");
    expect(look.data.relations).toContainEqual(
      expect.objectContaining({ code: "double-prefixed-id", count: 1, state: "fresh" }),
    );
  });

  it("reads what it can of damaged and foreign lines", async () => {
    const lines = [
      '{"1":"embedded run agent end: isErr',
      "plain text about provider=aisa model=qwen3-max isError=true error=401 Invalid token",
      "[]",
      "null",
      '{"1":7}',
      "\u001b[31mbinary \u0000 rubbish",
    ];
    expect((await readLog(lines, "--offline")).codes).toEqual(["invalid-key"]);
  });

  it("shows no key from a line of the log", async () => {
    const raw = `401 Incorrect API key provided: ${key}. Authorization: Bearer abcdefghijklmnop1234`;
    const { look, doctor, file } = await readLog([runEnd(ago(hour), "qwen3-max", raw)], "--offline");
    const text = JSON.stringify(look) + (await doctor.run("--offline", "--verbose", "--logs", file)).stdout;
    expect(text).toContain("Incorrect API key");
    for (const secret of [key, "abcdefghijklmnop1234"]) expect(text).not.toContain(secret);
  });
});

describe("where doctor looks for the log", () => {
  const line = runEnd(ago(hour), "qwen3-flash", channel("qwen3-flash"));

  it("reads the newest logs of a folder", async () => {
    const doctor = await prepareDoctor();
    const older = doctor.home.write(
      "logs/openclaw-2026-01-01.log",
      runEnd(ago(hour), "old-one", channel("old-one")),
    );
    for (const day of ["02", "03", "04"])
      doctor.home.write(`logs/openclaw-2026-01-${day}.log`, day === "03" ? line : noise(ago(hour)));
    utimesSync(older, 1, 1);
    const look = await doctor.look("--offline", "--logs", join(doctor.home.path, "logs"));
    const found = look.problems.filter((one) => one.code === "no-available-channel");
    expect(found.map((one) => one.title)).toEqual(["The gateway has no model called qwen3-flash"]);
  });

  it.each([
    ["the place that the config names", 'logging: { file: "~/my/claw.log" },', "my/claw.log"],
    ["the system's folder for temporary files", "", "openclaw/openclaw-2026-01-01.log"],
  ])("finds it in %s", async (_name, root, file) => {
    const doctor = await prepareDoctor({ root });
    doctor.home.write(file, line);
    expect(await doctor.codes("--offline")).toEqual(["no-available-channel"]);
  });

  it("skips the check without a log, and rejects a log file that does not exist", async () => {
    const doctor = await prepareDoctor();
    mkdirSync(join(doctor.home.path, "empty"));
    expect(checkOf(await doctor.look("--offline"), "log")).toMatchObject({
      status: "skipped",
      cause: "no-log",
    });
    for (const named of ["nowhere.log", "empty"])
      expect((await doctor.run("--offline", "--logs", named)).code).toBe(2);
  });
});
