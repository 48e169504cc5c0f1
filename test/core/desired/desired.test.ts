import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkDesired, desiredYaml } from "../../../src/core/desired/index.ts";
import { apiKeyFor, planSecretProvider, readKeyRef } from "../../../src/core/keys/index.ts";
import { root } from "../../helpers/cli.ts";

const schema = JSON.parse(readFileSync(join(root, "docs/schema/aisa.schema.json"), "utf8")) as object;
const validate = new Ajv2020({ strictTypes: false }).compile(schema);

const good: unknown[] = [
  {},
  { version: 1, $schema: "https://x.test/schema.json" },
  { key: "env:AISA_API_KEY" },
  { key: "file:/run/secrets/aisa" },
  { key: "file:~/secret#/a/b" },
  { key: "exec:C:\\\\bin\\\\key.exe" },
  { key: { from: "file:secret" } },
  { key: { from: "env:A", store: "config" } },
  { baseUrl: "http://127.0.0.1:1/v1", models: [], primary: "a", fallbacks: ["b"] },
  { agents: { main: "a", coder: { primary: "a", fallbacks: [] } }, plugin: true, skill: false },
  { profiles: { work: { models: ["a"] }, "a-b_c": {} } },
];
const bad: unknown[] = [
  [],
  "text",
  { version: 2 },
  { version: "1" },
  { key: "AISA_API_KEY" },
  { key: "env:lower" },
  { key: "file:relative" },
  { key: {} },
  { key: { from: "exec:/x" } },
  { key: { from: "env:A", store: "vault" } },
  { key: { from: "env:A", more: 1 } },
  { baseUrl: "api.aisa.one" },
  { models: "a" },
  { models: [1] },
  { models: [" "] },
  { fallbacks: { a: 1 } },
  { agents: { main: 1 } },
  { agents: { main: { primry: "a" } } },
  { plugin: "yes" },
  { profiles: { "../x": {} } },
  { profiles: { work: { profiles: {} } } },
  { profiles: { work: { version: 1 } } },
  { unknown: 1 },
];

describe("a desired state", () => {
  it.each(good)("%j is accepted, by the schema too", (value) => {
    expect([checkDesired(value), validate(value)]).toEqual([{ state: expect.anything() }, true]);
  });

  it.each(bad)("%j is rejected, by the schema too", (value) => {
    expect([checkDesired(value), validate(value)]).toEqual([{ faults: expect.anything() }, false]);
  });

  it("has a state of its own only if the file says something about it", () => {
    const checked = checkDesired({ version: 1, profiles: { work: {} } });
    expect(checked).toEqual({ state: { profiles: new Map([["work", { agents: new Map() }]]) } });
  });

  it("is written as YAML that reads as the same value", () => {
    const texts = [
      "qwen3-max",
      "yes",
      "no",
      "null",
      "1",
      "1.5",
      "a: b",
      "#x",
      "",
      " a",
      "- x",
      "{",
      "~",
      "env:A",
      "é",
      "2026-01-01",
    ];
    const state = {
      version: 1,
      models: texts,
      primary: "on",
      agents: { "a b": { primary: "x" }, true: { fallbacks: [] } },
    };
    expect(parse(desiredYaml(state, ["$schema=x", "two"]))).toEqual(state);
  });
});

describe("a reference to the key", () => {
  it.each([
    ["env:A_1", "${A_1}", []],
    ["env:a", undefined, []],
    ["file:x", undefined, []],
    ["vault:/x", undefined, []],
    [
      "file:/x",
      { source: "file", provider: "aisa", id: "value" },
      { source: "file", path: "/x", mode: "singleValue" },
    ],
    [
      "file:/x#/a",
      { source: "file", provider: "aisa", id: "/a" },
      { source: "file", path: "/x", mode: "json" },
    ],
    [
      "exec:/bin/k a  b",
      { source: "exec", provider: "aisa", id: "value" },
      { source: "exec", command: "/bin/k", args: ["a", "b"], jsonOnly: false },
    ],
  ])("%s", (text, apiKey, provider) => {
    const ref = readKeyRef(text);
    expect(ref && apiKeyFor(ref)).toEqual(apiKey);
    const planned = ref ? planSecretProvider({}, ref) : [];
    expect(planned.map((one) => "value" in one && one.value)).toEqual([provider].flat());
  });

  it("keeps the limits that a provider has, and changes nothing the second time", () => {
    const aisa = { source: "file", path: "/old", mode: "singleValue", timeoutMs: 9 };
    const ref = { kind: "file", path: "/new", id: "value" } as const;
    expect(planSecretProvider({ secrets: { providers: { aisa } } }, ref)).toEqual([
      { op: "set", path: ["secrets", "providers", "aisa", "path"], value: "/new" },
    ]);
    expect(planSecretProvider({ secrets: { providers: { aisa: { ...aisa, path: "/new" } } } }, ref)).toEqual(
      [],
    );
  });
});
