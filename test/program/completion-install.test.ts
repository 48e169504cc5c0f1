import { execFileSync, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { program, run } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { startOnPty } from "../helpers/pty.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { wordsOf } from "../helpers/wizard.ts";

const has = (shell: string) => spawnSync("sh", ["-c", `command -v ${shell}`]).status === 0;

/** A home on whose PATH the built program is. */
function makeUser(): { readonly home: Home; readonly path: string; readonly env: Record<string, string> } {
  const home = makeHome('{ agents: { list: [{ id: "helper" }] } }');
  const script = home.write(
    "bin/openclaw-aisa",
    `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`,
    0o755,
  );
  const path = `${dirname(script)}:${dirname(process.execPath)}:/usr/bin:/bin`;
  return { home, path, env: { PATH: path, HOME: home.path, TERM: "xterm-256color" } };
}

const files = {
  bash: ".local/share/bash-completion/completions/openclaw-aisa",
  zsh: ".zshrc",
  fish: ".config/fish/completions/openclaw-aisa.fish",
  powershell: ".config/powershell/Microsoft.PowerShell_profile.ps1",
};

describe("completion install and uninstall", () => {
  it.each(["zsh", "fish", "powershell"] as const)(
    "%s: once, and without a trace afterwards",
    async (shell) => {
      const { home } = makeUser();
      const file = join(home.path, files[shell]);
      if (shell !== "fish") home.write(files[shell], "# mine, no line end");
      const install = async (action: string, ...more: string[]) =>
        run(["completion", action, shell, ...more], { home, env: { COLUMNS: "120" } });
      const dry = await install("install", "--dry-run");
      expect([dry.code, home.exists(file) && home.read(file)]).toEqual([
        0,
        shell !== "fish" && "# mine, no line end",
      ]);
      const first = await install("install");
      expect([first.code, first.stdout]).toEqual([
        0,
        expect.stringContaining(`Completion for ${shell} installed in ~/`),
      ]);
      expect(home.read(file)).toContain("openclaw-aisa completion words");
      const again = await install("install", "--json");
      expect([again.code, again.json().changed]).toEqual([0, false]);
      expect((await install("uninstall")).code).toBe(0);
      if (shell === "fish") expect(home.exists(file)).toBe(false);
      else expect(home.read(file)).toBe("# mine, no line end");
      expect((await install("uninstall", "--json")).json().changed).toBe(false);
    },
  );

  it("takes the shell of the environment, and asks on a terminal", async () => {
    const { home } = makeUser();
    const t = wordsOf("zh-CN");
    const asked = startOnTerminal(["completion", "install"], {
      home,
      env: { SHELL: "/bin/zsh", LANG: "zh_CN.UTF-8" },
      columns: 60,
    });
    await asked.shows(`? ${t.completion.askInstall("~/.zshrc")}`);
    expect(home.exists(join(home.path, ".zshrc"))).toBe(false);
    asked.type(keys.enter);
    await asked.shows("exec zsh");
    expect(await asked.ended()).toBe(0);
    expect(asked.wrapped()).toEqual([]);
    const unknown = await run(["completion", "install"], { home, env: { SHELL: "/bin/tcsh" } });
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("Name your shell")]);
  });

  it("keeps a backup that undo restores", async () => {
    const { home } = makeUser();
    const file = home.write(".zshrc", "# mine\n");
    await run(["completion", "install", "zsh"], { home });
    expect((await run(["undo", "-y"], { home })).code).toBe(0);
    expect(home.read(file)).toBe("# mine\n");
  });
});

describe("what is completed", () => {
  it.each([
    [["models", "set", "kimi-k2."], "kimi-k2.5"],
    [["models", "set", "--agent", ""], "helper"],
    [["--profile", ""], "work"],
    [["explain", "no-avail"], "no-available-channel"],
    [["completion", "inst"], "install"],
    [["onboard", "--preset", "k"], "kimi"],
  ])("%j offers %s", async (words, offer) => {
    const { home } = makeUser();
    home.write(".openclaw-work/openclaw.json", "{}");
    const done = await run(["completion", "words", "--", ...words], { home });
    expect(done.stdout.split("\n")).toContain(offer);
  });

  it("undo offers the backups", async () => {
    const { home } = makeUser();
    const install = await run(["completion", "install", "zsh", "--json"], { home });
    const { backup } = install.json<{ backup: string }>().data;
    const done = await run(["completion", "words", "--", "undo", "2"], { home });
    expect(done.stdout.trim()).toBe(backup);
  });
});

describe("in the real shells", () => {
  it.skipIf(!has("bash"))("bash completes", async () => {
    const { home, env } = makeUser();
    const script = (await run(["completion", "bash"], { home })).stdout;
    const file = home.write("script", script);
    const line = `source ${file}; COMP_WORDS=(openclaw-aisa models set qwen3-m); COMP_CWORD=3; _openclaw_aisa; echo "\${COMPREPLY[*]}"`;
    expect(execFileSync("bash", ["--norc", "-c", line], { env, encoding: "utf8" }).trim()).toContain(
      "qwen3-max",
    );
  });

  it.skipIf(!has("fish"))("fish completes from the file that was installed", async () => {
    const { home, env } = makeUser();
    expect((await run(["completion", "install", "fish"], { home })).code).toBe(0);
    const line = `complete -C "openclaw-aisa undo --li"`;
    expect(execFileSync("fish", ["-c", line], { env, encoding: "utf8" })).toContain("--list");
  });

  it.skipIf(!has("zsh"))("zsh completes from the start-up file that was written", async () => {
    const { home, path } = makeUser();
    home.write(".zshrc", "PS1='ready> '\n");
    expect((await run(["completion", "install", "zsh"], { home })).code).toBe(0);
    const shell = startOnPty(["-d", "-i"], { home, env: { PATH: path, ZDOTDIR: home.path }, command: "zsh" });
    await shell.shows("ready>");
    shell.type("openclaw-aisa undo --li\t");
    await shell.shows("undo --list");
    shell.type(`${keys.clear}exit${keys.enter}`);
    await shell.ended();
  });

  it("PowerShell's script is balanced and names the program once", async () => {
    const { home } = makeUser();
    const { stdout } = await run(["completion", "powershell"], { home });
    const count = (text: string) => stdout.split(text).length;
    expect([count("{"), count("(")]).toEqual([count("}"), count(")")]);
    expect(stdout).toMatch(/^Register-ArgumentCompleter -Native -CommandName openclaw-aisa/m);
  });
});
