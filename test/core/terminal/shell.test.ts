import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { shellCommands, shellOf } from "../../../src/core/terminal/index.ts";
import { en } from "../../../src/i18n/en/index.ts";
import { zhCN } from "../../../src/i18n/zh-CN/index.ts";

const system =
  "C:\\Program Files\\WindowsPowerShell\\Modules;C:\\WINDOWS\\system32\\WindowsPowerShell\\v1.0\\Modules";
const own = `C:\\Users\\Ann\\Documents\\PowerShell\\Modules;${system}`;
const ComSpec = "C:\\WINDOWS\\system32\\cmd.exe";

describe("the user's shell", () => {
  it.each([
    ["linux", { SHELL: "/bin/bash" }, "posix"],
    ["darwin", { SHELL: "/bin/zsh" }, "posix"],
    ["linux", {}, "posix"],
    ["linux", { SHELL: "/usr/bin/fish" }, "fish"],
    ["linux", { SHELL: "/usr/bin/pwsh" }, "powershell"],
    ["linux", { SHELL: "/bin/bash", PSModulePath: "/root/.local/share/powershell/Modules" }, "powershell"],
    ["win32", { ComSpec, PSModulePath: own }, "powershell"],
    ["win32", { ComSpec, PSModulePath: system }, "powershell"],
    ["win32", { ComSpec, PSModulePath: own, PROMPT: "$P$G" }, "powershell"],
    ["win32", { ComSpec, PSModulePath: system, PROMPT: "$P$G" }, "cmd"],
    [
      "win32",
      { ComSpec, PSModulePath: `D:\\OneDrive\\文档\\WindowsPowerShell\\Modules;${system}`, PROMPT: "$P$G" },
      "powershell",
    ],
    ["win32", { ComSpec }, "cmd"],
    ["win32", { ComSpec, PSModulePath: system, MSYSTEM: "MINGW64", SHELL: "/usr/bin/bash" }, "posix"],
  ] as const)("on %s with %j is %s", (platform, env, shell) => {
    expect(shellOf(env, platform)).toBe(shell);
  });
});

describe("the commands of a shell", () => {
  it.each([
    ["posix", "linux", "export KEY=sk-1", "chmod u+w '/a b'", "KEY=sk-1 openclaw"],
    ["fish", "linux", "set -gx KEY sk-1", "chmod u+w '/a b'", "env KEY=sk-1 openclaw"],
    ["powershell", "linux", '$env:KEY = "sk-1"', "chmod u+w '/a b'", '$env:KEY = "sk-1"; openclaw'],
    ["powershell", "win32", '$env:KEY = "sk-1"', 'attrib -R "/a b"', '$env:KEY = "sk-1"; openclaw'],
    ["cmd", "win32", 'setx KEY "sk-1"', 'attrib -R "/a b"', 'set "KEY=sk-1" && openclaw'],
  ] as const)("%s on %s", (shell, platform, set, writable, runs) => {
    const commands = shellCommands(shell, platform);
    expect(commands.setVariable("KEY", "sk-1")).toBe(set);
    expect(commands.makeWritable("/a b")).toBe(writable);
    expect(commands.runWith("KEY", "sk-1", "openclaw")).toBe(runs);
  });

  it.each([
    ["posix", "linux", "chmod go-w '/a b'"],
    ["fish", "linux", "chmod go-w '/a b'"],
    ["powershell", "linux", "chmod go-w '/a b'"],
    ["cmd", "win32", 'icacls "/a b" /inheritance:r /grant:r "%USERNAME%:F"'],
    ["posix", "win32", `MSYS_NO_PATHCONV=1 icacls '/a b' /inheritance:r /grant:r "$USERNAME:F"`],
  ] as const)("%s on %s protects a path", (shell, platform, protects) => {
    expect(shellCommands(shell, platform).protect("/a b")).toBe(protects);
  });

  it.each([
    ["posix", "/srv/.env", "/srv/.env"],
    ["posix", "/my work/.env", "'/my work/.env'"],
    ["posix", "/it's $HOME/.env", "'/it'\\''s $HOME/.env'"],
    ["fish", "/it's \\/.env", "'/it\\'s \\\\/.env'"],
    ["powershell", "C:\\work\\.env", "C:\\work\\.env"],
    ["powershell", "C:\\my work/.env", '"C:\\my work/.env"'],
    ["powershell", "\\\\host\\a,$b/.env", '"\\\\host\\a,`$b/.env"'],
    ["cmd", "C:\\my work/.env", '"C:\\my work/.env"'],
  ] as const)("%s: %s as one argument", (shell, text, argument) => {
    expect(shellCommands(shell, "linux").argument(text)).toBe(argument);
  });

  it("quote what the shell would read", () => {
    const value = 'a\'b $HOME `id` \\ "c"';
    const { setVariable } = shellCommands("posix", "linux");
    const script = `${setVariable("KEY", value)}; printf %s "$KEY"`;
    expect(execFileSync("sh", ["-c", script], { encoding: "utf8" })).toBe(value);
    expect(shellCommands("powershell", "win32").setVariable("KEY", "$x`")).toBe('$env:KEY = "`$x``"');
  });

  it.each([
    ["posix", "linux", "chmod 600 /home/ann/.env"],
    ["powershell", "win32", 'icacls "/home/ann/.env" /inheritance:r /grant:r "$($env:USERNAME):F"'],
    ["cmd", "win32", 'icacls "/home/ann/.env" /inheritance:r /grant:r "%USERNAME%:F"'],
  ] as const)("of %s on %s stand in the words of a problem in both languages", (shell, platform, command) => {
    const commands = shellCommands(shell, platform);
    for (const { problems } of [en, zhCN]) {
      const params = {
        variant: "readable",
        file: "/home/ann/.env",
        mode: "0644",
        expected: "0600",
        count: 1,
      } as const;
      expect(problems({ code: "insecure-permissions", params }, commands).commands).toEqual([command]);
      const managed = { file: "openclaw.json", variable: "OPENCLAW_NIX_MODE" };
      expect(problems({ code: "config-readonly", params: managed }, commands).remedy).toContain(
        commands.clearVariable("OPENCLAW_NIX_MODE"),
      );
      expect(problems({ code: "tls-error", params: {} }, commands).remedy).toContain(
        commands.setVariable("NODE_EXTRA_CA_CERTS", "/path/to/ca.pem"),
      );
      const readOnly = { file: "/home/ann/c.json", variant: "read-only-file" } as const;
      expect(problems({ code: "config-unwritable", params: readOnly }, commands).commands).toEqual([
        commands.makeWritable("/home/ann/c.json"),
      ]);
    }
  });
});
