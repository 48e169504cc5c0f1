import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFiles } from "../../../src/adapters/files/files.ts";
import { withFault } from "../../helpers/faults.ts";
import { makeHome } from "../../helpers/home.ts";
import { withoutRights } from "../../helpers/user.ts";

const files = createFiles("/");

describe("reading files that are not ours", () => {
  it("reads the start, or the end", async () => {
    const path = makeHome().write("log", "one\ntwo\nthree\n");
    expect(await files.read(path)).toBe("one\ntwo\nthree\n");
    expect(await files.read(path, { maxBytes: 3 })).toBe("one");
    expect(await files.read(path, { maxBytes: 6, tail: true })).toBe("three\n");
    expect(await files.read(path, { maxBytes: 100, tail: true })).toBe("one\ntwo\nthree\n");
  });

  it("does not cut characters in two", async () => {
    const path = makeHome().write("log", "中文😀字");
    for (let bytes = 1; bytes <= 13; bytes++) {
      for (const tail of [false, true]) {
        const text = (await files.read(path, { maxBytes: bytes, tail })) ?? "";
        expect(text).not.toContain("\ufffd");
        expect("中文😀字"[tail ? "endsWith" : "startsWith"](text)).toBe(true);
      }
    }
    expect(await files.read(path, { maxBytes: 6 })).toBe("中文");
    expect(await files.read(path, { maxBytes: 7, tail: true })).toBe("😀字");
  });

  it("returns undefined or nothing for a missing file or a folder", async () => {
    const home = makeHome();
    mkdirSync(join(home.path, "folder"));
    expect(await files.read(join(home.path, "none"))).toBeUndefined();
    expect(await files.read(join(home.path, "folder"))).toBeUndefined();
    expect(await files.list(join(home.path, "none"))).toEqual([]);
    expect(await files.stat(join(home.path, "none", "deeper"))).toBeUndefined();
    expect(await files.list(home.path)).toEqual(["folder"]);
  });

  it("returns undefined without read permission", async () => {
    const home = makeHome();
    const path = home.write("secret", "x", 0o000);
    chmodSync(home.path, 0o755);
    expect(await withoutRights(() => files.read(path))).toBeUndefined();
  });

  it("names the file that the system cannot read, whatever the cause", async () => {
    const { path } = makeHome();
    const problem = { code: "config-unreadable", params: { file: path } };
    const failing = { kind: "EIO", under: path, at: 1, reads: true } as const;
    for (const look of [() => files.read(path), () => files.list(path), () => files.stat(path)])
      expect((await withFault<unknown>(failing, look)).error).toMatchObject({ problem });
    await expect(files.create("/nowhere/a\0b", "")).rejects.toMatchObject({
      problem: { code: "config-unwritable", params: { file: "/nowhere/a\0b" } },
    });
  });

  it("treats an impossible file name as missing", async () => {
    const path = "/nowhere/a\0b";
    expect([await files.read(path), await files.list(path), await files.stat(path)]).toEqual([
      undefined,
      [],
      undefined,
    ]);
  });

  it("returns mode, size, time and kind", async () => {
    const home = makeHome();
    const path = home.write("file", "four", 0o640);
    expect(await files.stat(path)).toMatchObject({ mode: 0o640, size: 4, directory: false });
    expect((await files.stat(home.path))?.directory).toBe(true);
  });
});
