import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { keys } from "../helpers/screen.ts";
import { cooked, hasStty, makeWizardBench, startWizard, type Wizard, wordsOf } from "../helpers/wizard.ts";

const stars = (run: Wizard) => (run.screen().match(/\*+/g) ?? []).at(-1) ?? "";
const accepted = /✔ Key accepted · 52 models · balance \$1\.00 +<?\d+\.\d s/;

async function untilAnswered(
  bench: Awaited<ReturnType<typeof makeWizardBench>>,
  count: number,
): Promise<void> {
  while (bench.gateway.requests.filter((one) => one.endedAt !== undefined).length < count)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("the key that is typed", () => {
  it("is masked, and its place stays one line however long it is", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { columns: 60 });
    await run.goTo("key");
    run.type(`sk-${"a".repeat(90)}`);
    await run.shows("*".repeat(20));
    await run.asks("AIsa API key ****");
    expect(run.wrapped()).toEqual([]);
    expect(run.raw()).not.toContain("aaa");
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
    expect(run.raw()).not.toContain("aaaa");
  });

  it("can be deleted, a character or all of it", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("key");
    run.type("sk-12");
    await run.shows("*****");
    run.type(keys.backspace);
    await run.shows(/key \*{4}$/m);
    run.type(`${keys.left + keys.home + keys.end}3`);
    await run.shows(/key \*{5}$/m);
    run.type(keys.clear);
    await run.shows(/key$/m);
    run.type(bench.gateway.key.slice(0, 8));
    await run.shows("*".repeat(8));
    run.type(bench.gateway.key.slice(8) + keys.enter);
    await run.shows(accepted);
    expect(stars(run)).toBe("");
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });

  it.each([
    ["with Bearer in front", (key: string) => `Bearer ${key}`, ["bearer"]],
    ["in quotes", (key: string) => `"${key}"`, ["quotes"]],
    [
      "as an assignment, with blanks around",
      (key: string) => `  export AISA_API_KEY='${key}'  `,
      ["assignment", "quotes"],
    ],
    ["in two lines", (key: string) => `${key.slice(0, 9)}\r\n${key.slice(9)}`, ["line-breaks"]],
    ["with a line end", (key: string) => `${key}\n`, []],
  ] as const)("is understood %s, and what was removed is said", async (_name, pasted, removed) => {
    const bench = await makeWizardBench();
    const run = startWizard(bench);
    await run.goTo("key");
    run.type(pasted(bench.gateway.key) + keys.enter);
    await run.shows(accepted);
    const said = run.t.onboard.keyCleaned(removed);
    if (removed.length > 0) expect(run.screen()).toContain(`✔ ${said}`);
    else expect(run.screen()).not.toContain(said);
    expect(run.screen()).toContain(`${run.t.onboard.ask.key} sk-…cdef`);
    const [request] = bench.gateway.requests;
    expect(request?.headers["authorization"]).toBe(`Bearer ${bench.gateway.key}`);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });

  it.each(["en", "zh-CN"] as const)(
    "is asked for again when it is empty or no key, in %s",
    async (locale) => {
      const bench = await makeWizardBench();
      const { ask } = wordsOf(locale).onboard;
      const run = startWizard(bench, { locale });
      await run.goTo("key");
      run.type(keys.enter);
      await run.shows(ask.keyEmpty);
      run.type("two words");
      await run.shows("*".repeat(9));
      expect(run.screen()).not.toContain(ask.keyEmpty);
      run.type(keys.enter);
      await run.shows(ask.keyShape);
      expect(bench.gateway.requests).toEqual([]);
      run.type(keys.clear + bench.gateway.key + keys.enter);
      await run.asks(ask.models);
      run.type(keys.interrupt);
      expect(await run.ended()).toBe(130);
    },
  );
});

describe.skipIf(process.platform !== "linux")("the page where keys are made", () => {
  /** A desktop whose browser writes down what it is asked to open, and what it is told of the key. */
  async function onDesktop(env: Record<string, string> = {}) {
    const bench = await makeWizardBench();
    const opened = join(bench.home.path, "opened");
    const script = bench.home.write(
      "bin/xdg-open",
      `#!/bin/sh\necho "$* $AISA_API_KEY" >> '${opened}'\n`,
      0o755,
    );
    const path = `${dirname(script)}:${dirname(process.execPath)}:/bin:/usr/bin`;
    const run = startWizard(bench, { env: { PATH: path, DISPLAY: ":0", ...env }, columns: 80 });
    await run.goTo("key");
    return { run, bench, opened: () => (bench.home.exists(opened) ? bench.home.read(opened) : "") };
  }

  it.each(["o", keys.enter])("opens in the browser with %j on the empty field", async (key) => {
    const { run, opened } = await onDesktop();
    await run.shows(run.t.prompts.keys.open);
    run.type(key);
    await run.shows("Opened https://");
    while (opened() === "") await new Promise((resolve) => setTimeout(resolve, 10));
    expect(opened()).toBe("https://console.aisa.one \n");
    expect(run.wrapped()).toEqual([]);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });

  it("does not open for a key that begins with an o", async () => {
    const { run, opened } = await onDesktop();
    run.type(`o0123456789abcdef${keys.enter}`);
    await run.asks(run.t.onboard.ask.afterFailure);
    expect(opened()).toBe("");
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });

  it.each([
    ["over SSH", { SSH_CONNECTION: "10.0.0.1 1 10.0.0.2 22" }],
    ["without a screen", { DISPLAY: "" }],
  ])("is only named %s", async (_name, env) => {
    const { run, opened } = await onDesktop(env);
    expect(run.screen()).not.toContain(run.t.prompts.keys.open);
    run.type(keys.enter);
    await run.shows(run.t.onboard.ask.keyEmpty);
    run.type("o");
    await run.shows(/key \*$/m);
    expect(opened()).toBe("");
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });
});

