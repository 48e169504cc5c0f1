import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const key = "sk-aisa-3f9c1b7e5d2a4860";
const config = (agents: string) => `{
  // mine
  models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [
      { id: "qwen3-max", name: "Qwen3 Max" },
    ] } } },
  agents: { defaults: { ${agents} } },
}
`;

describe("a temperature that Kimi K2.5 rejects", () => {
  it("is overridden for Kimi alone when Kimi is made the default model", async () => {
    const home = makeHome(config('params: { temperature: 0.7 }, models: { "aisa/qwen3-max": {} }'));
    const result = await run(["models", "set", "kimi", "--offline"], { home, env: { AISA_API_KEY: key } });
    expect([result.code, result.stderr]).toEqual([0, ""]);
    const text = home.read(home.config);
    expect(text).toContain("params: { temperature: 0.7 }");
    expect(text).toMatch(/"aisa\/kimi-k2\.5": \{\s*params: \{\s*temperature: 1\b/);
    expect(text).toContain("// mine");
    const again = await run(["models", "set", "kimi", "--offline"], { home, env: { AISA_API_KEY: key } });
    expect(again.code).toBe(0);
    expect(home.read(home.config)).toBe(text);
  });

  it("is kept and reported if overriding it would exclude other models", async () => {
    const home = makeHome(config('params: { temperature: 0.7 }, imageModel: "openai/gpt-5"'));
    const result = await run(["models", "set", "kimi", "--offline", "--json"], {
      home,
      env: { AISA_API_KEY: key },
    });
    expect(result.code).toBe(0);
    expect(result.json().problems).toMatchObject([{ code: "invalid-temperature", severity: "warning" }]);
    expect(home.read(home.config)).not.toContain('aisa/kimi-k2.5": {');
  });
});
