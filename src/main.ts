import { version } from "../package.json";

/** Starts the program with the arguments of this process. `--version` alone needs nothing else loaded. */
export async function start(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const { run } = await import("./run.ts");
  await run(argv);
}
