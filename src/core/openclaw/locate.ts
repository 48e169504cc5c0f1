import { parseDotenv } from "../edit/index.ts";
import { type Paths, pathsFor } from "../paths/index.ts";
import {
  type Environment,
  type Folders,
  foldersOf,
  type LocateOptions,
  openclawEnvironment,
} from "./environment.ts";

/** Where OpenClaw keeps its files, and why there. */
export interface Located {
  /** The config that OpenClaw reads, or would create. */
  readonly configPath: string;
  /** The state directory: `.env`, agents, extensions. */
  readonly stateDir: string;
  readonly exists: boolean;
  /** The file that the config is a link to, where that does not exist. */
  readonly leadsTo?: string;
  readonly profile?: string;
  /** What decided: the option, the variable, or `default` / `legacy`. */
  readonly decidedBy: string;
  /** The `.env` file that set the deciding variable, unless the process environment did. */
  readonly decidedIn?: string;
  /** Other configs that exist and that OpenClaw does not read; empty when an option decided. */
  readonly ignored: readonly string[];
}

const currentNames = ["openclaw.json", "clawdbot.json"];
const currentDirs = [".openclaw", ".clawdbot"];
const formerNames = [...currentNames, "moltbot.json"];
const formerDirs = [...currentDirs, ".moltbot"];

/**
 * Finds OpenClaw's config and state directory as OpenClaw 2026.9.6 does (so since 2026.4.15): the options first,
 * then OPENCLAW_CONFIG_PATH, OPENCLAW_STATE_DIR and OPENCLAW_HOME, from the process or from OpenClaw's `.env`,
 * then `~/.openclaw`, then `~/.clawdbot`. Throws Failure `usage` for a bad profile name.
 */
export function locate(
  env: Environment,
  options: LocateOptions,
  exists: (path: string) => boolean,
  readText: (path: string) => string | undefined,
): Located {
  const read = onceEach(readText);
  const paths = pathsFor(options.platform);
  const found = openclawEnvironment(env, options, exists, read);
  const folders = foldersOf(found.env, options, exists);
  const { configPath, variable } = configOf(found.env, folders, paths, exists);
  const origin = found.origins[variable];
  const decidedBy = origin?.by ?? variable;
  return {
    configPath,
    stateDir: folders.stateDir,
    exists: exists(configPath),
    ...(found.profile === undefined ? {} : { profile: found.profile }),
    decidedBy,
    ...(origin?.file === undefined ? {} : { decidedIn: origin.file }),
    ignored: decidedBy.startsWith("--")
      ? []
      : formerPlaces(found.env, options, folders, paths, read).filter(
          (path) => path !== configPath && exists(path),
        ),
  };
}

/** Reads each file once, however often it is asked for. */
function onceEach(readText: (path: string) => string | undefined): (path: string) => string | undefined {
  const texts = new Map<string, string | undefined>();
  return (path) => {
    if (!texts.has(path)) texts.set(path, readText(path));
    return texts.get(path);
  };
}

/** The config, and the variable (or `default`, `legacy`) that leads to it. */
function configOf(
  env: Environment,
  folders: Folders,
  paths: Paths,
  exists: (path: string) => boolean,
): { configPath: string; variable: string } {
  const override = env["OPENCLAW_CONFIG_PATH"]?.trim();
  if (override) return { configPath: folders.userPath(override), variable: "OPENCLAW_CONFIG_PATH" };
  const inStateDir = currentNames.map((name) => paths.join(folders.stateDir, name));
  const canonical = paths.join(folders.stateDir, "openclaw.json");
  if (env["OPENCLAW_STATE_DIR"]?.trim())
    return { configPath: inStateDir.find(exists) ?? canonical, variable: "OPENCLAW_STATE_DIR" };
  const standard = currentDirs.flatMap((dir) =>
    currentNames.map((name) => paths.join(folders.home, dir, name)),
  );
  const configPath = [...inStateDir, ...standard].find(exists) ?? canonical;
  const legacy =
    paths.basename(configPath) !== "openclaw.json" ||
    paths.basename(paths.dirname(configPath)) === ".clawdbot";
  const plain = env["OPENCLAW_HOME"]?.trim() ? "OPENCLAW_HOME" : "default";
  return { configPath, variable: legacy ? "legacy" : plain };
}

/**
 * Every place where some OpenClaw looked or looks for a config: Moltbot's and the CLAWDBOT variables (up to
 * 2026.3.13), other `.env` files (that of the working directory up to 2026.3.13, `gateway.env` and that of a state
 * directory which a `.env` names in 2026.4.15), the home that 2026.1.30 used in spite of OPENCLAW_HOME, and what the
 * deciding variable hides.
 */
function formerPlaces(
  env: Environment,
  options: LocateOptions,
  folders: Folders,
  paths: Paths,
  readText: (path: string) => string | undefined,
): string[] {
  const dotenvFiles = [
    paths.join(options.cwd, ".env"),
    paths.join(folders.home, ".config", "openclaw", "gateway.env"),
    paths.join(folders.stateDir, ".env"),
  ];
  const dotenvs = dotenvFiles.map((file) => parseDotenv(readText(file) ?? ""));
  const files = [env["CLAWDBOT_CONFIG_PATH"], ...dotenvs.map((values) => values.get("OPENCLAW_CONFIG_PATH"))];
  const system = foldersOf({ ...env, OPENCLAW_HOME: undefined }, options, () => false).home;
  const dirs = [
    folders.stateDir,
    ...[folders.home, system].flatMap((home) => formerDirs.map((dir) => paths.join(home, dir))),
    ...(env["CLAWDBOT_STATE_DIR"]?.trim() ? [folders.userPath(env["CLAWDBOT_STATE_DIR"])] : []),
  ];
  const named = files.flatMap((file) => (file?.trim() ? [folders.userPath(file)] : []));
  const listed = dirs.flatMap((dir) => formerNames.map((name) => paths.join(dir, name)));
  return [...new Set([...named, ...listed])];
}
