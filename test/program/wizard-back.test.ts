import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { valueIn } from "../helpers/onboard.ts";
import { keys } from "../helpers/screen.ts";
import {
  cooked,
  hasStty,
  makeWizardBench,
  messageOf,
  type Question,
  questions,
  startWizard,
  type Wizard,
} from "../helpers/wizard.ts";

const nothingWritten = ({ t }: Wizard) => t.problems({ code: "cancelled", params: {} }).title;

/** Waits until the question is the open one: the last on the screen. */
async function isOpen(run: Wizard, question: Question): Promise<void> {
  const message = messageOf(run.t, question).replace(/[()]/g, "\\$&");
  await run.shows(new RegExp(`\\? ${message}(?![\\s\\S]*\\n[?✔] )`));
}

/** Presses Esc and waits until the question before is open. */
async function goBack(run: Wizard, to: Question): Promise<void> {
  run.type(keys.escape);
  await isOpen(run, to);
}

describe.each([
  ["en", 80],
  ["zh-CN", 60],
] as const)("Esc in %s, %i columns", (locale, columns) => {
  const later = questions.slice(1).map((question, index) => [question, questions[index] ?? "key"] as const);

  it.each(later)("at %s leads to %s, and on again with the answers kept", async (question, before) => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale, columns });
    const { prompts } = run.t;
    await run.goTo(question);
    await run.shows(prompts.keys.step(questions.indexOf(question) + 1, 6));
    await goBack(run, before);
    await run.shows(prompts.keys.step(questions.indexOf(before) + 1, 6));
    expect(run.wrapped()).toEqual([]);
    if (before === "key") run.type(bench.gateway.key);
    run.type(keys.enter);
    await isOpen(run, question);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
    await run.shows(nothingWritten(run));
    bench.expectUntouched();
  });

  it("at the first question ends it: exit 130, every byte as before", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale, columns });
    await run.goTo("key");
    await run.shows(run.t.prompts.keys.cancel);
    run.type(keys.escape);
    expect(await run.ended()).toBe(130);
    await run.shows(nothingWritten(run));
    bench.expectUntouched();
  });
});

