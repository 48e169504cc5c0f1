import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problemTable } from "../../src/core/problem-codes.ts";

const codes = Object.keys(problemTable).sort();
const shipped = (JSON.parse(readFileSync("package.json", "utf8")) as { files: string[] }).files;

describe.each(["docs/problems.md", "docs/problems.zh-CN.md"])("%s", (file) => {
  const lines = readFileSync(file, "utf8").split("\n");
  const sections = lines.filter((line) => line.startsWith("### ")).map((line) => line.slice(4));

  it("has one section for every code, and for nothing else", () => {
    expect([...sections].sort()).toEqual(codes);
  });

  it("says of each what it means, why, and what to do", () => {
    for (const code of codes) {
      const start = lines.indexOf(`### ${code}`) + 1;
      const length = lines
        .slice(start)
        .findIndex((line) => line.startsWith("## ") || line.startsWith("### "));
      const section = lines.slice(start, length < 0 ? undefined : start + length).join("\n");
      expect(section, code).toMatch(/\*\*(?:Cause|原因)\*\*/);
      expect(section, code).toMatch(/\*\*(?:Cure|解决)\*\*/);
    }
  });

  it("is shipped", () => {
    expect(shipped).toContain("docs");
  });
});
