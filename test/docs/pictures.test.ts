import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../helpers/cli.ts";
import { readmes } from "../helpers/readme.ts";
import { themes } from "../pictures/draw.ts";
import { scenes } from "../pictures/scenes.ts";

const folder = join(root, "docs", "pictures");

describe("the pictures", () => {
  it("are one for each scene, language and theme, with the text beside it", () => {
    const wanted = scenes.flatMap(({ name, isFilm }) =>
      ["en", "zh-CN"].flatMap((locale) => [
        `${name}.${locale}.txt`,
        ...(isFilm ? [`${name}.${locale}.film.txt`] : []),
        ...themes.flatMap((theme) => [
          `${name}.${locale}.${theme.name}.svg`,
          ...(isFilm ? [`${name}.${locale}.film.${theme.name}.svg`] : []),
        ]),
      ]),
    );
    expect(readdirSync(folder).sort()).toEqual(wanted.sort());
  });

  it("are small, and nothing in them leads elsewhere", () => {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      expect(statSync(file).size, name).toBeLessThan(1024 * 1024);
      expect(readFileSync(file, "utf8"), name).not.toMatch(/<script|<image|href="(?!#)|\/tmp\/|\/home\//);
    }
  });

  it.each(readmes)("of %s exist, each with its dark twin", (file) => {
    const page = readFileSync(join(root, file), "utf8");
    const shown = [...page.matchAll(/(?:src|srcset)="([^"]+\.svg)"/g)].map((match) => match[1] ?? "");
    expect(shown.length).toBeGreaterThan(1);
    for (const one of shown) {
      expect(existsSync(join(root, one)), one).toBe(true);
      expect(shown).toContain(one.replace(/\.(?:light|dark)\.svg$/, ".dark.svg"));
      expect(one).toContain(file === "README.md" ? ".en." : ".zh-CN.");
    }
  });
});