describe("going back", () => {
  it("keeps every answer as the default there, up to the write", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("models");
    run.type("k2.6");
    await run.shows("1 of 47");
    run.type(keys.space + keys.enter);
    await isOpen(run, "primary");
    run.type(keys.down);
    await run.shows("❯ qwen-plus-2025-12-01");
    run.type(keys.enter);
    await isOpen(run, "fallbacks");
    run.type(keys.down + keys.space);
    await run.shows("1 selected");
    run.type(keys.enter);
    await isOpen(run, "storage");
    run.type(keys.down + keys.enter);
    await isOpen(run, "write");
    for (const question of ["storage", "fallbacks", "primary", "models"] as const)
      await goBack(run, question);
    await run.shows("6 selected");
    run.type(keys.enter);
    await isOpen(run, "primary");
    await run.shows("❯ qwen-plus-2025-12-01");
    run.type(keys.enter);
    await isOpen(run, "fallbacks");
    await run.shows("1 selected");
    run.type(keys.enter);
    await isOpen(run, "storage");
    await run.shows("❯ openclaw.json");
    run.type(keys.up + keys.enter);
    await isOpen(run, "write");
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    const { home } = bench;
    expect(valueIn(home, ["agents", "defaults", "model"])).toEqual({
      primary: "aisa/qwen-plus-2025-12-01",
      fallbacks: ["aisa/qwen-mt-flash"],
    });
    expect(valueIn(home, ["models", "providers", "aisa", "models", 5, "id"])).toBe("kimi-k2.6");
    expect(home.exists(home.dotenv)).toBe(true);
    // The key was accepted once: going back does not ask the gateway again.
    expect(bench.gateway.requests.filter((one) => one.path.endsWith("/models"))).toHaveLength(1);
  });

  it("clears a search first", async () => {
    const run = startWizard(await makeWizardBench());
    await run.goTo("models");
    run.type("kimi");
    await run.shows("3 of 47");
    run.type(keys.escape);
    await run.shows("47 listed");
    await isOpen(run, "models");
    await goBack(run, "key");
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });

  it("leads from a rejected key to the key, and from there to the next one", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { columns: 60 });
    await run.goTo("key");
    run.type(`sk-wrong-0123456789${keys.enter}`);
    await run.asks(run.t.onboard.ask.afterFailure);
    await run.shows(run.t.prompts.keys.back);
    await goBack(run, "key");
    run.type(bench.gateway.key + keys.enter);
    await isOpen(run, "models");
    expect(run.wrapped()).toEqual([]);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
    bench.expectUntouched();
  });

  it("a model that was taken out is neither the default nor a fallback any more", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("fallbacks");
    run.type(keys.space + keys.down + keys.space);
    await run.shows("2 selected");
    run.type(keys.enter);
    await isOpen(run, "storage");
    for (const question of ["fallbacks", "primary", "models"] as const) await goBack(run, question);
    run.type(`${keys.space}${keys.down}${keys.space}`);
    await run.shows("3 selected");
    run.type(keys.enter);
    await isOpen(run, "primary");
    run.type(keys.enter);
    await isOpen(run, "fallbacks");
    run.type(keys.enter);
    await isOpen(run, "storage");
    run.type(keys.enter);
    await isOpen(run, "write");
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    const ids = JSON5.parse(bench.home.read(bench.home.config)).models.providers.aisa.models.map(
      (one: { id: string }) => one.id,
    );
    expect(ids).toEqual(["qwen-mt-flash", "deepseek-v3.1", "kimi-k2.5"]);
    expect(bench.home.read(bench.home.config)).not.toContain("qwen3-max");
  });

  it("is over after the write: Esc at the plugin's question ends it, and says what stays", async () => {
    const bench = await makeWizardBench();
    const openclaw = placeOpenClaw(bench.home, { version: "2026.9.6" });
    const run = startWizard(bench, { env: { PATH: openclaw.path } });
    await run.goTo("write");
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.plugin);
    run.type(keys.escape);
    expect(await run.ended()).toBe(130);
    await run.shows("→ openclaw-aisa undo");
  });
});

describe("the help of a question", () => {
  it.each(["en", "zh-CN"] as const)("shows and goes with ?, in %s", async (locale) => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale, columns: 60 });
    for (const question of questions) {
      await isOpen(run, question);
      const start = run.t.onboard.help[question].slice(0, 12);
      run.type("?");
      await run.shows(start);
      run.type("?");
      await run.shows(new RegExp(`^(?![\\s\\S]*${start})`));
      expect(run.wrapped()).toEqual([]);
      if (question === "write") break;
      run.type(question === "key" ? bench.gateway.key + keys.enter : keys.enter);
    }
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });
});

describe.skipIf(!hasStty)("on a terminal of the system", () => {
  it("Esc goes back from question to question and ends at the first, the terminal as a shell needs it", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { stty: true });
    await run.goTo("write");
    for (const question of [...questions].reverse().slice(1)) await goBack(run, question);
    run.type(keys.escape);
    expect(await run.ended()).toBe(130);
    await run.shows(cooked);
    bench.expectUntouched();
  });

  it("Esc while the gateway hangs leads back to the key", async () => {
    const bench = await makeWizardBench({
      faults: [{ when: { route: "models" }, what: { kind: "hang" } }],
    });
    const run = startWizard(bench, { stty: true });
    await run.goTo("key");
    run.type(bench.gateway.key + keys.enter);
    await run.shows(run.t.onboard.checking(new URL(bench.gateway.url).host));
    await goBack(run, "key");
    run.type(keys.escape);
    expect(await run.ended()).toBe(130);
    await run.shows(cooked);
    bench.expectUntouched();
  });
});
