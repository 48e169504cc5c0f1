import nodePath from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathsFor } from "../../../src/core/openclaw/paths.ts";

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
  ])("resolves %s", (path, expected) => {
    expect(pathsFor("win32").resolve("C:\\base", path)).toBe(expected);
  });
});
