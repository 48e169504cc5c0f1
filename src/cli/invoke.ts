import { Failure, fail } from "../core/problem/index.ts";
import type { Demo } from "../demo/throw-away.ts";
import type { Context, GlobalOptions } from "../ports.ts";
import type { Invoke } from "./command-module.ts";
import { type About, printReport } from "./output.ts";
import type { Session } from "./session.ts";
import { tempFolder } from "./temp-folder.ts";

/** Flags that commander hands over with a command's own ones. */
type Flags = Partial<GlobalOptions> & {
  readonly nonInteractive?: boolean;
  readonly demo?: boolean;
  readonly baseUrl?: string;
  readonly print?: boolean;
  readonly fragment?: boolean;
};

/** What is being run, as far as it is known, and what came of it. */
export interface Running {
  readonly about: About;
  exit: number;
  /** Whether the command changed anything; undefined while that is not known. */
  changed: boolean | undefined;
}

/** Signals that would end a demo without removing its home, with the exit codes that shells use for them. */
const endingSignals = [
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;

/** The commands that look for a half-written change of an earlier run before they read anything; `undo` does itself. */
const recovering = new Set([
  "onboard",
  "apply",
  "key rotate",
  "models set",
  "models add",
  "models remove",
  "models sync",
  "doctor",
  "plugin install",
  "plugin remove",
  "skill install",
  "skill remove",
]);

/** Doctor reports what it cannot recover and looks on; every other command stops. Throws what the store throws. */
async function recoverFirst(session: Session, context: Context, name: string): Promise<void> {
  try {
    await (await context.store()).recover();
  } catch (error) {
    if (name !== "doctor" || !(error instanceof Failure)) throw error;
    session.notices.push(error.problem);
  }
}

function globalOptions(flags: Flags): GlobalOptions {
  return {
    ...flags,
    dev: flags.dev ?? false,
    json: flags.json ?? false,
    quiet: flags.quiet ?? false,
    verbose: flags.verbose ?? false,
    yes: flags.yes ?? false,
    // What is printed is not written, and neither is anything else.
    dryRun: Boolean(flags.dryRun || flags.check || flags.print || flags.fragment || flags.config === "-"),
    check: flags.check ?? false,
    diff: flags.diff ?? false,
  };
}

/**
 * Starts the demo; its home is removed at exit, however the program ends. Throws Failure `usage` for a flag that
 * leads outside the demo, `temp-folder-unusable` if its home cannot be created.
 */
async function beginDemo({ t, world }: Session, flags: Flags): Promise<Demo> {
  const leading = {
    "--config": flags.config,
    "--profile": flags.profile,
    "--dev": flags.dev,
    "--base-url": flags.baseUrl,
  };
  const [flag] = Object.entries(leading).find(([, value]) => value) ?? [];
  if (flag)
    throw fail("usage", { variant: "text", text: t.onboard.demoFlag(flag), line: "openclaw-aisa onboard" });
  const home = await tempFolder(world, "openclaw-aisa-demo");
  for (const [signal, code] of endingSignals) world.onSignal(signal, () => code);
  try {
    const demo = await (await import("../demo/throw-away.ts")).startDemo(world.env, home.path);
    return { ...demo, close: () => demo.close().finally(home.remove) };
  } catch (error) {
    home.remove();
    throw error;
  }
}

/**
 * Runs a parsed command: makes its context, runs it and prints its report. In: the session, callbacks for the
 * command's name and outcome, and the options before the command.
 */
export function createInvoke(session: Session, running: Running, globals: () => Flags): Invoke {
  return async (name, options, load) => {
    const { about } = running;
    about.name = name;
    const flags: Flags = { ...globals(), ...options };
    const settled = globalOptions(flags);
    if (settled.config === "-" && name !== "onboard")
      throw fail("usage", { variant: "text", text: session.t.cli.usage.onlyOnboard });
    const demo = flags.demo ? await beginDemo(session, flags) : undefined;
    try {
      const { createContext } = await import("./context.ts");
      const { version } = about;
      const context = createContext(session, {
        options: settled,
        mayAsk: !flags.nonInteractive,
        version,
        demo,
      });
      if (recovering.has(name) && !settled.dryRun) await recoverFirst(session, context, name);
      const command = await load();
      const report = await command.run(context, options).catch(async (error: unknown) => {
        throw await (await import("../commands/refused-place.ts")).withPlace(context, error);
      });
      running.changed = report.changed;
      running.exit = printReport(session, { name, version, ...settled }, report);
    } finally {
      await demo?.close();
    }
  };
}
