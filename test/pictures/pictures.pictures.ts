import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../helpers/cli.ts";
import { textOf } from "./cells.ts";
import { drawScreen, themes, titleOf } from "./draw.ts";
import { drawFilm, type Frame } from "./film.ts";
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

/** The questions of a moving picture, in their order; how much of the key was typed is a matter of the moment. */
function questionsIn(frames: readonly Frame[]): string {
  const lines = frames.flatMap(({ screen }) => textOf(screen).match(/^\? .+$/gm) ?? []);
  const questions = lines.map((line) => line.replace(/ *\*+$/, ""));
  return `${[...new Set(questions)].join("\n")}\n`;
}

/** The text beside a picture: for readers who do not see it, and to compare with. Out: whether it has other words now. */
function isOutdated(file: string, text: string): boolean {
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (words(kept) === words(text)) return false;
  expect(records, `${file}: run npm run pictures\n${text}`).toBe(true);
  writeFileSync(file, text);
  return true;
}

describe.each(scenes)("$name", (scene) => {
  it.each(["en", "zh-CN"] as const)("shows what the program prints: %s", async (locale) => {
    const { screen, frames } = await record(scene, locale);
    const { name, columns, rows, isFilm } = scene;
    const base = join(folder, `${name}.${locale}`);
    if (isOutdated(`${base}.txt`, `${textOf(screen)}\n`))
      for (const theme of themes)
        writeFileSync(`${base}.${theme.name}.svg`, drawScreen(screen, columns, theme));
    if (!isFilm || !isOutdated(`${base}.film.txt`, questionsIn(frames))) return;
    const size = { columns, lines: rows, title: titleOf(screen) };
    for (const theme of themes)
      writeFileSync(`${base}.film.${theme.name}.svg`, drawFilm(frames, size, theme));
  });
});
