import { describe, expect, it } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { modeOf, type OnboardData, onboard, settles, valueIn } from "../helpers/onboard.ts";

const apiKey = ["models", "providers", "aisa", "apiKey"];
const block = (key: string, rest = "") =>
  `{ models: { providers: { aisa: { baseUrl: "https://api.aisa.one/v1", apiKey: ${key}, models: [] } } }${rest} }\n`;

/** A bench whose environment holds no key. */
async function withoutKey(config?: string) {
  const bench = await makeBench({}, config);
  return { ...bench, env: { AISA_BASE_URL: bench.gateway.url } };
}

describe("sources of the key", () => {
  it("--aisa-api-key: stored in .env with mode 0600, with a warning", async () => {
    const bench = await withoutKey();
    const { home, gateway } = bench;
    const args = ["--auth-choice", "aisa-api-key", "--aisa-api-key", gateway.key];
    const done = await onboard(bench, args);
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toMatch(/▲ .*argument/);
    expect(home.read(home.dotenv)).toBe(`AISA_API_KEY='${gateway.key}'\n`);
    expect([modeOf(home.dotenv), modeOf(home.config)]).toEqual([0o600, 0o600]);
    expect(valueIn(home, apiKey)).toBe("${AISA_API_KEY}");
    await settles(bench, args);
  });

  it("--aisa-api-key-file: a file, with spaces, a line end or the variable's name around the key", async () => {
    const bench = await withoutKey();
    const { home, gateway } = bench;
    for (const text of [gateway.key, `  ${gateway.key}\r\n`, `export AISA_API_KEY="${gateway.key}"\n`]) {
      home.write("key.txt", text);
      const done = await onboard(bench, ["--aisa-api-key-file", "key.txt", "--json"]);
      expect([done.code, done.json<OnboardData>().data.key]).toEqual([
        0,
        { masked: "sk-…cdef", source: "file", storage: "dotenv" },
      ]);
      expect(home.read(home.dotenv)).toBe(`AISA_API_KEY='${gateway.key}'\n`);
    }
  });

  it("--aisa-api-key-file -: standard input", async () => {
    const bench = await withoutKey();
    const done = await onboard(bench, ["--aisa-api-key-file", "-"], { input: `${bench.gateway.key}\n` });
    expect([done.code, done.stdout.includes("argument")]).toEqual([0, false]);
    expect(bench.home.read(bench.home.dotenv)).toContain(bench.gateway.key);
  });

  it("AISA_API_KEY: stays in the environment, with a notice to set it for OpenClaw", async () => {
    const bench = await makeBench();
    const done = await onboard(bench);
    expect([done.code, bench.home.exists(bench.home.dotenv)]).toEqual([0, false]);
    expect(done.stdout).toMatch(
      /export AISA_API_KEY=… +wherever OpenClaw runs, because the key is not stored/,
    );
    expect(valueIn(bench.home, apiKey)).toBe("${AISA_API_KEY}");
    await settles(bench);
  });

  it.each([
    ["fish", "/usr/bin/fish", "set -gx AISA_API_KEY …"],
    ["PowerShell", "/usr/bin/pwsh", '$env:AISA_API_KEY = "…"'],
  ])("AISA_API_KEY: is set as %s sets it", async (_name, SHELL, command) => {
    const bench = await makeBench();
    const { stdout } = await onboard({ ...bench, env: { ...bench.env, SHELL } });
    expect(stdout).toContain(command);
    expect(stdout).not.toContain("export ");
  });

  it(".env of the state directory: stays there, untouched", async () => {
    const bench = await withoutKey();
    const text = `# mine\r\nOTHER=1\r\nexport AISA_API_KEY=${bench.gateway.key} # here\r\n`;
    bench.home.write(".openclaw/.env", text);
    const done = await onboard(bench, ["--json"]);
    const { key } = done.json<OnboardData>().data;
    expect([done.code, key.source, key.storage]).toEqual([0, "dotenv", "dotenv"]);
    expect(bench.home.read(bench.home.dotenv)).toBe(text);
    await settles(bench);
  });

  it("env.vars of the config: referred to, not copied into the block", async () => {
    const bench = await withoutKey();
    const { home, gateway } = bench;
    const config = `{ env: { vars: { AISA_API_KEY: "${gateway.key}" } } }\n`;
    home.write(".openclaw/openclaw.json", config);
    const done = await onboard(bench);
    expect(done.code).toBe(0);
    expect(valueIn(home, apiKey)).toBe("${AISA_API_KEY}");
    expect([home.read(home.config).split(gateway.key).length, home.exists(home.dotenv)]).toEqual([2, false]);
    await settles(bench);
  });

  it("the block's own key: unchanged, and not copied", async () => {
    const bench = await withoutKey();
    const { home, gateway } = bench;
    home.write(".openclaw/openclaw.json", block(`'${gateway.key}'`));
    const done = await onboard(bench, ["--json"]);
    expect([done.code, done.json<OnboardData>().data.key.storage]).toEqual([0, "config"]);
    expect(valueIn(home, apiKey)).toBe(gateway.key);
    expect(home.exists(home.dotenv)).toBe(false);
    expect(home.read(home.config)).toContain(`apiKey: '${gateway.key}'`);
  });

  it("a variable of another name: the reference stays", async () => {
    const bench = await withoutKey(block('"${MY_AISA_KEY}"'));
    const env = { MY_AISA_KEY: bench.gateway.key };
    const done = await onboard(bench, [], { env });
    expect(done.code).toBe(0);
    expect(valueIn(bench.home, apiKey)).toBe("${MY_AISA_KEY}");
    expect(bench.home.exists(bench.home.dotenv)).toBe(false);
    await settles(bench, [], { env });
  });

  it.each([
    ["environment", "process"],
    [".env", "dotenv"],
  ])("a SecretRef to a variable in the %s: stays", async (_name, place) => {
    const ref = '{ source: "env", provider: "default", id: "AISA_API_KEY" }';
    const bench = await withoutKey(block(ref));
    const { home, gateway } = bench;
    if (place === "dotenv") home.write(".openclaw/.env", `AISA_API_KEY=${gateway.key}\n`);
    const env = place === "process" ? { AISA_API_KEY: gateway.key } : {};
    const done = await onboard(bench, [], { env });
    expect(done.code).toBe(0);
    expect(valueIn(home, apiKey)).toEqual({ source: "env", provider: "default", id: "AISA_API_KEY" });
    await settles(bench, [], { env });
  });

  it("a SecretRef to a file: stays, and its key is used", async () => {
    const bench = await withoutKey();
    const { home, gateway } = bench;
    const file = home.write("secrets.json", JSON.stringify({ aisa: gateway.key }));
    const secrets = `, secrets: { providers: { mine: { source: "file", path: "${file}", mode: "json" } } }`;
    home.write(
      ".openclaw/openclaw.json",
      block('{ source: "file", provider: "mine", id: "/aisa" }', secrets),
    );
    const done = await onboard(bench, ["--json"]);
    expect([done.code, done.json<OnboardData>().data.key.storage]).toEqual([0, "config"]);
    expect(valueIn(home, [...apiKey, "id"])).toBe("/aisa");
    expect(home.read(home.config)).not.toContain(gateway.key);
  });

  it("a variable name without ${} is fixed even if a key is found elsewhere in the config", async () => {
    const bench = await withoutKey();
    const { home, gateway } = bench;
    const vars = `, env: { vars: { AISA_API_KEY: "${gateway.key}" } }`;
    home.write(".openclaw/openclaw.json", block('"AISA_API_KEY"', vars));
    expect((await onboard(bench)).code).toBe(0);
    expect(valueIn(home, apiKey)).toBe("${AISA_API_KEY}");
  });

  it("an auth profile of OpenClaw", async () => {
    const bench = await withoutKey();
    const profile = { "aisa:default": { type: "api_key", provider: "aisa", key: bench.gateway.key } };
    const store = JSON.stringify({ version: 1, profiles: profile });
    bench.home.write(".openclaw/agents/main/agent/auth-profiles.json", store);
    const done = await onboard(bench, ["--json"]);
    expect([done.code, done.json<OnboardData>().data.key.source]).toEqual([0, "other"]);
    expect(bench.home.read(`${bench.home.path}/.openclaw/agents/main/agent/auth-profiles.json`)).toBe(store);
    await settles(bench);
  });

  it("the store of the aisa tool", async () => {
    const bench = await withoutKey();
    bench.home.write(
      ".config/aisa-cli-nodejs/config.json",
      JSON.stringify({ apiKey: bench.gateway.key, other: 1 }),
    );
    const done = await onboard(bench);
    expect(done.code).toBe(0);
    expect(bench.home.read(bench.home.dotenv)).toContain(bench.gateway.key);
  });

  it("both flags at once: exit 2, naming them", async () => {
    const bench = await withoutKey();
    const done = await onboard(bench, ["--aisa-api-key", bench.gateway.key, "--aisa-api-key-file", "x"]);
    expect([done.code, bench.home.exists(bench.home.config)]).toEqual([2, false]);
    expect(done.stderr).toContain("--aisa-api-key-file");
  });

  it("a key of the flags wins over every stored one", async () => {
    const bench = await withoutKey();
    bench.home.write(".openclaw/.env", "# top\nAISA_API_KEY=sk-an-older-one-0123456789\nOTHER=1\n", 0o640);
    const done = await onboard(bench, ["--aisa-api-key-file", "-"], { input: bench.gateway.key });
    expect(done.code).toBe(0);
    expect(bench.home.read(bench.home.dotenv)).toBe(`# top\nAISA_API_KEY='${bench.gateway.key}'\nOTHER=1\n`);
    expect(done.stdout).not.toContain("sk-an-older-one-0123456789");
  });
});

