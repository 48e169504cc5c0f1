import { dirname, join } from "node:path";
import { createConfigStore } from "../adapters/files/config-store.ts";
import { catalog } from "../adapters/files/templates.ts";
import { wantsPlain } from "../adapters/terminal/color.ts";
import { createProgress } from "../adapters/terminal/progress.ts";
import { safePrompter } from "../adapters/terminal/safe-prompter.ts";
import { Failure } from "../core/problem/index.ts";
import { looksLikeKey } from "../core/text/index.ts";
import type { Demo } from "../demo/throw-away.ts";
import type { ConfigStore, Context, GatewayTarget, GlobalOptions, Input } from "../ports.ts";
import { rememberingGateway } from "./remembering-gateway.ts";
import type { Session } from "./session.ts";
import { tempFolder } from "./temp-folder.ts";

/** All of standard input, at most 1 MiB; nothing of a terminal. */
async function readAll(stdin: Input): Promise<string> {
  if (stdin.isTTY) return "";
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > 1024 * 1024) break;
  }
  return Buffer.concat(chunks)
    .toString("utf8")
    .slice(0, 1024 * 1024);
}

/** What a command is run with, besides its own options. */
export interface Settled {
  readonly options: GlobalOptions;
  /** False with --non-interactive. */
  readonly mayAsk: boolean;
  readonly version: string;
  readonly demo: Demo | undefined;
  /** The environment to look in, where it is not that of the process. */
  readonly env?: Context["env"];
}

/** The variables that lead OpenClaw to one place, whichever profile is meant. */
const onePlace = new Set(["OPENCLAW_PROFILE", "OPENCLAW_STATE_DIR", "OPENCLAW_CONFIG_PATH"]);

/** The same settings for another profile of the user. */
function settledFor(settled: Settled, env: Context["env"], profile: string | undefined): Settled {
  const { config: _, profile: __, ...options } = settled.options;
  return {
    ...settled,
    options: { ...options, dev: false, ...(profile === undefined ? {} : { profile }) },
    env: Object.fromEntries(Object.entries(env).filter(([name]) => !onePlace.has(name))),
  };
}

