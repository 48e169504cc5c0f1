import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const config = `{
  // mine
  models: { providers: { aisa: {
    baseUrl: "https://api.aisa.one/v1", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [
      // the flagship
      { id: "qwen3-max", name: "Qwen3 Max" }, // dear
      { id: "kimi-k2.5", name: "Kimi K2.5" },
      /* cheap */ { id: "deepseek-v3.1", name: "DeepSeek" },
    ],
  } } },
  agents: {
    defaults: {
      model: { primary: "aisa/qwen3-max", fallbacks: ["openai/gpt-5", "aisa/kimi-k2.5", "aisa/deepseek-v3.1"] },
      models: { "aisa/qwen3-max": {}, "aisa/kimi-k2.5": { alias: "k" }, "aisa/deepseek-v3.1": {} },
    },
    list: [
      { id: "main" },
      { id: "writer", model: "aisa/kimi-k2.5" }, // likes Kimi
      { id: "seer", imageModel: { primary: "aisa/kimi-k2.5" }, model: { primary: "aisa/qwen3-max", fallbacks: ["aisa/kimi-k2.5"] } },
    ],
  },
  hooks: { mappings: [{ model: "aisa/kimi-k2.5" }] },
}
`;

interface RemoveData {
  models: { id: string; present: boolean }[];
  primary: string | null;
  agents: string[];
  left: string[];
  changes: { op: string; path: string; after?: unknown }[];
}

const remove = (home: Home, ...args: string[]) => run(["models", "remove", ...args], { home });

