import { describe, expect, it } from "vitest";
import { run as runAlone } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { entryIds, onboard, valueIn } from "../helpers/onboard.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { wordsOf } from "../helpers/wizard.ts";

async function setUpBench() {
  const bench = await makeBench();
  expect((await onboard(bench, ["--models", "qwen3-max,kimi-k2.5"])).code).toBe(0);
  return bench;
}

describe("models without a name, on a terminal", () => {
  it.each([
    ["en", 80],
    ["zh-CN", 60],
  ] as const)("set: chosen in a list, in %s; the command for it is printed", async (locale, columns) => {
    const bench = await setUpBench();
    const t = wordsOf(locale);
    const run = startOnTerminal(["models", "set", "--lang", locale], { ...bench, columns });
    await run.shows(`? ${t.models.pick.set}`);
    await run.shows(/❯ qwen3-max +256K +.*\$1\.20/);
    await run.shows(t.onboard.offer.latency(1577));
    run.type("千问 mt");
    await run.shows(/❯ qwen-mt-flash/);
    run.type(keys.enter);
    await run.shows(t.models.pick.asCommand("openclaw-aisa models set qwen-mt-flash"));
    expect(await run.ended()).toBe(0);
    expect(run.wrapped()).toEqual([]);
    expect(valueIn(bench.home, ["agents", "defaults", "model", "primary"])).toBe("aisa/qwen-mt-flash");
  });

  it("set: Esc clears the search, then cancels", async () => {
    const bench = await setUpBench();
    const before = bench.home.read(bench.home.config);
    const run = startOnTerminal(["models", "set"], bench);
    await run.shows("? Default model");
    run.type("kimi");
    await run.shows("3 of ");
    run.type(keys.escape);
    await run.shows(/❯ qwen3-max/);
    run.type(keys.escape);
    expect(await run.ended()).toBe(130);
    expect(bench.home.read(bench.home.config)).toBe(before);
  });

  it("info: any model of the gateway", async () => {
    const run = startOnTerminal(["models", "info"], await setUpBench());
    await run.shows("? Model");
    run.type("wan");
    await run.shows(/❯ wan2\.7-image/);
    run.type(keys.enter);
    await run.shows("openclaw-aisa models info wan2.7-image");
    expect(await run.ended()).toBe(0);
  });

  it("add, test and remove: several, and the default model that remains", async () => {
    const bench = await setUpBench();
    const add = startOnTerminal(["models", "add"], bench);
    await add.shows("? Models to add");
    expect(add.screen()).not.toMatch(/[◉◯] qwen3-max /);
    add.type("k2.6");
    await add.shows("1 of ");
    add.type(keys.space + keys.enter);
    await add.shows("openclaw-aisa models add kimi-k2.6");
    expect(await add.ended()).toBe(0);
    const test = startOnTerminal(["models", "test"], bench);
    await test.shows("3 selected");
    test.type(keys.space);
    await test.shows("2 selected");
    test.type(keys.enter);
    await test.shows("openclaw-aisa models test kimi-k2.5 kimi-k2.6");
    expect(await test.ended()).toBe(0);
    const remove = startOnTerminal(["models", "remove"], bench);
    await remove.shows("? Models to remove");
    remove.type(keys.space);
    await remove.shows("1 selected");
    remove.type(keys.enter);
    await remove.shows("Which model replaces it?");
    remove.type(keys.enter);
    await remove.shows(/\? Write it\?/);
    remove.type(keys.enter);
    await remove.shows("openclaw-aisa models remove qwen3-max --primary aisa/kimi-k2.5");
    expect(await remove.ended()).toBe(0);
    expect(entryIds(bench.home)).toEqual(["kimi-k2.5", "kimi-k2.6"]);
  });
});

describe("models without a name, without a terminal", () => {
  it.each(["set", "info", "add", "remove"])("%s: exit 2, and the argument is named", async (command) => {
    const bench = await setUpBench();
    const done = await runAlone(["models", command], bench);
    expect(done.code).toBe(2);
    expect(done.stderr).toContain("The argument model is missing");
    expect(done.stderr).toContain(`openclaw-aisa models ${command} --help`);
  });
});
