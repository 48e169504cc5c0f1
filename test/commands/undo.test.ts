import { appendFileSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "../../src/commands/undo.ts";
import { Failure } from "../../src/core/problem/problem.ts";
import type { Context, GlobalOptions } from "../../src/ports.ts";
import { makeContext } from "../helpers/context.ts";
import { type Home, makeHome, quickFolder } from "../helpers/home.ts";

const before = "{ a: 1 }\n";

/** A home whose config was changed by us once. */
async function changed(): Promise<Home> {
  const home = makeHome(before, quickFolder);
  const store = await makeContext(home).store();
  const state = await store.read(home.config);
  await store.commit("models set", [{ file: home.config, before: state?.hash ?? "", text: "{ a: 2 }\n" }]);
  return home;
}

/** A context in which another program writes the config right before each of the first commits. */
async function withTraffic(home: Home, times: number, options: Partial<GlobalOptions>): Promise<Context> {
  const context = makeContext(home, options);
  const inner = await context.store();
  let left = times;
  const store = {
    ...inner,
    commit: async (...args: Parameters<typeof inner.commit>) => {
      if (left-- > 0) appendFileSync(home.config, "// theirs\n");
      return inner.commit(...args);
    },
  };
  return { ...context, store: async () => store };
}

describe("undo while another program writes", () => {
  it.each([1, 7])("with --yes: reads again and restores after %i disturbances", async (times) => {
    const home = await changed();
    const report = await run(await withTraffic(home, times, { yes: true }), {});
    expect(report.changed).toBe(true);
    expect(readFileSync(home.config, "utf8")).toBe(before);
  });

  it("without --yes and a terminal: keeps what the other program wrote, and reports it", async () => {
    const home = await changed();
    const done = run(await withTraffic(home, 1, { yes: false }), {});
    const error = await done.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).problem.code).toBe("changed-since");
    expect(readFileSync(home.config, "utf8")).toBe("{ a: 2 }\n// theirs\n");
  });

  it("gives up if other programs never stop writing", async () => {
    const home = await changed();
    const done = run(await withTraffic(home, 1_000, { yes: true }), {});
    await expect(done).rejects.toMatchObject({ problem: { code: "config-changed" } });
    expect(readFileSync(home.config, "utf8")).toMatch(/^\{ a: 2 \}\n(\/\/ theirs\n)+$/);
  });
});
