import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const skill = ".openclaw/skills/aisa-provider/SKILL.md";
const shipped = (name: string) => readFileSync(join(root, "templates/skill/aisa-provider", name), "utf8");

describe("skill install and remove", () => {
  it("installs the shipped file once, and removes it; undo restores it", async () => {
    const home = makeHome();
    const full = join(home.path, skill);
    const first = await run(["skill", "install", "--json"], { home });
    expect([first.code, first.json().changed]).toEqual([0, true]);
    expect(home.read(full)).toBe(shipped("SKILL.md"));
    const second = await run(["skill", "install", "--json"], { home });
    expect([second.code, second.json().changed]).toEqual([0, false]);
    expect((await run(["skill", "remove"], { home })).code).toBe(0);
    expect(home.exists(full)).toBe(false);
    expect((await run(["undo"], { home })).code).toBe(0);
    expect(home.read(full)).toBe(shipped("SKILL.md"));
  });

  it("in Chinese installs the Chinese skill, replacing our own English one without a question", async () => {
    const home = makeHome();
    await run(["skill", "install"], { home });
    expect((await run(["skill", "install", "--lang", "zh-CN"], { home })).code).toBe(0);
    expect(home.read(join(home.path, skill))).toBe(shipped("SKILL.zh-CN.md"));
  });

  it("keeps a file that somebody changed, unless --force is given", async () => {
    const home = makeHome();
    const full = home.write(skill, "my own words\n");
    for (const command of ["install", "remove"]) {
      const refused = await run(["skill", command, "--json"], { home });
      expect([refused.code, refused.json().problems[0]?.code]).toEqual([1, "skill-changed"]);
      expect(home.read(full)).toBe("my own words\n");
    }
    expect((await run(["skill", "install", "--yes"], { home })).code).toBe(0);
    expect(home.read(full)).toBe(shipped("SKILL.md"));
    expect((await run(["undo"], { home })).code).toBe(0);
    expect(home.read(full)).toBe("my own words\n");
  });

  it("a dry run shows and writes nothing", async () => {
    const home = makeHome();
    const dry = await run(["skill", "install", "--dry-run"], { home });
    expect(dry.stdout).toContain(skill.replace(".openclaw", "~/.openclaw"));
    expect(home.exists(join(home.path, skill))).toBe(false);
  });
});

describe("plugin without an OpenClaw", () => {
  it.each(["install", "remove"])("%s reports that there is none", async (command) => {
    const result = await run(["plugin", command, "--json"], { home: makeHome() });
    expect([result.code, result.json().problems[0]?.code]).toEqual([1, "openclaw-missing"]);
  });

  it("status says so and exits with 0", async () => {
    const result = await run(["plugin", "status"], { home: makeHome() });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain("openclaw is not on PATH");
  });
});
