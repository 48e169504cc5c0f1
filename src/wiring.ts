import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { wantsColor } from "./adapters/color.ts";
import { createStyle as styleFor } from "./adapters/terminal.ts";
import { Failure } from "./core/problem.ts";
import { redact } from "./core/redact.ts";
import type { Demo } from "./demo/throw-away.ts";
import { chooseLocale, type Locale, loadMessages } from "./i18n/index.ts";
import type { ConfigStore, Context, GatewayTarget, GlobalOptions, Style } from "./ports.ts";

/** What can be read off the arguments before they are parsed, so that even a usage error is told rightly. */
export interface EarlyOptions {
  readonly json: boolean;
  readonly lang: string | undefined;
  readonly noColor: boolean;
}

/** The session: the words, how text looks, and the secrets that must not be printed. */
export interface Session {
  readonly locale: Locale;
  readonly t: Awaited<ReturnType<typeof loadMessages>>;
  readonly style: Style;
  readonly secrets: Set<string>;
  /** Something was written to disk: a later Ctrl-C must not say that nothing was. */
  written: boolean;
}

async function createStyle(early: EarlyOptions): Promise<Style> {
  const color = wantsColor(process.env, early.noColor, process.stdout.isTTY ?? false);
  const columns = process.stdout.columns ?? process.stderr.columns ?? (Number(process.env["COLUMNS"]) || 80);
  return styleFor({ columns, paint: color ? (await import("./adapters/paint.ts")).paint : undefined });
}

/** Starts a session from the early options. */
export async function createSession(early: EarlyOptions): Promise<Session> {
  const locale = chooseLocale(early.lang, process.env);
  const [t, style] = await Promise.all([loadMessages(locale), createStyle(early)]);
  const secrets = new Set<string>();
  const key = process.env["AISA_API_KEY"]?.trim();
  if (key) secrets.add(key);
  return { locale, t, style, secrets, written: false };
}

async function readStdin(): Promise<string> {
  if (process.stdin.isTTY) return "";
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
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
}

/** The nearest folder above this file with a package.json: a bundle's files lie at different depths. */
function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** The world for one command. */
export function createContext(session: Session, { options, mayAsk, version, demo }: Settled): Context {
  const { t, style, secrets } = session;
  const terminal = (process.stdin.isTTY ?? false) && (process.stderr.isTTY ?? false);
  const interactive = mayAsk && terminal && !options.json && !process.env["CI"];
  const env = demo?.env ?? process.env;
  const hide = (text: string) => redact(text, [...secrets]);
  const once = <T>(create: () => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => (made ??= create());
  };
  const home = env["HOME"] || homedir();
  const place = {
    ...(options.config === undefined ? {} : { config: options.config }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    dev: options.dev,
    home,
    cwd: process.cwd(),
    env,
    platform: process.platform,
  };
  const store = once<ConfigStore>(async () => {
    const { createConfigStore } = await import("./adapters/config-store.ts");
    const inner = createConfigStore(place);
    return {
      locate: () => inner.locate(),
      read: (file) => inner.read(file),
      backups: () => inner.backups(),
      commit: async (command, writes) => {
        const done = await inner.commit(command, writes);
        session.written = true;
        return done;
      },
    };
  });
  const gateway = async (target: GatewayTarget) => {
    secrets.add(target.apiKey);
    const { createGateway } = await import("./adapters/gateway.ts");
    return createGateway(target, { env, version, locale: session.locale });
  };
  return {
    options,
    locale: session.locale,
    t,
    style,
    interactive,
    version,
    home,
    env,
    ...(demo ? { demo: { key: demo.key } } : {}),
    platform: process.platform,
    nodeVersion: process.versions.node,
    get packageRoot() {
      return findPackageRoot();
    },
    now: () => new Date(),
    keepSecret: (secret) => {
      if (secret.trim().length >= 6) secrets.add(secret.trim());
    },
    readStdin,
    store,
    gateway,
    catalog: once(async () => (await import("./adapters/templates.ts")).catalog),
    files: once(async () => (await import("./adapters/files.ts")).createFiles()),
    probe: once(async () => (await import("./adapters/probe.ts")).createProbe({ env })),
    openclaw: once(async () => {
      const { createOpenClaw } = await import("./adapters/openclaw.ts");
      return createOpenClaw({ ...place, located: await (await store()).locate() });
    }),
    pluginArchive: async () => (await import("./adapters/plugin-archive.ts")).packPlugin(findPackageRoot()),
    settings: once(async () =>
      (await import("./adapters/settings.ts")).createSettings(demo ? join(demo.home, ".config") : undefined),
    ),
    prompter: once(async () => {
      if (!interactive)
        throw new Failure({ code: "internal-error", params: { detail: "asked without a terminal" } });
      return (await import("./adapters/prompter.ts")).createPrompter(t.prompts, style);
    }),
    progress: once(async () => {
      const { createProgress } = await import("./adapters/progress.ts");
      const quiet = options.quiet || options.json;
      const spin = interactive ? (await import("./adapters/spinner.ts")).startSpinner : undefined;
      return createProgress({ quiet, spin, redact: hide });
    }),
  };
}
