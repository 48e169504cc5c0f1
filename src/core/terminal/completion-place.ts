import type { Shell } from "./completion.ts";

/** Where a shell finds completions: a file of ours, or a part of the user's own start-up file. */
export interface CompletionPlace {
  readonly file: string;
  readonly kind: "own-file" | "start-up";
}

/** What decides where completions go. `join` joins parts of a path; `has` tells whether a file is there. */
export interface CompletionSystem {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: string;
  readonly join: (...parts: string[]) => string;
  readonly has: (file: string) => boolean;
}

/** What loads the files of the completions folder: in the places of Debian, Homebrew on Intel and Homebrew on Apple. */
export const bashLoaders = ["/usr", "/usr/local", "/opt/homebrew"].map(
  (root) => `${root}/share/bash-completion/bash_completion`,
);

/** Returns the shell of the environment, undefined where it is none that completions are written for. */
export function completionShell({
  env,
  platform,
}: Pick<CompletionSystem, "env" | "platform">): Shell | undefined {
  const name = /([^/\\]+?)(?:\.exe)?$/i.exec(env["SHELL"] ?? "")?.[1] ?? "";
  if (name === "bash" || name === "zsh" || name === "fish") return name;
  return name === "pwsh" || platform === "win32" ? "powershell" : undefined;
}

/** Returns where the completions of a shell go. */
export function completionPlace(shell: Shell, system: CompletionSystem): CompletionPlace {
  const { env, home, platform, join, has } = system;
  const config = env["XDG_CONFIG_HOME"] || join(home, ".config");
  const startUp = (...parts: string[]) => ({ file: join(...parts), kind: "start-up" }) as const;
  if (shell === "fish")
    return { file: join(config, "fish", "completions", "openclaw-aisa.fish"), kind: "own-file" };
  if (shell === "zsh") return startUp(env["ZDOTDIR"] || home, ".zshrc");
  if (shell === "powershell") {
    const profile = "Microsoft.PowerShell_profile.ps1";
    if (platform !== "win32") return startUp(config, "powershell", profile);
    return startUp(env["USERPROFILE"] || home, "Documents", "PowerShell", profile);
  }
  if (bashLoaders.some(has)) {
    const data = env["XDG_DATA_HOME"] || join(home, ".local", "share");
    return { file: join(data, "bash-completion", "completions", "openclaw-aisa"), kind: "own-file" };
  }
  return startUp(home, platform === "darwin" ? ".bash_profile" : ".bashrc");
}

const begin = "# >>> openclaw-aisa completion >>>";
const end = "# <<< openclaw-aisa completion <<<";

/** The part of a start-up file that is ours: from and to, as positions. Undefined where there is none. */
function ownPart(text: string): { readonly from: number; readonly to: number } | undefined {
  const from = text.indexOf(begin);
  const last = from === -1 ? -1 : text.indexOf(end, from);
  if (last === -1) return undefined;
  const to = last + end.length;
  const newline = /^\r?\n/.exec(text.slice(to))?.[0].length;
  // Without a line end behind it, the one before it is ours: the file had none at its end.
  if (newline === undefined)
    return { from: from - (/\r?\n$/.exec(text.slice(0, from))?.[0].length ?? 0), to };
  return { from, to: to + newline };
}

/** Returns a start-up file without our part, byte for byte as it was before. */
export function withoutCompletion(text: string): string {
  const own = ownPart(text);
  return own === undefined ? text : text.slice(0, own.from) + text.slice(own.to);
}

/** Returns a start-up file with the script at its end, or where an older script of ours is. */
export function withCompletion(text: string, script: string): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const body = [begin, ...script.trimEnd().split("\n"), end].join(eol);
  const own = ownPart(text);
  if (own !== undefined) {
    const before = /^\r?\n/.exec(text.slice(own.from))?.[0] ?? "";
    const after = before === "" ? eol : "";
    return text.slice(0, own.from) + before + body + after + text.slice(own.to);
  }
  return text === "" || text.endsWith("\n") ? text + body + eol : text + eol + body;
}
