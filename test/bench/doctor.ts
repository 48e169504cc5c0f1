/**
 * How long doctor takes when the gateway takes a second for every answer: with 5 and with 25 configured models, where
 * all is well, where the key is refused and where nothing answers. The budget is its slowest request and its own start.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type DemoScript, startDemoGateway } from "../../src/demo/server.ts";

const program = join(process.cwd(), "bin", "openclaw-aisa.js");
const runs = Number(process.env["BENCH_RUNS"] ?? 5);
const answerMs = 1000;

const row = (name: string, took: number, requests: string | number) =>
  process.stdout.write(`${name.padEnd(44)}${`${took.toFixed(0)} ms`.padStart(12)}   ${requests} requests\n`);

function configWith(baseUrl: string, models: readonly string[]): string {
  const entries = models.map((id) => ({
    id,
    name: id,
    compat: { supportsDeveloperRole: false },
    contextWindow: 128_000,
    maxTokens: 8192,
    cost: { input: 1, output: 5 },
  }));
  const aisa = { baseUrl, apiKey: "${AISA_API_KEY}", api: "openai-completions", models: entries };
  const model = { primary: `aisa/${models[0]}` };
  return JSON.stringify({ models: { providers: { aisa } }, agents: { defaults: { model } } });
}

function runDoctor(home: string): Promise<number> {
  const env = { PATH: dirname(process.execPath), HOME: home, XDG_CONFIG_HOME: home, TMPDIR: home };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "doctor"], { cwd: home, env, stdio: "ignore" });
    child.on("error", reject);
    child.on("close", () => resolve(performance.now() - started));
  });
}

async function measure(name: string, count: number, script: DemoScript, key?: string): Promise<void> {
  const models = Array.from({ length: count }, (_, index) => `model-${index}`);
  const gateway = await startDemoGateway({ models, ...script });
  const home = mkdtempSync(join(tmpdir(), "openclaw-aisa-bench-"));
  try {
    mkdirSync(join(home, ".openclaw"));
    writeFileSync(join(home, ".openclaw", "openclaw.json"), configWith(gateway.url, models), { mode: 0o600 });
    writeFileSync(join(home, ".openclaw", ".env"), `AISA_API_KEY=${key ?? gateway.key}\n`, { mode: 0o600 });
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await runDoctor(home));
    const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
    row(name, median, gateway.requests.length / runs);
  } finally {
    await gateway.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const slow: DemoScript = { faults: [{ what: { kind: "delay", ms: answerMs } }] };
process.stdout.write(
  `Node ${process.version}, ${runs} runs, the gateway takes ${answerMs} ms for an answer\n`,
);
await measure("doctor, 1 model, no delay", 1, {});
await measure("doctor, 5 models", 5, slow);
await measure("doctor, 25 models", 25, slow);
await measure("doctor, 25 models, key refused at once", 25, {}, "sk-aisa-0000000000000000");
await measure("doctor, 25 models, key refused", 25, slow, "sk-aisa-0000000000000000");
