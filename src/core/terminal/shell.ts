import { type Chosen, commandsFor } from "./chosen.ts";

/** A shell that commands in our advice are written for. */
export type UserShell = "posix" | "fish" | "powershell" | "cmd";

/** Commands of one shell, ready to paste. Values and paths are quoted as the shell needs it. */
export interface ShellCommands {
  /** Returns a text, such as a path, as one argument of a command. */
  argument(text: string): string;
  /** Sets an environment variable: in cmd for programs started from now on, elsewhere in the running shell. */
  setVariable(name: string, value: string): string;
  /** Removes an environment variable from the running shell. */
  clearVariable(name: string): string;
  /** Runs a command with an environment variable set. */
  runWith(name: string, value: string, command: string): string;
  /** Lets the owner write a file that is marked read-only. */
  makeWritable(file: string): string;
  /** Takes a file from everybody but its owner. */
  makePrivate(file: string): string;
  /** Takes from everybody but its owner the right to change a file or folder. */
  protect(path: string): string;
  /** Returns the function that makes the commands in a text lead to the config that options chose. */
  reaching(chosen: Chosen): (text: string) => string;
}

type Written = Omit<ShellCommands, "reaching">;

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a folder of PowerShell modules is the user's own: below Documents, whatever that is called there. */
const isOwnModules = (folder: string) =>
  /[\\/](?:Windows)?PowerShell[\\/]Modules[\\/]?$/i.test(folder) &&
  !/^[a-z]:[\\/](?:Program Files[^\\/]*|Windows)[\\/]/i.test(folder);

/**
 * Returns the shell that the user types in. On Windows, Git Bash and MSYS2 set MSYSTEM or SHELL. Every program has
 * PSModulePath there; PowerShell adds the folder of the user's own modules, and only cmd sets PROMPT.
 */
export function shellOf(env: Environment, platform: string): UserShell {
  const modules = env["PSModulePath"] ?? "";
  if (platform !== "win32") {
    if (/(?:^|\/)fish$/.test(env["SHELL"] ?? "")) return "fish";
    return modules !== "" || /(?:^|\/)pwsh$/.test(env["SHELL"] ?? "") ? "powershell" : "posix";
  }
  if (env["MSYSTEM"] || env["SHELL"]) return "posix";
  if (modules.split(";").some(isOwnModules)) return "powershell";
  return modules !== "" && !env["PROMPT"] ? "powershell" : "cmd";
}

// The ellipsis is a placeholder for a value that only the user knows; an abbreviated home is left for the shell to
// expand.
const bare = /^(?:~\/)?[\w./:@+,…-]+$/;
const quoted = (text: string, quote: (text: string) => string) => (bare.test(text) ? text : quote(text));
const single = (text: string) => quoted(text, (one) => `'${one.replaceAll("'", `'\\''`)}'`);
const fishQuoted = (text: string) =>
  quoted(text, (one) => `'${one.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`);
// Our paths and keys contain no double quote; the shell would expand $ and ` between them.
const double = (text: string) => `"${text.replace(/[`$"]/g, "`$&")}"`;
const percent = (text: string) => `"${text.replaceAll('"', '""')}"`;

const unix = {
  makeWritable: (file: string) => `chmod u+w ${single(file)}`,
  makePrivate: (file: string) => `chmod 600 ${single(file)}`,
  protect: (path: string) => `chmod go-w ${single(path)}`,
};

// Git Bash rewrites what looks like a path, `/grant` too, and its chmod does not reach the access list.
const bashIcacls = (path: string) =>
  `MSYS_NO_PATHCONV=1 icacls ${single(path)} /inheritance:r /grant:r "$USERNAME:F"`;
const gitBash = { makePrivate: bashIcacls, protect: bashIcacls };

const commands: Readonly<Record<UserShell, Written>> = {
  posix: {
    ...unix,
    argument: single,
    setVariable: (name, value) => `export ${name}=${single(value)}`,
    clearVariable: (name) => `unset ${name}`,
    runWith: (name, value, command) => `${name}=${single(value)} ${command}`,
  },
  fish: {
    argument: fishQuoted,
    setVariable: (name, value) => `set -gx ${name} ${fishQuoted(value)}`,
    clearVariable: (name) => `set -e ${name}`,
    runWith: (name, value, command) => `env ${name}=${fishQuoted(value)} ${command}`,
    makeWritable: (file) => `chmod u+w ${fishQuoted(file)}`,
    makePrivate: (file) => `chmod 600 ${fishQuoted(file)}`,
    protect: (path) => `chmod go-w ${fishQuoted(path)}`,
  },
  powershell: {
    // A comma makes a list there, and @ begins one.
    argument: (text) => (/^[\w./:+\\-]+$/.test(text) ? text : double(text)),
    setVariable: (name, value) => `$env:${name} = ${double(value)}`,
    clearVariable: (name) => `Remove-Item Env:${name}`,
    runWith: (name, value, command) => `$env:${name} = ${double(value)}; ${command}`,
    makeWritable: (file) => `attrib -R ${double(file)}`,
    makePrivate: (file) => `icacls ${double(file)} /inheritance:r /grant:r "$($env:USERNAME):F"`,
    protect: (path) => `icacls ${double(path)} /inheritance:r /grant:r "$($env:USERNAME):F"`,
  },
  cmd: {
    argument: (text) => quoted(text, percent),
    setVariable: (name, value) => `setx ${name} ${percent(value)}`,
    clearVariable: (name) => `set ${name}=`,
    runWith: (name, value, command) => `set "${name}=${value}" && ${command}`,
    makeWritable: (file) => `attrib -R ${percent(file)}`,
    makePrivate: (file) => `icacls ${percent(file)} /inheritance:r /grant:r "%USERNAME%:F"`,
    protect: (path) => `icacls ${percent(path)} /inheritance:r /grant:r "%USERNAME%:F"`,
  },
};

/** Returns the commands of a shell. In: the platform too, which decides between chmod and icacls. */
export function shellCommands(shell: UserShell, platform: string): ShellCommands {
  const isWindows = platform === "win32";
  const pwsh = shell === "powershell" && !isWindows ? unix : {};
  const bash = shell === "posix" && isWindows ? gitBash : {};
  const written = { ...commands[shell], ...pwsh, ...bash };
  return { ...written, reaching: (chosen) => commandsFor(chosen, written) };
}
