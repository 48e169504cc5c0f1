/**
 * How long Ansible's role takes for many homes on this machine, and how much memory: the first run, which sets all up,
 * and the second, which changes nothing. FLEET_HOMES: how many, 1000; FLEET_FORKS: how many at once, 4.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeHomes, type Played } from "../fleet/many-homes.ts";

const count = Number(process.env["FLEET_HOMES"] ?? 1000);
const forks = Number(process.env["FLEET_FORKS"] ?? 4);
const say = (line: string) => process.stdout.write(`${line}\n`);
const megabytes = (kilobytes: number) => `${Math.round(kilobytes / 1024)} MB`;

interface Sample {
  /** Resident memory of Ansible's control process, and the largest of a program of ours, KB. */
  readonly control: number;
  readonly program: number;
}

/** Looks at the processes of this machine that belong to the run. */
function sample(folder: string): Sample {
  const rows = execFileSync("ps", ["-eo", "ppid,rss,args"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const own = rows
    .split("\n")
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
    .map((row) => ({ parent: Number(row?.[1]), memory: Number(row?.[2]), line: row?.[3] ?? "" }));
  const most = (rows: typeof own) => rows.reduce((largest, { memory }) => Math.max(largest, memory), 0);
  return {
    control: most(own.filter((one) => one.parent === process.pid && one.line.includes(folder))),
    program: most(own.filter(({ line }) => line.includes("openclaw-aisa.js apply"))),
  };
}

async function measure(name: string, folder: string, play: () => Promise<Played>): Promise<void> {
  const samples: Sample[] = [];
  const timer = setInterval(() => samples.push(sample(folder)), 1000);
  const started = performance.now();
  const done = await play().finally(() => clearInterval(timer));
  const took = performance.now() - started;
  if (done.code !== 0) throw new Error(done.output.slice(-2000));
  // The median of a part: a fork that has just begun is counted with its parent's memory.
  const control = (from: number, to: number) => {
    const part = samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to));
    return (
      part.map((one) => one.control).sort((left, right) => left - right)[Math.floor(part.length / 2)] ?? 0
    );
  };
  say(`${name}: ${done.ok.length} homes, ${done.changed.length} changed`);
  say(`  ${(took / 1000).toFixed(0)} s in all, ${(took / count).toFixed(0)} ms a home, ${forks} at once`);
  const parts = [0, 0.25, 0.5, 0.75].map((from) => megabytes(control(from, from + 0.25)));
  say(`  Ansible's memory, by quarters of the run: ${parts.join(", ")}`);
  say(
    `  openclaw-aisa's memory, the largest of all: ${megabytes(Math.max(...samples.map((one) => one.program)))}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "openclaw-aisa-scale-"));
try {
  const ansible = execFileSync("sh", ["-c", "command -v ansible-playbook"], { encoding: "utf8" }).trim();
  const homes = makeHomes(folder, count, ansible, forks);
  const key = { openclaw_aisa_api_key: "sk-aisa-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1" };
  say(
    `${readFileSync("/proc/cpuinfo", "utf8").match(/^processor/gm)?.length ?? 1} cores, Node ${process.versions.node}`,
  );
  await measure("First run", folder, () => homes.play([], key));
  await measure("Second run", folder, () => homes.play([], key));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
