import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeTempFolder } from "../../../src/adapters/files/temp-folder.ts";
import { Failure } from "../../../src/core/problem/index.ts";
import { makeHome } from "../../helpers/home.ts";

it("a temporary folder is private, and is removed with its content", () => {
  const home = makeHome();
  const folder = makeTempFolder(home.path, "ours");
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  expect(home.read(folder.write("a", Buffer.from("text")))).toBe("text");
  mkdirSync(join(folder.path, "below", "deep"), { recursive: true });
  folder.remove();
  expect(existsSync(folder.path)).toBe(false);
  folder.remove();
});

it("a missing temporary folder is reported with its parent", () => {
  const home = makeHome();
  const folder = makeTempFolder(home.path, "ours");
  rmSync(folder.path, { recursive: true });
  const params = { file: home.path, detail: expect.stringContaining("ENOENT") };
  const isSaid = expect.objectContaining({ problem: { code: "temp-folder-unusable", params } });
  expect(() => folder.write("a", Buffer.from(""))).toThrow(Failure);
  expect(() => folder.write("a", Buffer.from(""))).toThrow(isSaid);
});
