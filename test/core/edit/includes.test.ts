import { describe, expect, it } from "vitest";
import {
  configLimits,
  type IncludeRefusal,
  parseDocument,
  readWholeConfig,
} from "../../../src/core/edit/index.ts";
import { Failure } from "../../../src/core/problem/index.ts";

const root = "/home/.openclaw/openclaw.json";

/** Reads a config whose files are in a table; counts how often each is read. */
async function readFrom(files: Readonly<Record<string, string | IncludeRefusal>>) {
  const reads: string[] = [];
  const read = async (file: string) => {
    reads.push(file);
    return files[file.replace("/home/.openclaw/", "")];
  };
  try {
    const whole = await readWholeConfig(parseDocument(String(files["openclaw.json"] ?? "{}"), root), read);
    return { reads, whole, problem: undefined };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { reads, whole: undefined, problem: error.problem };
  }
}

const fan = Array.from({ length: 10 }, (_, index) => `f${index}.json`);
const chain = (length: number) =>
  Object.fromEntries(
    Array.from({ length: length + 1 }, (_, index) => [
      index === 0 ? "openclaw.json" : `c${index}.json`,
      index === length ? '{ "end": 1 }' : `{ "$include": "./c${index + 1}.json" }`,
    ]),
  );

describe("a config's includes", () => {
  it.each<[string, Record<string, string>, string, number]>([
    ["a file that includes itself", { "openclaw.json": '{\n  "$include": "./openclaw.json" }' }, root, 2],
    [
      "two files that include each other",
      {
        "openclaw.json": '{ "a": { "$include": "a.json" } }',
        "a.json": '{\n\n "b": { $include: "./openclaw.json" } }',
      },
      "/home/.openclaw/a.json",
      3,
    ],
    [
      "a cycle behind the config, in a list, by another spelling of the path",
      {
        "openclaw.json": '{ "$include": "./a.json" }',
        "a.json": '{ "x": [1, { "$include": ["./b.json"] }] }',
        "b.json": '{\n "$include": "x/..//a.json" }',
      },
      "/home/.openclaw/b.json",
      2,
    ],
    [
      "a key written with an escape",
      { "openclaw.json": '{\n\n "\\u0024include": "./openclaw.json" }' },
      root,
      3,
    ],
  ])("names the cycle of %s with file and line", async (_name, files, file, line) => {
    const { problem } = await readFrom(files);
    expect(problem).toMatchObject({
      code: "config-include",
      params: { variant: "cycle" },
      at: { file, line },
    });
    const params = problem?.params ?? {};
    const cycle = "files" in params ? (params.files ?? []) : [];
    expect(cycle.slice(0, -1)).toContain(cycle.at(-1));
  });

  it("rejects files that include each other after reading each at most once", async () => {
    const all = JSON.stringify({ $include: fan });
    const { problem, reads } = await readFrom({
      "openclaw.json": all,
      ...Object.fromEntries(fan.map((file) => [file, all])),
    });
    expect(problem).toMatchObject({ code: "config-include", params: { variant: "cycle" } });
    expect(reads.length).toBeLessThanOrEqual(fan.length);
  });

  it("rejects includes that multiply without a cycle", async () => {
    const level = (index: number) =>
      JSON.stringify({ a: { $include: `f${index}.json` }, b: { $include: `f${index}.json` } });
    const files = Object.fromEntries(fan.map((file, index) => [file, index === 9 ? "{}" : level(index + 1)]));
    const { problem, reads } = await readFrom({ "openclaw.json": level(0), ...files });
    expect(problem).toMatchObject({ params: { variant: "too-many", limit: configLimits.includes } });
    expect(reads.length).toBeLessThanOrEqual(fan.length);
  });

  it("follows as many includes inside one another as OpenClaw, and names the one that is too many", async () => {
    expect((await readFrom(chain(configLimits.includeDepth))).whole?.value).toEqual({ end: 1 });
    expect((await readFrom(chain(configLimits.includeDepth + 1))).problem).toMatchObject({
      params: { variant: "too-deep", limit: 10 },
      at: { file: "/home/.openclaw/c10.json", line: 1 },
    });
  });

  it.each([['"a\\u0000b"'], ['["./a.json", "\\u0000"]'], ["5"], ["{}"], ['""']])(
    "rejects the path %s with its line",
    async (target) => {
      const { problem, reads } = await readFrom({
        "openclaw.json": `{\n"x": { "$include": ${target} } }`,
        "a.json": "{}",
      });
      expect(problem).toMatchObject({ params: { variant: "bad-path", path: "x.$include" }, at: { line: 2 } });
      expect(reads.filter((file) => file.includes("\0"))).toEqual([]);
    },
  );

  it("accepts an include of 2 MiB, and rejects files that are too large together", async () => {
    const { bytes, includedBytes } = configLimits;
    const large = `${" ".repeat(includedBytes - 2)}{}`;
    const names = Array.from({ length: bytes / includedBytes }, (_, index) => `f${index}.json`);
    const files = Object.fromEntries(names.map((name) => [name, large]));
    const of = (included: readonly string[]) =>
      readFrom({ ...files, "openclaw.json": JSON.stringify({ $include: included }) });
    expect((await of(names.slice(1))).whole?.included).toHaveLength(names.length - 1);
    expect((await of(names)).problem).toMatchObject({ params: { variant: "too-large", limit: 16 } });
  });

  it.each<[string, string | IncludeRefusal, object]>([
    ["larger than 2 MiB", `${" ".repeat(2 * 1024 * 1024 - 1)}{}`, { variant: "file-too-large", limit: 2 }],
    [
      "larger than 2 MiB in bytes alone",
      JSON.stringify("\u6a21".repeat(800_000)),
      { variant: "file-too-large" },
    ],
    ["too large to be read at all", { refused: "file-too-large" }, { variant: "file-too-large", limit: 2 }],
    ["outside the config's folder", { refused: "outside" }, { variant: "outside" }],
    ["with a second hard link", { refused: "hard-link" }, { variant: "hard-link" }],
    ["without members beside its include", "[1]", { variant: "not-an-object" }],
  ])("rejects a file %s with the file and line that include it", async (_name, content, params) => {
    const { problem } = await readFrom({
      "openclaw.json": '{ "x": { "$include": "a.json" } }',
      "a.json": '{ "y": 1,\n "z": { "w": 1,\n "$include": "b.json" } }',
      "b.json": content,
    });
    expect(problem).toMatchObject({
      code: "config-include",
      params: { path: "z.$include", file: "/home/.openclaw/b.json", ...params },
      at: { file: "/home/.openclaw/a.json", line: 3 },
    });
  });

  // Each as `openclaw config get` answers it, in OpenClaw 2026.4.15 and 2026.9.6.
  it.each<[string, Record<string, string>, unknown]>([
    [
      "objects merged at every level, what is beside an include over it",
      {
        "openclaw.json": '{ "$include": "a.json", "o": { "p": { "own": 1, "both": "own" } } }',
        "a.json": '{ "o": { "p": { "both": "a", "a": 1 }, "q": 1 } }',
      },
      { o: { p: { own: 1, both: "own", a: 1 }, q: 1 } },
    ],
    [
      "arrays joined, those of the included file first",
      {
        "openclaw.json": '{ "$include": "a.json", "o": { "l": [3] } }',
        "a.json": '{ "o": { "l": [1, 2] } }',
      },
      { o: { l: [1, 2, 3] } },
    ],
    [
      "arrays of several files joined in the order of the list",
      {
        "openclaw.json": '{ "l": [3], "$include": ["b.json", "a.json"] }',
        "a.json": '{ "l": [1] }',
        "b.json": '{ "l": [2, 2] }',
      },
      { l: [2, 2, 1, 3] },
    ],
    [
      "files that are arrays",
      { "openclaw.json": '{ "l": { "$include": ["a.json", "b.json"] } }', "a.json": "[1]", "b.json": "[2]" },
      { l: [1, 2] },
    ],
    [
      "an array and anything else: the later one",
      {
        "openclaw.json": '{ "$include": "a.json", "x": {}, "y": [1], "z": null }',
        "a.json": '{ "x": [1], "y": "s", "z": { "a": 1 } }',
      },
      { x: {}, y: [1], z: null },
    ],
    [
      "elements with includes of their own",
      {
        "openclaw.json": '{ "$include": "a.json", "l": [{ "$include": "b.json", "l": [2] }] }',
        "a.json": '{ "l": [0] }',
        "b.json": '{ "l": [1] }',
      },
      { l: [0, { l: [1, 2] }] },
    ],
    [
      "no members that name a prototype",
      {
        "openclaw.json": '{ "$include": "a.json", "constructor": 1, "o": { "prototype": 1, "b": 1 } }',
        "a.json": '{ "o": { "a": 1 } }',
      },
      { o: { a: 1, b: 1 } },
    ],
    [
      "a key written with an escape",
      { "openclaw.json": '{ "$\\u0069nclude": "a.json" }', "a.json": '{ "a": 1 }' },
      { a: 1 },
    ],
  ])("give %s", async (_name, files, value) => {
    const { whole } = await readFrom(files);
    expect(whole?.value).toEqual(value);
  });

  it("lists files that do not exist", async () => {
    const { whole } = await readFrom({ "openclaw.json": '{ "x": 1, "$include": "./a.json" }' });
    expect(whole).toMatchObject({ value: { x: 1 }, missing: ["/home/.openclaw/a.json"] });
  });
});

describe("the limits of a config", () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${"}".repeat(levels - 1)}`;
  const models = (count: number) =>
    JSON.stringify({ models: { providers: { a: { models: Array.from({ length: count }, () => ({})) } } } });

  const containers = (count: number) => JSON.stringify({ a: Array.from({ length: count - 2 }, () => ({})) });

  it.each([
    ["levels", nested(configLimits.levels), nested(configLimits.levels + 1), "too-deep"],
    ["models", models(configLimits.models), models(configLimits.models + 1), "too-many-models"],
    [
      "containers",
      containers(configLimits.containers),
      containers(configLimits.containers + 1),
      "too-many-objects",
    ],
  ] as const)(
    "allow as many %s as they say and name the limit beyond",
    async (name, within, beyond, variant) => {
      expect((await readFrom({ "openclaw.json": within })).problem).toBeUndefined();
      expect((await readFrom({ "openclaw.json": beyond })).problem).toMatchObject({
        code: "config-unreadable",
        params: { variant, limit: configLimits[name] },
      });
      const inside = await readFrom({ "openclaw.json": '{ "$include": "a.json" }', "a.json": beyond });
      expect(inside.problem).toMatchObject({ params: { variant } });
    },
  );
});
