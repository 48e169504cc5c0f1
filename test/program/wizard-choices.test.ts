import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { keys } from "../helpers/screen.ts";
import { makeWizardBench, startWizard, strangersConfig, type Wizard } from "../helpers/wizard.ts";

async function finish(run: Wizard): Promise<void> {
  await run.asks(run.t.plan.confirm);
  run.type(keys.enter);
  await run.shows(run.t.onboard.nextDoctor);
  expect(await run.ended()).toBe(0);
}

const settingsOf = (text: string) => {
  const config = JSON5.parse(text);
  const { aisa } = config.models.providers;
  return {
    models: aisa.models.map((one: { id: string }) => one.id),
    apiKey: aisa.apiKey,
    model: config.agents.defaults.model,
  };
};

describe("choices other than the defaults", () => {
  it("models found by searching, another default, the key in the config", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("models");
    run.type(keys.space);
    await run.shows("4 selected");
    run.type("k2.6");
    await run.shows("1 of 47");
    run.type(keys.space);
    await run.shows("5 selected");
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.primary);
    run.type(keys.up + keys.down);
    await run.shows("❯ qwen-mt-flash");
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.fallbacks);
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.storage);
    run.type(keys.down);
    await run.shows("❯ openclaw.json");
    run.type(keys.enter);
    await finish(run);
    expect(run.screen()).toContain(run.t.onboard.storageConfigWarning.slice(0, 40));
    expect(run.screen()).toContain("✔ Fallback models none");
    const { home, gateway } = bench;
    expect(settingsOf(home.read(home.config))).toEqual({
      models: ["qwen-plus-2025-12-01", "qwen-mt-flash", "deepseek-v3.1", "kimi-k2.5", "kimi-k2.6"],
      apiKey: gateway.key,
      model: { primary: "aisa/qwen-mt-flash" },
    });
    expect(home.exists(home.dotenv)).toBe(false);
    expect(run.raw()).not.toContain(gateway.key);
  });

  it("another provider's default model can be kept", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale: "zh-CN", columns: 60 });
    await run.goTo("primary");
    run.type(keys.down.repeat(5));
    await run.shows(`❯ ${run.t.onboard.ask.keep("openai/gpt-5")}`);
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.storage);
    run.type(keys.enter);
    await finish(run);
    expect(run.wrapped()).toEqual([]);
    expect(settingsOf(bench.home.read(bench.home.config)).model).toEqual({ primary: "openai/gpt-5" });
  });

  it("No at the end: exit 130, every byte as before", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("write");
    run.type(keys.down + keys.down);
    await run.shows(`❯ ${run.t.plan.cancel}`);
    run.type(keys.enter);
    expect(await run.ended()).toBe(130);
    await run.shows("Cancelled. Nothing was written.");
    bench.expectUntouched();
  });
});

describe("a config that somebody edits while the question is open", () => {
  it.each(["en", "zh-CN"] as const)(
    "is asked about again where that changes the plan, in %s",
    async (locale) => {
      const bench = await makeWizardBench();
      const run = startWizard(bench, { locale, columns: 60 });
      await run.goTo("write");
      const own = "aisa: { models: [{ id: 'qwen3-max', name: 'Mine' }] }";
      bench.home.write(
        ".openclaw/openclaw.json",
        strangersConfig.replace("providers: {", `providers: { ${own},`),
      );
      run.type(keys.enter);
      await run.shows(run.t.plan.changedMeanwhile.slice(0, 20));
      await run.asks(run.t.plan.confirm);
      run.type(keys.enter);
      await run.shows(run.t.onboard.nextDoctor);
      expect(await run.ended()).toBe(0);
      expect(run.wrapped()).toEqual([]);
      const text = bench.home.read(bench.home.config);
      expect(text).toContain("name: 'Mine'");
      expect(settingsOf(text).model).toEqual({ primary: "aisa/qwen3-max" });
    },
  );

  it("is written without another question where the plan stays", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("write");
    bench.home.write(
      ".openclaw/openclaw.json",
      strangersConfig.replace("mine, do not touch", "mine, edited"),
    );
    run.type(keys.enter);
    await run.shows(run.t.onboard.nextDoctor);
    expect(await run.ended()).toBe(0);
    expect(run.screen()).not.toContain(run.t.plan.changedMeanwhile);
    expect(bench.home.read(bench.home.config)).toContain("// mine, edited");
  });
});