describe("models remove", () => {
  it("removes the entry and every reference, and keeps every other byte", async () => {
    const home = makeHome(config);
    const done = await remove(home, "kimi-k2.5");
    expect([done.code, done.stderr]).toEqual([0, ""]);
    const expected = config
      .replace('      { id: "kimi-k2.5", name: "Kimi K2.5" },\n', "")
      .replace('"aisa/kimi-k2.5", "aisa/deepseek', '"aisa/deepseek')
      .replace(' "aisa/kimi-k2.5": { alias: "k" },', "")
      .replace('{ id: "writer", model: "aisa/kimi-k2.5" }', '{ id: "writer" }')
      .replace(' imageModel: { primary: "aisa/kimi-k2.5" },', "")
      .replace('fallbacks: ["aisa/kimi-k2.5"]', "fallbacks: []");
    expect(home.read(home.config)).toBe(expected);
    expect(done.stdout).toContain("Agent writer used a removed model");
    expect(done.stdout).toContain("hooks.mappings[0].model");
    const again = await remove(home, "kimi-k2.5", "--offline");
    expect(again.code).toBe(0);
    expect((await run(["undo"], { home })).code).toBe(0);
    expect(home.read(home.config)).toBe(config);
  });

  it("never removes another model in place of a missing one", async () => {
    const dated = config
      .replace('{ id: "deepseek-v3.1", name: "DeepSeek" },', '{ id: "qwen3-max-2026-01-23" },')
      .replaceAll("deepseek-v3.1", "qwen3-max-2026-01-23");
    const home = makeHome(dated);
    const first = await remove(home, "-y", "qwen3-max-2026-01-23", "--json");
    expect([first.code, first.json().changed]).toEqual([0, true]);
    const after = home.read(home.config);
    expect(after).not.toContain("2026-01-23");
    const second = await remove(home, "-y", "Qwen3-Max-2026-01-23", "--primary", "kimi-k2.5", "--json");
    expect(home.read(home.config)).toContain('id: "qwen3-max"');
    expect(second.code).toBe(0);
  });

  it("does not act on an unconfirmed nickname or prefix", async () => {
    const home = makeHome(config);
    const guesses = [
      ["kimi", "kimi-k2.5"],
      ["deepseek-v", "deepseek-v3.1"],
      ["qwen3-m", "qwen3-max"],
    ] as const;
    for (const [text, meant] of guesses) {
      const refused = await remove(home, "-y", text, "--json");
      expect([text, refused.code, refused.json().problems[0]?.code]).toEqual([
        text,
        1,
        "model-not-configured",
      ]);
      expect(refused.json().problems[0]?.detail).toContain(meant);
    }
    expect(home.read(home.config)).toBe(config);
  });

  it("shows it in both languages", async () => {
    const args = ["models", "remove", "Kimi K2.5", "--dry-run"];
    await expectTranscript("models-remove", [args, ["models", "remove", "qwen3-max"]], {
      home: makeHome(config),
    });
    await expectTranscript("models-remove-narrow", [args], { home: makeHome(config), columns: 60 });
  });

  it("removes the default model only if another one is named", async () => {
    const home = makeHome(config);
    const refused = await remove(home, "qwen3-max", "--json");
    expect([refused.code, refused.json().problems[0]?.code]).toEqual([2, "missing-input"]);
    expect(refused.json().problems[0]?.remedy.text).toContain("--primary");
    const itself = await remove(home, "qwen3-max", "--primary", "Qwen3 Max");
    expect([itself.code, itself.stderr]).toEqual([2, expect.stringContaining("--primary")]);
    expect(home.read(home.config)).toBe(config);
    const done = await remove(home, "qwen3-max", "--primary", "deepseek-v3.1", "--json");
    const { data } = done.json<RemoveData>();
    expect([done.code, data.primary, data.agents]).toEqual([0, "aisa/deepseek-v3.1", ["seer"]]);
    const text = home.read(home.config);
    expect(text).not.toContain("qwen3-max");
    expect(text).toContain('primary: "aisa/deepseek-v3.1"');
    expect(text).toContain('model: { fallbacks: ["aisa/kimi-k2.5"] }');
  });

  it("adds a new default model that is not configured, and accepts another provider's", async () => {
    const home = makeHome(config);
    const done = await remove(home, "qwen3-max", "--primary", "glm-5", "--offline", "--json");
    const paths = done.json<RemoveData>().data.changes.map((one) => `${one.op} ${one.path}`);
    expect(paths).toContain("append models.providers.aisa.models");
    expect(paths).toContain('set agents.defaults.models["aisa/glm-5"]');
    const other = makeHome(config);
    expect(
      (await remove(other, "qwen3-max", "kimi-k2.5", "deepseek-v3.1", "--primary", "openai/gpt-5")).code,
    ).toBe(0);
    const text = other.read(other.config);
    expect(text).toContain('primary: "openai/gpt-5"');
    // The allowlist held nothing else: with the new default model in it alone, it would shut out the rest.
    expect(text).toMatch(/ models: \{\s*\},\n/);
    expect(text).not.toMatch(/aisa\/(?:qwen|deepseek)/);
  });

  it("asks for another default model on a terminal, and before it writes", async () => {
    const home = makeHome(config);
    const terminal = startOnTerminal(["models", "remove", "qwen3-max"], { home });
    await terminal.shows("Which model replaces it?");
    terminal.type(keys.down + keys.enter);
    await terminal.shows("Write it?");
    expect(home.read(home.config)).toBe(config);
    terminal.type(keys.enter);
    expect(await terminal.ended()).toBe(0);
    expect(terminal.screen()).toContain("aisa/deepseek-v3.1 is now the default model");
    expect(home.read(home.config)).toContain('primary: "aisa/deepseek-v3.1"');
  });

  const lists: readonly [string, string, RegExp][] = [
    ["the old form", 'models: { "aisa/kimi-k2.5": {} }', /models: \{\s*\}/],
    ["the new form", 'modelPolicy: { allow: ["aisa/kimi-k2.5"] }', /modelPolicy: \{\s*\}/],
    ["the new form, others left", 'modelPolicy: { allow: ["x/y", "aisa/kimi-k2.5"] }', /allow: \["x\/y"\]/],
  ];
  it.each(lists)("never leaves an allowlist that lets nothing through: %s", async (_name, list, expected) => {
    const text = `{ models: { providers: { aisa: { models: [{ id: "kimi-k2.5" }, { id: "glm-5" }] } } },
  agents: { defaults: { model: "openai/gpt-5", ${list} } } }\n`;
    const home = makeHome(text);
    const done = await remove(home, "kimi-k2.5");
    expect(done.code).toBe(0);
    expect(home.read(home.config)).toMatch(expected);
    expect(done.stdout.includes("every model is allowed")).toBe(!list.includes("x/y"));
  });

  it("does not confuse a model with one whose name it starts, and suggests the nearest names", async () => {
    const home = makeHome(config);
    const absent = await remove(home, "deepseek-v3", "--offline", "--json");
    const { data } = absent.json<RemoveData>();
    expect([absent.code, absent.json().changed, data.models]).toEqual([
      0,
      false,
      [{ id: "deepseek-v3", reference: "aisa/deepseek-v3", present: false }],
    ]);
    const unknown = await remove(home, "kimmi-k2.55", "--offline", "--json");
    expect([unknown.code, unknown.json().problems[0]?.code]).toEqual([1, "model-not-configured"]);
    expect(unknown.json().problems[0]?.detail).toContain("kimi-k2.5");
    expect(home.read(home.config)).toBe(config);
  });

  it("removes a retired id by its own name, not the model that replaced it", async () => {
    const home = makeHome(
      '{ models: { providers: { aisa: { models: [{ id: "qwen-plus-2025-12-01" }, { id: "qwen-plus" }] } } } }',
    );
    expect((await remove(home, "qwen-plus")).code).toBe(0);
    expect(home.read(home.config)).toBe(
      '{ models: { providers: { aisa: { models: [{ id: "qwen-plus-2025-12-01" }] } } } }',
    );
  });

  it("stays removed: OpenClaw finds nothing to restore when the file shrinks by half", async () => {
    const many = Array.from(
      { length: 30 },
      (_, index) => `      { id: "model-${index}", name: "Model ${index}" },`,
    );
    const text = `{\n  meta: { lastTouchedVersion: "2026.9.6" },\n  models: { providers: { aisa: { models: [\n${many.join("\n")}\n  ] } } },\n}\n`;
    const home = makeHome(text);
    home.write(".openclaw/openclaw.json.bak", text);
    const ids = Array.from({ length: 29 }, (_, index) => `model-${index}`);
    expect((await remove(home, ...ids)).code).toBe(0);
    const after = home.read(home.config);
    expect(after.length).toBeLessThan(text.length / 2);
    expect(home.read(`${home.config}.bak`)).toBe(after);
  });
});
