import { describe, it } from "vitest";
import { type Run, run } from "../helpers/cli.ts";
import { bury, type Fault, withFault } from "../helpers/faults.ts";
import {
  folderOf,
  illsOfFiles,
  illsOfRun,
  illsOfWords,
  type Prepared,
  prepare,
  scenarios,
  stateOf,
  strayKeys,
} from "./scenarios.ts";
import { isLong, newTally, type Tally } from "./tally.ts";

const errors = (
  isLong
    ? ["EIO", "ENOSPC", "EACCES", "EPERM", "EMFILE", "EROFS", "EBUSY", "EINVAL"]
    : ["EIO", "ENOSPC", "EACCES"]
) satisfies Fault[];
/** The short form takes every n-th step of a scenario, beginning elsewhere for each kind of fault. */
const stride = isLong ? 1 : 127;

/** Runs a scenario with a fault at one step after the other, until there is no such step. */
async function atEveryStep(
  prepared: Prepared,
  kind: Fault,
  from: number,
  judge: (where: string, done: Run | undefined) => Promise<void>,
  more: readonly string[] = [],
): Promise<void> {
  for (let at = from; at < 2_000; at += stride) {
    prepared.reset();
    const fault = { kind, under: folderOf(prepared.home), at, reads: kind !== "kill" };
    const { control, result } = await withFault(fault, () => prepared.start(more));
    if (control.fired === "") return;
    await judge(`${kind} at ${at} (${control.fired})`, result);
  }
  throw new Error("a scenario has more steps than any should");
}

/** What a killed run left: each file whole, and all of them one state after the next run, without stray keys. */
async function judgeKill(prepared: Prepared, tally: Tally, where: string): Promise<void> {
  const { home } = prepared;
  bury(folderOf(home));
  const ills = illsOfFiles(prepared);
  const next = await run(["doctor", "--offline"], { home, patience: 0 });
  ills.push(...illsOfRun(next), ...illsOfFiles(prepared));
  if (stateOf(prepared) === "mixed") ills.push("half of the change is left after the next run");
  ills.push(...strayKeys(home).map((name) => `${name} has a key`));
  tally.add(where, ills);
}

/** What a run that met an error left: the old files and a failure, or the new ones; and whether it says so. */
async function judgeError(
  prepared: Prepared,
  tally: Tally,
  where: string,
  done: Run | undefined,
  isJson: boolean,
) {
  const { home, partial } = prepared;
  const state = stateOf(prepared);
  const ills = [...illsOfRun(done), ...illsOfFiles(prepared, partial), ...illsOfWords(done, state, isJson)];
  if (state === "mixed")
    ills.push(...(partial ? await illsOfPart(prepared, done) : ["half of the change is left"]));
  if (strayKeys(home).length > 0) {
    bury(folderOf(home));
    await run(["doctor", "--offline"], { home, patience: 0 });
    ills.push(...strayKeys(home).map((name) => `${name} has a key after the next run`));
  }
  tally.add(where, ills);
}

/**
 * A part of independent changes is left: the run has to fail and to name the check that could not finish, what is left to
 * fix, or the backup of what is saved. Undo takes it back.
 */
async function illsOfPart(prepared: Prepared, done: Run | undefined): Promise<string[]> {
  const ills: string[] = [];
  const said = `${done?.stdout}${done?.stderr}`;
  if (done?.code === 0) ills.push("success, and a part of the change is missing");
  if (
    !/could not finish|check-crashed|are saved\. Backup|"backup":|--fix +fixes \d|"fixable": true/.test(said)
  )
    ills.push(`it does not say that a part is missing: ${said.slice(0, 600)}`);
  await run(["undo"], { home: prepared.home, patience: 0 });
  if (stateOf(prepared) !== "old") ills.push("undo restored something else");
  return ills;
}

describe("a kill at every step", () => {
  for (const [name, scenario] of Object.entries(scenarios))
    it(name, async (context) => {
      const tally = newTally(`kill: ${name}`);
      const prepared = await prepare(scenario);
      await atEveryStep(prepared, "kill", 1, (where) => judgeKill(prepared, tally, where));
      tally.close(context);
    });
});

describe("an error at every step", () => {
  for (const [name, scenario] of Object.entries(scenarios))
    it(name, async (context) => {
      const tally = newTally(`error: ${name}`);
      const prepared = await prepare(scenario);
      for (const [at, kind] of errors.entries()) {
        const isJson = at % 2 === 1;
        const judge = (where: string, done: Run | undefined) =>
          judgeError(prepared, tally, where, done, isJson);
        await atEveryStep(prepared, kind, 1 + (isLong ? 0 : at), judge, isJson ? ["--json"] : []);
      }
      tally.close(context);
    });
});
