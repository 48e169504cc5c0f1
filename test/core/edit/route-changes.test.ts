import { describe, expect, it } from "vitest";
import type { Edit } from "../../../src/core/change/index.ts";
import {
  configLimits,
  edit,
  parseDocument,
  proveRouted,
  readWholeConfig,
  routeChanges,
} from "../../../src/core/edit/index.ts";
import { Failure } from "../../../src/core/problem/index.ts";

const home = "/home/.openclaw/";
const root = `${home}openclaw.json`;

/** Carries out changes on files in a table, which are in a folder: the files after it, or the problem. */
async function editAll(files: Readonly<Record<string, string>>, changes: readonly Edit[], folder = home) {
  const file = `${folder}openclaw.json`;
  const after = new Map(Object.entries(files).map(([name, text]) => [folder + name, text]));
  const document = parseDocument(files["openclaw.json"] ?? "{}", file);
  const read = (one: string) => after.get(one);
  const { value } = await readWholeConfig(document, async (one) => read(one));
  const change = { file, format: "json5", changes } as const;
  try {
    for (const one of routeChanges(change, document, read))
      after.set(one.file, edit(parseDocument(read(one.file) ?? "", one.file), one.changes as Edit[]));
    await proveRouted({ document, value }, [change], read(file) ?? "", read);
    return { files: Object.fromEntries([...after].map(([name, text]) => [name.slice(folder.length), text])) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { problem: error.problem };
  }
}

const shared = {
  "openclaw.json": '{ "models": { "$include": "m.json", "p": { "x": { "list": [2], "own": 1 } } } }',
  "m.json": '{ "p": { "x": { "list": [0, 1], "url": "a" }, "y": { "list": [5] } } }',
};
const x = ["models", "p", "x"];

describe("a change to a value that an include and its parent file both define", () => {
  it.each<[string, Edit]>([
    ["an element, by its place in the joined array", { op: "set", path: [...x, "list", 0], value: 9 }],
    ["an element beyond the array of the one file", { op: "remove", path: [...x, "list", 2] }],
    ["the whole array", { op: "set", path: [...x, "list"], value: [7] }],
    ["removing what the other file still has", { op: "remove", path: [...x, "url"] }],
    ["removing an object that both files have", { op: "remove", path: x }],
    ["renaming an object that both files have", { op: "rename", path: x, value: "z" }],
  ])("%s is refused", async (_name, change) => {
    const { problem } = await editAll(shared, [change]);
    expect(["config-include", "edit-refused"]).toContain(problem?.code);
  });

  it.each<[string, Edit, Record<string, unknown>]>([
    [
      "a member of the one file",
      { op: "set", path: [...x, "own"], value: 2 },
      { p: { x: { list: [0, 1, 2], url: "a", own: 2 }, y: { list: [5] } } },
    ],
    [
      "a member that goes over the included one",
      { op: "set", path: [...x, "url"], value: "b" },
      { p: { x: { list: [0, 1, 2], url: "b", own: 1 }, y: { list: [5] } } },
    ],
    [
      "an element at the end of the joined array",
      { op: "append", path: [...x, "list"], value: 3 },
      { p: { x: { list: [0, 1, 2, 3], url: "a", own: 1 }, y: { list: [5] } } },
    ],
  ])("%s is written where it takes effect", async (_name, change, models) => {
    const { files, problem } = await editAll(shared, [change]);
    expect(problem).toBeUndefined();
    const whole = await readWholeConfig(
      parseDocument(files?.["openclaw.json"] ?? "", root),
      async (one) => files?.[one.slice(home.length)],
    );
    expect(whole.value).toEqual({ models });
  });

  it("an included file is not made larger than OpenClaw reads", async () => {
    const files = {
      "openclaw.json": '{ "models": { "$include": "m.json" } }',
      "m.json": `{ "a": 1 }${" ".repeat(configLimits.includedBytes - 10)}`,
    };
    const { problem } = await editAll(files, [{ op: "set", path: ["models", "b"], value: 1 }]);
    expect(problem).toMatchObject({
      code: "config-include",
      params: { variant: "grows-too-large", file: `${home}m.json`, limit: 2 },
    });
  });

  it("a file that is an array is not edited", async () => {
    const files = { "openclaw.json": '{ "l": { "$include": "l.json" } }', "l.json": "[1]" };
    const { problem } = await editAll(files, [{ op: "append", path: ["l"], value: 2 }]);
    expect(problem).toMatchObject({ code: "config-include", params: { variant: "not-editable" } });
  });
});

describe("an included file on Windows", () => {
  it.each([
    ["C:\\Users\\张伟 Li\\.openclaw\\", "parts/m.json", "parts\\m.json"],
    ["C:\\Users\\张伟 Li\\.openclaw\\", ".\\\\parts\\\\m.json", "parts\\m.json"],
    ["C:\\Users\\ann\\", "C:/Users/ann/m.json", "m.json"],
    ["\\\\server\\team\\openclaw\\", "./m.json", "m.json"],
    ["D:\\", "./m.json", "m.json"],
  ])("in %s, named %s, is where a change of it goes", async (folder, named, file) => {
    const files = { "openclaw.json": `{ "models": { "$include": "${named}" } }`, [file]: '{ "a": 1 }' };
    const done = await editAll(files, [{ op: "set", path: ["models", "a"], value: 2 }], folder);
    expect(done).toMatchObject({ files: { [file]: '{ "a": 2 }' } });
  });
});
