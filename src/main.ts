import { run } from "./run.ts";

/** Starts the program with the arguments of this process. */
export async function start(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  await run(argv);
}
