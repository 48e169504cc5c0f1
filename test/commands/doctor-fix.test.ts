import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/commands/doctor/index.ts";
import { run as undo } from "../../src/commands/undo.ts";
import { parseDocument } from "../../src/core/edit/document.ts";
import { fixSyntax } from "../../src/core/edit/fix-syntax.ts";
import { Failure } from "../../src/core/problem/problem.ts";
import { type Fault, faults, faultsAtOnce, faultyText, soundConfig } from "../helpers/config-faults.ts";
import { corpus, corpusFiles, isLong } from "../helpers/corpus.ts";
import { makeDoctorContext } from "../helpers/doctor-context.ts";
import { makeHome, quickFolder } from "../helpers/home.ts";
import { inMemory } from "../helpers/memory-store.ts";

const env = { AISA_API_KEY: "sk-aisa-3f9c1b7e5d2a4860" };
const offline = { offline: true };
/** What is so on every machine of these tests, and needs no cure. */
const setting = ["openclaw-missing", "key-not-visible-to-gateway"];

/** Fixes a text in one go, looks again, and undoes it. */
async function fix(text: string) {
  const home = makeHome(text, quickFolder);
  const context = makeDoctorContext(home, env);
  const codes = (report: Awaited<ReturnType<typeof run>>) =>
    report.problems.map((one) => one.code).filter((code) => !setting.includes(code));
  const before = await run(context, offline);
  const fixed = await run(context, { ...offline, fix: true });
  const after = home.read(home.config);
  const second = await run(context, { ...offline, fix: true });
  if (fixed.changed) await undo(context, {});
  const undone = home.read(home.config) === text;
  return { before: codes(before), left: codes(fixed), fixed, after, second, undone };
}

async function expectFixed(chosen: readonly Fault[]) {
  const text = faultyText(chosen);
  const { before, left, fixed, after, second, undone } = await fix(text);
  const what = chosen.map((one) => one.what).join(" + ");
  expect(before.length, what).toBeGreaterThan(0);
  expect(fixed.changed, what).toBe(true);
  expect(left, `${what}\n${after}`).toEqual([]);
  expect(second.changed, what).toBe(false);
  expect(after, what).toContain("// mine");
  expect(undone, what).toBe(true);
}

/** The same for one of many: on a config in memory, what is found after fixing counts. */
async function expectFixedInMemory(chosen: readonly Fault[]) {
  const home = makeHome();
  const memory = inMemory(makeDoctorContext(home, env), home.config, faultyText(chosen));
  const { changed, problems } = await run(memory.context, { ...offline, fix: true });
  const left = problems.map((one) => one.code).filter((code) => !setting.includes(code));
  const what = chosen.map((one) => one.what).join(" + ");
  expect(left, `${what}\n${memory.text()}`).toEqual([]);
  expect([changed, memory.text().includes("// mine")], what).toEqual([true, true]);
}

describe("doctor --fix", () => {
  it("finds nothing in a sound config", async () => {
    const { before, fixed } = await fix(`// mine\n${JSON.stringify(soundConfig)}\n`);
    expect(before).toEqual([]);
    expect(fixed.changed).toBe(false);
  });

  it.each(faults)("$code: fixes $what", async (fault) => {
    const { before } = await fix(faultyText([fault]));
    expect(before).toContain(fault.code);
    await expectFixed([fault]);
  });

  // What replaces or removes a whole part comes last in the table, and cannot be spoiled further.
  const pairs = faults.flatMap((one, index) => faults.slice(index + 1).map((other) => [one, other] as const));
  const possible = pairs.filter((pair) => {
    try {
      return faultyText(pair) !== "";
    } catch (error) {
      if (error instanceof Failure) return false;
      throw error;
    }
  });

  // In the short form each with four others: another selection for each fault, and the same in every run.
  it.each(faults)("fixes it together with other faults: $what", { timeout: 300_000 }, async (fault) => {
    const own = possible.filter(([one]) => one === fault);
    const step = Math.max(1, Math.ceil(own.length / 4));
    const first = faults.indexOf(fault) % step;
    for (const [index, pair] of own.entries())
      if (isLong || index % step === first) await expectFixedInMemory(pair);
  });

  it("fixes everything at once", async () => {
    const chosen = faultsAtOnce(faults);
    expect(chosen.length).toBeGreaterThan(30);
    await expectFixed(chosen);
  });
});

const isUtf8 = (bytes: Buffer) => Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);
const comments = (text: string) => parseDocument(fixSyntax(text)?.text ?? text, "x").scan().comments.length;

describe("doctor on other people's configs", () => {
  it.skipIf(corpusFiles.length === 0)(
    "never fails on one; what --fix changes stays readable, and undo gives every byte back",
    { timeout: 300_000 },
    async () => {
      const home = makeHome("{}", quickFolder);
      const context = makeDoctorContext(home, env);
      for (const name of corpusFiles) {
        const bytes = readFileSync(join(corpus, name));
        writeFileSync(home.config, bytes);
        const report = await run(context, { ...offline, fix: true });
        const codes = report.problems.map((one) => one.code);
        expect(codes, name).not.toContain("check-crashed");
        if (!report.changed) {
          expect(readFileSync(home.config).equals(bytes), name).toBe(true);
          continue;
        }
        expect(isUtf8(bytes), name).toBe(true);
        expect(comments(home.read(home.config)), name).toBe(comments(bytes.toString("utf8")));
        expect((await run(context, { ...offline, fix: true })).changed, name).toBe(false);
        expect((await undo(context, {})).changed, name).toBe(true);
        expect(readFileSync(home.config).equals(bytes), name).toBe(true);
      }
    },
  );
});
