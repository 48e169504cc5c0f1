import { describe, expect, it } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { makeWizardBench, startWizard, type Wizard, wordsOf } from "../helpers/wizard.ts";

const wrong = "sk-WRONGwrong0123456789wxyz";
const other = "sk-OTHERother9876543210abcd";
const plainKey = "f00dfacec0ffee0ddba11deadbeef42";

/** No four characters of a key were ever written: not whole, nor while it was typed. Its end is what a mask shows. */
function expectUnseen(raw: string, key: string): void {
  const shown = key.startsWith("sk-") ? key.slice(3, -4) : key.slice(0, -4);
  const parts = Array.from({ length: shown.length - 3 }, (_, at) => shown.slice(at, at + 4));
  expect(parts.filter((part) => raw.includes(part))).toEqual([]);
}

async function leave(run: Pick<Wizard, "type" | "ended">): Promise<void> {
  run.type(keys.interrupt);
  expect(await run.ended()).toBe(130);
}

describe("a key that is pasted where it would be shown", () => {
  it("after a failed check is the next key", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("key");
    run.type(wrong + keys.enter);
    await run.asks(run.t.onboard.ask.afterFailure);
    run.type(bench.gateway.key);
    await run.shows(run.t.prompts.keys.hiddenKey(true));
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.models);
    expect(run.screen()).toContain(`✔ ${run.t.onboard.ask.afterFailure} sk-…cdef`);
    expectUnseen(run.raw(), wrong);
    expectUnseen(run.raw(), bench.gateway.key);
    await leave(run);
  });

  it.each([
    ["a key", other],
    ["one in an assignment", `AISA_API_KEY=${plainKey}`],
    ["one without a prefix", plainKey],
  ])("in the list of models is stars, and goes: %s", async (_, text) => {
    const run = startWizard(await makeWizardBench());
    await run.goTo("models");
    run.type(text);
    await run.shows(run.t.prompts.keys.hiddenKey(false));
    expect(run.screen()).toMatch(/Models {2}\*{4,}$/m);
    run.type(keys.enter);
    await run.shows(/Models$/m);
    run.type(text);
    await run.shows(run.t.prompts.keys.hiddenKey(false));
    run.type(keys.escape);
    await run.shows(/Models$/m);
    run.type("kimi");
    await run.shows(/Models {2}kimi$/m);
    run.type(keys.clear + text);
    await run.shows(/\*{4}$/m);
    await leave(run);
    expectUnseen(run.raw(), text.replace("AISA_API_KEY=", ""));
  });

  it("that arrives in pieces, or is typed by hand, is not drawn either", async () => {
    const run = startWizard(await makeWizardBench());
    await run.goTo("models");
    for (const piece of ["sk-O", "THERother", "98765", "43210abcd"]) {
      run.type(piece);
      await run.shows(/\*+$/m);
      await new Promise(setImmediate);
    }
    await leave(run);
    expectUnseen(run.raw(), other);
  });

  it("at a question of one line is stars", async () => {
    const { home, env } = await makeBench({});
    const run = startOnTerminal(["models", "cost"], { home, env });
    await run.shows(`? ${wordsOf("en").models.cost.askTokens}`);
    run.type(other);
    await run.shows("****");
    await leave(run);
    expectUnseen(run.raw(), other);
  });
});

describe("a menu", () => {
  it("is answered by the beginning of a label, y or n, and by nothing that several begin with", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("write");
    run.type("line");
    await run.shows(run.t.prompts.keys.nothing);
    run.type(keys.enter);
    await run.shows(`? ${run.t.plan.confirm}  line`);
    expect(run.screen().split(run.t.prompts.keys.nothing)).toHaveLength(2);
    run.type(`${keys.clear}n`);
    await run.shows(`❯ ${run.t.plan.cancel}`);
    run.type(keys.enter);
    expect(await run.ended()).toBe(130);
    bench.expectUntouched();
  });

  it("does not take the first of several", async () => {
    const run = startWizard(await makeWizardBench());
    await run.goTo("storage");
    run.type("~");
    await run.shows(/❯ ~/);
    await leave(run);
    const bench = await makeWizardBench();
    const again = startWizard(bench);
    await again.goTo("write");
    again.type(keys.enter);
    await again.shows(again.t.onboard.nextDoctor);
    expect(await again.ended()).toBe(0);
    const third = startWizard(bench);
    await third.asks(third.t.onboard.ask.intent);
    third.type("c");
    await third.shows(third.t.onboard.ask.intents.models);
    third.type(keys.enter);
    await third.shows(third.t.prompts.keys.several);
    third.type(keys.down);
    await third.shows(`❯ ${third.t.onboard.ask.intents.key}`);
    await leave(third);
  });
});
