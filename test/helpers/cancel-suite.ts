import { describe, expect, it } from "vitest";
import type { Locale } from "../../src/i18n/index.ts";
import type { Bench } from "./demo.ts";
import { placeOpenClaw } from "./fake-openclaw.ts";
import { keys } from "./screen.ts";
import {
  cooked,
  cursorShows,
  hasStty,
  makeWizardBench,
  messageOf,
  questions,
  startWizard,
  type Wizard,
} from "./wizard.ts";

type Script = Parameters<typeof makeWizardBench>[0];

const hangs = (route: "models" | "chat"): Script => ({
  faults: [{ when: { route }, what: { kind: "hang" } }],
});
const requestOn = (bench: Bench, path: string) =>
  bench.gateway.requests.some((one) => one.path.endsWith(path));

async function untilAsked(bench: Bench, path: string): Promise<void> {
  while (!requestOn(bench, path)) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Cancels `onboard` with a key wherever it can wait, and looks at what is left. */
export function cancelSuite(locale: Locale, key: "interrupt" | "escape" | "endOfInput"): void {
  const leave = async (run: Wizard) => {
    run.type(keys[key]);
    expect(await run.ended()).toBe(130);
    expect(cursorShows(run.raw())).toBe(true);
  };
  const nothingWritten = (run: Wizard) => run.t.problems({ code: "cancelled", params: {} }).title;

  describe(`${key} in ${locale}, before anything is written: exit 130, every byte as before`, () => {
    it.each(questions)("at the question for the %s", async (question) => {
      const bench = await makeWizardBench();
      const run = startWizard(bench, { locale });
      await run.goTo(question);
      await leave(run);
      await run.shows(nothingWritten(run));
      bench.expectUntouched();
    });

    it("while the key is being checked and the gateway hangs", async () => {
      const bench = await makeWizardBench(hangs("models"));
      const run = startWizard(bench, { locale });
      await run.goTo("key");
      run.type(bench.gateway.key + keys.enter);
      await run.shows(run.t.onboard.checking(new URL(bench.gateway.url).host));
      await untilAsked(bench, "/models");
      await leave(run);
      await run.shows(nothingWritten(run));
      bench.expectUntouched();
    });

    it("at the question after a refused key", async () => {
      const bench = await makeWizardBench();
      const run = startWizard(bench, { locale });
      await run.goTo("key");
      run.type(`sk-wrong-0123456789${keys.enter}`);
      await run.asks(run.t.onboard.ask.afterFailure);
      await leave(run);
      await run.shows(nothingWritten(run));
      bench.expectUntouched();
    });

    it("under the whole difference", async () => {
      const bench = await makeWizardBench();
      const run = startWizard(bench, { locale });
      await run.goTo("write");
      run.type(keys.down + keys.enter);
      await run.shows("+ AISA_API_KEY=");
      await run.asks(messageOf(run.t, "write"));
      await leave(run);
      await run.shows(nothingWritten(run));
      bench.expectUntouched();
    });
  });

  describe(`${key} in ${locale}, after the write: says what stays and how it goes away`, () => {
    const expectSaid = async (run: Wizard, bench: Bench) => {
      const [backup] = /\d{4}-\d\d-\d\dT[\d-]+\d/.exec(run.screen()) ?? [];
      const problem = { code: "cancelled", params: { backup: backup ?? "" } } as const;
      await run.shows(run.t.problems(problem).title);
      await run.shows("→ openclaw-aisa undo");
      expect(bench.home.read(bench.home.config)).toContain("aisa/qwen3-max");
    };

    it("while the model is being asked", async () => {
      const bench = await makeWizardBench(hangs("chat"));
      const run = startWizard(bench, { locale });
      await run.goTo("write");
      run.type(keys.enter);
      await run.shows(run.t.onboard.answering("qwen3-max"));
      await untilAsked(bench, "/chat/completions");
      await leave(run);
      await expectSaid(run, bench);
    });

    it("at the offer of the plugin", async () => {
      const bench = await makeWizardBench();
      const openclaw = placeOpenClaw(bench.home, { version: "2026.9.6" });
      const run = startWizard(bench, { locale, env: { PATH: openclaw.path } });
      await run.goTo("write");
      run.type(keys.enter);
      await run.asks(run.t.onboard.ask.plugin);
      await leave(run);
      await expectSaid(run, bench);
    });
  });

  describe.skipIf(!hasStty)(`${key} in ${locale} leaves the terminal as a shell needs it`, () => {
    it("at a question", async () => {
      const run = startWizard(await makeWizardBench(), { locale, stty: true });
      await run.goTo("models");
      await leave(run);
      await run.shows(cooked);
    });

    it("under the spinner", async () => {
      const bench = await makeWizardBench(hangs("models"));
      const run = startWizard(bench, { locale, stty: true });
      await run.goTo("key");
      run.type(bench.gateway.key + keys.enter);
      await untilAsked(bench, "/models");
      await leave(run);
      await run.shows(cooked);
    });
  });
}
