import { expect, it } from "vitest";
import { configLimits } from "../../../src/core/edit/limits.ts";
import { bounds, isWithin, readModelList } from "../../../src/core/models/index.ts";

const never = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1e308,
  -1e308,
  "4096",
  null,
  [],
  {},
];
const cases: readonly (readonly [keyof typeof bounds, readonly number[], readonly unknown[]])[] = [
  ["contextWindow", [4000, 262_144, 10_000_000], [0, 1, 255, 3999, 4096.5, -8192, 2e9]],
  ["maxTokens", [256, 8192, 1_000_000], [0, 1, 255, 256.5, -1, 2e9]],
  ["price", [0, 0.1, 600], [-1, -1e-9, 10_001]],
  ["balance", [0, 0.5, 1e6, -2e6, 1e15], [1.1e15, -1.1e15]],
  ["usage", [0, 3, 1e8], [-1, 1.5, 2e8]],
  ["waitSeconds", [0, 0.5, 3600], [-1, 604_801]],
  ["idLength", [1, 200], [0, 201]],
  ["models", [0, 10_000], [10_001]],
];

it.each(cases)("%s: %j are believed, %j are not", (name, believed, ignored) => {
  expect(believed.map((value) => isWithin(value, bounds[name]))).toEqual(believed.map(() => true));
  const wrong = [...ignored, ...never];
  expect(wrong.map((value) => isWithin(value, bounds[name]))).toEqual(wrong.map(() => false));
});

const key = "sk-Zq7RtY2mWx9PbLk4VnC8sD1f";
const base64 = Buffer.from(key).toString("base64").replace(/=+$/, "");

/** Absurd entries, what is kept of each, and what is said to be ignored. */
const entries: readonly (readonly [object, object | undefined, readonly string[]])[] = [
  [{ id: "a", context_length: 1 }, { id: "a" }, ["a: context window 1"]],
  [{ id: "a", context_length: 8192.5 }, { id: "a" }, ["a: context window 8192.5"]],
  [{ id: "a", context_window: -1 }, { id: "a" }, ["a: context window -1"]],
  [{ id: "a", context_length: "many" }, { id: "a" }, ["a: context window many"]],
  [{ id: "a", context_length: null, pricing: null }, { id: "a" }, []],
  [{ id: "a", max_output_tokens: 1e308 }, { id: "a" }, ["a: output 1e+308"]],
  [
    { id: "a", context_length: 8192, max_output_tokens: 9000 },
    { id: "a", contextWindow: 8192 },
    ["a: output 9000"],
  ],
  [{ id: "a", pricing: { prompt: "-1", completion: "-1" } }, { id: "a" }, ["a: price -1 / -1"]],
  [{ id: "a", pricing: { prompt: "NaN", completion: 1e308 } }, { id: "a" }, ["a: price NaN / 1e+308"]],
  [{ id: "a", pricing: { prompt: "Infinity", completion: 0 } }, { id: "a" }, ["a: price Infinity / 0"]],
  [{ id: "a", pricing: { prompt: 0, completion: "0" } }, { id: "a", price: { input: 0, output: 0 } }, []],
  [{ id: key }, undefined, ["sk-…sD1f"]],
  [{ id: `x/${key}:free` }, undefined, ["x/sk-…sD1f:free"]],
  [{ id: "a", owned_by: `by ${key}` }, { id: "a" }, ["a: owner by sk-…sD1f"]],
  [{ id: "a", supported_endpoint_types: ["openai", key] }, { id: "a", endpointTypes: ["openai"] }, []],
  [{ id: "x".repeat(201) }, undefined, ["x".repeat(80)]],
  [{ id: "" }, undefined, [""]],
];

it.each(entries)("of %j keeps %j and names %j", (entry, kept, ignored) => {
  const listing = readModelList({ data: [{ id: "first" }, entry] }, [key]);
  expect(listing?.models).toEqual([{ id: "first" }, ...(kept ? [kept] : [])]);
  expect(listing?.ignored).toEqual(ignored);
});

it.each([key, `aisa-${key}-x`, key.slice(3), key.slice(5, 17), base64, Buffer.from(key).toString("hex")])(
  "takes no id that shows the key: %s",
  (id) => {
    const listing = readModelList({ data: [{ id: "first" }, { id }] }, [key]);
    expect(listing?.models).toEqual([{ id: "first" }]);
    expect(JSON.stringify(listing)).not.toContain(key.slice(5, 17));
  },
);

it("a list that is believed fits into a config whole", () => {
  expect(bounds.models.most).toBe(configLimits.models);
});
