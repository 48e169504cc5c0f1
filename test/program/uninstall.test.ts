import { dirname, join } from "node:path";
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
    const again = await run(["uninstall", "--yes", "--json"], { home });
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

  it("restores everything with one undo, the skill too", async () => {
    const home = await onboarded();
    await run(["skill", "install"], { home });
    const skill = join(home.path, ".openclaw", "skills", "aisa-provider", "SKILL.md");
    const files = [home.config, home.dotenv, skill];
    const before = files.map((file) => home.read(file));
    const done = await run(["uninstall", "-y", "--json"], { home });
    expect(done.json().data).toMatchObject({ skill: "ours" });
    expect([skill, dirname(skill), dirname(dirname(skill))].filter((path) => home.exists(path))).toEqual([]);
    await run(["undo"], { home });
    expect(files.map((file) => home.read(file))).toEqual(before);
  });

  it("says that undo does not bring back the plugin", async () => {
    const home = await onboarded();
    const openclaw = placeOpenClaw(home, { version: "2026.9.6" });
    home.write("bin/there", "");
    const text = home.read(home.config).replace("gateway:", "plugins: { entries: { aisa: {} } }, gateway:");
    home.write(".openclaw/openclaw.json", text);
    const done = await run(["uninstall", "-y"], { home, env: { PATH: openclaw.path } });
    expect(done.stdout.replace(/\s+/g, " ")).toContain("undo does not restore the plugin");
  });

  it("removes nothing where nobody can be asked, and names the option", async () => {
    const home = await onboarded();
    const before = [home.read(home.config), home.read(home.dotenv)];
    for (const form of [[], ["--json"], ["--diff"], ["--keep-key"]]) {
      const done = await run(["uninstall", ...form], { home });
      expect([done.code, done.stdout + done.stderr]).toEqual([2, expect.stringContaining("--yes")]);
    }
    expect((await run(["uninstall", "--dry-run"], { home })).code).toBe(0);
    expect([home.read(home.config), home.read(home.dotenv)]).toEqual(before);
  });

  it("removes a .env and settings that are empty without AIsa, and names other profiles that have it", async () => {
    const home = makeHome(config);
    const onboard = ["onboard", "--offline", "--aisa-api-key", key, "--key-storage", "dotenv", "-y"];
    await run(
      [...onboard, "--models", "qwen3-max,kimi-k2.5", "--primary", "qwen3-max", "--fallbacks", "kimi-k2.5"],
      { home },
    );
    await run(["--profile", "work", ...onboard], { home });
    expect(home.read(home.config)).toContain("fallbacks");
    const done = await run(["uninstall", "-y"], { home });
    expect([home.read(home.config), home.exists(home.dotenv)]).toEqual([config, false]);
    expect(done.stdout).toContain("other profiles: work");
    const other = await run(["--profile", "work", "uninstall", "-y", "--json"], { home });
    expect(other.json().data["otherProfiles"]).toEqual([]);
  });

  it("keeps a .env that has more than our key, a comment too", async () => {
    const home = await onboarded();
    home.write(".openclaw/.env", `# mine\nAISA_API_KEY='${key}'\n`);
    const diff = await run(["uninstall", "--dry-run", "--diff"], { home });
    expect(diff.stdout).not.toContain(key);
    await run(["uninstall", "-y"], { home });
    expect(home.read(home.dotenv)).toBe("# mine\n");
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
