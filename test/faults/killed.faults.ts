import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { run, spawnProgram } from "../helpers/cli.ts";
import { bury, makeFaults, withFault } from "../helpers/faults.ts";
import type { Home } from "../helpers/home.ts";
import { folderOf, illsOfFiles, illsOfRun, prepare, scenarios, stateOf, strayKeys } from "./scenarios.ts";
import { isLong, newTally } from "./tally.ts";

/** The short form kills a few processes only: each costs the start of a program. */
const stride = isLong ? 1 : 83;

/** All that is in OpenClaw's folder, without what differs from run to run: process ids, times and random names. */
function remainsOf(home: Home): string {
  const plain = (text: string) =>
    text
      .replace(/\d{4}-\d\d-\d\dT\d\d[-:]\d\d[-:]\d\d(?:\.\d+Z?)?/g, "<time>")
      .replace(/"(pid|starttime)": \d+/g, '"$1": 0')
      .replace(/openclaw-aisa [0-9a-f]{16}/g, "<owner>");
  const names = readdirSync(folderOf(home), { recursive: true, encoding: "utf8" });
  const entries = names.map((name) => {
    const path = join(folderOf(home), name);
    const shown = plain(name).replace(/\.\d+\.[0-9a-f]{12}\.tmp$/, ".tmp");
    return statSync(path).isFile() ? `${shown}: ${plain(readFileSync(path, "utf8"))}` : `${shown}/`;
  });
  return entries.sort().join("\n");
}

describe("SIGKILL at every step of a process of its own", () => {
  for (const name of ["onboard, another key", "undo"] as const)
    it(name, async (context) => {
      const tally = newTally(`SIGKILL: ${name}`);
      const scenario = scenarios[name];
      if (scenario === undefined) throw new Error("there is no such scenario");
      const prepared = await prepare(scenario);
      const { home, reset, start } = prepared;
      const under = folderOf(home);
      const faults = makeFaults(under);
      const { args, input } = scenario;
      for (let at = 1; at < 500; at += stride) {
        reset();
        const env = faults(at, "kill");
        const done = await spawnProgram(args, { home, env, ...(input === undefined ? {} : { input }) });
        if (done.signal !== "SIGKILL") break;
        const real = remainsOf(home);
        const next = await run(["doctor", "--offline"], { home, patience: 0 });
        const ills = [...illsOfRun(next), ...illsOfFiles(prepared)];
        if (stateOf(prepared) === "mixed") ills.push("half of the change is left after the next run");
        ills.push(...strayKeys(home).map((stray) => `${stray} has a key`));
        reset();
        const { control } = await withFault({ kind: "kill", under, at }, () => start());
        bury(under);
        if (remainsOf(home) !== real)
          ills.push(`a kill of our own at ${control.fired} left:\n${remainsOf(home)}\nand not:\n${real}`);
        tally.add(`step ${at}`, ills);
      }
      tally.close(context);
    });
});
