/**
 * Speed and size, in one run: start-up as ratios to a bare `node -e 0` (processor time of interleaved runs on this
 * very Node; where the system does not tell it, time on the clock), editing as a ratio to what json5 takes to parse,
 * and the packed and unpacked size of the package.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSON5 from "json5";
import { catalog } from "../../src/adapters/files/templates.ts";
import { diagnoseText } from "../../src/core/diagnosis/index.ts";
import { signatures } from "../../src/core/diagnosis/signatures/index.ts";
import { parseDocument } from "../../src/core/edit/document.ts";
import { edit } from "../../src/core/edit/edit.ts";
import { resolveModel } from "../../src/core/models/model-ref.ts";

const root = process.cwd();
const program = join(root, "bin", "openclaw-aisa.js");
const runs = Number(process.env["BENCH_RUNS"] ?? 25);
const home = mkdtempSync(join(tmpdir(), "openclaw-aisa-bench-"));
// NODE_EXTRA_CA_CERTS and their like slow a bare Node, and every ratio would look better than it is.
const inherited = Object.entries(process.env).filter(([name]) => !/^(?:OPENCLAW|AISA|NODE_|CI$)/.test(name));
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(inherited),
  HOME: home,
  XDG_CONFIG_HOME: join(home, ".config"),
  TMPDIR: home,
  AISA_API_KEY: "sk-bench-0000",
};

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const row = (name: string, value: string, budget = "") =>
  process.stdout.write(`${name.padEnd(44)}${value.padStart(12)}   ${budget}\n`);

function elapsed(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const hasProcessorTime = existsSync("/proc/self/stat");

/** Processor time of all children that have ended, ms: fields 16 and 17 of Linux's stat, in hundredths of a second. */
function childrenMs(): number {
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** What one run takes, ms: processor time, else time on the clock. */
function spawnOnce(args: string[], fine: readonly number[] = [0]): number {
  const run = () => {
    const done = spawnSync(process.execPath, args, { env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    if (!fine.includes(done.status ?? -1))
      throw new Error(`${args.join(" ")}: exit ${done.status}\n${done.stderr}`);
  };
  if (!hasProcessorTime) return elapsed(run);
  const before = childrenMs();
  run();
  return childrenMs() - before;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
// Processor time comes in steps of 10 ms: its mean over the runs is exact, its median is not.
const typical = hasProcessorTime ? mean : median;

function startUp(): void {
  spawnOnce([program, "onboard", "--offline", "--non-interactive"]);
  const models = ["qwen3-max", "deepseek-v3.1"];
  let turn = 0;
  const commands: Record<string, () => string[]> = {
    "node -e 0": () => ["-e", "0"],
    "--version": () => [program, "--version"],
    "--help": () => [program, "--help"],
    "models set --offline": () => [program, "models", "set", models[turn++ % 2] ?? "", "--offline"],
    "models list --offline": () => [program, "models", "list", "--offline"],
    "doctor --offline": () => [program, "doctor", "--offline"],
    explain: () => [program, "explain", "503 No available channel for model qwen3-flash under group default"],
  };
  const budgets: Record<string, string> = {
    "--version": "<= 1.15",
    "--help": "<= 1.4",
    "models set --offline": "<= 2",
    "models list --offline": "<= 2",
    "doctor --offline": "<= 2.5",
    explain: "<= 2.5",
  };
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  for (let index = -2; index < runs; index += 1)
    for (const [name, args] of Object.entries(commands)) {
      const took = spawnOnce(args());
      if (index >= 0) times.get(name)?.push(took);
    }
  const bare = typical(times.get("node -e 0") ?? []);
  for (const [name, values] of times)
    row(
      name,
      name === "node -e 0" ? `${bare.toFixed(1)} ms` : `${(typical(values) / bare).toFixed(2)} x`,
      budgets[name],
    );
}

function bigConfig(bytes: number): string {
  const entry = (index: number) =>
    `      // agent ${index}\n      { id: "agent-${index}", name: 'Agent ${index}', tools: [1, 2, 0x10], on: true },\n`;
  let body = "";
  for (let index = 0; body.length < bytes; index += 1) body += entry(index);
  return `{\n  agents: {\n    list: [\n${body}    ],\n  },\n  models: { providers: {} },\n}\n`;
}

const editChanges = {
  "add a provider": { op: "set", path: ["models", "providers", "aisa"], value: { baseUrl: "x", models: [] } },
  "rename an agent": { op: "set", path: ["agents", "list", 500, "name"], value: "Ann" },
} as const;

/** Reading and editing, of which the proof of the result is a part, in turn with json5 parsing the same text. */
function editing(): void {
  for (const bytes of [100_000, 1_000_000, 10_000_000])
    for (const [name, change] of Object.entries(editChanges)) {
      const [parse, set]: [number[], number[]] = [[], []];
      for (let index = 0; index < (bytes > 1_000_000 ? 5 : 9); index += 1) {
        // Another text every time: the one that was read last is remembered.
        const text = bigConfig(bytes) + "\n".repeat(index);
        parse.push(elapsed(() => void JSON5.parse(text)));
        set.push(elapsed(() => void edit(parseDocument(text, "x"), [change])));
      }
      row(
        `${name}, ${bytes / 1000} KB, to JSON5.parse`,
        `${(median(set) / median(parse)).toFixed(2)} x`,
        bytes >= 1_000_000 ? "<= 2" : "",
      );
    }
}

/** A gateway with 10,000 models: what a name that is none costs, and the program with that list in its memory. */
function manyModels(): void {
  const live = Array.from({ length: 10_000 }, (_, index) => `vendor-${index % 40}/model-${index}-instruct`);
  const took = median(
    Array.from({ length: 5 }, () =>
      elapsed(() => void resolveModel("modle-4711-instrct", { catalog, configured: [], live })),
    ),
  );
  row("nearest of 10,000 models", `${took.toFixed(0)} ms`, "no visible pause");
  const memory = join(home, ".config", "openclaw-aisa");
  mkdirSync(memory, { recursive: true });
  const list = { at: Date.now(), models: live.map((id) => ({ id })) };
  const known = { liveModels: { [catalog.provider.baseUrl]: list } };
  writeFileSync(join(memory, "settings.json"), JSON.stringify(known));
  const commands = {
    "list 10,000 models": ["models", "list", "--all", "--offline"],
    "list, sorted by price": ["models", "list", "--all", "--offline", "--sort", "price"],
    "search in 10,000 models": ["models", "list", "--all", "--offline", "--search", "4711"],
    "complete one of 10,000 models": ["completion", "words", "--", "models", "add", "vendor-7/model-47"],
    "sync with 10,000 models": ["models", "sync", "--offline", "--dry-run"],
  };
  for (const [name, args] of Object.entries(commands)) {
    const times = Array.from({ length: 5 }, () => spawnOnce([program, ...args], [0, 1]));
    row(name, `${median(times).toFixed(0)} ms`, "no visible pause");
  }
}

/** The most memory that a run holds. */
function peakMegabytes(args: readonly string[]): number {
  const code = `process.on("exit", () => require("node:fs").writeSync(3, String(process.resourceUsage().maxRSS / 1024)));
process.argv.splice(1, 0, ${JSON.stringify(program)});
require(${JSON.stringify(program)});`;
  const stdio = ["ignore", "ignore", "ignore", "pipe"] as const;
  const done = spawnSync(process.execPath, ["-e", code, "--", ...args], {
    env,
    encoding: "utf8",
    stdio: [...stdio],
  });
  return Number(done.output[3]);
}

/** Doctor on bare entries, each of which lacks everything: ten times as many must not take much more than ten times. */
function manyEntries(): void {
  const folder = join(home, "entries");
  mkdirSync(folder, { recursive: true });
  for (const count of [1000, 10_000]) {
    const file = join(folder, `${count}.json`);
    const models = Array.from({ length: count }, (_, index) => ({ id: `model-${index}` }));
    const aisa = {
      baseUrl: catalog.provider.baseUrl,
      apiKey: "${AISA_API_KEY}",
      api: "openai-completions",
      models,
    };
    writeFileSync(file, JSON.stringify({ models: { providers: { aisa } } }, null, 2), { mode: 0o600 });
    env["OPENCLAW_CONFIG_PATH"] = file;
    const times = Array.from({ length: 3 }, () => spawnOnce([program, "doctor", "--offline"], [0, 1]));
    row(`doctor, ${count} bare entries`, `${median(times).toFixed(0)} ms`, count > 1000 ? "< 5000 ms" : "");
    const held = peakMegabytes(["doctor", "--fix", "-y", "--offline"]);
    row(`doctor --fix, ${count} bare entries`, `${held.toFixed(0)} MB`, count > 1000 ? "< 250 MB" : "");
  }
  delete env["OPENCLAW_CONFIG_PATH"];
}

/** What OpenClaw pays for the plugin when it starts: to load it, and to register it as often as it does. */
function plugin(): void {
  const file = join(root, "dist", "plugin", "index.js");
  const code = `const start = performance.now();
const { default: plugin } = await import(${JSON.stringify(file)});
const loaded = performance.now();
for (let times = 0; times < 3; times += 1) plugin.register({ registerProvider() {} });
process.stdout.write(JSON.stringify([loaded - start, performance.now() - loaded]));`;
  const measured = Array.from({ length: runs }, () => {
    const done = spawnSync(process.execPath, ["--input-type=module", "-e", code], { env, encoding: "utf8" });
    return JSON.parse(done.stdout) as [number, number];
  });
  row("plugin: load", `${median(measured.map(([load]) => load)).toFixed(1)} ms`);
  row("plugin: register three times", `${median(measured.map(([, register]) => register)).toFixed(1)} ms`);
}

/** Explaining one MB of log, in which no line is like another. */
function logs(): void {
  const line = (index: number) =>
    `2026-01-01T00:00:00Z [agent/embedded] run ${"abcdefghij"[index % 10]}${index.toString(36)} of ${signatures[index % signatures.length]?.phrase}\n`;
  let log = "";
  for (let index = 0; log.length < 1024 * 1024; index += 1) log += line(index);
  const lines = { "explain 1 MB of log": log, "explain 1 MB in one line": "word ".repeat(210_000) };
  for (const [name, text] of Object.entries(lines)) {
    const times = Array.from({ length: 5 }, () => elapsed(() => void diagnoseText(text)));
    row(name, `${median(times).toFixed(0)} ms`, "<= 500 ms");
  }
}

function size(): void {
  const done = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8" });
  const [pack] = JSON.parse(done.stdout) as [{ size: number; unpackedSize: number; entryCount: number }];
  row("packed", `${(pack.size / 1024).toFixed(0)} KB`);
  row("unpacked", `${(pack.unpackedSize / 1024).toFixed(0)} KB`, "< 1536 KB");
}

row(`Node ${process.version}`, `${runs} runs`);
try {
  startUp();
  editing();
  manyModels();
  manyEntries();
  plugin();
  logs();
  size();
} finally {
  rmSync(home, { recursive: true, force: true });
}
