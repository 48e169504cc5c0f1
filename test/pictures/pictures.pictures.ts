import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../helpers/cli.ts";
import { textOf } from "./cells.ts";
import { drawScreen, themes } from "./draw.ts";
import { drawFilm } from "./film.ts";
import { scenes } from "./scenes.ts";
import { record } from "./stage.ts";

const folder = join(root, "docs", "pictures");
const records = process.env["PICTURES"] === "record";

/** The words of a screen without what differs from run to run: numbers, bars, what is first of what runs side by side. */
function words(text: string): string {
  return text
    .replace(/[\u2588-\u258f]+/g, "")
    .replace(/\d+(?:[.,:T-]\d+)*/g, "0")
    .split(/\s+/)
    .sort()
    .join(" ");
}

describe.each(scenes)("$name", (scene) => {
  it.each(["en", "zh-CN"] as const)("shows what the program prints: %s", async (locale) => {
    const { screen, frames } = await record(scene, locale);
    const base = join(folder, `${scene.name}.${locale}`);
    const text = `${textOf(screen)}\n`;
    // The text of a picture is kept beside it: for readers who do not see it, and to compare with.
    const kept = existsSync(`${base}.txt`) ? readFileSync(`${base}.txt`, "utf8") : "";
    if (words(kept) === words(text)) return;
    expect(records, `${base}: run npm run pictures\n${text}`).toBe(true);
    writeFileSync(`${base}.txt`, text);
    for (const theme of themes) {
      writeFileSync(`${base}.${theme.name}.svg`, drawScreen(screen, scene.columns, theme));
      if (scene.isFilm)
        writeFileSync(
          `${base}.film.${theme.name}.svg`,
          drawFilm(frames, { columns: scene.columns, lines: scene.rows }, theme),
        );
    }
  });
});
