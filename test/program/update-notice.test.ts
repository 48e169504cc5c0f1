import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { version } from "../../package.json";
import { wantsUpdateNotice } from "../../src/core/terminal/update.ts";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { wordsOf } from "../helpers/wizard.ts";

/** A registry whose newest version is 99.0.0. */
async function makeRegistry() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ""}`);
    response.setHeader("content-type", "application/json").end(JSON.stringify({ version: "99.0.0" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

describe("a newer version", () => {
  it("is looked for in the background, and named once a day", async () => {
    const registry = await makeRegistry();
    const home = makeHome("{}");
    const file = join(home.path, ".config", "openclaw-aisa", "update.json");
    const env = { NO_UPDATE_NOTIFIER: undefined, npm_config_registry: registry.url };
    const undo = async (locale: "en" | "zh-CN") => {
      const shown = startOnTerminal(["undo", "--list", "--lang", locale], { home, env });
      await shown.ended();
      return shown.screen();
    };
    const line = wordsOf("en").cli.newer("99.0.0", version);
    expect(await undo("en")).not.toContain("99.0.0");
    while (!home.read(file).includes("99.0.0")) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(registry.asked).toEqual(["/openclaw-aisa/latest "]);
    expect(await undo("en")).toContain(line);
    expect(await undo("en")).not.toContain("99.0.0");
    const longAgo = home.read(file).replace(/"noticedAt":\d+/, '"noticedAt":1');
    home.write(".config/openclaw-aisa/update.json", longAgo);
    expect(await undo("zh-CN")).toContain(wordsOf("zh-CN").cli.newer("99.0.0", version));
    expect(registry.asked).toHaveLength(1);
    home.write(".config/openclaw-aisa/update.json", "damaged");
    expect(await undo("en")).not.toContain("99.0.0");
  });

  it("is neither looked for nor named without a terminal", async () => {
    const home = makeHome("{}");
    const env = { NO_UPDATE_NOTIFIER: undefined, npm_config_registry: "http://127.0.0.1:9/" };
    await run(["undo", "--list"], { home, env });
    expect(home.exists(join(home.path, ".config", "openclaw-aisa", "update.json"))).toBe(false);
  });

  const usual = {
    env: {},
    terminal: true,
    argv: ["doctor"],
    packageRoot: "/usr/lib/node_modules/openclaw-aisa",
  };
  it.each([
    [{}, true],
    [{ terminal: false }, false],
    [{ env: { CI: "1" } }, false],
    [{ env: { NO_UPDATE_NOTIFIER: "1" } }, false],
    [{ env: { npm_command: "exec" } }, false],
    [{ packageRoot: "/home/a/.npm/_npx/0123/node_modules/openclaw-aisa" }, false],
    [{ argv: ["doctor", "--json"] }, false],
    [{ argv: ["doctor", "-q"] }, false],
    [{ argv: ["onboard", "--demo"] }, false],
  ])("%j: %s", (more, wanted) => {
    expect(wantsUpdateNotice({ ...usual, ...more })).toBe(wanted);
  });
});
