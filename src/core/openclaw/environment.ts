import { parseDotenv } from "../edit/index.ts";
import { type Paths, pathsFor } from "../paths/index.ts";
import { fail } from "../problem/index.ts";

/** Environment variables as a process finds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What else decides where OpenClaw's files are. */
export interface LocateOptions {
  /** Our `--config`; is above everything. */
  readonly config?: string;
  readonly profile?: string;
  readonly dev: boolean;
  /** The home directory of the system account, where neither HOME nor USERPROFILE is set. */
  readonly home: string;
  readonly cwd: string;
  /** Node's name of the platform. */
  readonly platform: string;
}

/** The source of a variable's value. */
export interface Origin {
  /** An option (`--profile`) or the variable itself. */
  readonly by: string;
  /** The `.env` file that set it. */
  readonly file?: string;
}

/** The environment that OpenClaw works with after it has read its options and `.env` files. */
export interface OpenClawEnvironment {
  readonly env: Environment;
  readonly profile?: string;
  /** Origins of what was not in the process environment, by variable. */
  readonly origins: Readonly<Record<string, Origin>>;
}

/** The folders that an environment leads to. */
export interface Folders {
  readonly home: string;
  readonly stateDir: string;
  /** Resolves a path from a variable as OpenClaw does: trimmed, `~` expanded, absolute. */
  userPath(input: string): string;
}

type Exists = (path: string) => boolean;
type ReadText = (path: string) => string | undefined;

const profileName = /^[a-z0-9][a-z0-9_-]{0,63}$/i;
const trimmed = (value: string | undefined) => value?.trim() || undefined;

function homeValue(value: string | undefined): string | undefined {
  const found = trimmed(value);
  return found === "undefined" || found === "null" ? undefined : found;
}

const expandTilde = (input: string, home: string) => input.replace(/^~(?=$|[\\/])/, () => home);

/** The folders for an environment, by the rules of OpenClaw 2026.9.6. */
export function foldersOf(env: Environment, options: LocateOptions, exists: Exists): Folders {
  const paths = pathsFor(options.platform);
  const system =
    homeValue(env["HOME"]) ?? homeValue(env["USERPROFILE"]) ?? homeValue(options.home) ?? options.cwd;
  const home = paths.resolve(options.cwd, expandTilde(homeValue(env["OPENCLAW_HOME"]) ?? system, system));
  const userPath = (input: string) => paths.resolve(options.cwd, expandTilde(input.trim(), home));
  const override = trimmed(env["OPENCLAW_STATE_DIR"]);
  if (override !== undefined) return { home, userPath, stateDir: userPath(override) };
  const candidates = [".openclaw", ".clawdbot"].map((name) => paths.join(home, name));
  return { home, userPath, stateDir: candidates.find(exists) ?? paths.join(home, ".openclaw") };
}

/** The home whose folders are OpenClaw's: that of the user, or the one that OPENCLAW_HOME names. */
export function homeOf(env: Environment, options: LocateOptions): string {
  return foldersOf(env, options, () => false).home;
}

function chosenProfile(options: LocateOptions): { name: string; by: string } | undefined {
  const { profile, dev } = options;
  if (dev && profile !== undefined && profile !== "dev") throw fail("usage", { variant: "dev-with-profile" });
  if (dev) return { name: "dev", by: "--dev" };
  if (profile === undefined) return undefined;
  if (!profileName.test(profile)) throw fail("usage", { variant: "bad-profile" });
  return { name: profile, by: "--profile" };
}

function profileDir(name: string, home: string, paths: Paths): string {
  return paths.join(home, name.toLowerCase() === "default" ? ".openclaw" : `.openclaw-${name}`);
}

/**
 * A profile sets the state directory and the config, unless the variables already do. Variables that only name the
 * profile under which this process was started are replaced by the newly chosen one.
 */
function applyProfile(
  env: Environment,
  profile: { name: string; by: string },
  folders: Folders,
  paths: Paths,
): OpenClawEnvironment {
  const inherited = trimmed(env["OPENCLAW_PROFILE"]) ?? "default";
  const inheritedDir = profileDir(profileName.test(inherited) ? inherited : "default", folders.home, paths);
  const chosenDir = profileDir(profile.name, folders.home, paths);
  const switches = inheritedDir !== chosenDir;
  const points = (value: string | undefined, at: string) =>
    value !== undefined && folders.userPath(value) === at;

  const stateDir = trimmed(env["OPENCLAW_STATE_DIR"]);
  const configPath = trimmed(env["OPENCLAW_CONFIG_PATH"]);
  const dropsState = switches && points(stateDir, inheritedDir);
  const dropsConfig =
    switches &&
    (stateDir === undefined || dropsState) &&
    points(configPath, paths.join(inheritedDir, "openclaw.json"));
  const ownState = stateDir === undefined || dropsState;
  const ownConfig = configPath === undefined || dropsConfig;
  const state = ownState ? chosenDir : stateDir;
  return {
    profile: profile.name,
    env: {
      ...env,
      OPENCLAW_PROFILE: profile.name,
      OPENCLAW_STATE_DIR: state,
      ...(ownConfig ? { OPENCLAW_CONFIG_PATH: paths.join(folders.userPath(state), "openclaw.json") } : {}),
    },
    origins: {
      ...(ownState ? { OPENCLAW_STATE_DIR: { by: profile.by } } : {}),
      ...(ownConfig ? { OPENCLAW_CONFIG_PATH: { by: ownState ? profile.by : "OPENCLAW_STATE_DIR" } } : {}),
    },
  };
}

/** Variables of a `.env` file join those that are not set yet; an empty variable counts as set. */
function applyDotenv(before: OpenClawEnvironment, file: string, readText: ReadText): OpenClawEnvironment {
  const text = readText(file);
  if (text === undefined) return before;
  const env: Record<string, string | undefined> = { ...before.env };
  const origins: Record<string, Origin> = { ...before.origins };
  for (const [name, value] of parseDotenv(text)) {
    if (env[name] !== undefined) continue;
    env[name] = value;
    origins[name] = { by: name, file };
  }
  return { ...before, env, origins };
}

/**
 * The environment that OpenClaw finds its files by: its options, the process, and `.env` of the state directory that
 * these lead to (OpenClaw 2026.9.6; the `.env` of the working directory cannot set OPENCLAW variables since 2026.6).
 * Throws Failure `usage` for a bad profile name.
 */
export function openclawEnvironment(
  env: Environment,
  options: LocateOptions,
  exists: Exists,
  readText: ReadText,
): OpenClawEnvironment {
  const paths = pathsFor(options.platform);
  const profile = chosenProfile(options);
  let found: OpenClawEnvironment = { env, origins: {} };
  if (profile !== undefined) found = applyProfile(env, profile, foldersOf(env, options, exists), paths);
  if (options.config?.trim() === "") throw fail("usage", { flag: "--config", variant: "empty-path" });
  if (options.config !== undefined)
    found = {
      ...found,
      env: { ...found.env, OPENCLAW_CONFIG_PATH: options.config },
      origins: { ...found.origins, OPENCLAW_CONFIG_PATH: { by: "--config" } },
    };
  const { stateDir } = foldersOf(found.env, options, exists);
  return applyDotenv(found, paths.join(stateDir, ".env"), readText);
}
