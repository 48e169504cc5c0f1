import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { keys } from "../helpers/screen.ts";
import { makeWizardBench, startWizard, type Wizard } from "../helpers/wizard.ts";

/** The rows of the open list: mark, id, and whether one is on it. */
function rows(run: Wizard): { id: string; picked: boolean; active: boolean }[] {
  const found = run.screen().matchAll(/^([❯ ])([◉◯]) (\S+)/gm);
  return [...found].map(([, cursor, mark, id]) => ({
    id: id ?? "",
    picked: mark === "◉",
    active: cursor === "❯",
  }));
}

const ids = (run: Wizard) => rows(run).map((row) => row.id);

async function openList(run: Wizard): Promise<void> {
  await run.goTo("models");
}

async function leave(run: Wizard): Promise<void> {
  run.type(keys.interrupt);
  expect(await run.ended()).toBe(130);
}

describe("the list of models", () => {
  it("shows families with what is known of each model, and nothing made up", async () => {
    const run = startWizard(await makeWizardBench());
    await openList(run);
    expect(run.screen()).toMatch(/^Qwen$/m);
    expect(run.screen()).toMatch(/qwen3-max · answers in [\d.]+ s on average · complex reasoning/);
    // The gateway lists this one, but nobody states its limits or prices.
    run.type("gpt-5.4");
    await run.shows(/^❯◯ gpt-5\.4$/m);
    await leave(run);
  });

  it("filters with every letter, by id, name or family, and shows how many match", async () => {
    const run = startWizard(await makeWizardBench());
    await openList(run);
    run.type("kimi");
    await run.shows("3 of 47");
    expect(ids(run)).toEqual(["kimi-k2.5", "kimi-k2-thinking", "kimi-k2.6"]);
    expect(run.screen()).toMatch(/-20 % vs Moonshot/);
    run.type("x");
    await run.shows(run.t.prompts.keys.nothing);
    run.type(keys.space);
    run.type(keys.backspace);
    await run.shows("3 of 47");
    run.type(keys.backspace.repeat(4));
    await run.shows("47 listed");
    run.type("DOUBAO");
    await run.shows(/^Doubao$/m);
    run.type(`${keys.clear}千问max`);
    await run.shows("2 of 47");
    expect(ids(run)).toEqual(["qwen3-max", "qwen3.7-max"]);
    run.type(`${keys.clear}月之暗面`);
    await run.shows("3 of 47");
    await leave(run);
  });

  it("has a search that can be edited in the middle, and ignores spaces", async () => {
    const run = startWizard(await makeWizardBench());
    await openList(run);
    run.type("imi");
    await run.shows("3 of 47");
    run.type(`${keys.home}k`);
    await run.shows(/Models {2}kimi$/m);
    run.type(`${keys.left}${keys.end}${keys.backspace}`);
    await run.shows(/Models {2}kim$/m);
    run.type("i\t");
    await run.shows(/Models {2}kimi$/m);
    run.type(keys.down);
    await run.shows("❯◯ kimi-k2-thinking");
    run.type(keys.left);
    // Moving within the search does not move the choice.
    run.type(keys.space);
    await run.shows("❯◉ kimi-k2-thinking");
    await run.shows("6 selected");
    expect(run.screen()).toMatch(/Models {2}kimi$/m);
    run.type(keys.space);
    await run.shows("5 selected");
    await leave(run);
  });

  it("wraps around at its ends, page by page, with the active item always visible", async () => {
    const run = startWizard(await makeWizardBench(), { rows: 24 });
    await openList(run);
    run.type(keys.up);
    await run.shows(/❯◯ \S+/);
    const last = rows(run).at(-1);
    expect(last?.active).toBe(true);
    run.type(keys.down);
    await run.shows("❯◉ qwen3-max ");
    run.type(keys.pageDown);
    await run.shows("❯◉ deepseek-v3.1 ");
    expect(rows(run).filter((row) => row.active)).toHaveLength(1);
    await leave(run);
  });

  it.each(["en", "zh-CN"] as const)("needs at least one, and says so in %s", async (locale) => {
    const run = startWizard(await makeWizardBench({ models: ["kimi-k2.5"] }), { locale, columns: 60 });
    await openList(run);
    run.type(keys.space);
    await run.shows(run.t.prompts.keys.picked(0));
    run.type(keys.enter);
    await run.shows(run.t.prompts.keys.required);
    run.type(keys.space + keys.enter);
    await run.asks(run.t.onboard.ask.primary);
    expect(run.screen()).toContain(`✔ ${run.t.onboard.ask.models} kimi-k2.5`);
    expect(run.wrapped()).toEqual([]);
    await leave(run);
  });
});

describe("a gateway with ten thousand models", () => {
  const many = ["qwen3-max", ...Array.from({ length: 9_999 }, (_, at) => `vendor${at % 60}/model-${at}`)];

  it("is searched as it is typed, and only the lines on screen are drawn", async () => {
    const bench = await makeWizardBench({ models: many });
    const run = startWizard(bench);
    await openList(run);
    await run.shows("10000 listed");
    const before = run.raw().length;
    run.type("model-4711");
    await run.shows(/· 1 of 10000/);
    // Eleven screens at the most: a list of all models would be hundreds of kilobytes.
    expect(run.raw().length - before).toBeLessThan(40_000);
    expect(ids(run)).toEqual(["vendor31/model-4711"]);
    run.type(keys.space + keys.enter);
    await run.asks(run.t.onboard.ask.primary);
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.fallbacks);
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.storage);
    run.type(keys.enter);
    await run.asks(run.t.plan.confirm);
    run.type(keys.enter);
    await run.shows(run.t.onboard.nextDoctor);
    expect(await run.ended()).toBe(0);
    const { models } = JSON5.parse(bench.home.read(bench.home.config));
    const written = models.providers.aisa.models.map((one: { id: string }) => one.id);
    expect(written).toEqual(["qwen3-max", "vendor31/model-4711"]);
  });
});
