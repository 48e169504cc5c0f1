import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";

const config = `{
  // mine
  gateway: { mode: 'local' },
  agents: { defaults: { model: { primary: 'openai/gpt-5' } } },
}
`;
const key = "sk-demo-uninstall-0123456789abcdef";

async function onboarded(): Promise<Home> {
  const home = makeHome(config);
  home.write(".openclaw/.env", "OTHER='stays'\n");
  await run(["onboard", "--offline", "--aisa-api-key", key, "--key-storage", "dotenv", "-y"], { home });
  return home;
}

describe("uninstall", () => {
  it("restores the config, the default model and .env as they were before onboarding", async () => {
    const home = await onboarded();
    const done = await run(["uninstall", "--yes", "--json"], { home });
    expect([done.code, done.json().changed, done.json().data["primary"]]).toEqual([0, true, "openai/gpt-5"]);
    expect([home.read(home.config), home.read(home.dotenv)]).toEqual([config, "OTHER='stays'\n"]);
    const again = await run(["uninstall", "--json"], { home });
    expect([again.code, again.json().changed]).toEqual([0, false]);
  });

  it("writes nothing in a dry run, and is itself undone by undo", async () => {
    const home = await onboarded();
    const before = home.read(home.config);
    expect((await run(["uninstall", "--check"], { home })).code).toBe(10);
    expect(home.read(home.config)).toBe(before);
    await run(["uninstall", "-y"], { home });
    await run(["undo"], { home });
    expect([home.read(home.config), home.read(home.dotenv)]).toEqual([before, expect.stringContaining(key)]);
  });

  it("removes plugin and skill, and keeps a skill that somebody changed", async () => {
    const home = await onboarded();
    const openclaw = placeOpenClaw(home, { version: "2026.9.6" });
    const env = { PATH: openclaw.path };
    home.write("bin/there", "");
    await run(["skill", "install"], { home });
    const skill = home.write(".openclaw/skills/aisa-provider/SKILL.md", "changed");
    const text = home.read(home.config).replace("gateway:", "plugins: { entries: { aisa: {} } }, gateway:");
    home.write(".openclaw/openclaw.json", text);
    const done = await run(["uninstall", "-y", "--json"], { home, env });
    expect(done.json().data).toMatchObject({ plugin: "installed", skill: "foreign" });
    expect(openclaw.calls()).toContain("plugins uninstall aisa --force");
    expect(home.exists(skill)).toBe(true);
  });

  it("removes what OpenClaw leaves of the plugin in the config, and then finds nothing", async () => {
    const home = makeHome(
      config.replace("gateway:", "plugins: { entries: { aisa: { enabled: false } } },\n  gateway:"),
    );
    const first = await run(["uninstall", "-y", "--json"], { home });
    expect(first.json().data).toMatchObject({ plugin: "absent" });
    expect(home.read(home.config)).toBe(config);
    expect((await run(["uninstall", "-y", "--json"], { home })).json().changed).toBe(false);
  });

  it("sees a plugin that is disabled and still installed", async () => {
    const home = makeHome(
      config.replace("gateway:", "plugins: { entries: { aisa: { enabled: false } } }, gateway:"),
    );
    home.write(".openclaw/extensions/aisa/package.json", "{}");
    const done = await run(["uninstall", "-y", "--json"], { home });
    expect(done.json().data).toMatchObject({ plugin: "left" });
    expect(home.read(home.config)).toContain("enabled: false");
  });

  it("reports a key that is stored elsewhere, without showing it", async () => {
    const home = await onboarded();
    const done = await run(["uninstall", "-y"], { home, env: { AISA_API_KEY: key } });
    expect(done.stdout).toContain("A key is still stored in AISA_API_KEY");
    expect(done.stdout + done.stderr).not.toContain(key);
  });

  it("rejects one of our models as the new default", async () => {
    const done = await run(["uninstall", "--primary", "aisa/qwen3-max"], { home: makeHome(config) });
    expect([done.code, done.stderr]).toEqual([2, expect.stringContaining("another provider")]);
  });

  it("asks once on a terminal, and changes nothing after a no", async () => {
    const home = await onboarded();
    const before = home.read(home.config);
    const terminal = startOnTerminal(["uninstall"], { home });
    await terminal.shows("Write it?");
    expect(terminal.raw()).not.toContain(key);
    terminal.type(keys.down);
    terminal.type(keys.down);
    terminal.type(keys.enter);
    expect(await terminal.ended()).toBe(130);
    expect(home.read(home.config)).toBe(before);
  });
});
