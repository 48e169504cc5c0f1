import { describe, expect, it } from "vitest";
import { exitCodes } from "../../src/core/problem/index.ts";
import { run } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { modeOf } from "../helpers/onboard.ts";

const oldKey = "sk-old-0123456789abcdef0123";
const newKey = "sk-new-0123456789abcdef4567";

interface RotateData {
  old: string[];
  new: string;
  validated: boolean;
  pending: boolean;
  changes: { file: string; path: string; before?: string; after?: string }[];
  left: { place: string; reason: string }[];
  hidden: string[];
}

const block = (apiKey: string, url: string) =>
  `"aisa": { "baseUrl": "${url}", "apiKey": "${apiKey}", "api": "openai-completions", "models": [] }`;

/** A machine that has the old key in every place where OpenClaw keeps one, and a gateway that accepts the new one. */
async function makeMachine(): Promise<Bench> {
  const bench = await makeBench({ key: newKey });
  const { home, gateway } = bench;
  const url = gateway.url;
  home.write(
    ".openclaw/openclaw.json",
    `{\n  // kept\n  models: { $include: "./models.json5" },\n  env: { vars: { OTHER: "x-${oldKey}y" } },\n}\n`,
  );
  home.write(
    ".openclaw/models.json5",
    `{ providers: { ${block(oldKey, url)}, other: { headers: { Authorization: 'Bearer ${oldKey}' } } } } // tail\n`,
  );
  home.write(".openclaw/.env", `# mine\nAISA_API_KEY='${oldKey}'\nOTHER=1\n`);
  home.write(".openclaw/service-env/gateway.env", `export AISA_API_KEY='${oldKey}'\n`);
  const agent = ".openclaw/agents/main/agent";
  home.write(`${agent}/models.json`, `{"providers":{${block(oldKey, url)}}}`);
  home.write(
    `${agent}/auth-profiles.json`,
    JSON.stringify({ profiles: { "aisa:default": { provider: "aisa", type: "api_key", key: oldKey } } }),
  );
  home.write("new.key", `${newKey}\n`);
  return { ...bench, env: {} };
}

const changedFiles = [
  ".openclaw/.env",
  ".openclaw/models.json5",
  ".openclaw/service-env/gateway.env",
  ".openclaw/agents/main/agent/models.json",
  ".openclaw/agents/main/agent/auth-profiles.json",
];
const rotate = ({ home, env }: Bench, ...args: string[]) =>
  run(["key", "rotate", "--aisa-api-key-file", "new.key", ...args], {
    home,
    env: { COLUMNS: "200", ...env },
  });

