import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/adapters/files/templates.ts";
import { applyToValue } from "../../../src/core/edit/apply-value.ts";
import { formatPath } from "../../../src/core/json/path.ts";
import { modelReferences, modelUses } from "../../../src/core/openclaw/references.ts";
import { planRenames } from "../../../src/core/openclaw/rename-references.ts";
import { planSync } from "../../../src/core/plans/sync.ts";

const config = {
  meta: { last: "aisa/old" },
  models: { providers: { aisa: { models: [{ id: "aisa/old" }] } } },
  agents: {
    defaults: {
      model: { primary: "aisa/aisa/old", fallbacks: ["aisa/new", "aisa/old", "x/old"] },
      heartbeat: { model: "aisa/old" },
      models: { "aisa/old": { alias: "o" }, "aisa/new": {} },
      modelPolicy: { allow: ["aisa/*", "aisa/old"] },
    },
    list: [{ id: "a", model: "aisa/old" }],
  },
  channels: { modelByChannel: { telegram: { "1": "aisa/old" } } },
  note: "about aisa/old",
};

/** Every text in a value that begins with the prefix, with its path. */
function textsIn(value: unknown, path: readonly (string | number)[] = []): string[] {
  if (typeof value === "string") return value.startsWith("aisa/") ? [`${formatPath(path)} ${value}`] : [];
  if (Array.isArray(value)) return value.flatMap((inner, index) => textsIn(inner, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

describe("the places that name a model", () => {
  it("are searched once in one config", () => {
    const references = modelReferences(config);
    expect(modelReferences(config)).toBe(references);
    expect(modelReferences(structuredClone(config))).toEqual(references);
  });

  it("have the paths at which their texts are", () => {
    const text = fc.constantFrom("aisa/a", "aisa/b", "x", "");
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 5 }, text, fc.boolean(), fc.constant(null), tie("list"), tie("object")),
      list: fc.array(tie("tree"), { maxLength: 4 }),
      object: fc.dictionary(fc.constantFrom("a", "b", "0", "note"), tie("tree"), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const found = modelReferences({ value }).map((one) => `${formatPath(one.path)} ${one.text}`);
        expect(found).toEqual(textsIn({ value }));
      }),
    );
  });

  it("are found everywhere except in the provider's own entries and in prose", () => {
    expect(modelUses(config).map((use) => `${formatPath(use.path)} ${use.id}`)).toEqual([
      "agents.defaults.model.primary old",
      "agents.defaults.model.fallbacks[0] new",
      "agents.defaults.model.fallbacks[1] old",
      "agents.defaults.heartbeat.model old",
      'agents.defaults.models["aisa/old"] old',
      'agents.defaults.models["aisa/new"] new',
      "agents.defaults.modelPolicy.allow[1] old",
      "agents.list[0].model old",
      'channels.modelByChannel.telegram["1"] old',
    ]);
  });

  it("get another name together, and no list names it twice", () => {
    const renamed = applyToValue(config, planRenames(config, new Map([["old", "new"]])));
    expect(renamed).toMatchObject({
      meta: { last: "aisa/old" },
      agents: {
        defaults: {
          model: { primary: "aisa/new", fallbacks: ["aisa/new", "x/old"] },
          heartbeat: { model: "aisa/new" },
          models: { "aisa/new": {} },
          modelPolicy: { allow: ["aisa/*", "aisa/new"] },
        },
        list: [{ model: "aisa/new" }],
      },
    });
    expect(JSON.stringify(renamed)).not.toContain('"aisa/old":{');
  });

  it("that two older names share become one", () => {
    const both = {
      agents: {
        defaults: { model: { fallbacks: ["aisa/a", "aisa/b"] }, models: { "aisa/a": {}, "aisa/b": {} } },
      },
    };
    const names = new Map([
      ["a", "c"],
      ["b", "c"],
    ]);
    expect(applyToValue(both, planRenames(both, names))).toEqual({
      agents: { defaults: { model: { fallbacks: ["aisa/c"] }, models: { "aisa/c": {} } } },
    });
  });
});

describe("a key that is renamed onto one that exists", () => {
  it("adds what it lacks", () => {
    const models = { "aisa/a": { alias: "a", params: { x: 1 } }, "aisa/c": { alias: "c" } };
    const merged = applyToValue(
      { agents: { defaults: { models } } },
      planRenames({ agents: { defaults: { models } } }, new Map([["a", "c"]])),
    );
    expect(merged).toEqual({
      agents: { defaults: { models: { "aisa/c": { alias: "c", params: { x: 1 } } } } },
    });
  });

  it("keeps the values of two keys that get the same new name", () => {
    const models = { "aisa/a": { alias: "a" }, "aisa/b": { alias: "b", params: { x: 1 } } };
    const names = new Map([
      ["a", "c"],
      ["b", "c"],
    ]);
    const config = { agents: { defaults: { models } } };
    expect(applyToValue(config, planRenames(config, names))).toEqual({
      agents: { defaults: { models: { "aisa/c": { alias: "a", params: { x: 1 } } } } },
    });
  });
});

describe("a sync of any config", () => {
  const kinds: readonly unknown[] = [
    undefined,
    {},
    { models: null },
    { models: { providers: { aisa: null } } },
    { models: { providers: { aisa: { models: "x" } } } },
    { models: { providers: { aisa: { models: [null, 5, {}, { id: 5 }, { id: "" }] } } } },
  ];
  it.each(kinds.map((kind) => [JSON.stringify(kind) ?? "none", kind]))(
    "changes nothing in %s",
    (_name, kind) => {
      expect(planSync({ config: kind, catalog, live: [] }).changes).toEqual([]);
    },
  );

  it("is stable: what it updated needs no further update", () => {
    const models = [...catalog.models, ...catalog.aliases.map((one) => ({ id: one.name }))].map(({ id }) => ({
      id,
      name: id,
      cost: { input: 0, output: 0 },
      contextWindow: 32_768,
    }));
    const before = { models: { providers: { aisa: { models } } } };
    for (const live of [undefined, catalog.models.map(({ id }) => ({ id }))]) {
      const first = planSync({ config: before, catalog, live });
      const after = applyToValue(before, first.changes);
      const second = planSync({ config: after, catalog, live });
      expect(first.changes.length).toBeGreaterThan(50);
      expect([second.changes, second.moved, second.updated]).toEqual([[], [], []]);
    }
  });
});
