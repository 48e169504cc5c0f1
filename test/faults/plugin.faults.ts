import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { type Fault, withFault } from "../helpers/faults.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { filesOf, illsOfRun } from "./scenarios.ts";
import { isLong, newTally } from "./tally.ts";

const errors = ["EIO", "EACCES", "ENOSPC", "EMFILE", "EROFS", "EBUSY"] satisfies Fault[];
const stride = isLong ? 1 : 97;

/** The file in which the stand-in for OpenClaw records an installed plugin. */
const installed = (home: Home) => join(home.path, "bin", "there");

/** A home with a stand-in for OpenClaw, the folder for its temporary files, and how to start the command again. */
function makePlace(command: readonly string[]) {
  const home = makeHome("{ gateway: { mode: 'local' } }");
  const { path } = placeOpenClaw(home, { version: "2026.9.6", flags: ["--force"] });
  const temp = join(home.path, "temp");
  const reset = () => {
    rmSync(temp, { recursive: true, force: true });
    mkdirSync(temp);
    if (command.includes("remove")) home.write("bin/there", "");
    else rmSync(installed(home), { force: true });
  };
  const env = { PATH: path, TMPDIR: temp };
  return { home, temp, reset, start: () => run(command, { home, env }) };
}

describe("an error at every step of a command that has OpenClaw change its plugins", () => {
  for (const command of [
    ["plugin", "install"],
    ["plugin", "remove"],
  ])
    it(command.join(" "), async (context) => {
      const tally = newTally(`error: ${command.join(" ")}`);
      const { home, temp, reset, start } = makePlace(command);
      const before = JSON.stringify([...filesOf(home)]);
      for (const [turn, kind] of errors.entries())
        for (let at = 1 + (isLong ? 0 : turn); at < 1_000; at += stride) {
          reset();
          const fault = { kind, at, under: home.path, reads: true };
          const { control, result } = await withFault(fault, start);
          if (control.fired === "") break;
          const ills = illsOfRun(result);
          const done = home.exists(installed(home)) === command.includes("install");
          if (result?.code === 0 && !done) ills.push("success, and the plugin is as before");
          if (JSON.stringify([...filesOf(home)]) !== before) ills.push("it changed a file");
          // What could not be removed stays; anything else would be a leak.
          if (!/^(rm|unlink|rmdir|readdir|opendir)/.test(control.fired) && readdirSync(temp).length > 0)
            ills.push("it left a temporary folder");
          tally.add(`${kind} at ${at} (${control.fired})`, ills);
        }
      tally.close(context);
    });
});
