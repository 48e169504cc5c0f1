import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const config = `{
  models: { mode: "merge", providers: { aisa: {
    baseUrl: "https://api.aisa.one",
    apiKey: "\${AISA_API_KEY}",
    api: "openai-completions",
    models: [
      { id: "qwen-plus", name: "Qwen Plus", contextWindow: 131072, maxTokens: 8192, compat: { supportsDeveloperRole: false } },
      { id: "kimi-k2.5", name: "Kimi K2.5", contextWindow: 262144, maxTokens: 8192, compat: { supportsDeveloperRole: false } },
    ],
  } } },
  memory: { backend: "nosuch" },
  agents: { defaults: {
    model: { primary: "aisa/qwen-plus" },
    params: { temperature: 0.7 },
  } },
}
`;

/** The problems that explain shows for a text, beside this config: code, path, and whether doctor can fix it. */
async function explained(text: string, home = makeHome(config)) {
  const done = await run(["explain", text, "--json"], { home });
  return done
    .json()
    .problems.map(({ code, path, fixable }) => [code, path.replace(/^.*\/\.openclaw\//, ""), fixable]);
}

describe("explain beside a config", () => {
  it("shows the lines that are the cause, in both languages", async () => {
    await expectTranscript(
      "explain-here",
      [
        ["explain", "invalid temperature: only 1 is allowed for this model"],
        ["explain", "503 No available channel for model qwen-plus under group default"],
        ["explain", "- memory.backend: Invalid input"],
        ["explain", "404 page not found"],
        ["explain", "No available auth profile for aisa (all in cooldown or unavailable)."],
        ["explain", 'No API key found for provider "openai".'],
        ["explain", "403 You have reached your weekly usage limit for this plan"],
      ],
      { home: makeHome(config) },
    );
  });

  it.each([
    [
      "invalid temperature: only 1 is allowed for this model",
      [
        ["invalid-temperature", "openclaw.json:14:15", true],
        ["invalid-temperature", "openclaw.json:14:15 agents.defaults.params.temperature", true],
      ],
    ],
    [
      "404 page not found",
      [
        ["wrong-base-url", "openclaw.json:3:5", true],
        ["wrong-base-url", "openclaw.json:3:5 models.providers.aisa.baseUrl", true],
      ],
    ],
    ["- memory.backend: Invalid input", [["config-schema", "openclaw.json:11:13", false]]],
    ["model not allowed: aisa/kimi-k2.5", [["model-not-allowed", "openclaw.json:8:9", false]]],
    ["LLM request timed out.", [["network-timeout", "", false]]],
    ["503 No available channel for model glm-x9 under group default", [["no-available-channel", "", false]]],
    ['No API key found for provider "openai".', [["missing-key", "", false]]],
  ] as const)("gives path and fixable of %s", async (text, expected) => {
    expect(await explained(text)).toEqual(expected);
  });

  it("explains the text alone where there is no config, or a broken one", async () => {
    const text = "invalid temperature: only 1 is allowed for this model";
    expect(await explained(text, makeHome())).toEqual([["invalid-temperature", "", false]]);
    expect(await explained(text, makeHome("{ models: ["))).toEqual([["invalid-temperature", "", false]]);
  });

  it("shows where a config is broken whose parser complained", async () => {
    const problems = await explained("openclaw.json is not valid JSON5", makeHome("{\n  models: [\n"));
    expect(problems[0]).toEqual(["config-syntax", "openclaw.json:3:1", false]);
  });

  it("never shows a key of the config", async () => {
    const key = "sk-aisa-0123456789abcdef0123";
    const home = makeHome(config.replace("${AISA_API_KEY}", `Bearer ${key}`));
    const done = await run(["explain", "HTTP 401: Invalid token"], { home });
    expect(done.stdout).toContain("invalid-key");
    expect(done.stdout + done.stderr).not.toContain(key);
  });
});
