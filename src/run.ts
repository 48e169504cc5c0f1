import { version } from "../package.json";
import { commandLine, namedCommand } from "./command-tree.ts";
import { exitCodes, fail } from "./core/problem/index.ts";
import type { Demo } from "./demo/throw-away.ts";
import { printFailure, printInterrupted, printReport } from "./output.ts";
import type { Context, GlobalOptions, Report } from "./ports.ts";
import { createProgram, type Invoke } from "./program.ts";
import { createSession, type EarlyOptions, type Session } from "./wiring.ts";

/** Flags that commander hands over with a command's own ones. */
type Flags = Partial<GlobalOptions> & {
  readonly nonInteractive?: boolean;
  readonly demo?: boolean;
  readonly baseUrl?: string;
};

/** Signals that would end a demo without its home being removed, and the exit codes that shells give them. */
const endingSignals = [
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;

function readEarly(argv: readonly string[]): EarlyOptions {
  const end = argv.indexOf("--");
  const own = end === -1 ? argv : argv.slice(0, end);
  const at = own.indexOf("--lang");
  const joined = own.find((argument) => argument.startsWith("--lang="));
  return {
    json: own.includes("--json"),
    lang: at === -1 ? joined?.slice("--lang=".length) : own[at + 1],
    noColor: own.includes("--no-color"),
  };
}

/** A reader that went away (`| head`) is no failure of ours. */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
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
    dryRun: flags.dryRun ?? false,
  };
}

/** Starts the demo; its home goes with this process, however that ends. Throws Failure `usage` for a flag that leads out of it. */
async function beginDemo(session: Session, flags: Flags): Promise<Demo> {
  const leading = {
    "--config": flags.config,
    "--profile": flags.profile,
    "--dev": flags.dev,
    "--base-url": flags.baseUrl,
  };
  const [flag] = Object.entries(leading).find(([, value]) => value) ?? [];
  if (flag)
    throw fail("usage", {
      variant: "text",
      text: session.t.onboard.demoFlag(flag),
      line: "openclaw-aisa onboard",
    });
  const demo = await (await import("./demo/throw-away.ts")).startDemo(process.env);
  process.once("exit", demo.discard);
  for (const [signal, code] of endingSignals) process.once(signal, () => process.exit(code));
  return demo;
}

async function runCommand(
  session: Session,
  name: string,
  work: (context: Context) => Promise<Report>,
  flags: Flags,
): Promise<void> {
  const options = globalOptions(flags);
  const demo = flags.demo ? await beginDemo(session, flags) : undefined;
  try {
    const { createContext } = await import("./context.ts");
    const context = createContext(session, { options, mayAsk: !flags.nonInteractive, version, demo });
    const report = await work(context);
    process.exitCode = printReport(session, { name, version, json: options.json }, report);
  } finally {
    await demo?.close();
  }
}

function isName(command: { name(): string; parent: unknown }, word: string): boolean {
  return command.parent !== null && command.name() === word;
}

/** Runs one command line and sets the exit code of this process. Never throws. */
export async function run(argv: readonly string[]): Promise<void> {
  ignoreClosedPipes();
  const early = readEarly(argv);
  const session = await createSession(early);
  const about = { name: "", line: "openclaw-aisa", version, json: early.json };
  process.once("SIGINT", () => {
    process.exit(printInterrupted(session, about));
  });
  try {
    const invoke: Invoke = async (name, options, load) => {
      about.name = name;
      const flags: Flags = { ...program.opts(), ...options };
      await runCommand(session, name, async (context) => (await load()).run(context, options), flags);
    };
    const program = createProgram(session.t.cli, session.style, version, invoke);
    const named = namedCommand(program, argv);
    about.line = commandLine(named);
    about.name = about.line.split(" ").slice(1).join(" ");
    // A group alone, such as `models`: its help says more than a refusal.
    if (named.commands.length > 0 && argv.every((word) => isName(named, word)) && !early.json) {
      named.outputHelp();
      process.exitCode = exitCodes.usage;
      return;
    }
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    process.exitCode = printFailure(session, about, error, argv.includes("--verbose"));
  }
}
