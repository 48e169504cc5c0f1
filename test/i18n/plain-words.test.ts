import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../helpers/cli.ts";

const english = "src/i18n/en";
const texts = [
  ...readdirSync(join(root, english), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(english, file)),
  "README.md",
  "SECURITY.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "docs/problems.md",
  "templates/skill/aisa-provider/SKILL.md",
];

/** Words for which there is a plainer one: fix, spaces, highest, is in, correct, temporary, now and then. */
const stilted =
  /\b(?:mend(?:s|ed|ing)?|cures?|repairs?|lest|dearest|dearer|blanks|stands (?:in|under|beside|where)|lies (?:in|beside)|knows no|is no more|makes nothing of|takes it up|speaks up|puts? (?:it |them )?right|throw-away|once in a while|turns? down)\b/gi;

/** Second names for what is called 你, 提供商 and 渠道 everywhere else. */
const secondNames = /您|服务商|通道/g;
const chineseTexts = [
  ...readdirSync(join(root, "src/i18n/zh-CN"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join("src/i18n/zh-CN", file)),
  "README.zh-CN.md",
  "docs/problems.zh-CN.md",
  "templates/skill/aisa-provider/SKILL.zh-CN.md",
];

/** The words that occur in a file, outside the error texts that it quotes. */
const foundIn = (file: string, words: RegExp) =>
  readFileSync(join(root, file), "utf8")
    .replace(/```text[\s\S]*?```/g, "")
    .match(words) ?? [];

describe("texts for users", () => {
  it.each(texts)("%s has no stilted words", (file) => {
    expect(foundIn(file, stilted)).toEqual([]);
  });

  it.each(chineseTexts)("%s has one word for one thing", (file) => {
    expect(foundIn(file, secondNames)).toEqual([]);
  });
});
