import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeHome } from "../helpers/home.ts";
import { hasWindows, makeWindowsHome, mapTo, runWindows } from "./wine.ts";

const key = "sk-windows000000000000000000000000abcd";
const onboard = ["onboard", "--offline", "--yes", "--key-storage", "dotenv", "--json"];
const withKey = { AISA_API_KEY: key };

const old = `{
  // mine
  models: { providers: { other: { baseUrl: 'https://x.test/v1', apiKey: 'k', models: [] } } },
}
`;

describe.skipIf(!hasWindows)("the files on Windows", () => {
  test("onboard writes config and .env below a user's name with spaces, &, % and Chinese, and undo restores every byte", async () => {
    const home = makeWindowsHome(old);
    home.write(".openclaw/.env", "# mine\r\nOTHER=1\r\n");
    const [onboarded, listed, text, undone] = await runWindows(home, [
      { args: onboard, env: withKey },
      ["models", "list", "--offline", "--json"],
      ["undo", "--dry-run"],
      ["undo", "--yes", "--json"],
    ]);
    expect(onboarded?.json()).toMatchObject({ ok: true, changed: true });
    expect(listed?.json()).toMatchObject({ ok: true });
    expect(text?.stdout).toContain(`${home.windows}\\.openclaw\\.env`.slice(-20));
    expect(text?.stdout).not.toContain(".openclaw/");
    expect(undone?.json()).toMatchObject({ ok: true, changed: true });
    expect(home.read(home.config)).toBe(old);
    expect(home.read(home.dotenv)).toBe("# mine\r\nOTHER=1\r\n");
  });

  test.each([
    ["CRLF", old.replaceAll("\n", "\r\n")],
    ["a byte order mark and CRLF", `\uFEFF${old.replaceAll("\n", "\r\n")}`],
    ["no end of line at the end", old.trimEnd()],
  ])("keeps %s through a change and back", async (_name, text) => {
    const home = makeWindowsHome(text);
    await runWindows(home, [{ args: onboard, env: withKey }]);
    const onboarded = home.read(home.config);
    await runWindows(home, [["models", "set", "kimi-k2.5", "--offline"]]);
    const changed = home.read(home.config);
    expect(changed).toContain("aisa/kimi-k2.5");
    expect(changed.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
    if (text.includes("\r\n")) expect(changed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    else expect(changed).not.toContain("\r");
    await runWindows(home, [["undo", "--yes"]]);
    expect(home.read(home.config)).toBe(onboarded);
  });

  test.each([
    ["OPENCLAW_HOME", "D:\\my work", "my work/.openclaw/openclaw.json"],
    ["OPENCLAW_STATE_DIR", "D:/my work/状态", "my work/状态/openclaw.json"],
    ["OPENCLAW_CONFIG_PATH", "d:\\conf\\oc.json5", "conf/oc.json5"],
    ["OPENCLAW_STATE_DIR", "\\\\fileserver\\team\\oc", "oc/openclaw.json"],
    ["OPENCLAW_CONFIG_PATH", "\\\\fileserver\\team\\a b\\..\\c.json", "c.json"],
  ])("%s=%s leads to the file there, which undo takes away again", async (variable, value, file) => {
    const disk = makeHome();
    mapTo(disk.path, "d:");
    mapTo(disk.path, "unc/fileserver/team");
    const home = makeWindowsHome();
    const env = { ...withKey, [variable]: value };
    const [onboarded] = await runWindows(home, [{ args: onboard, env }]);
    expect(onboarded?.json()).toMatchObject({ ok: true, changed: true });
    expect(readFileSync(join(disk.path, file), "utf8")).toContain('"aisa"');
    const [undone] = await runWindows(home, [{ args: ["undo", "--yes", "--json"], env }]);
    expect(undone?.json()).toMatchObject({ ok: true, changed: true });
    expect(existsSync(join(disk.path, file))).toBe(false);
  });

  test("a variable with ~ counts from the user's folder", async () => {
    const home = makeWindowsHome();
    const env = { ...withKey, OPENCLAW_CONFIG_PATH: "~\\conf\\mine.json" };
    await runWindows(home, [{ args: onboard, env }]);
    expect(home.exists(join(home.path, "conf", "mine.json"))).toBe(true);
  });

  test.each(["parts/models.json5", "parts\\\\models.json5", "absolute"])(
    "a change goes into the file that %s includes, and undo restores both",
    async (named) => {
      const home = makeWindowsHome();
      const written =
        named === "absolute"
          ? JSON.stringify(`${home.windows}\\.openclaw\\parts\\models.json5`).slice(1, -1)
          : named;
      const config = `{ models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", models: [{ id: "kimi-k2.5", name: "Kimi" }] } } },\r\n  agents: { $include: "${written}" } }\r\n`;
      const part = "{ defaults: { model: { primary: 'aisa/qwen3-max' } } } // mine\r\n";
      writeFileSync(home.write(".openclaw/openclaw.json", config), config);
      home.write(".openclaw/parts/models.json5", part);
      const file = join(home.path, ".openclaw", "parts", "models.json5");
      const [set] = await runWindows(home, [["models", "set", "kimi-k2.5", "--offline", "--json", "--yes"]]);
      expect(set?.stdout).toContain('"ok": true');
      expect(home.read(file)).toContain("aisa/kimi-k2.5");
      expect(home.read(file)).toContain("// mine\r\n");
      await runWindows(home, [["undo", "--yes"]]);
      expect(home.read(file)).toBe(part);
      expect(home.read(home.config)).toBe(config);
    },
  );

  test("an include that leaves the folder, or is on another drive, is refused as OpenClaw does", async () => {
    const disk = makeHome();
    mapTo(disk.path, "d:");
    mkdirSync(join(disk.path, "x"));
    writeFileSync(join(disk.path, "x", "m.json"), "{}");
    const home = makeWindowsHome('{ agents: { $include: "D:\\\\x\\\\m.json" } }');
    const [set] = await runWindows(home, [["models", "set", "kimi-k2.5", "--offline", "--json"]]);
    expect(set?.json().problems.map((one) => one.code)).toContain("config-include");
  });

  test("capital letters do not count: the same config by another spelling is one, and undo knows its changes", async () => {
    const home = makeWindowsHome();
    const [onboarded] = await runWindows(home, [{ args: onboard, env: withKey }]);
    expect(onboarded?.json()).toMatchObject({ changed: true });
    const env = { OPENCLAW_STATE_DIR: `${home.windows.toUpperCase()}\\.OPENCLAW` };
    const [doctor, undone] = await runWindows(home, [
      { args: ["doctor", "--offline", "--json"], env },
      { args: ["undo", "--yes", "--json"], env },
    ]);
    expect(doctor?.json().problems.map((one) => one.code)).not.toContain("several-configs");
    expect(undone?.json()).toMatchObject({ ok: true, changed: true });
    expect(home.exists(home.config)).toBe(false);
  });

  test("a read-only config stays, and the advice is for the shell in use", async () => {
    const home = makeWindowsHome();
    await runWindows(home, [{ args: onboard, env: withKey }]);
    const before = home.read(home.config);
    chmodSync(home.config, 0o444);
    const args = ["models", "set", "kimi-k2.5", "--offline", "--json"];
    const modules = `${home.windows}\\Documents\\PowerShell\\Modules`;
    const runs = await runWindows(home, [
      { args },
      { args, env: { PSModulePath: modules } },
      { args, env: { MSYSTEM: "MINGW64" } },
    ]);
    const file = `${home.windows}\\.openclaw\\openclaw.json`;
    expect(runs.map((one) => [one.code, one.json().problems[0]?.remedy.commands])).toEqual([
      [5, [`attrib -R "${file}"`]],
      [5, [`attrib -R "${file}"`]],
      [5, [`chmod u+w '${file}'`]],
    ]);
    expect(home.read(home.config)).toBe(before);
  });

  test("what is remembered between runs is below %APPDATA%, and the key of the aisa tool is found there", async () => {
    const home = makeWindowsHome();
    home.write("AppData/Roaming/aisa-cli-nodejs/Config/config.json", JSON.stringify({ apiKey: key }));
    const [onboarded] = await runWindows(home, [["onboard", "--offline", "--yes"]]);
    expect(onboarded?.stdout).toMatch(/Key +sk-\.\.\.abcd/);
    expect(home.read(home.dotenv)).toBe(`AISA_API_KEY='${key}'\n`);
  });
});
