import { describe, expect, it } from "vitest";
import { createStyle } from "../../src/adapters/terminal/terminal.ts";
import { shellCommands } from "../../src/core/terminal/index.ts";
import { en } from "../../src/i18n/en/index.ts";
import { inShell } from "../../src/i18n/index.ts";
import { mostPreviewLines, planLines } from "../../src/render/plan.ts";

const t = inShell(en, shellCommands("posix", "linux"));
const style = createStyle({ columns: 80, paint: undefined });

/** The preview of a change that sets so many members of one file. */
function preview(count: number): string[] {
  const changes = Array.from({ length: count }, (_, index) => ({
    op: "set" as const,
    path: [`member${index}`],
    value: index,
  }));
  const change = { file: "/home/me/.openclaw/openclaw.json", format: "json5" as const, changes };
  const draft = { change, before: undefined, after: "", mode: undefined, stages: [{ changes, values: {} }] };
  return planLines([draft], { t, style, home: "/home/me" });
}

describe("the preview of a change", () => {
  it("shows every line of a file up to the limit", () => {
    expect(preview(mostPreviewLines)).toHaveLength(1 + mostPreviewLines);
  });

  it("shows the first lines of very many, and how many more there are", () => {
    const lines = preview(mostPreviewLines + 1800);
    expect(lines).toHaveLength(2 + mostPreviewLines);
    expect(lines.at(-1)).toBe("  … and 1,800 more changes");
  });

  it.each([
    ["${AISA_API_KEY}", "sk-aisa-0123456789abcdef", "${AISA_API_KEY} → sk-aisa-…cdef"],
    ["sk-aisa-0123456789abcdef", "${AISA_API_KEY}", "sk-aisa-…cdef → ${AISA_API_KEY}"],
    ["pass$word0123456789", "$AISA_API_KEY", "…6789 → $AISA_API_KEY"],
  ])("masks a key and no reference: %s becomes %s", (before, after, shown) => {
    const path = ["models", "providers", "aisa", "apiKey"];
    const changes = [{ op: "set" as const, path, value: after, secret: true }];
    const change = { file: "/home/me/openclaw.json", format: "json5" as const, changes };
    const values = { models: { providers: { aisa: { apiKey: before } } } };
    const draft = { change, before: undefined, after: "", mode: undefined, stages: [{ changes, values }] };
    expect(planLines([draft], { t, style, home: "/home/me" }).join("\n")).toContain(shown);
  });
});
