import { expect, it } from "vitest";
import { parseDocument, readWholeConfig } from "../../src/core/edit/index.ts";
import { viewConfig } from "../../src/doctor/config-view.ts";

const folder = "/home/.openclaw/";
const files: Readonly<Record<string, string>> = {
  "openclaw.json": `{ "models": { "$include": ["./a.json", "./b.json"], "list": [
    { "id": "own" },
    "text" ] } }`,
  "a.json": '{ "list": [\n { "id": "a" }] }',
  "b.json": '{\n\n "list": [\n { "id": "b" }], "only": [1,\n 2] }',
};

it.each<[readonly (string | number)[], string, number]>([
  [["list", 0, "id"], "a.json", 2],
  [["list", 1], "b.json", 4],
  [["list", 2, "id"], "openclaw.json", 2],
  [["list", 3], "openclaw.json", 3],
  [["only", 1], "b.json", 5],
])("%j of what several files provide is shown where it is", async (path, file, line) => {
  const document = parseDocument(files["openclaw.json"] ?? "", `${folder}openclaw.json`);
  const whole = await readWholeConfig(document, async (one) => files[one.slice(folder.length)]);
  expect(viewConfig(whole).at(["models", ...path])).toMatchObject({ file: folder + file, line });
});
