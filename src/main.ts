import { version } from "../package.json" with { type: "json" };
import { exitCodes } from "./core/exit-codes.ts";
import type { Context, GlobalOptions, Report } from "./ports.ts";
import type { Invoke } from "./program.ts";
import type { EarlyOptions, Session } from "./wiring.ts";

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

async function runCommand(
  session: Session,
  name: string,
  work: (context: Context) => Promise<Report>,
  flags: GlobalOptions & { color?: boolean; nonInteractive?: boolean },
): Promise<void> {
  const { createContext } = await import("./wiring.ts");
  const { printReport } = await import("./output.ts");
  const options: GlobalOptions = {
    ...flags,
    dev: Boolean(flags.dev),
    json: Boolean(flags.json),
    quiet: Boolean(flags.quiet),
    verbose: Boolean(flags.verbose),
    yes: Boolean(flags.yes),
    dryRun: Boolean(flags.dryRun),
  };
  const context = createContext(session, options, !flags.nonInteractive, version);
  const report = await work(context);
  process.exitCode = printReport(session, { name, version, json: options.json }, report);
}

/** Runs the program with the arguments of this process and sets its exit code. Never throws. */
export async function start(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  ignoreClosedPipes();
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const early = readEarly(argv);
  const { createSession } = await import("./wiring.ts");
  const session = await createSession(early);
  let name = "";
  const { printFailure, printInterrupted } = await import("./output.ts");
  const about = () => ({ name, version, json: early.json });
  process.once("SIGINT", () => {
    printInterrupted(session, about());
    process.exit(exitCodes.cancelled);
  });
  try {
    const { createProgram } = await import("./program.ts");
    const invoke: Invoke = async (command, options, load) => {
      name = command;
      const flags = { ...program.opts(), ...(options as object) } as GlobalOptions;
      await runCommand(session, command, async (context) => (await load()).run(context, options), flags);
    };
    const program = createProgram(session.t.cli, version, invoke);
    if (argv.length === 0) {
      program.outputHelp();
      process.exitCode = exitCodes.usage;
      return;
    }
    await program.parseAsync(argv as string[], { from: "user" });
  } catch (error) {
    process.exitCode = printFailure(session, about(), error, argv.includes("--verbose"));
  }
}
