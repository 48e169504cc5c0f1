import nodePath from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folderOf, nameOf, pathsFor, within } from "../../../src/core/paths/index.ts";

const piece = fc.constantFrom("a", "b.c", "..", ".", "", "用户", "x y");
const trailing = /(?<=.)[\\/]+$/;

describe.each([
  ["linux", nodePath.posix, "/home/ann", "/"],
  ["win32", nodePath.win32, "C:\\Users\\ann", "\\"],
] as const)("paths on %s", (platform, reference, base, separator) => {
  const paths = pathsFor(platform);
  const relative = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(separator));

  it("resolves, names and finds parents as node:path does", () => {
    fc.assert(
      fc.property(relative, (path) => {
        fc.pre(!reference.isAbsolute(path));
        const whole = reference.resolve(base, path);
        expect(paths.resolve(base, path)).toBe(whole);
        expect(paths.resolve(base, whole)).toBe(whole);
        expect(paths.dirname(whole)).toBe(reference.dirname(whole));
        expect(paths.basename(whole)).toBe(reference.basename(whole));
      }),
    );
  });

  it("joins as node:path does", () => {
    fc.assert(
      fc.property(relative, (path) => {
        const joined = reference.join(base, path).replace(trailing, "");
        expect(paths.join(base, path)).toBe(joined === "C:" ? "C:\\" : joined);
      }),
    );
  });
});

describe("paths on Windows", () => {
  it.each([
    ["C:/Users/ann/.openclaw", "C:\\Users\\ann\\.openclaw"],
    ["\\\\server\\share\\a\\..\\b", "\\\\server\\share\\b"],
    ["sub/dir", "C:\\base\\sub\\dir"],
    ["\\other", "C:\\other"],
    ["/other", "C:\\other"],
    ["C:here", "C:\\base\\here"],
  ])("resolves %s", (path, expected) => {
    expect(pathsFor("win32").resolve("C:\\base", path)).toBe(expected);
    expect(nodePath.win32.resolve("C:\\base", path)).toBe(expected);
  });

  it("takes the folder of another drive, which nobody knows here, for its root", () => {
    expect(pathsFor("win32").resolve("C:\\base", "D:there")).toBe("D:\\there");
  });

  it.each([
    ["C:\\Users\\Ann", "c:\\users\\ann\\x.json", true],
    ["C:\\", "C:\\x.json", true],
    ["\\\\server\\share", "\\\\SERVER\\share\\x", true],
    ["C:\\Users\\Ann", "C:\\Users\\Anna\\x.json", false],
    ["C:\\Users\\Ann", "C:\\Users\\Ann\\..\\x.json", false],
    ["C:\\Users", "D:\\Users\\x", false],
  ])("%s holds %s: %s", (folder, path, expected) => {
    expect(pathsFor("win32").isInside(folder, path)).toBe(expected);
  });
});

describe("an absolute path of either system", () => {
  it.each([
    ["/home/ann/.openclaw", "/home/ann/.openclaw/a/b.json", "/home/ann", ".openclaw"],
    ["C:\\Users\\Ann", "C:\\Users\\Ann\\a\\b.json", "C:\\Users", "Ann"],
    ["\\\\server\\team\\x", "\\\\server\\team\\x\\a\\b.json", "\\\\server\\team\\", "x"],
    ["/odd\\name", "/odd\\name/a/b.json", "/", "odd\\name"],
    ["C:\\", "C:\\a\\b.json", "C:\\", ""],
  ])("%s keeps its way of writing", (path, below, folder, name) => {
    expect(within(path, "a", "b.json")).toBe(below);
    expect(folderOf(path)).toBe(folder);
    expect(nameOf(path)).toBe(name);
  });

  it("on POSIX, capital letters count", () => {
    expect(pathsFor("linux").isInside("/home/Ann", "/home/ann/x")).toBe(false);
    expect(pathsFor("linux").isInside("/home/ann", "/home/ann/x")).toBe(true);
  });
});
