import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { program, root } from "../helpers/cli.ts";
import { type Ended, runTool } from "./run-tool.ts";

/** The folder of the role and of its playbook. */
export const ansibleFolder = join(root, "deploy", "ansible");

/** Homes on this machine that an inventory takes for machines. */
export interface ManyHomes {
  readonly hosts: readonly string[];
  homeOf(host: string): string;
  /** Runs the playbook of the role on all of them. `bin`: where programs are looked for first. */
  play(args?: readonly string[], variables?: object, bin?: string): Promise<Played>;
}

/** What came of a run, by host. */
export interface Played extends Ended {
  readonly changed: readonly string[];
  readonly failed: readonly string[];
  readonly ok: readonly string[];
}

/** What every machine shall be. */
export const wantedState = {
  models: ["qwen3-max", "kimi-k2.5"],
  primary: "qwen3-max",
  fallbacks: ["kimi-k2.5"],
};

function played(ended: Ended): Played {
  const rows = [
    ...ended.output.matchAll(/^(\S+) +: ok=(\d+) +changed=(\d+) +unreachable=(\d+) +failed=(\d+)/gm),
  ];
  const hosts = (wanted: (counts: number[]) => boolean) =>
    rows.filter((row) => wanted(row.slice(2).map(Number))).map((row) => row[1] ?? "");
  return {
    ...ended,
    changed: hosts(([, changed = 0]) => changed > 0),
    failed: hosts(([, , unreachable = 0, failed = 0]) => unreachable + failed > 0),
    ok: hosts(([, , unreachable = 0, failed = 0]) => unreachable + failed === 0),
  };
}

/** Makes homes in a folder, and an inventory with one host for each, which is this machine. */
export function makeHomes(folder: string, count: number, ansible: string, forks = 4): ManyHomes {
  const hosts = Array.from({ length: count }, (_, index) => `host-${String(index + 1).padStart(4, "0")}`);
  const homeOf = (host: string) => join(folder, "homes", host);
  for (const host of hosts) mkdirSync(homeOf(host), { recursive: true });
  const inventory = {
    openclaw: {
      hosts: Object.fromEntries(hosts.map((host) => [host, { openclaw_aisa_home: homeOf(host) }])),
      vars: {
        ansible_connection: "local",
        ansible_python_interpreter: "/usr/bin/python3",
        openclaw_aisa_command: [process.execPath, program],
        openclaw_aisa_offline: true,
        openclaw_aisa_state: wantedState,
      },
    },
  };
  writeFileSync(join(folder, "inventory.json"), JSON.stringify(inventory));
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    LANG: "C.UTF-8",
    ANSIBLE_FORKS: String(forks),
    ANSIBLE_PIPELINING: "1",
    ANSIBLE_NOCOLOR: "1",
    ANSIBLE_RETRY_FILES_ENABLED: "0",
    ANSIBLE_LOCALHOST_WARNING: "0",
  };
  return {
    hosts,
    homeOf,
    play: async (args = [], variables = {}, bin = undefined) => {
      writeFileSync(join(folder, "variables.json"), JSON.stringify(variables), { mode: 0o600 });
      const files = ["-i", join(folder, "inventory.json"), "-e", `@${join(folder, "variables.json")}`];
      const playbook = join(ansibleFolder, "site.yml");
      const withBin = bin === undefined ? env : { ...env, PATH: [bin, env.PATH].join(delimiter) };
      return played(await runTool(ansible, [...files, playbook, ...args], { cwd: folder, env: withBin }));
    },
  };
}