describe("keys that are there already", () => {
  it("are offered masked, the one in use first, and another one can be entered", async () => {
    const bench = await makeWizardBench();
    bench.home.write(".openclaw/.env", `AISA_API_KEY=sk-stored-00000000000000000wxyz\n`);
    const run = startWizard(bench, { env: { AISA_API_KEY: bench.gateway.key }, columns: 60 });
    await run.shows(
      /❯ sk-…cdef from AISA_API_KEY\n {2}sk-…wxyz from ~\/\.openclaw\/\.env\n {2}Enter another key/,
    );
    run.type(keys.down.repeat(2));
    await run.shows("❯ Enter another key");
    run.type(keys.enter);
    await run.shows("Get one:");
    expect(run.wrapped()).toEqual([]);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
    expect(run.raw()).not.toContain("sk-stored-0000");
  });

  it("in the environment can stay there, with a notice at the end", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, {
      env: { AISA_API_KEY: bench.gateway.key },
      locale: "zh-CN",
      columns: 60,
    });
    const { ask } = run.t.onboard;
    for (const message of [ask.key, ask.models, ask.primary, ask.fallbacks, ask.storage]) {
      await run.asks(message);
      run.type(keys.enter);
    }
    await finish(run);
    expect(run.wrapped()).toEqual([]);
    expect(run.screen()).toContain("export AISA_API_KEY=…");
    expect(bench.home.exists(bench.home.dotenv)).toBe(false);
  });
});

describe("flags together with questions", () => {
  it("answer their questions: only the rest is asked", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, {
      args: ["--models", "qwen3-max,kimi", "--primary", "none", "--key-storage", "dotenv"],
    });
    await run.asks(run.t.onboard.ask.key);
    run.type(bench.gateway.key + keys.enter);
    await finish(run);
    expect(run.screen()).not.toContain(run.t.onboard.ask.primary);
    expect(settingsOf(bench.home.read(bench.home.config)).model).toEqual({ primary: "openai/gpt-5" });
  });

  it("--yes asks nothing", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { args: ["--yes"], env: { AISA_API_KEY: bench.gateway.key } });
    await run.shows(run.t.onboard.nextDoctor);
    expect(await run.ended()).toBe(0);
    expect(run.screen()).not.toMatch(/^\? /m);
    expect(bench.home.read(bench.home.config)).toContain("aisa/qwen3-max");
  });

  it("--yes without a key fails with the flag's name, without a question", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { args: ["--yes"] });
    expect(await run.ended()).toBe(2);
    await run.shows("--aisa-api-key");
    bench.expectUntouched();
  });

  it("--quiet still shows the change that is asked about", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { args: ["--quiet"] });
    await run.goTo("write");
    expect(run.screen()).toContain("models.providers.aisa");
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });

  it("--dry-run shows the change and writes nothing", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { args: ["--dry-run"] });
    await run.goTo("storage");
    run.type(keys.enter);
    await run.shows("Dry run: nothing was written.");
    expect(await run.ended()).toBe(0);
    expect(run.screen()).toContain("models.providers.aisa");
    bench.expectUntouched();
  });
});

describe("what to do next", () => {
  it.each([
    ["2026.9.6", "no key", true],
    ["2026.4.15", "no key", false],
    ["2026.4.15", "another key", true],
  ])("OpenClaw %s, %s in .env before: a restart is advised: %s", async (version, before, advised) => {
    const bench = await makeWizardBench();
    const openclaw = placeOpenClaw(bench.home, { version });
    if (before === "another key")
      bench.home.write(".openclaw/.env", "AISA_API_KEY=sk-older-00000000000000000wxyz\n");
    const run = startWizard(bench, {
      args: ["--yes", "--key-storage", "dotenv"],
      env: { AISA_API_KEY: bench.gateway.key, PATH: openclaw.path },
    });
    await run.shows(run.t.onboard.nextDoctor);
    expect(await run.ended()).toBe(0);
    expect(run.screen()).toContain(`✔ Accepted   by OpenClaw ${version}`);
    expect(run.screen().includes("openclaw gateway restart")).toBe(advised);
  });

  it("a second run changes nothing and says so", async () => {
    const bench = await makeWizardBench({}, strangersConfig);
    const env = { AISA_API_KEY: bench.gateway.key };
    const first = startWizard(bench, { args: ["--yes"], env });
    expect(await first.ended()).toBe(0);
    const written = bench.home.read(bench.home.config);
    const second = startWizard(bench, { args: ["--yes"], env });
    await second.shows(second.t.onboard.unchanged);
    expect(await second.ended()).toBe(0);
    expect(bench.home.read(bench.home.config)).toBe(written);
  });
});
