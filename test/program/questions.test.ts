import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { wordsOf } from "../helpers/wizard.ts";

const model = (id: string) => ({ id, name: id });
const config = JSON.stringify({
  models: {
    providers: {
      aisa: {
        baseUrl: "https://api.aisa.one/v1",
        apiKey: "${AISA_API_KEY}",
        api: "openai-completions",
        models: [model("qwen3-max"), model("kimi-k2.5")],
      },
    },
  },
  agents: { defaults: { model: { primary: "aisa/qwen3-max" } } },
});

describe("a name that means several models", () => {
  it.each(["en", "zh-CN"] as const)("is asked about on a terminal, in %s", async (locale) => {
    const { home, env } = await makeBench({}, config);
    const run = startOnTerminal(["--lang", locale, "models", "set", "deepseek"], { home, env, columns: 60 });
    await run.shows(`? ${wordsOf(locale).modelsSet.which("deepseek")}`);
    await run.shows("❯ deepseek-v3.1");
    run.type(keys.down + keys.enter);
    await run.shows("openclaw-aisa undo");
    expect(await run.ended()).toBe(0);
    expect(run.wrapped()).toEqual([]);
    expect(JSON5.parse(home.read(home.config)).agents.defaults.model.primary).toBe("aisa/deepseek-v3.2");
  });

  it("is rejected with --yes, with all candidates listed", async () => {
    const { home, env } = await makeBench({}, config);
    const run = startOnTerminal(["models", "set", "deepseek", "--yes"], { home, env });
    expect(await run.ended()).toBe(2);
    await run.shows("deepseek-v4-pro");
    expect(home.read(home.config)).toBe(config);
  });

  it("is left alone on Esc", async () => {
    const { home, env } = await makeBench({}, config);
    const run = startOnTerminal(["models", "set", "deepseek"], { home, env });
    await run.shows(`? ${wordsOf("en").modelsSet.which("deepseek")}`);
    run.type(keys.escape);
    expect(await run.ended()).toBe(130);
    expect(home.read(home.config)).toBe(config);
  });
});

describe("doctor --fix on a terminal", () => {
  const broken = config.replace('"qwen3-max","name"', '"aisa/qwen3-max","name"');

  it.each(["en", "zh-CN"] as const)("shows the change and asks, in %s", async (locale) => {
    const { home, env } = await makeBench({}, broken);
    const t = wordsOf(locale);
    const run = startOnTerminal(["--lang", locale, "doctor", "--fix", "--offline"], {
      home,
      env,
      columns: 60,
    });
    await run.shows(`? ${t.plan.confirm}`);
    expect(home.read(home.config)).toBe(broken);
    run.type(keys.enter);
    await run.shows("openclaw-aisa undo");
    await run.ended();
    expect(run.wrapped()).toEqual([]);
    expect(home.read(home.config)).not.toContain('"aisa/qwen3-max","name"');
  });

  it("changes nothing on Ctrl-C", async () => {
    const { home, env } = await makeBench({}, broken);
    const run = startOnTerminal(["doctor", "--fix", "--offline"], { home, env });
    await run.shows(`? ${wordsOf("en").plan.confirm}`);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
    expect(home.read(home.config)).toBe(broken);
  });
});
