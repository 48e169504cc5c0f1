import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/plugin/catalog.ts";
import { generatedFiles } from "../../tools/generated.ts";
import { root } from "../helpers/cli.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const content = (path: string, text: string) => (path.endsWith(".json") ? JSON.parse(text) : text);

describe("files generated from the catalog", () => {
  it.each(Object.entries(generatedFiles()))("%s matches the catalog (npm run generate)", (path, text) => {
    expect(content(path, read(path))).toEqual(content(path, text));
  });

  it.each(["SKILL.md", "SKILL.zh-CN.md"])("%s offers only valid ids", (name) => {
    const lists = read(`templates/skill/aisa-provider/${name}`)
      .split("\n")
      .filter((line) => line.startsWith("- ") && line.includes("`, `"));
    const offered = lists.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1]));
    const retired = catalog.aliases.filter((alias) => alias.kind === "retired").map((alias) => alias.name);
    expect(offered).toContain("qwen3-vl-plus");
    expect(offered.filter((id) => retired.includes(id ?? ""))).toEqual([]);
  });
});