/** The world for one command. */
export function createContext(session: Session, settled: Settled): Context {
  const { options, mayAsk, version, demo } = settled;
  const { style, drawn, secrets, hide, show, world } = session;
  // Of another profile, each command that is printed has to lead there.
  const t = settled.env === undefined ? session.t : session.wordsFor(options);
  const { platform, patience } = world;
  const interactive = mayAsk && world.terminal && !options.json && !world.env["CI"];
  const env = settled.env ?? demo?.env ?? world.env;
  const isPlain = wantsPlain(env);
  const once = <T>(create: () => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => (made ??= create());
  };
  const home = env["HOME"] || world.homedir;
  const place = {
    ...(options.config === undefined ? {} : { config: options.config }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    dev: options.dev,
    home,
    cwd: world.cwd,
    env,
    platform,
    patience,
    now: world.now,
  };
  const store = once<ConfigStore>(async () => {
    const inner = createConfigStore(place);
    return {
      locate: () => inner.locate(),
      read: (file) => inner.read(file),
      readIncluded: (file) => inner.readIncluded(file),
      obstacle: (file) => inner.obstacle(file),
      recover: async () => {
        const done = await inner.recover();
        session.notices.push(...done);
        return done;
      },
      backups: () => inner.backups(),
      revert: async (backup) => {
        const reverted = await inner.revert(backup);
        if (reverted) session.backup = undefined;
        return reverted;
      },
      commit: async (command, writes) => {
        const done = await inner.commit(command, writes);
        if (done.backup !== "") session.backup = done.backup;
        return done;
      },
    };
  });
  const settings = once(async () => {
    const { createSettings, settingsFolder } = await import("../adapters/files/settings.ts");
    const folder = demo ? join(demo.home, ".config") : settingsFolder(env, home, platform);
    return createSettings(folder, { writable: !options.dryRun });
  });
  const gateway = async (target: GatewayTarget) => {
    secrets.add(target.apiKey);
    const { createGateway } = await import("../adapters/http/gateway.ts");
    const made = createGateway(target, {
      env,
      version,
      locale: session.locale,
      patience,
      random: world.random,
    });
    if (demo) return made;
    return rememberingGateway(
      made,
      async (seen) => (await settings()).rememberAccount(target, seen),
      world.now,
    );
  };
  return {
    options,
    locale: session.locale,
    t,
    style,
    interactive,
    version,
    home,
    cwd: world.cwd,
    env,
    ...(demo ? { demo: { key: demo.key } } : {}),
    platform,
    shell: session.shell,
    nodeVersion: world.nodeVersion,
    get machine() {
      return world.machine;
    },
    get packageRoot() {
      return world.packageRoot;
    },
    now: world.now,
    keepSecret: (secret) => {
      if (secret.trim().length >= 6) secrets.add(secret.trim());
    },
    notice: (problem) => {
      if (!session.notices.some((one) => one.code === problem.code)) session.notices.push(problem);
    },
    hide,
    readStdin: () => readAll(world.stdin),
    readPasted: async () =>
      (await import("../adapters/terminal/paste.ts")).readPasted(world.stdin, world.patience),
    forProfile: (profile) => createContext(session, settledFor(settled, env, profile)),
    store,
    gateway,
    runProgram: async (program) => {
      const { runProcess } = await import("../adapters/process/run-process.ts");
      return runProcess({ ...program, cwd: dirname(program.path), platform });
    },
    readYaml: async (text, file) => (await import("../adapters/files/yaml.ts")).readYaml(text, file),
    catalog: async () => catalog,
    files: once(async () => (await import("../adapters/files/files.ts")).createFiles(world.cwd)),
    records: once(async () =>
      (await import("../adapters/files/session-records.ts")).createSessionRecords(
        world.cwd,
        world.nodeVersion,
      ),
    ),
    probe: once(async () => (await import("../adapters/http/probe.ts")).createProbe({ env, patience })),
    openclaw: once(async () => {
      const { createOpenClaw } = await import("../adapters/process/openclaw.ts");
      const located = await (await store()).locate();
      return createOpenClaw({ ...place, located, tempFolder: () => tempFolder(world, "openclaw-aisa-run") });
    }),
    pluginArchive: async () => {
      const { packPlugin } = await import("../adapters/files/plugin-archive.ts");
      return packPlugin(world.packageRoot, await tempFolder(world, "openclaw-aisa-plugin"));
    },
    settings,
    prompter: once(async () => {
      if (!interactive)
        throw new Failure({ code: "internal-error", params: { detail: "asked without a terminal" } });
      const isKey = (text: string) => looksLikeKey(text, session.hide);
      if (isPlain) {
        const { createPlainPrompter } = await import("../adapters/terminal/plain-prompter.ts");
        return safePrompter(createPlainPrompter(t.prompts, world, isKey), show);
      }
      const look = { style: drawn, tag: demo ? drawn.yellow(t.prompts.demo) : "" };
      const { createPrompter } = await import("../adapters/terminal/prompter.ts");
      return safePrompter(createPrompter(t.prompts, look, world, isKey), show);
    }),
    pageOpener: once(async () =>
      interactive
        ? (await import("../adapters/process/open-page.ts")).pageOpener({ env, platform })
        : undefined,
    ),
    progress: once(async () => {
      // What a question is about is shown even where little is wanted.
      const mute = options.json || (options.quiet && !interactive);
      const start =
        interactive && !isPlain ? (await import("../adapters/terminal/spinner.ts")).startSpinner : undefined;
      const spin = start && ((text: string, onEscape?: () => void) => start(text, style, world, onEscape));
      const announces = interactive && isPlain;
      return createProgress({
        quiet: options.quiet,
        mute,
        spin,
        announces,
        makeSafe: show,
        output: world.stderr,
      });
    }),
  };
}
