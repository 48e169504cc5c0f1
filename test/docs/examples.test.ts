import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnoseText } from "../../src/core/diagnosis/index.ts";
import { problemTable } from "../../src/core/problem/index.ts";
import { blocksOf, sectionOf } from "../../src/core/text/index.ts";
import { root } from "../helpers/cli.ts";

/** Returns the error texts that a page quotes, each with the code of its section. */
const quotedIn = (page: string) =>
  Object.keys(problemTable).flatMap((code) =>
    blocksOf(sectionOf(page, code) ?? "")
      .filter((block) => block.fence === "text")
      .flatMap((block) =>
        block.text
          .trim()
          .split("\n")
          .map((line) => [line, code] as const),
      ),
  );

describe.each(["docs/problems.md", "docs/problems.zh-CN.md"])("an example in %s", (file) => {
  it.each(quotedIn(readFileSync(join(root, file), "utf8")))("%s: is explained as %s", (line, code) => {
    expect(diagnoseText(line).problem.code).toBe(code);
  });
});
