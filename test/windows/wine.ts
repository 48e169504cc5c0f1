import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { program, type Run } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { wineEnv } from "./install.ts";

const wine = inject("wine");

/** Whether programs of Windows run here; the tests are skipped where they do not. */
export const hasWindows = !("missing" in wine);

function installed() {
  if ("missing" in wine) throw new Error(wine.missing);
  return wine;
}

/** A name that Windows allows, with what the shells there read as theirs, and Chinese characters. */
const userName = "张伟 & Ann 100%";

/** A user's home on Windows. */
export interface WindowsHome extends Home {
  /** The home as Windows names it. */
  readonly windows: string;
}

/** The Node of Windows, as a file of this machine. */
export const nodeExe = () => installed().node;

/** A file of this machine as Windows names it. */
export const toWindows = (file: string) => {
  const drive = join(installed().prefix, "drive_c");
  return (file.startsWith(`${drive}/`) ? `C:${file.slice(drive.length)}` : `Z:${file}`).replaceAll("/", "\\");
};

/** Makes a user's home on drive C: for one test; it is removed when the test ends. */
export function makeWindowsHome(config?: string, user = userName): WindowsHome {
  const users = join(installed().prefix, "drive_c", "users", user);
  mkdirSync(users, { recursive: true });
  const home = makeHome(config, users);
  return { ...home, windows: toWindows(home.path) };
}

/** Maps a drive letter or a server's share to a folder, for one test. In: `d:` or `unc/fileserver/team`. */
export function mapTo(folder: string, name: string): void {
  const link = join(installed().prefix, "dosdevices", name);
  mkdirSync(join(link, ".."), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(folder, link);
  onTestFinished(() => rmSync(link, { force: true }));
}

/** One program to run: ours unless `script` names another. */
export interface Step {
  readonly args: readonly string[];
  /** A script of this machine that Node runs instead; the arguments are its then. */
  readonly script?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Windows path. */
  readonly cwd?: string;
  readonly input?: string;
  /** A line of cmd that runs meanwhile; `{node}` in it is the path of Node. */
  readonly beside?: string;
}

/** What a person's programs find in their environment on Windows, and nothing of this machine. */
function environment(home: WindowsHome, extra: Step["env"] = {}): Record<string, string> {
  const env: Record<string, string | undefined> = {
    SystemRoot: "C:\\windows",
    SystemDrive: "C:",
    windir: "C:\\windows",
    ComSpec: "C:\\windows\\system32\\cmd.exe",
    PATH: "C:\\windows\\system32;C:\\windows",
    PATHEXT: ".COM;.EXE;.BAT;.CMD",
    OS: "Windows_NT",
    USERNAME: userName,
    USERPROFILE: home.windows,
    HOMEDRIVE: "C:",
    HOMEPATH: home.windows.slice(2),
    APPDATA: `${home.windows}\\AppData\\Roaming`,
    LOCALAPPDATA: `${home.windows}\\AppData\\Local`,
    TEMP: `${home.windows}\\Temp`,
    TMP: `${home.windows}\\Temp`,
    PROMPT: "$P$G",
    NODE_SKIP_PLATFORM_CHECK: "1",
    ...extra,
  };
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Runs Node on the Windows side. Rejects when it fails. */
function runNode(args: readonly string[], prefix: string, node: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env["PATH"] ?? "/usr/bin:/bin", ...wineEnv(prefix) };
    const child = spawn("wine", [node, ...args], { env, stdio: "ignore" });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`wine ended with ${code}`))));
  });
}

const preload = join(import.meta.dirname, "fetch-over-http.cjs");
const driver = join(import.meta.dirname, "driver.cjs");
const scriptOf = (step: Step) =>
  step.script === undefined
    ? ["--require", toWindows(preload), toWindows(program)]
    : [toWindows(step.script)];

/**
 * Runs the steps one after the other, each in a process of its own on Windows. In: a step, or the arguments of one of
 * our program. Out: what each gave.
 */
export async function runWindows(
  home: WindowsHome,
  steps: readonly (Step | readonly string[])[],
): Promise<readonly Run[]> {
  const { node, prefix } = installed();
  const folder = mkdtempSync(join(tmpdir(), "openclaw-aisa-windows-"));
  try {
    mkdirSync(join(home.path, "Temp"), { recursive: true });
    const at = (name: string) => join(folder, name);
    const plan = steps.map((one, number) => {
      const step: Step = "args" in one ? one : { args: one };
      if (step.input !== undefined) writeFileSync(at(`${number}.in`), step.input);
      return {
        args: [...scriptOf(step), ...step.args],
        env: environment(home, step.env),
        cwd: step.cwd ?? home.windows,
        ...(step.input === undefined ? {} : { stdin: toWindows(at(`${number}.in`)) }),
        ...(step.beside === undefined ? {} : { beside: step.beside }),
        stdout: toWindows(at(`${number}.out`)),
        stderr: toWindows(at(`${number}.err`)),
        timeoutMs: 60_000,
      };
    });
    writeFileSync(at("plan.json"), JSON.stringify({ steps: plan }));
    await runNode([driver, at("plan.json"), at("answer.json")].map(toWindows), prefix, node);
    const answers: { code: number | null; error?: string }[] = JSON.parse(
      readFileSync(at("answer.json"), "utf8"),
    );
    return answers.map(({ code, error }, number) => {
      const read = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), "utf8") : "");
      const stdout = read(`${number}.out`);
      const stderr = read(`${number}.err`) + (error ?? "");
      return { code, signal: null, stdout, stderr, json: () => JSON.parse(stdout) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
