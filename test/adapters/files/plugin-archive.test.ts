import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { packPlugin } from "../../../src/adapters/files/plugin-archive.ts";
import { makeTempFolder } from "../../../src/adapters/files/temp-folder.ts";
import { root } from "../../helpers/cli.ts";

it("the plugin's archive unpacks to its own files, byte for byte, and to nothing else", () => {
  const target = mkdtempSync(join(tmpdir(), "openclaw-aisa-test-"));
  onTestFinished(() => rmSync(target, { recursive: true, force: true }));
  const archive = packPlugin(root, makeTempFolder(tmpdir(), "openclaw-aisa-test"));
  execFileSync("tar", ["-xzf", archive.path, "-C", target]);
  archive.remove();
  expect(existsSync(archive.path)).toBe(false);
  const files = readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(target, "package").length + 1))
    .sort();
  expect(files).toEqual([
    "dist/plugin/index.js",
    "openclaw.plugin.json",
    "package.json",
    "templates/skill/aisa-provider/SKILL.md",
    "templates/skill/aisa-provider/SKILL.zh-CN.md",
  ]);
  for (const file of files)
    expect(readFileSync(join(target, "package", file))).toEqual(readFileSync(join(root, file)));
});
