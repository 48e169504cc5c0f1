import { describe, expect, it } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { entryIds, onboard, valueIn } from "../helpers/onboard.ts";
import { keys } from "../helpers/screen.ts";
import { makeWizardBench, startWizard, strangersConfig } from "../helpers/wizard.ts";

/** A bench on which AIsa is set up, its key in `.env`, with what its files held then. */
async function setUpBench(args: readonly string[] = []) {
  const bench = await makeWizardBench();
  const { home } = bench;
  const done = await onboard(bench, ["--key-storage", "dotenv", ...args]);
  expect(done.code).toBe(0);
  return { ...bench, files: [home.read(home.config), home.read(home.dotenv)] };
}

const filesOf = ({ home }: Awaited<ReturnType<typeof setUpBench>>) => [
  home.read(home.config),
  home.read(home.dotenv),
];

describe("onboard where AIsa is set up", () => {
  it.each([
    ["en", 80],
    ["zh-CN", 60],
  ] as const)("keeps everything and checks it, in %s", async (locale, columns) => {
    const bench = await setUpBench();
    const run = startWizard(bench, { locale, columns });
    const { ask } = run.t.onboard;
    await run.asks(ask.intent);
    await run.shows(`❯ ${ask.intents.keep}`);
    run.type(keys.enter);
    await run.shows(run.t.onboard.nextDoctor);
    expect(await run.ended()).toBe(0);
    expect(run.screen()).toContain(run.t.onboard.answered("qwen3-max", "").slice(0, 12));
    expect(run.wrapped()).toEqual([]);
    expect(filesOf(bench)).toEqual(bench.files);
  });

  it("keeps what it would have planned otherwise, too", async () => {
    const bench = await setUpBench();
    const text = bench.home.read(bench.home.config).replace(/maxTokens: 16384/g, "maxTokens: 1000");
    bench.home.write(".openclaw/openclaw.json", text.replace('api: "openai-completions",', ""));
    const before = bench.home.read(bench.home.config);
    const run = startWizard(bench);
    await run.asks(run.t.onboard.ask.intent);
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    expect(bench.home.read(bench.home.config)).toBe(before);
  });

  it("changes the key alone", async () => {
    const bench = await setUpBench();
    const old = "sk-older-00000000000000000wxyz";
    bench.home.write(".openclaw/.env", `# mine\nAISA_API_KEY='${old}'\n`);
    const run = startWizard(bench);
    await run.asks(run.t.onboard.ask.intent);
    run.type(keys.down + keys.enter);
    await run.shows("Get one:");
    run.type(bench.gateway.key + keys.enter);
    await run.asks(run.t.onboard.ask.storage);
    run.type(keys.enter);
    await run.asks(run.t.plan.confirm);
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    expect(filesOf(bench)).toEqual([bench.files[0], `# mine\nAISA_API_KEY='${bench.gateway.key}'\n`]);
    expect(run.screen()).not.toContain(`? ${run.t.onboard.ask.models}`);
  });

  it("changes the models: those that are no longer selected are removed if one wants", async () => {
    const bench = await setUpBench(["--fallbacks", "kimi-k2.5"]);
    const run = startWizard(bench);
    const { ask } = run.t.onboard;
    await run.asks(ask.intent);
    run.type(keys.down + keys.down + keys.enter);
    await run.asks(ask.models);
    await run.shows("5 selected");
    run.type("kimi-k2.5");
    await run.shows("1 of 47");
    run.type(keys.space + keys.enter);
    await run.asks(ask.drop(["kimi-k2.5"]).slice(0, 30));
    run.type(keys.escape);
    await run.shows("4 selected");
    run.type(keys.enter);
    await run.shows(`❯ ${ask.dropThem}`);
    run.type(keys.enter);
    await run.asks(ask.primary);
    run.type(keys.enter);
    await run.asks(ask.fallbacks);
    run.type(keys.enter);
    await run.asks(run.t.plan.confirm);
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    const { home } = bench;
    expect(entryIds(home)).toEqual(["qwen3-max", "qwen-plus-2025-12-01", "qwen-mt-flash", "deepseek-v3.1"]);
    expect(home.read(home.config)).not.toContain("kimi");
    expect(home.read(home.config)).toContain("// mine, do not touch");
    expect(home.read(home.dotenv)).toBe(bench.files[1]);
  });

  it("changes the models and keeps the others if one wants", async () => {
    const bench = await setUpBench();
    const run = startWizard(bench);
    const { ask } = run.t.onboard;
    await run.asks(ask.intent);
    run.type(keys.down + keys.down + keys.enter);
    await run.asks(ask.models);
    run.type(keys.space);
    await run.shows("4 selected");
    run.type(keys.enter);
    await run.asks("Not selected");
    run.type(keys.down + keys.enter);
    await run.asks(ask.primary);
    await run.shows(`${ask.keep("aisa/qwen3-max")}`);
    run.type(keys.enter);
    await run.asks(ask.fallbacks);
    run.type(keys.enter);
    await run.asks(run.t.plan.confirm);
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    expect(entryIds(bench.home)).toHaveLength(5);
  });

  it("adds models: only others are offered, and the roles stay", async () => {
    const bench = await setUpBench();
    const run = startWizard(bench, { locale: "zh-CN", columns: 60 });
    const { ask } = run.t.onboard;
    await run.asks(ask.intent);
    run.type(keys.down.repeat(3) + keys.enter);
    await run.asks(ask.models);
    await run.shows(run.t.prompts.keys.picked(0));
    expect(run.screen()).not.toMatch(/[◉◯] qwen3-max /);
    run.type("豆包");
    await run.shows(/◯ seed-1-6-250915/);
    run.type(keys.space + keys.enter);
    await run.asks(run.t.plan.confirm);
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    expect(run.wrapped()).toEqual([]);
    expect(entryIds(bench.home)).toHaveLength(6);
    expect(valueIn(bench.home, ["agents", "defaults", "model"])).toEqual({ primary: "aisa/qwen3-max" });
  });

  it("a key that is rejected while all is kept can be changed", async () => {
    const bench = await setUpBench();
    bench.home.write(".openclaw/.env", "AISA_API_KEY='sk-older-00000000000000000wxyz'\n");
    const run = startWizard(bench);
    await run.asks(run.t.onboard.ask.intent);
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.afterFailure);
    run.type(keys.enter);
    await run.shows("Get one:");
    run.type(bench.gateway.key + keys.enter);
    await run.asks(run.t.onboard.ask.storage);
    run.type(keys.enter);
    await run.asks(run.t.plan.confirm);
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    expect(filesOf(bench)).toEqual([bench.files[0], `AISA_API_KEY='${bench.gateway.key}'\n`]);
  });

  it("without questions says which models stay, and how they go", async () => {
    const bench = await setUpBench();
    const done = await onboard(bench, ["--models", "qwen3-max,kimi-k2.5"]);
    expect(done.stdout.replace(/\n {2}/g, " ")).toContain(
      "qwen-plus-2025-12-01, qwen-mt-flash, deepseek-v3.1 stay configured. To remove: openclaw-aisa models remove qwen-plus-2025-12-01 qwen-mt-flash deepseek-v3.1",
    );
    expect(filesOf(bench)).toEqual(bench.files);
  });
});

