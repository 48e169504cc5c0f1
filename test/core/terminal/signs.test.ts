import { describe, expect, it } from "vitest";
import { inAscii, showsSigns } from "../../../src/core/terminal/index.ts";

const terminal = true;
const pipe = false;

describe("whether a screen shows our signs", () => {
  it.each([
    ["linux", terminal, {}, undefined, true],
    ["linux", terminal, { LANG: "en_US.UTF-8" }, undefined, true],
    ["linux", terminal, { LANG: "zh_CN.utf8" }, undefined, true],
    ["linux", terminal, { LANG: "C" }, undefined, false],
    ["linux", terminal, { LANG: "zh_CN.GBK" }, undefined, false],
    ["linux", terminal, { LANG: "en_US" }, undefined, false],
    ["linux", terminal, { LANG: "zh-CN" }, undefined, true],
    ["linux", terminal, { LANG: "de_DE@euro" }, undefined, false],
    ["linux", terminal, { LANG: "en_US.UTF-8", LC_ALL: "POSIX" }, undefined, false],
    ["linux", terminal, { LANG: "C", LC_CTYPE: "en_US.UTF-8" }, undefined, true],
    ["linux", terminal, { LANG: "en_US.UTF-8", TERM: "linux" }, undefined, false],
    ["linux", pipe, { LANG: "C.UTF-8" }, undefined, true],
    ["darwin", terminal, { LC_CTYPE: "UTF-8" }, undefined, true],
    ["darwin", terminal, { TERM_PROGRAM: "Apple_Terminal", LANG: "zh_CN.UTF-8" }, undefined, true],
    ["android", terminal, {}, undefined, true],
    ["win32", terminal, { WT_SESSION: "4a7f" }, 936, true],
    ["win32", terminal, { TERM_PROGRAM: "vscode" }, 437, true],
    ["win32", terminal, { ConEmuTask: "{cmd::Cmder}" }, 437, true],
    ["win32", terminal, { MSYSTEM: "MINGW64", TERM: "xterm-256color" }, 437, true],
    ["win32", terminal, {}, 437, false],
    ["win32", terminal, {}, 65001, false],
    ["win32", terminal, { TERM: "cygwin" }, 936, false],
    ["win32", pipe, { WT_SESSION: "4a7f" }, 936, false],
    ["win32", pipe, {}, 65001, true],
    ["win32", pipe, {}, undefined, false],
    ["win32", pipe, { MSYSTEM: "MINGW64", LANG: "zh_CN.UTF-8" }, undefined, true],
  ] as const)(
    "on %s, terminal %s, with %j and code page %s: %s",
    (platform, isTerminal, env, page, expected) => {
      expect(showsSigns({ env, platform, isTerminal, codePage: () => page })).toBe(expected);
    },
  );

  it("does not ask for the code page where something else tells", () => {
    const codePage = () => {
      throw new Error("asked");
    };
    const screen = { env: {}, platform: "win32", isTerminal: true, codePage };
    expect(showsSigns(screen)).toBe(false);
    expect(showsSigns({ ...screen, platform: "linux", isTerminal: false })).toBe(true);
    const utf8 = { ...screen, isTerminal: false, env: { LANG: "en_US.UTF-8" } };
    expect(showsSigns(utf8)).toBe(true);
  });
});

describe("our signs in ASCII", () => {
  it.each([
    ["✔ Written · 1 warning", "ok Written - 1 warning"],
    ["✖ “a” → b…", 'x "a" -> b...'],
    ["▲ ≥ 3 ×", "! >= 3 x"],
    ["██▌░", "###."],
    ["❯◉ ◯ ↑↓ •", ">[x] [ ] up/down *"],
    ["写入 ✔ C:\\用户", "写入 ok C:\\用户"],
  ])("%s is %s", (text, expected) => {
    expect(inAscii(text)).toBe(expected);
  });
});
