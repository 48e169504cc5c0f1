import { describe, expect, it } from "vitest";
import { valueIn } from "../helpers/onboard.ts";
import { keys } from "../helpers/screen.ts";
import { hasStty, makeWizardBench, startWizard } from "../helpers/wizard.ts";

const enter = "\n";

describe.each([
  ["en", { ACCESSIBLE: "1" }],
  ["zh-CN", { TERM: "dumb" }],
] as const)("questions for screen readers in %s, with %j", (locale, env) => {
  it("are numbered lists and typed answers, with nothing drawn over", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale, env: { NO_COLOR: "1", ...env }, columns: 80 });
    const { ask, help } = run.t.onboard;
    const { keys: words, plain } = run.t.prompts;
    await run.shows(ask.key);
    run.type(`?${enter}`);
    await run.shows(help.key.slice(0, 8));
    run.type(bench.gateway.key + enter);
    await run.shows(`1. qwen3-max`);
    await run.shows(words.step(2, 6));
    run.type(`99${enter}`);
    await run.shows(plain.badNumber(47));
    run.type(`1 2-3${enter}`);
    await run.shows(plain.number(1));
    run.type(`<${enter}`);
    await run.shows(new RegExp(`${words.step(3, 6)}[\\s\\S]*${words.step(2, 6)}`));
    run.type(enter);
    await run.shows(new RegExp(`(?:${words.step(3, 6)}[\\s\\S]*){2}`));
    run.type(`2${enter}`);
    await run.shows(ask.fallbacks);
    run.type(`0${enter}`);
    await run.shows(ask.storage);
    run.type(enter);
    await run.shows(run.t.plan.confirm);
    run.type(`1${enter}`);
    expect(await run.ended()).toBe(0);
    expect(valueIn(bench.home, ["agents", "defaults", "model"])).toEqual({
      primary: "aisa/qwen-plus-2025-12-01",
    });
    // No cursor is moved and nothing is erased; the key is not echoed.
    expect(run.raw()).not.toContain("\u001b[");
    expect(run.raw()).not.toContain(bench.gateway.key);
  });
});

describe.skipIf(!hasStty)("on a terminal of the system", () => {
  it("the key is not echoed, and Ctrl-C ends it", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { stty: true, env: { ACCESSIBLE: "1" } });
    await run.shows(run.t.onboard.ask.key);
    run.type("sk-secret");
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
    expect(run.raw()).not.toContain("sk-secret");
    bench.expectUntouched();
  });
});