describe("a rejected key", () => {
  it("is explained, and another one can be entered", async () => {
    const bench = await makeWizardBench();
    const run = startWizard(bench, { columns: 60 });
    await run.goTo("key");
    run.type(`sk-wrong-0123456789${keys.enter}`);
    await run.asks(run.t.onboard.ask.afterFailure);
    expect(run.screen()).toMatch(/✖ 127\.0\.0\.1:\d+ rejects the API key/);
    expect(run.screen()).toContain(`❯ ${run.t.onboard.ask.another}`);
    // Where the commands are the choices below, they are not told as well.
    expect(run.screen()).not.toContain("→ openclaw-aisa");
    expect(run.wrapped()).toEqual([]);
    run.type(keys.enter);
    await run.asks(run.t.onboard.ask.key);
    run.type(bench.gateway.key + keys.enter);
    await run.shows(/Key accepted · 52 models · balance \$1\.00/);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
    expect(run.raw()).not.toContain("sk-wrong-0123456789");
  });

  it("Stop ends with 130 and nothing written", async () => {
    const bench = await makeWizardBench({ account: "expired" });
    const run = startWizard(bench, { locale: "zh-CN", columns: 60 });
    await run.goTo("key");
    run.type(bench.gateway.key + keys.enter);
    await run.asks(run.t.onboard.ask.afterFailure);
    expect(run.wrapped()).toEqual([]);
    run.type(keys.up + keys.down + keys.down + keys.down + keys.enter);
    expect(await run.ended()).toBe(130);
    await run.shows("已取消，没有写入任何内容。");
    bench.expectUntouched();
  });
});

describe("a gateway that cannot be reached", () => {
  it("retrying is the first choice, and works when the gateway is reachable again", async () => {
    const bench = await makeWizardBench({ faults: [{ when: { times: 2 }, what: { kind: "refuse" } }] });
    const run = startWizard(bench);
    await run.goTo("key");
    run.type(bench.gateway.key + keys.enter);
    await run.asks(run.t.onboard.ask.afterFailure);
    expect(run.screen()).toContain(`❯ ${run.t.onboard.ask.again}`);
    bench.gateway.script = {};
    run.type(keys.enter);
    await run.shows(/Key accepted/);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });

  it.each(["en", "zh-CN"] as const)(
    "one can go on without it, in %s: the whole is written, nothing more asked of it",
    async (locale) => {
      const bench = await makeWizardBench({ faults: [{ what: { kind: "refuse" } }] });
      const run = startWizard(bench, { locale, columns: 60 });
      await run.goTo("key");
      run.type(bench.gateway.key + keys.enter);
      const { ask } = run.t.onboard;
      await run.asks(ask.afterFailure);
      run.type(keys.down + keys.down + keys.enter);
      await run.asks(ask.models);
      expect(run.screen()).toContain(`▲ ${run.t.onboard.keyUnchecked}`);
      const asked = bench.gateway.requests.length;
      for (const message of [ask.primary, ask.fallbacks, ask.storage, run.t.plan.confirm]) {
        run.type(keys.enter);
        await run.asks(message);
      }
      run.type(keys.enter);
      await run.shows(run.t.onboard.nextDoctor);
      expect(await run.ended()).toBe(0);
      expect(run.wrapped()).toEqual([]);
      expect(run.screen()).toContain("qwen3-max");
      expect(bench.gateway.requests).toHaveLength(asked);
      expect(bench.home.read(bench.home.config)).toContain("aisa/qwen3-max");
    },
  );

  it("a balance that never arrives delays nothing", async () => {
    const bench = await makeWizardBench({ faults: [{ when: { route: "balance" }, what: { kind: "hang" } }] });
    const run = startWizard(bench);
    await run.goTo("key");
    run.type(bench.gateway.key + keys.enter);
    await run.shows(/✔ Key accepted · 52 models +<?\d+\.\d s/);
    await run.asks(run.t.onboard.ask.models);
    run.type(keys.interrupt);
    expect(await run.ended()).toBe(130);
  });

  it.skipIf(!hasStty)(
    "what is typed while it is asked neither shows nor answers the next question",
    async () => {
      const bench = await makeWizardBench({
        faults: [{ when: { route: "models" }, what: { kind: "delay", ms: 1500 } }],
      });
      const run = startWizard(bench, { stty: true });
      await run.goTo("key");
      run.type(bench.gateway.key + keys.enter);
      await run.shows(run.t.onboard.checking(new URL(bench.gateway.url).host));
      run.type(`impatient${keys.up}${keys.enter}${keys.enter}`);
      await untilAnswered(bench, 2);
      await run.asks(run.t.onboard.ask.models);
      expect(run.screen()).not.toContain("impatient");
      expect(run.screen()).toContain(run.t.prompts.keys.picked(5));
      run.type(keys.interrupt);
      expect(await run.ended()).toBe(130);
      await run.shows(cooked);
    },
  );
});
