import { describe, expect, it } from "vitest";
import { completionScript } from "../../../src/core/terminal/completion.ts";
import {
  completionPlace,
  completionShell,
  withCompletion,
  withoutCompletion,
} from "../../../src/core/terminal/completion-place.ts";

const system = {
  env: {},
  home: "/home/a",
  platform: "linux",
  join: (...parts: string[]) => parts.join("/"),
  has: () => false,
};

describe("the place of completions", () => {
  it.each([
    ["bash", {}, "/home/a/.bashrc"],
    ["bash", { platform: "darwin" }, "/home/a/.bash_profile"],
    ["bash", { has: () => true }, "/home/a/.local/share/bash-completion/completions/openclaw-aisa"],
    ["zsh", {}, "/home/a/.zshrc"],
    ["zsh", { env: { ZDOTDIR: "/z" } }, "/z/.zshrc"],
    ["fish", {}, "/home/a/.config/fish/completions/openclaw-aisa.fish"],
    ["powershell", {}, "/home/a/.config/powershell/Microsoft.PowerShell_profile.ps1"],
    ["powershell", { platform: "win32" }, "/home/a/Documents/PowerShell/Microsoft.PowerShell_profile.ps1"],
  ] as const)("of %s with %j", (shell, more, file) => {
    expect(completionPlace(shell, { ...system, ...more }).file).toBe(file);
  });

  it.each([
    [{ SHELL: "/usr/bin/zsh" }, "linux", "zsh"],
    [{ SHELL: "/bin/bash" }, "darwin", "bash"],
    [{ SHELL: "C:\\Program Files\\Git\\bin\\bash.exe" }, "win32", "bash"],
    [{}, "win32", "powershell"],
    [{ SHELL: "/bin/tcsh" }, "linux", undefined],
  ])("the shell of %j on %s is %s", (env, platform, shell) => {
    expect(completionShell({ env, platform })).toBe(shell);
  });
});

describe("our part of a start-up file", () => {
  const script = completionScript("zsh");
  it.each(["", "# mine\n", "# mine", "# mine\r\nexport A=1\r\n", "\n\n", "# mine\r\nexport A=1"])(
    "is added to %j once, and goes without a trace",
    (text) => {
      const added = withCompletion(text, script);
      expect(added.startsWith(text)).toBe(true);
      expect(withCompletion(added, script)).toBe(added);
      expect(withoutCompletion(added)).toBe(text);
      expect(withoutCompletion(text)).toBe(text);
    },
  );

  it("is replaced in its place, and lines behind it stay", () => {
    const old = `${withCompletion("# mine\n", "old script")}# later\n`;
    const renewed = withCompletion(old, script);
    expect(renewed).toBe(`${withCompletion("# mine\n", script)}# later\n`);
    expect(withoutCompletion(renewed)).toBe("# mine\n# later\n");
    const atEnd = withCompletion("# mine", "old script");
    expect(withCompletion(atEnd, script)).toBe(withCompletion("# mine", script));
  });
});