describe("where the key is kept", () => {
  it("--key-storage dotenv, with the variable set: in .env too", async () => {
    const bench = await makeBench();
    const args = ["--key-storage", "dotenv"];
    expect((await onboard(bench, args)).code).toBe(0);
    expect(bench.home.read(bench.home.dotenv)).toBe(`AISA_API_KEY='${bench.gateway.key}'\n`);
    await settles(bench, args);
  });

  it("--key-storage config: in the config, with mode 0600 and a warning", async () => {
    const bench = await makeBench();
    const { home, gateway } = bench;
    home.write(".openclaw/openclaw.json", "{}\n", 0o644);
    const args = ["--key-storage", "config"];
    const done = await onboard(bench, args);
    expect([done.code, valueIn(home, apiKey), home.exists(home.dotenv)]).toEqual([0, gateway.key, false]);
    expect(done.stdout).toMatch(/▲ .*plain text/);
    expect(modeOf(home.config)).toBe(0o600);
    await settles(bench, args);
  });

  it("--key-storage config replaces a working reference with the key itself", async () => {
    const bench = await makeBench({}, block('"${AISA_API_KEY}"'));
    expect((await onboard(bench, ["--key-storage", "config"])).code).toBe(0);
    expect(valueIn(bench.home, apiKey)).toBe(bench.gateway.key);
  });

  it("--key-storage dotenv moves a key out of the config", async () => {
    const bench = await withoutKey();
    bench.home.write(".openclaw/openclaw.json", block(`"${bench.gateway.key}"`));
    expect((await onboard(bench, ["--key-storage", "dotenv"])).code).toBe(0);
    expect(bench.home.read(bench.home.config)).not.toContain(bench.gateway.key);
    expect(valueIn(bench.home, apiKey)).toBe("${AISA_API_KEY}");
    expect(bench.home.read(bench.home.dotenv)).toContain(bench.gateway.key);
  });

  it.each([undefined, ""])(
    "--key-storage env without the variable (%j): exit 2, nothing written",
    async (value) => {
      const bench = await makeBench();
      const done = await onboard(bench, ["--key-storage", "env", "--aisa-api-key-file", "-"], {
        input: bench.gateway.key,
        env: { AISA_API_KEY: value },
      });
      expect([done.code, bench.home.exists(bench.home.config)]).toEqual([2, false]);
      expect(done.stderr).toContain("--key-storage");
    },
  );

  it("--key-storage env with another key in the variable: exit 2, nothing written", async () => {
    const bench = await makeBench();
    const done = await onboard(bench, ["--key-storage", "env", "--aisa-api-key-file", "-"], {
      input: bench.gateway.key,
      env: { AISA_API_KEY: "sk-another-one-0123456789" },
    });
    expect([done.code, bench.home.exists(bench.home.config)]).toEqual([2, false]);
    expect(done.stdout + done.stderr).not.toContain("sk-another-one-0123456789");
  });

  it("a variable that hides the new key is warned about", async () => {
    const bench = await makeBench();
    const done = await onboard(bench, ["--aisa-api-key-file", "-", "--json"], {
      input: bench.gateway.key,
      env: { AISA_API_KEY: "sk-another-one-0123456789" },
    });
    expect([done.code, done.json<OnboardData>().data.key.storage]).toEqual([0, "dotenv"]);
    expect(done.json().problems).toMatchObject([{ code: "conflicting-keys", severity: "warning" }]);
    expect(done.json().problems[0]?.detail).toContain("AISA_API_KEY");
    expect(done.stdout).not.toContain("sk-another-one-0123456789");
  });

  it("an auth profile with another key, which OpenClaw would use, is warned about", async () => {
    const bench = await withoutKey();
    const profiles = { "aisa:default": { type: "api_key", provider: "aisa", key: "sk-profile-0123456789" } };
    bench.home.write(".openclaw/agents/main/agent/auth-profiles.json", JSON.stringify({ profiles }));
    const done = await onboard(bench, ["--aisa-api-key-file", "-", "--json"], { input: bench.gateway.key });
    expect(done.code).toBe(0);
    expect(done.json().problems).toMatchObject([{ code: "conflicting-keys", severity: "warning" }]);
    expect(done.json().problems[0]?.detail).toContain("aisa:default");
    expect(done.stdout).not.toContain("sk-profile-0123456789");
  });

  it("a readable .env gets mode 0600 when a key is stored in it", async () => {
    const bench = await withoutKey();
    bench.home.write(".openclaw/.env", "OTHER=1\n", 0o644);
    const done = await onboard(bench, ["--aisa-api-key-file", "-"], { input: bench.gateway.key });
    expect([done.code, modeOf(bench.home.dotenv)]).toEqual([0, 0o600]);
    expect(done.stdout).toContain("0600");
    expect(bench.home.read(bench.home.dotenv)).toBe(`OTHER=1\nAISA_API_KEY='${bench.gateway.key}'\n`);
  });

  it("a .env without a final newline, with CRLF or a byte order mark keeps its form", async () => {
    for (const [before, after] of [
      ["A=1", "A=1\nAISA_API_KEY='KEY'\n"],
      ["\uFEFFA=1\r\nB='x # y'\r\n", "\uFEFFA=1\r\nB='x # y'\r\nAISA_API_KEY='KEY'\r\n"],
      ['AISA_API_KEY="old-key-012345" # mine\nB=2', "AISA_API_KEY='KEY' # mine\nB=2"],
      ["export AISA_API_KEY=\nB=2\n", "export AISA_API_KEY='KEY'\nB=2\n"],
    ] as const) {
      const bench = await withoutKey();
      bench.home.write(".openclaw/.env", before);
      const done = await onboard(bench, ["--aisa-api-key-file", "-", "--no-verify"], {
        input: bench.gateway.key,
      });
      expect(done.code, done.stderr).toBe(0);
      expect(bench.home.read(bench.home.dotenv)).toBe(after.replace("KEY'", `${bench.gateway.key}'`));
    }
  });
});
