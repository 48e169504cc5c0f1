import { describe, expect, it } from "vitest";
import { formatPath, readPath } from "../../src/core/json/index.ts";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const doctor = async (config: string) => {
  const home = makeHome(config);
  home.write(".openclaw/.env", "AISA_API_KEY=sk-good-0123456789abcdef\n");
  const done = await run(["doctor", "--offline", "--json"], { home, env: { PATH: "" } });
  return { home, problems: done.json().problems };
};

describe("values of a wrong type around ours", () => {
  it.each([
    ["models", '{\n  "models": []\n}', "2:3"],
    ["models.providers", '{ "models": {\n "providers": "aisa" } }', "2:2"],
    ["agents", '{ "agents": 5 }', "1:3"],
    ["gateway", '{ "gateway": "local" }', "1:3"],
    ["agents.defaults", '{ "agents": { "defaults": [] } }', "1:15"],
    ["agents.defaults.model", '{ "agents": { "defaults": { "model": 5 } } }', "1:29"],
    ["agents.defaults.model.primary", '{ "agents": { "defaults": { "model": { "primary": 5 } } } }', "1:40"],
    [
      "agents.defaults.model.fallbacks[1]",
      '{ "agents": { "defaults": { "model": { "fallbacks": ["a/b", 7] } } } }',
      "1:61",
    ],
    ["agents.list[0].model", '{ "agents": { "list": [{ "id": "a", "model": [] }] } }', "1:37"],
  ])("finds %s with its place", async (path, config, place) => {
    const { home, problems } = await doctor(config);
    const found = problems.find((one) => one.title.startsWith(`${path} `));
    expect(found).toMatchObject({ code: "config-schema", severity: "error" });
    expect(JSON.stringify(found)).toContain(`${home.config}:${place}`);
  });

  it("names both places of a key that stands twice", async () => {
    const { problems } = await doctor('{\n  "agents": { "defaults": {} },\n  "env": {},\n  "agents": {}\n}');
    expect(problems.find((one) => one.title.startsWith("agents "))).toMatchObject({
      code: "config-schema",
      severity: "warning",
      title: "agents is written 2 times: lines 2, 4",
    });
  });

  it("refuses a change there with the file, the line and what is expected", async () => {
    const home = makeHome('{\n  "models": []\n}');
    home.write(".openclaw/.env", "AISA_API_KEY=sk-good-0123456789abcdef\n");
    const args = ["onboard", "--json", "--yes", "--offline", "--models", "qwen3-max"];
    const [problem] = (await run(args, { home, env: { PATH: "" } })).json().problems.slice(-1);
    expect(problem).toMatchObject({
      code: "edit-refused",
      path: expect.stringContaining(`${home.config}:2:3`),
    });
    expect(problem?.detail).toContain("Expected there: an object");
  });

  it("keeps the words of a long replacement short", async () => {
    const { problems } = await doctor(
      '{ models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", api: "openai-completions", apiKey: "${AISA_API_KEY}", models: "qwen3-max" } } } }',
    );
    const found = problems.find((one) => one.title.includes("aisa.models"));
    expect(found?.remedy.text.length).toBeLessThan(100);
  });

  it.each([[["a", 0, 'b"c/d.[x]', "e"]], [["models", "providers", "aisa"]], [[]]])(
    "reads the path that is shown of %j",
    (path) => {
      expect(readPath(formatPath(path))).toEqual(path);
    },
  );
});
