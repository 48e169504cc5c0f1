import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseValue } from "../../src/core/edit/index.ts";
import { type Run, run } from "../helpers/cli.ts";
import { type Home, makeHome, quickFolder } from "../helpers/home.ts";

/** The key that a scenario stores, and the one that was stored before. */
const keys = ["sk-demo-injected-0123456789abcdef", "sk-demo-before-0123456789abcdef"] as const;

const config = `// my agent
{
  models: { providers: { aisa: { baseUrl: 'https://api.aisa.one/v1', apiKey: '\${AISA_API_KEY}', models: [
    { id: 'qwen3-max', name: 'Qwen3 Max', contextWindow: 1000, cost: { input: 9, output: 9 } },
  ] } } },
  agents: { defaults: { params: { temperature: 0.7 }, model: { primary: 'kimi-k2.5' } } },
}
`;
const dotenv = `OTHER='stays'\nAISA_API_KEY='${keys[1]}'\n`;

/** A command that writes, and what was run undisturbed before it. */
export interface Scenario {
  readonly args: readonly string[];
  readonly input?: string;
  readonly first?: readonly string[];
}

/** The commands that write. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  onboard: {
    args: ["onboard", "--offline", "--aisa-api-key-file", "-", "--key-storage", "dotenv"],
    input: keys[0],
  },
  "onboard, another key": {
    args: ["onboard", "--offline", "--aisa-api-key-file", "-", "--key-storage", "config"],
    input: keys[0],
    first: ["onboard", "--offline", "--aisa-api-key", keys[1], "--key-storage", "config"],
  },
  "models set": { args: ["models", "set", "deepseek-v3.1", "--offline"] },
  "models add": { args: ["models", "add", "kimi-k2.5", "deepseek-v3.1", "--offline"] },
  "models remove": {
    args: ["models", "remove", "deepseek-v3.1", "-y"],
    first: ["models", "add", "kimi-k2.5", "deepseek-v3.1", "--offline"],
  },
  "models sync": { args: ["models", "sync", "--offline", "-y"] },
  "doctor --fix": { args: ["doctor", "--fix", "--offline", "-y"] },
  undo: { args: ["undo"], first: ["models", "set", "deepseek-v3.1", "--offline"] },
  "skill install": { args: ["skill", "install", "-y"] },
};

/** OpenClaw's folder in a home. */
export const folderOf = (home: Home) => dirname(home.config);

/** Every file in OpenClaw's folder but our own backups, and its text. */
export function filesOf(home: Home): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(folderOf(home), { recursive: true, encoding: "utf8" })) {
    const path = join(folderOf(home), name);
    if (name.startsWith("openclaw-aisa") || !statSync(path).isFile()) continue;
    files.set(name, readFileSync(path, "utf8"));
  }
  return files;
}

/** A home in which a scenario can be started again and again, and the files before and after it. */
export interface Prepared {
  readonly home: Home;
  readonly before: Map<string, string>;
  readonly after: Map<string, string>;
  /** Its changes are independent: an error may leave one of them out, if the run says which check could not finish. */
  readonly partial: boolean;
  /** The command of it, for a process of its own. */
  readonly scenario: Scenario;
  reset(): void;
  start(more?: readonly string[]): Promise<Run>;
}

/** Prepares a scenario by running it once. Throws when it changes nothing. */
export async function prepare(scenario: Scenario): Promise<Prepared> {
  const { args, input, first } = scenario;
  const home = makeHome(config, quickFolder);
  home.write(".openclaw/.env", dotenv);
  if (first) await run(first, { home });
  const saved = join(home.path, "saved");
  cpSync(folderOf(home), saved, { recursive: true, preserveTimestamps: true });
  const reset = () => {
    rmSync(folderOf(home), { recursive: true, force: true });
    cpSync(saved, folderOf(home), { recursive: true, preserveTimestamps: true });
  };
  const start = (more: readonly string[] = []) =>
    run([...args, ...more], { home, patience: 0, ...(input ? { input } : {}) });
  const before = filesOf(home);
  const done = await start();
  const after = filesOf(home);
  if (done.code !== 0 && !args.includes("doctor")) throw new Error(done.stdout + done.stderr);
  if (JSON.stringify([...before]) === JSON.stringify([...after])) throw new Error("it changes nothing");
  return { home, scenario, partial: args[0] === "doctor", before, after, reset, start };
}

/** The promises that every run keeps, whatever happened: what of them `done` broke. */
export function illsOfRun(done: Run | undefined): string[] {
  if (done === undefined) return ["it threw"];
  const said = done.stdout + done.stderr;
  const ills: string[] = [];
  if (done.code === 70 || /internal-error/.test(said)) ills.push(`a bug: ${said.slice(0, 200)}`);
  if (/^\s+at .*:\d+:\d+\)?$/m.test(said)) ills.push("a stack trace");
  if (keys.some((key) => said.includes(key))) ills.push("it printed a key");
  return ills;
}

/**
 * Files that are neither as before nor as after, or do not parse. Temporary files and locks do not count. Where a
 * scenario's changes are independent, `mayBePart` allows a config with some of them.
 */
export function illsOfFiles({ home, before, after }: Prepared, mayBePart = false): string[] {
  const now = filesOf(home);
  const ills: string[] = [];
  for (const name of new Set([...before.keys(), ...after.keys(), ...now.keys()])) {
    if ((mayBePart && name === "openclaw.json") || /\.tmp$|\.lock$|\.reclaim$/.test(name)) continue;
    const text = now.get(name);
    if (text !== before.get(name) && text !== after.get(name)) ills.push(`${name} is neither old nor new`);
  }
  try {
    parseValue(now.get("openclaw.json") ?? "");
  } catch {
    ills.push("the config does not parse");
  }
  return ills;
}

/** Whether all files are as they were before, or as they are after an undisturbed run. */
export function stateOf({ home, before, after }: Prepared): "old" | "new" | "mixed" {
  const now = filesOf(home);
  const same = (files: Map<string, string>) =>
    [...new Set([...before.keys(), ...after.keys()])].every((name) => now.get(name) === files.get(name));
  if (same(before)) return "old";
  return same(after) ? "new" : "mixed";
}

/** Temporary files with a key in them, our own backups' included. */
export function strayKeys(home: Home): string[] {
  if (!existsSync(folderOf(home))) return [];
  return readdirSync(folderOf(home), { recursive: true, encoding: "utf8" }).filter((name) => {
    if (!name.endsWith(".tmp")) return false;
    const text = readFileSync(join(folderOf(home), name), "utf8");
    return keys.some((key) => text.includes(key));
  });
}

const saysOld = /unchanged|Nothing was (?:written|fixed|changed)|not saved|was not written$/m;
const saysNew = /has the previous files|^✔ Written|Saved with backup/m;

/** What a run says about the files that is not so: the files are as before, as after it, or in between. */
export function illsOfWords(
  done: Run | undefined,
  state: ReturnType<typeof stateOf>,
  isJson: boolean,
): string[] {
  if (done === undefined) return [];
  const said = done.stdout + done.stderr;
  const ills: string[] = [];
  if (done.code === 0 && state === "old") ills.push("success, and nothing changed");
  if (state === "new" && saysOld.test(said)) ills.push("it says that the old files are in place");
  if (state === "old" && saysNew.test(said)) ills.push("it says that the new files are in place");
  if (isJson && done.json().changed !== (state !== "old")) ills.push(`"changed" is not so: ${state}`);
  return ills.map((ill) => `${ill}: ${said.slice(0, 400)}`);
}
