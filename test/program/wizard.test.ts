import { statSync } from "node:fs";
import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { keys } from "../helpers/screen.ts";
import { cursorShows, makeWizardBench, startWizard } from "../helpers/wizard.ts";

/** Names that are the same in every language. */
const names =
  /^(?:openclaw|OpenClaw|AIsa|API|Qwen\w*|DeepSeek|Kimi|Doubao|Claude|GPT|OpenRouter|Moonshot|AISA|KEY|cdef|aisa|models|providers|agents|defaults|model|primary|fallbacks|openai|gpt|json|onboard|doctor|undo|token|Esc|PATH|HOME|env|config|Bearer|max|plus|flash|kimi|MT|Flash|console|one|https|http|lite|usage|qwen|deepseek|vl|mt|coder|instruct|baseUrl|apiKey)$/;

/** Latin words on a Chinese screen that are no names. */
function foreignWords(screen: string): string[] {
  const bare = screen.replace(/https?:\S+|~?\/[\w./~-]+|\$\{\w+\}|"[^"]*"|'[^']*'|\b[\w.-]*\d[\w.-]*/g, " ");
  return (bare.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !names.test(word));
}

describe.each([
  ["en", 100],
  ["en", 60],
  ["zh-CN", 100],
  ["zh-CN", 60],
] as const)("onboard on a terminal, %s, %i columns", (locale, columns) => {
  it("leads from no config to an answer, without display errors", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { locale, columns });
    const { t } = run;
    await run.goTo("key");
    expect(run.screen()).toContain("https://console.aisa.one");
    await run.goTo("models");
    expect(run.screen()).toContain(t.onboard.keyAccepted(52, "$1.00"));
    expect(run.screen()).toMatch(/❯◉ qwen3-max +256K +.*\$1\.20.*\$4\.80.*-40 %/);
    expect(run.screen()).toContain(t.prompts.keys.picked(5));
    expect(run.wrapped()).toEqual([]);
    // Every line of the list is a family or a model: no row was too long and went on in the next.
    const list = run.screen().split(`? ${t.onboard.ask.models}`)[1]?.split("\n  qwen3-max")[0] ?? "";
    const rows = list.split("\n").slice(1);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => !/^(?:[❯ ][◉◯] \S|[A-Z]\w+$)/.test(row))).toEqual([]);
    run.type(keys.enter);
    await run.asks(t.onboard.ask.primary);
    run.type(keys.enter);
    await run.asks(t.onboard.ask.fallbacks);
    run.type(keys.space + keys.down + keys.down + keys.space + keys.enter);
    await run.asks(t.onboard.ask.storage);
    run.type(keys.enter);
    await run.asks(t.plan.confirm);
    expect(run.screen()).toContain("sk-…cdef");
    run.type(keys.enter);
    await run.shows(t.onboard.nextDoctor);
    expect(await run.ended()).toBe(0);
    expect(run.screen()).toContain(t.onboard.answered("qwen3-max", "").slice(0, 12));
    expect(run.screen()).toContain("/model aisa/kimi-k2.5");
    expect(run.wrapped()).toEqual([]);
    expect(cursorShows(run.raw())).toBe(true);
    expect(run.raw()).not.toContain(bench.gateway.key);
    if (locale === "zh-CN") expect(foreignWords(run.screen())).toEqual([]);
    const { home } = bench;
    expect(home.read(home.config)).toContain("// mine, do not touch");
    const config = JSON5.parse(home.read(home.config));
    expect(config.agents.defaults.model).toEqual({
      primary: "aisa/qwen3-max",
      fallbacks: ["aisa/qwen-plus-2025-12-01", "aisa/deepseek-v3.1"],
    });
    expect(Object.keys(config.agents.defaults.models)).toHaveLength(6);
    expect(config.models.providers.aisa.apiKey).toBe("${AISA_API_KEY}");
    expect(home.read(home.dotenv)).toContain(bench.gateway.key);
    expect(statSync(home.dotenv).mode & 0o777).toBe(0o600);
    expect(bench.gateway.requests.filter((one) => one.path.endsWith("/chat/completions"))).toHaveLength(1);
  });
});

describe("its looks", () => {
  it.each([
    ["NO_COLOR", { env: { NO_COLOR: "1" } }],
    ["--no-color", { args: ["--no-color"] }],
  ])("%s: no colour anywhere, the marks carry the meaning", async (_name, options) => {
    const bench = await makeWizardBench({
      faults: [{ when: { route: "models" }, what: { kind: "delay", ms: 300 } }],
    });
    const run = startWizard(bench, options);
    await run.goTo("write");
    run.type(keys.down + keys.enter);
    await run.shows("+ AISA_API_KEY=");
    await run.asks(run.t.plan.confirm);
    run.type(keys.enter);
    await run.shows(run.t.onboard.nextDoctor);
    expect(await run.ended()).toBe(0);
    expect(run.screen()).toContain("✔ Written");
    const painted = run.raw().match(/\u001b\[[0-9;]*m/g) ?? [];
    expect([...new Set(painted)]).toEqual([]);
  });

  it("in colour: what is added is green in the difference", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("write");
    run.type(keys.down + keys.enter);
    await run.shows("+ AISA_API_KEY=");
    expect(run.raw()).toContain("\u001b[32m+ AISA_API_KEY=");
    expect(run.raw()).not.toContain(bench.gateway.key);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });
});
