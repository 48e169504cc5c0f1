import { chmodSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { soundConfig } from "../helpers/config-faults.ts";
import { type FakeOpenClaw, placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { makeHome } from "../helpers/home.ts";

const key = "sk-aisa-3f9c1b7e5d2a4860";
const other = "sk-aisa-0f9c1b7e5d2a4861";
const aisa = soundConfig.models.providers.aisa;
const plugin = { plugins: { entries: { aisa: { enabled: true } } } };

interface Setting {
  readonly block?: object;
  readonly rest?: object;
  readonly env?: Record<string, string>;
  readonly dotenv?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly fake?: Partial<FakeOpenClaw>;
}

/** What doctor says of the keys, and after --fix. */
async function examine({ block = {}, rest = {}, env = {}, dotenv, files = {}, fake }: Setting) {
  const config = { ...soundConfig, models: { providers: { aisa: { ...aisa, ...block } } }, ...rest };
  const home = makeHome(JSON.stringify(config, null, 2));
  if (dotenv !== undefined) home.write(".openclaw/.env", dotenv);
  for (const [file, text] of Object.entries(files)) home.write(file, text);
  const path = fake && { PATH: placeOpenClaw(home, { version: "2026.9.6", ...fake }).path };
  const doctor = async (...flags: string[]) => {
    const done = await run(["doctor", "--offline", "--json", ...flags], { home, env: { ...env, ...path } });
    for (const secret of [key, other]) expect(done.stdout + done.stderr).not.toContain(secret);
    return done.json<{ keys: { label: string; inUse: boolean; inService: boolean }[] }>();
  };
  const { problems, data } = await doctor();
  const of = (code: string) => problems.find((one) => one.code === code);
  return { of, codes: problems.map((one) => one.code), data, home, doctor };
}

const dotenv = `AISA_API_KEY=${key}\n`;

describe("doctor on keys", () => {
  it.each<[string, Setting, boolean]>([
    ["in .env", { dotenv }, false],
    ["in the shell alone", { env: { AISA_API_KEY: key } }, true],
    ["nowhere", {}, false],
    ["in the config", { block: { apiKey: key } }, false],
  ])("says whether a background service would see the key: %s", async (_, setting, isBlind) => {
    const { of, codes } = await examine(setting);
    expect(of("key-not-visible-to-gateway")?.severity).toBe(isBlind ? "info" : undefined);
    expect(codes.some((code) => /key/.test(code))).toBe(
      isBlind || (setting.dotenv === undefined && !("block" in setting)),
    );
  });

  it.skipIf(process.platform !== "linux")(
    "warns where a service is installed that does not see it",
    async () => {
      const unit = ".config/systemd/user/openclaw-gateway.service";
      const env = { AISA_API_KEY: key };
      const blind = await examine({ env, files: { [unit]: "[Service]\nExecStart=openclaw gateway\n" } });
      expect(blind.of("key-not-visible-to-gateway")?.severity).toBe("warning");
      expect(blind.data).toMatchObject({ service: expect.stringContaining("openclaw-gateway.service") });
      const seeing = await examine({
        env,
        files: { [unit]: `[Service]\nEnvironment=AISA_API_KEY=${key}\n` },
      });
      expect(seeing.codes).not.toContain("key-not-visible-to-gateway");
    },
  );

  it("names keys that differ, and the one in use", async () => {
    const { of, data } = await examine({ env: { AISA_API_KEY: other }, dotenv });
    expect(of("conflicting-keys")?.evidence).toHaveLength(2);
    expect(data.keys.map((one) => [one.inUse, one.inService])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect((await examine({ env: { AISA_API_KEY: key }, dotenv })).codes).not.toContain("conflicting-keys");
  });

  it("prefers the block's key to the environment's, and the reverse with the plugin", async () => {
    const setting = { block: { apiKey: other }, dotenv };
    expect((await examine(setting)).data.keys.find((one) => one.inUse)?.label).toContain("apiKey");
    const { data, of, doctor, home } = await examine({ ...setting, rest: plugin, fake: {} });
    expect(data.keys.find((one) => one.inUse)?.label).toBe(home.dotenv);
    expect(of("conflicting-keys")).toMatchObject({
      fixable: true,
      detail: expect.stringContaining("plugin"),
    });
    const fixed = await doctor("--fix", "--yes");
    expect(fixed.problems.map((one) => one.code)).not.toContain("conflicting-keys");
    expect(home.read(home.config)).toContain('"apiKey": "${AISA_API_KEY}"');
  });

  it("keeps a key that the service has from nowhere else", async () => {
    const setting = { block: { apiKey: other }, env: { AISA_API_KEY: key }, rest: plugin, fake: {} };
    expect((await examine(setting)).of("conflicting-keys")?.fixable).toBe(false);
  });

  it("adds what the block hides of the plugin's catalog", async () => {
    const { of, doctor } = await examine({ dotenv, rest: plugin, fake: {} });
    expect(of("catalog-hidden")?.title).toContain("qwen-mt-flash");
    const fixed = await doctor("--fix", "--yes");
    expect(fixed.problems.map((one) => one.code)).not.toContain("catalog-hidden");
    expect((await examine({ dotenv })).codes).not.toContain("catalog-hidden");
  });

  it.each([
    ["quotes", `"'${key}'"`, true],
    ["Bearer", `"Bearer ${key}"`, true],
    ["a placeholder", "your-api-key", false],
  ])("names %s around a key", async (_, text, isMendable) => {
    const { of, doctor } = await examine({ dotenv: `AISA_API_KEY=${text}\n` });
    expect(of("malformed-key")?.fixable).toBe(isMendable);
    const left = (await doctor("--fix", "--yes")).problems.map((one) => one.code);
    expect(left.includes("malformed-key")).toBe(!isMendable);
  });

  it.each([
    ["AISA_API_KEY", "key-unresolved"],
    ["$AISA_API_KEY", "key-unresolved"],
    ["${aisa_api_key}", "key-unresolved"],
    ["$${AISA_API_KEY}", "key-unresolved"],
    ["${NOPE}", "key-unresolved"],
    ["", "missing-key"],
  ])("names what OpenClaw would send for apiKey %j", async (apiKey, code) => {
    const { of, home } = await examine({ block: { apiKey }, env: { AISA_API_KEY: key } });
    expect(of(code)?.severity).toBe("error");
    expect(home.read(home.config)).toContain(JSON.stringify(apiKey));
  });

  it("reports a SecretRef whose provider is not configured", async () => {
    const apiKey = { source: "exec", provider: "vault", id: "aisa" };
    const { codes } = await examine({ block: { apiKey } });
    expect(codes).toEqual(["secret-unreadable", "openclaw-missing"]);
  });

  it("prefers an auth profile to every other source", async () => {
    const profiles = { profiles: { "aisa:default": { type: "api_key", provider: "aisa", key: other } } };
    const file = ".openclaw/agents/main/agent/auth-profiles.json";
    const { data, codes } = await examine({ dotenv, files: { [file]: JSON.stringify(profiles) } });
    expect(data.keys[0]).toMatchObject({ label: expect.stringContaining("aisa:default"), inUse: true });
    expect(codes).toContain("conflicting-keys");
  });
});

describe.skipIf(process.platform === "win32")("doctor on who may change where the key is sent", () => {
  it("finds a config, an included file, a .env and a folder that other users can write, and fixes the files", async () => {
    const home = makeHome();
    const { models, ...rest } = soundConfig;
    const files = [
      home.write(".openclaw/openclaw.json", JSON.stringify({ ...rest, $include: "./models.json" }), 0o666),
      home.write(".openclaw/models.json", JSON.stringify({ models }), 0o666),
      home.write(".openclaw/.env", "OTHER=1\n", 0o602),
    ];
    chmodSync(`${home.path}/.openclaw`, 0o777);
    const env = { AISA_API_KEY: key };
    const look = async (...flags: string[]) => {
      const done = await run(["doctor", "--offline", "--json", ...flags], { home, env });
      return done.json().problems.filter((one) => one.code === "insecure-permissions");
    };
    const [found, folder, ...more] = await look();
    expect(found?.evidence.map((line) => line.slice(5)).sort()).toEqual([...files].sort());
    expect(folder?.remedy.commands).toEqual([`chmod go-w ${home.path}/.openclaw`]);
    expect([found?.fixable, folder?.fixable, more]).toEqual([true, false, []]);
    await look("--fix", "--yes");
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o644, 0o644, 0o600]);
    chmodSync(`${home.path}/.openclaw`, 0o755);
    expect(await look()).toEqual([]);
  });
});
