import { chmodSync, linkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";

const config = "{ gateway: { mode: 'local' } }";

async function found(home: Home, env: Record<string, string> = {}) {
  const done = await run(["doctor", "--offline", "--json"], { home, env });
  return done.json().problems.filter((one) => one.code === "config-unwritable");
}

describe("doctor on a config that cannot be written", () => {
  it("finds a file that is read-only, unless a variable says that it is meant to be", async () => {
    const home = makeHome(config);
    expect(await found(home)).toEqual([]);
    chmodSync(home.config, 0o400);
    const [problem, ...others] = await found(home);
    expect([problem?.severity, problem?.remedy.commands, others]).toEqual([
      "warning",
      [`chmod u+w ${home.config}`],
      [],
    ]);
    expect(await found(home, { OPENCLAW_CONFIG_READONLY: "1" })).toEqual([]);
  });

  it("finds a file with a second name", async () => {
    const home = makeHome(config);
    linkSync(home.config, `${home.path}/twin.json`);
    expect((await found(home)).length).toBe(1);
  });
});