describe("key rotate", () => {
  it("changes every file of OpenClaw's that holds the old key, in one write that undo takes back", async () => {
    const bench = await makeMachine();
    const { home } = bench;
    const at = (file: string) => `${home.path}/${file}`;
    const before = changedFiles.map((file) => home.read(at(file)));
    const config = home.read(home.config);
    const checked = await rotate(bench, "--check");
    expect([checked.code, changedFiles.map((file) => home.read(at(file)))]).toEqual([
      exitCodes.pending,
      before,
    ]);

    const done = await rotate(bench);
    expect([done.code, done.stderr]).toEqual([0, ""]);
    for (const key of [oldKey, newKey]) expect(done.stdout).not.toContain(key);
    expect(done.stdout).toMatch(/sk-\w*…0123 is replaced by sk-…4567/);
    expect(changedFiles.map((file) => home.read(at(file)))).toEqual(
      before.map((text) => text.replaceAll(oldKey, newKey)),
    );
    expect(home.read(home.config)).toBe(config);
    expect(changedFiles.map((file) => modeOf(at(file)))).toEqual(changedFiles.map(() => 0o600));

    const again = await rotate(bench, "--json");
    expect([again.code, again.json().changed]).toEqual([0, false]);
    const undone = await run(["undo"], { home });
    expect([undone.code, changedFiles.map((file) => home.read(at(file)))]).toEqual([0, before]);
  });

  it("names the old key masked, and the places that are not OpenClaw's to change", async () => {
    const bench = await makeMachine();
    const { home } = bench;
    home.write(".config/aisa-cli-nodejs/config.json", JSON.stringify({ apiKey: oldKey }));
    home.write(
      ".config/systemd/user/openclaw-gateway.service",
      `[Service]\nEnvironment=AISA_API_KEY=${oldKey}\n`,
    );
    home.write("project/.env", `AISA_API_KEY=${oldKey}\n`);
    const done = await run(["key", "rotate", "--aisa-api-key-file", "../new.key", "--json"], {
      home,
      env: { AISA_API_KEY: oldKey },
      cwd: `${home.path}/project`,
    });
    const { data } = done.json<RotateData>();
    expect([done.code, data.old.length, data.validated]).toEqual([0, 1, true]);
    expect(data.left.map((one) => [one.place.replace(home.path, "~"), one.reason])).toEqual([
      ["AISA_API_KEY", "environment"],
      ["~/project/.env", "workspace"],
      ["~/.config/aisa-cli-nodejs/config.json", "other-tool"],
      ["~/.config/systemd/user/openclaw-gateway.service", "service"],
    ]);
    expect(data.changes.every((one) => one.before !== one.after && !one.after?.includes(newKey))).toBe(true);
    expect(done.stdout).not.toContain(oldKey);
    expect(home.read(`${home.path}/project/.env`)).toContain(oldKey);
  });

  it("writes nothing when the gateway rejects the new key", async () => {
    const bench = await makeMachine();
    const { home } = bench;
    const before = changedFiles.map((file) => home.read(`${home.path}/${file}`));
    home.write("new.key", "sk-wrong-0123456789abcdef");
    const done = await rotate(bench);
    expect([done.code, done.stderr]).toEqual([exitCodes.key, expect.stringContaining("invalid-key")]);
    expect(changedFiles.map((file) => home.read(`${home.path}/${file}`))).toEqual(before);
  });

  it("takes the new key from AISA_API_KEY, standard input, or an argument", async () => {
    for (const [args, env, input] of [
      [[], { AISA_API_KEY: newKey }, ""],
      [["--aisa-api-key-file", "-"], {}, newKey],
      [["--aisa-api-key", newKey], {}, ""],
    ] as const) {
      const { home } = await makeMachine();
      const done = await run(["key", "rotate", ...args], { home, env, input });
      expect([done.code, home.read(home.dotenv)]).toEqual([0, expect.stringContaining(newKey)]);
    }
  });

  it("names what is missing", async () => {
    const bench = await makeMachine();
    const missing = await run(["key", "rotate"], { home: bench.home });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("--aisa-api-key-file")]);
    const fresh = await makeBench();
    fresh.home.write("new.key", newKey);
    expect((await rotate({ ...fresh, env: {} }, "--offline")).code).toBe(exitCodes.key);
  });

  it("changes what it can, and names what is in an included file that is not ours to edit", async () => {
    const bench = await makeBench({ key: newKey });
    const { home, gateway } = bench;
    home.write("new.key", newKey);
    home.write(".openclaw/a.json5", `{ providers: { ${block(oldKey, gateway.url)} } }`);
    home.write(".openclaw/b.json5", "{ mode: 'merge' }");
    home.write(".openclaw/openclaw.json", '{ models: { $include: ["./a.json5", "./b.json5"] } }');
    home.write(".openclaw/.env", `AISA_API_KEY=${oldKey}\n`);
    const done = await rotate({ ...bench, env: {} }, "--json");
    const { data } = done.json<RotateData>();
    expect([done.code, data.left]).toEqual([
      0,
      [{ place: "models.providers.aisa.apiKey", reason: "included" }],
    ]);
    expect(home.read(home.dotenv)).toContain(newKey);
    expect(home.read(`${home.path}/.openclaw/a.json5`)).toContain(oldKey);
  });

  it("fails when the key is only where others keep it", async () => {
    const bench = await makeBench({ key: newKey });
    const { home, gateway } = bench;
    home.write("secret", oldKey);
    home.write("new.key", newKey);
    const secrets = {
      providers: { aisa: { source: "file", path: `${home.path}/secret`, mode: "singleValue" } },
    };
    const apiKey = { source: "file", provider: "aisa", id: "value" };
    const models = { providers: { aisa: { baseUrl: gateway.url, apiKey, models: [] } } };
    home.write(".openclaw/openclaw.json", JSON.stringify({ secrets, models }));
    const done = await rotate({ ...bench, env: {} }, "--json");
    expect([done.code, done.json<RotateData>().data.left]).toEqual([
      exitCodes.failed,
      [{ place: `${home.path}/secret`, reason: "secret-file" }],
    ]);
    expect(home.read(`${home.path}/secret`)).toBe(oldKey);
  });
});