describe("the default model of another provider", () => {
  it("is named in the question on a terminal, with a preset as well", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { args: ["--preset", "kimi"] });
    await run.asks(run.t.onboard.ask.key);
    run.type(bench.gateway.key + keys.enter);
    await run.asks(run.t.onboard.ask.primaryNow("openai/gpt-5"));
    await run.shows("❯ kimi-k2.5");
    run.type(keys.down.repeat(3) + keys.enter);
    await run.asks(run.t.onboard.ask.storage);
    run.type(keys.enter);
    await run.asks(run.t.plan.confirm);
    run.type(keys.enter);
    expect(await run.ended()).toBe(0);
    expect(valueIn(bench.home, ["agents", "defaults", "model", "primary"])).toBe("openai/gpt-5");
  });

  it.each([
    [[], true],
    [["--primary", "qwen3-max"], false],
    [["--primary", "none"], false],
  ])("without questions, %j: its replacement is said: %s", async (args, isSaid) => {
    const bench = await makeWizardBench({}, strangersConfig);
    const done = await onboard(bench, args);
    expect(done.code).toBe(0);
    expect(done.stdout.includes("openai/gpt-5 is replaced by aisa/qwen3-max")).toBe(isSaid);
  });

  it("is not replaced by a model that only makes images, or that is out of use", async () => {
    const bench = await makeBench();
    const done = await onboard(bench, ["--models", "wan2.7-image,qwen3-max-2026-01-23,kimi-k2.5"]);
    expect([done.code, valueIn(bench.home, ["agents", "defaults", "model", "primary"])]).toEqual([
      0,
      "aisa/kimi-k2.5",
    ]);
    const only = await makeBench();
    const images = await onboard(only, ["--models", "wan2.7-image", "--no-verify"]);
    expect([images.code, valueIn(only.home, ["agents", "defaults", "model"])]).toEqual([0, undefined]);
  });
});
