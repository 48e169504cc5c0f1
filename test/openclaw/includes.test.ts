import { describe, expect, it } from "vitest";
import { parseDocument, readWholeConfig } from "../../src/core/edit/index.ts";
import { get } from "../../src/core/json/index.ts";
import { makeBench } from "./harness.ts";
import { versions } from "./install.ts";

const included: Readonly<Record<string, string>> = {
  "a.json": '{ "primary": "a/1", "fallbacks": ["a/2", "a/3"] }',
  "b.json": '{ "fallbacks": ["b/1"] }',
};
const model = ["agents", "defaults", "model"];

describe.each(versions)("OpenClaw %s", (version) => {
  it("merges includes as we do", async () => {
    const own = { $include: ["./b.json", "./a.json"], primary: "own/1", fallbacks: ["own/2"] };
    const text = JSON.stringify({ agents: { defaults: { model: own } } });
    const bench = makeBench(version, text);
    for (const [name, content] of Object.entries(included)) bench.home.write(`.openclaw/${name}`, content);
    const run = await bench.openclaw(["config", "get", model.join("."), "--json"]);
    expect(run.code, run.output).toBe(0);
    const whole = await readWholeConfig(
      parseDocument(text, "/config/openclaw.json"),
      async (file) => included[file.replace("/config/", "")],
    );
    expect(get(whole.value, model)).toEqual(JSON.parse(run.stdout));
    expect(get(whole.value, model)).toEqual({
      primary: "own/1",
      fallbacks: ["b/1", "a/2", "a/3", "own/2"],
    });
  });

  it("rejects an include outside the config's folder", async () => {
    const bench = makeBench(version, { agents: { defaults: { model: { $include: "../model.json" } } } });
    bench.home.write("model.json", '{ "primary": "a/1" }');
    const run = await bench.openclaw(["config", "get", model.join("."), "--json"]);
    expect(run.code).not.toBe(0);
    expect(run.output).toContain("escapes config directory");
  });
});
