import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../../tools/generated.ts";
import { root } from "../helpers/cli.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const content = (path: string, text: string) => (path.endsWith(".json") ? JSON.parse(text) : text);

describe("the files made of the catalog", () => {
  it.each(Object.entries(generatedFiles()))(
    "%s says what the catalog says (npm run generate)",
    (path, text) => {
      expect(content(path, read(path))).toEqual(content(path, text));
    },
  );
});
