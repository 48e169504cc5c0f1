import { version } from "../package.json";
import { createProcessWorld } from "./adapters/process/world.ts";
import { watchOutputs } from "./adapters/terminal/outputs.ts";
import { commandLine, namedCommand, namesNoCommand, withTextsLast } from "./cli/command-tree.ts";
import { createInvoke, type Running } from "./cli/invoke.ts";
import { printFailure, printInterrupted, printLostOutput } from "./cli/output.ts";
import { createProgram } from "./cli/program.ts";
import { createSession, readEarly, type Session } from "./cli/session.ts";
import { noticeUpdate } from "./cli/update-notice.ts";
import { exitCodes } from "./core/problem/index.ts";
import type { World } from "./ports.ts";

/**
 * Runs one command line in a world, which is all that the program knows of the process it runs in. Never throws.
 * Out: the exit code.
 */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const lostOutput = watchOutputs(world);
  const early = readEarly(argv);
  const session = await createSession(early, world);
  const running: Running = {
    about: { name: "", line: "openclaw-aisa", version, json: early.json },
    exit: exitCodes.ok,
    changed: undefined,
  };
  world.onSignal("SIGINT", () => printInterrupted(session, running.about));
  const exit = await runCommand(argv, session, running);
  await noticeUpdate(session, argv, version);
  const lost = await lostOutput();
  return lost === undefined ? exit : printLostOutput(session, running, lost, exit);
}

/** Parses the command line, which is `status` where nothing else is said on a terminal, runs the command and prints what came of it. Out: the exit code. */
async function runCommand(given: readonly string[], session: Session, running: Running): Promise<number> {
  const { about } = running;
  const { world } = session;
  try {
    const program = createProgram(
      session.t.cli,
      session.style,
      version,
      createInvoke(session, running, () => program.opts()),
      (text) => world.stdout.write(session.show(text)),
      given.includes("--all") && given.some((word) => word === "--help" || word === "-h"),
    );
    const isAlone = world.terminal && world.stdout.isTTY === true && namesNoCommand(program, given);
    const argv = isAlone ? [...given, "status"] : given;
    const named = namedCommand(program, argv);
    about.line = commandLine(named);
    about.name = about.line.split(" ").slice(1).join(" ");
    // A group alone, such as `models`: shows its help.
    const namesGroup = argv.every((word) => named.parent !== null && named.name() === word);
    if (named.commands.length > 0 && namesGroup && !about.json) {
      named.outputHelp();
      return exitCodes.usage;
    }
    await program.parseAsync(withTextsLast(named, argv), { from: "user" });
    return running.exit;
  } catch (error) {
    return printFailure(session, about, error, given.includes("--verbose"));
  }
}

/** Runs the program with the arguments of this process, and sets its exit code. */
export async function start(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), createProcessWorld());
}
