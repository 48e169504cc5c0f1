import { describe, expect, it } from "vitest";
import type { Bench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { keys } from "../helpers/screen.ts";
import {
  cooked,
  cursorShows,
  hasStty,
  makeWizardBench,
  messageOf,
  questions,
  startWizard,
  type Wizard,
} from "../helpers/wizard.ts";

type Key = "interrupt" | "endOfInput";

const nothingWritten = ({ t }: Wizard) => t.problems({ code: "cancelled", params: {} }).title;

/** Cancels with a key. */
async function leave(run: Wizard, key: Key): Promise<void> {
  run.type(keys[key]);
  expect(await run.ended()).toBe(130);
  expect(cursorShows(run.raw())).toBe(true);
}

/** After the write: it says what stays and how it goes away. */
async function expectSaid(run: Wizard, bench: Bench): Promise<void> {
  const [backup] = /\d{4}-\d\d-\d\dT[\d-]+\d/.exec(run.screen()) ?? [];
  const problem = { code: "cancelled", params: { backup: backup ?? "" } } as const;
  await run.shows(run.t.problems(problem).title);
  await run.shows("→ openclaw-aisa undo");
  expect(bench.home.read(bench.home.config)).toContain("aisa/qwen3-max");
}

describe.each([
  ["interrupt", "en"],
  ["interrupt", "zh-CN"],
  ["endOfInput", "en"],
] as const)("%s in %s at a question", (key, locale) => {
  it.each(questions)("for the %s: exit 130, every byte as before", async (question) => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale });
    await run.goTo(question);
    await leave(run, key);
    await run.shows(nothingWritten(run));
    bench.expectUntouched();
  });

  it("after a rejected key: exit 130, every byte unchanged", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale });
    await run.goTo("key");
    run.type(`sk-wrong-0123456789${keys.enter}`);
    await run.asks(run.t.onboard.ask.afterFailure);
    await leave(run, key);
    await run.shows(nothingWritten(run));
    bench.expectUntouched();
  });

  it("under the whole difference: exit 130, every byte as before", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale });
    await run.goTo("write");
    run.type(keys.down + keys.enter);
    await run.shows("+ AISA_API_KEY=");
    await run.asks(messageOf(run.t, "write"));
    await leave(run, key);
    await run.shows(nothingWritten(run));
    bench.expectUntouched();
  });

  it("for the plugin, after the write", async () => {
    const bench = await makeWizardBench();
    const openclaw = placeOpenClaw(bench.home, { version: "2026.9.6" });
    const run = startWizard(bench, { locale, env: { PATH: openclaw.path } });
    await run.goTo("write");
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.plugin);
    await leave(run, key);
    await expectSaid(run, bench);
  });
});

const requestOn = (bench: Bench, path: string) =>
  bench.gateway.requests.some((one) => one.path.endsWith(path));

async function untilAsked(bench: Bench, path: string): Promise<void> {
  while (!requestOn(bench, path)) await new Promise((resolve) => setTimeout(resolve, 10));
}

// On a terminal of the system, in a process of its own: here work is under way that only the end of a process stops.
describe.skipIf(!hasStty).each(["interrupt", "endOfInput"] as const)(
  "%s leaves the terminal as a shell needs it",
  (key) => {
    it("at a question", async () => {
      const run = startWizard(await makeWizardBench(), { stty: true });
      await run.goTo("models");
      await leave(run, key);
      await run.shows(cooked);
    });

    it("while the key is being checked and the gateway hangs: every byte as before", async () => {
      const bench = await makeWizardBench({
        faults: [{ when: { route: "models" }, what: { kind: "hang" } }],
      });
      const run = startWizard(bench, { stty: true });
      await run.goTo("key");
      run.type(bench.gateway.key + keys.enter);
      await run.shows(run.t.onboard.checking(new URL(bench.gateway.url).host));
      await untilAsked(bench, "/models");
      await leave(run, key);
      await run.shows(nothingWritten(run));
      await run.shows(cooked);
      bench.expectUntouched();
    });

    it("while the model is being asked, after the write", async () => {
      const bench = await makeWizardBench({
        faults: [{ when: { route: "chat" }, what: { kind: "hang" } }],
      });
      const run = startWizard(bench, { stty: true });
      await run.goTo("write");
      run.type(keys.enter);
      await run.shows(run.t.onboard.answering("qwen3-max"));
      await untilAsked(bench, "/chat/completions");
      await leave(run, key);
      await expectSaid(run, bench);
      await run.shows(cooked);
    });
  },
);
