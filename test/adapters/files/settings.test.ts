import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSettings, settingsFolder } from "../../../src/adapters/files/settings.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "openclaw-aisa-settings-"));
});
afterEach(() => {
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true, force: true });
});

const file = () => join(dir, "settings.json");
const url = "https://gateway.test/v1";
const models = [{ id: "qwen3-max", ownedBy: "ali" }];

describe("settings", () => {
  it("remembers the models of a gateway until they are asked for again", async () => {
    await createSettings(dir).rememberLiveModels(url, models, 1000);
    await createSettings(dir).rememberLiveModels("https://other.test/v1", [{ id: "a" }], 2000);
    expect(createSettings(dir).liveModels(url)).toEqual({ models, at: 1000 });
    expect(createSettings(dir).liveModels("https://none.test/v1")).toBeUndefined();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it("writes nothing before there is something to remember", () => {
    expect(createSettings(dir).liveModels(url)).toBeUndefined();
    expect(readdirSync(dir)).toEqual([]);
  });

  it("keeps the gateways that were asked last", async () => {
    const settings = createSettings(dir);
    for (let index = 0; index < 20; index++)
      await settings.rememberLiveModels(`https://g${index}.test/v1`, models, index);
    expect(settings.liveModels("https://g19.test/v1")?.at).toBe(19);
    expect(settings.liveModels("https://g0.test/v1")).toBeUndefined();
    expect(Object.keys(JSON.parse(readFileSync(file(), "utf8")).liveModels)).toHaveLength(8);
  });

  it.each([
    "{half",
    "",
    "[]",
    "null",
    '{"liveModels":5}',
    '{"liveModels":{"https://gateway.test/v1":{"models":[5]}}}',
  ])("starts anew from %j", async (text) => {
    writeFileSync(file(), text);
    const settings = createSettings(dir);
    expect(settings.liveModels(url)).toBeUndefined();
    await settings.rememberLiveModels(url, models, 1);
    expect(settings.liveModels(url)).toEqual({ models, at: 1 });
  });

  const good = { id: "glm-5", ownedBy: "z", endpointTypes: ["openai"], contextWindow: 8192, maxTokens: 4096 };
  const price = { input: 1, output: 2 };
  const keptOf: readonly (readonly [object, object | undefined])[] = [
    [
      { ...good, price },
      { ...good, price },
    ],
    [{ ...good, contextWindow: "8192" }, undefined],
    [{ ...good, contextWindow: 1 }, undefined],
    [{ ...good, maxTokens: null }, undefined],
    [{ ...good, ownedBy: 5 }, undefined],
    [{ ...good, ownedBy: {} }, undefined],
    [{ ...good, endpointTypes: "openai" }, undefined],
    [{ ...good, endpointTypes: [5] }, undefined],
    [{ ...good, price: 5 }, undefined],
    [{ ...good, price: { input: "1", output: 2 } }, undefined],
    [{ ...good, price: { input: 1 } }, undefined],
    [{ ...good, price: { input: -1, output: 2 } }, undefined],
    [{ ...good, id: 5 }, undefined],
    [{ ...good, id: "" }, undefined],
    [{ ...good, id: "\u001b[31mx" }, undefined],
    [{ ...good, more: "else" }, good],
  ];
  it.each(keptOf)("of a kept model %j reads %j", (kept, read) => {
    writeFileSync(
      file(),
      JSON.stringify({ liveModels: { [url]: { at: 1, models: [{ id: "first" }, kept] } } }),
    );
    expect(createSettings(dir).liveModels(url)?.models).toEqual([{ id: "first" }, ...(read ? [read] : [])]);
  });

  it.each([
    ["an object", { pad: "x".repeat(10_000_000) }],
    ["an array", Array(1_000_000).fill("x")],
    ["too many models", { liveModels: { [url]: { at: 1, models: Array(20_001).fill({ id: "m" }) } } }],
  ])("replaces %s of 10 MB, which is none of ours, by what it remembers", async (_name, content) => {
    writeFileSync(file(), JSON.stringify(content));
    const settings = createSettings(dir);
    expect(settings.liveModels(url)).toBeUndefined();
    await settings.rememberLiveModels(url, models, 1);
    expect(statSync(file()).size).toBeLessThan(1000);
  });

  it("remembers accounts and sessions beside the models, and a hash of the key only", async () => {
    const target = { baseUrl: url, apiKey: "sk-aisa-3f9c1b7e5d2a4860" };
    const settings = createSettings(dir);
    const [key, balance] = [
      { accepted: true, at: 5 },
      { available: 1.5, currency: "USD", at: 6 },
    ];
    await settings.rememberLiveModels(url, models, 1);
    await Promise.all([
      settings.rememberAccount(target, { key }),
      settings.rememberAccount(target, { balance }),
      settings.rememberPins("/s", [{ key: "agent:main:+49", agent: "main", model: "aisa/x" }], 7),
    ]);
    const again = createSettings(dir);
    expect(again.liveModels(url)).toEqual({ models, at: 1 });
    expect(again.account(target)).toEqual({ key, balance });
    expect(again.account({ ...target, apiKey: "sk-other" })).toBeUndefined();
    expect(again.pins("/s")).toEqual({
      sessions: [{ key: "agent:main:…", agent: "main", model: "aisa/x" }],
      at: 7,
    });
    expect(again.pins("/t")).toBeUndefined();
    const text = readFileSync(file(), "utf8");
    expect(text).not.toContain(target.apiKey);
    expect(text).not.toContain("+49");
  });

  it.each([5, {}, { key: { accepted: 1, at: 1 } }, { balance: { available: "1", currency: "USD", at: 1 } }])(
    "reads nothing from a damaged account %j",
    async (kept) => {
      const target = { baseUrl: url, apiKey: "sk-aisa-3f9c1b7e5d2a4860" };
      await createSettings(dir).rememberAccount(target, { key: { accepted: true, at: 1 } });
      const stored = JSON.parse(readFileSync(file(), "utf8"));
      const [name = ""] = Object.keys(stored.accounts);
      writeFileSync(file(), JSON.stringify({ accounts: { [name]: kept } }));
      expect(createSettings(dir).account(target) ?? {}).toEqual({});
    },
  );

  it("does without where it can neither read nor write", async () => {
    writeFileSync(join(dir, "file"), "");
    const settings = createSettings(join(dir, "file", "below"));
    await settings.rememberLiveModels(url, models, 1);
    expect(settings.liveModels(url)).toBeUndefined();
  });
});

it.each([
  ["linux", {}, join("/home/me", ".config", "openclaw-aisa")],
  ["linux", { XDG_CONFIG_HOME: "/elsewhere" }, join("/elsewhere", "openclaw-aisa")],
  ["darwin", { XDG_CONFIG_HOME: "/elsewhere" }, join("/home/me", "Library", "Preferences", "openclaw-aisa")],
  ["win32", { APPDATA: "/data" }, join("/data", "openclaw-aisa", "Config")],
  ["win32", {}, join("/home/me", "AppData", "Roaming", "openclaw-aisa", "Config")],
])("the settings' folder on %s with %j is %s", (platform, env, folder) => {
  expect(settingsFolder(env, "/home/me", platform)).toBe(folder);
});
