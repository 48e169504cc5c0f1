import { describe, expect, it } from "vitest";
import { createStyle } from "../../src/adapters/terminal/terminal.ts";
import { diffOfTexts } from "../../src/render/diff.ts";

const style = createStyle({ columns: 60, paint: undefined });
const diff = (before: string, after: string, secrets: readonly string[] = []) =>
  diffOfTexts("~/openclaw.json", before, after, secrets, style).slice(1);

describe("diff of a config on one long line", () => {
  const head = `{"other":{"text":"${"long ".repeat(40)}"},"model":{"primary":"`;
  const tail = `"},"more":"${"words ".repeat(40)}"}\n`;

  it("shows the change with a little context, not the whole line", () => {
    expect(diff(`${head}openai/gpt-5${tail}`, `${head}aisa/qwen3-max${tail}`)).toEqual([
      `- … "},"model":{"primary":"openai/gpt-5"},"more":"words word`,
      "  s w…",
      `+ … "},"model":{"primary":"aisa/qwen3-max"},"more":"words wo`,
      "  rds w…",
    ]);
  });

  it("wraps long lines after the sign and counts wide characters as two columns", () => {
    const lines = diff(`${head}x${tail}`, `${head}${"通义千问".repeat(30)}${tail}`);
    for (const line of lines) expect(style.measure(line)).toBeLessThanOrEqual(60);
    const added = lines.slice(lines.findIndex((line) => line.startsWith("+")));
    expect(added.map((line) => line.slice(2)).join("")).toContain("通义千问".repeat(30));
  });

  it("never cuts inside a character", () => {
    const lines = diff(`${head}😀${tail}`, `${head}😁${tail}`);
    expect(lines.join("")).toContain("😀");
    expect(Buffer.from(lines.join("")).toString()).toBe(lines.join(""));
  });

  it("masks a key before it cuts the line", () => {
    const key = "sk-secret-0123456789abcdefghijklmnop";
    const lines = diff(`${head}${key}${tail}`, `${head}${key.slice(0, -1)}q${tail}`, [key]);
    expect(lines.join("")).not.toContain("secret");
    expect(lines.join("")).not.toContain("0123456789");
  });

  it("keeps short lines unchanged", () => {
    expect(diff('{\n  "a": 1,\n}\n', '{\n  "a": 2,\n}\n')).toEqual([
      "  {",
      '-   "a": 1,',
      '+   "a": 2,',
      "  }",
    ]);
  });
});
