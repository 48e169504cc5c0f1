import { describe, expect, it } from "vitest";
import { folderOf, type Prepared, prepare, scenarios, stateOf } from "../faults/scenarios.ts";
import type { Run } from "../helpers/cli.ts";
import { withFault } from "../helpers/faults.ts";

/** Runs `doctor --fix` with an error at every call of one kind, until there are no more or `check` has seen enough. */
async function failAtEvery(name: string, check: (prepared: Prepared, done: Run | undefined) => boolean) {
  const scenario = scenarios["doctor --fix"];
  if (scenario === undefined) throw new Error("there is no such scenario");
  const prepared = await prepare(scenario);
  let at = 1;
  for (; at < 500; at += 1) {
    prepared.reset();
    const fault = { kind: "EIO", under: folderOf(prepared.home), only: [name], at } as const;
    const { control, result } = await withFault(fault, () => prepared.start());
    if (control.fired === "") break;
    if (check(prepared, result)) break;
  }
  return at - 1;
}

describe("doctor --fix that meets an error", () => {
  it("says that a part of the changes is missing", async () => {
    let isMixed = false;
    await failAtEvery("lstatSync", (prepared, done) => {
      if (stateOf(prepared) !== "mixed") return false;
      isMixed = true;
      expect(done?.code).not.toBe(0);
      expect(`${done?.stdout}${done?.stderr}`).toMatch(
        /could not finish|openclaw-aisa doctor --fix +fixes \d/,
      );
      return true;
    });
    expect(isMixed).toBe(true);
  });

  it("names the backup of what it has saved", async () => {
    let isTold = false;
    await failAtEvery("readdir", (_, done) => {
      isTold = /changes made before this error are saved\. Backup \d{4}-\S+ has/.test(`${done?.stderr}`);
      return isTold;
    });
    expect(isTold).toBe(true);
  });

  it("ends with a report, whatever folder it cannot list", async () => {
    const steps = await failAtEvery("readdir", (_, done) => {
      expect([0, 1, 5]).toContain(done?.code);
      return false;
    });
    expect(steps).toBeGreaterThan(2);
  });
});
