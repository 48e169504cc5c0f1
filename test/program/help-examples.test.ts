import { describe, expect, it } from "vitest";
import { createStyle } from "../../src/adapters/terminal/terminal.ts";
import { commandLine } from "../../src/cli/command-tree.ts";
import { examples } from "../../src/cli/examples.ts";
import { createProgram } from "../../src/cli/program.ts";
import { en } from "../../src/i18n/en/index.ts";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { onboard } from "../helpers/onboard.ts";
import { startOnTerminal } from "../helpers/terminal.ts";

const program = createProgram(
  en.cli,
  createStyle({ columns: 80, paint: undefined }),
  "",
  async () => {},
  String,
);
type Command = typeof program;
const allOf = (command: Command): Command[] => [command, ...command.commands.flatMap(allOf)];
const names = allOf(program).map((command) => commandLine(command).split(" ").slice(1).join(" "));

/** The words of a command line as a shell reads them, and the file that it reads from. */
function wordsOf(line: string): { words: string[]; from: string | undefined } {
  const [command = "", from] = line.split(" < ");
  const words = command.match(/'[^']*'|\S+/g) ?? [];
  return { words: words.map((word) => word.replaceAll("'", "")), from };
}

/** A machine on which AIsa is set up, with OpenClaw, and the files that the examples name. */
async function makeMachine() {
  const bench = await makeBench();
  expect((await onboard(bench, ["--key-storage", "dotenv"])).code).toBe(0);
  const { home, gateway, env } = bench;
  const openclaw = placeOpenClaw(home, { version: "2026.9.6" });
  const files: Record<string, string> = {
    "key.txt": gateway.key,
    "error.log": "503 No available channel for model qwen3-flash",
    "setup.yaml": (await run(["export"], { home, env })).stdout,
  };
  for (const [name, text] of Object.entries(files)) home.write(name, text);
  const options = { home, env: { ...env, PATH: openclaw.path, SHELL: "/bin/zsh" }, cwd: home.path };
  return { ...options, textOf: (name: string) => files[name] ?? "" };
}

const all = [...new Set(Object.values(examples).flat())];
// What these need is asked for on a terminal, and named as missing elsewhere.
const asking = ["models set", "models info", "models add", "models remove"];

describe("the examples of help", () => {
  it("are three for every command", () => {
    const commands = names.filter((name) => !/(?:^| )help$/.test(name));
    expect(Object.keys(examples).sort()).toEqual(commands.sort());
    expect(Object.entries(examples).filter(([, lines]) => lines.length !== 3)).toEqual([]);
  });

  it.each(all.filter((line) => !asking.includes(line)))("openclaw-aisa %s", async (line) => {
    const machine = await makeMachine();
    const { words, from } = wordsOf(line);
    const input =
      from === undefined
        ? words.includes("-")
          ? machine.textOf("key.txt")
          : undefined
        : machine.textOf(from);
    const done = await run(words, { ...machine, ...(input === undefined ? {} : { input }) });
    expect([done.code, done.stderr], done.stdout).not.toEqual([2, expect.anything()]);
    expect([0, 1]).toContain(done.code);
  });

  it.each(asking)("openclaw-aisa %s asks", async (line) => {
    const shown = startOnTerminal(line.split(" "), await makeMachine());
    await shown.shows(/\? (?:Default model|Models?)/);
    shown.type("\u0003");
    expect(await shown.ended()).toBe(130);
  });
});
