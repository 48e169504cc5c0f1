import JSON5 from "json5";
import { describe, expect, it } from "vitest";
import { get } from "../../src/core/json/index.ts";
import { exitCodes } from "../../src/core/problem/index.ts";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { makeHome } from "../helpers/home.ts";

const key = "sk-print-0123456789abcdef4567";
const aisa = ["models", "providers", "aisa"];
const offline = ["--offline", "--models", "qwen3-max"];

/** A user's config with references alone; CRLF, a comment, and a model of another provider. */
const own = `{\r\n  // mine\r\n  gateway: { auth: { token: "\${GATEWAY_TOKEN}" } },\r\n  agents: { defaults: { model: "openai/gpt-5" } },\r\n}\r\n`;

describe("onboard --print", () => {
  it("prints the very file that onboard writes, and writes nothing", async () => {
    const home = makeHome(own);
    const env = { AISA_API_KEY: key };
    const printed = await run(["onboard", ...offline, "--print"], { home, env });
    expect([printed.code, home.read(home.config)]).toEqual([0, own]);
    expect(home.exists(`${home.path}/.openclaw/openclaw-aisa`)).toBe(false);
    expect((await run(["onboard", ...offline, "--key-storage", "env"], { home, env })).code).toBe(0);
    expect(printed.stdout).toBe(home.read(home.config));
    expect(printed.stderr).toContain("AISA_API_KEY");
    expect(printed.stdout + printed.stderr).not.toContain(key);
  });

  it("needs no key, no config and no home", async () => {
    const home = makeHome();
    const printed = await run(["onboard", ...offline, "--print", "--key-ref", "file:/run/secrets/aisa"], {
      home,
    });
    expect(printed.code).toBe(0);
    const value: unknown = JSON5.parse(printed.stdout);
    expect(get(value, [...aisa, "apiKey"])).toEqual({ source: "file", provider: "aisa", id: "value" });
    expect(get(value, ["secrets", "providers", "aisa"])).toEqual({
      source: "file",
      path: "/run/secrets/aisa",
      mode: "singleValue",
    });
  });

  it("reads the config from standard input, byte for byte, and none of this machine's", async () => {
    const home = makeHome("{ broken");
    const printed = await run(["onboard", ...offline, "--config", "-"], { home, input: own });
    expect(printed.code).toBe(0);
    expect(
      printed.stdout.startsWith('{\r\n  // mine\r\n  gateway: { auth: { token: "${GATEWAY_TOKEN}" } },\r\n'),
    ).toBe(true);
    expect(printed.stdout.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const again = await run(["onboard", ...offline, "--config", "-", "--check"], {
      home,
      input: printed.stdout,
    });
    expect([again.code, again.stdout]).toEqual([0, printed.stdout]);
    const first = await run(["onboard", ...offline, "--config", "-", "--check"], { home, input: own });
    expect([first.code, first.stdout]).toEqual([exitCodes.pending, printed.stdout]);
  });

  it("prints only our part with --fragment, whatever else the config holds", async () => {
    const home = makeHome();
    const input = own.replace('"${GATEWAY_TOKEN}"', '"a-real-token-of-the-gateway"');
    const printed = await run(["onboard", ...offline, "--config", "-", "--fragment"], { home, input });
    const value: unknown = JSON.parse(printed.stdout);
    expect(Object.keys(value as object)).toEqual(["models", "agents"]);
    expect(get(value, [...aisa, "apiKey"])).toBe("${AISA_API_KEY}");
    expect(get(value, ["agents"])).toEqual({ defaults: { model: "aisa/qwen3-max" } });
  });

  it.each([
    [
      "the gateway's token",
      own.replace('"${GATEWAY_TOKEN}"', '"a-real-token-of-the-gateway"'),
      "gateway.auth.token",
    ],
    [
      "our key",
      `{ models: { providers: { aisa: { apiKey: "${key}", models: [] } } } }`,
      "models.providers.aisa.apiKey",
    ],
    ["a key in a comment", `{ // old: ${key}\n}`, "a comment"],
  ])(
    "refuses a config with %s in it, names the place and prints nothing of it",
    async (_name, input, place) => {
      const home = makeHome();
      const printed = await run(["onboard", ...offline, "--config", "-"], { home, input });
      expect([printed.code, printed.stdout]).toEqual([exitCodes.usage, ""]);
      expect(printed.stderr).toContain("key-in-output");
      expect(printed.stderr).toContain(place);
      expect(printed.stderr).toContain("--key-ref");
      expect(printed.stderr).not.toMatch(/a-real-token|sk-print-0123/);
    },
  );

  it("replaces our key by a reference with --key-ref", async () => {
    const home = makeHome();
    const input = `{ models: { providers: { aisa: { apiKey: "${key}", models: [] } } } }`;
    const args = ["onboard", ...offline, "--config", "-", "--key-ref", "env:FLEET_KEY"];
    const printed = await run(args, { home, input });
    expect([printed.code, get(JSON5.parse(printed.stdout), [...aisa, "apiKey"])]).toEqual([
      0,
      "${FLEET_KEY}",
    ]);
  });

  it("checks a key that it is given, and does not print it", async () => {
    const { home, env, gateway } = await makeBench();
    const printed = await run(["onboard", "--print"], { home, env });
    expect([printed.code, printed.stdout + printed.stderr]).toEqual([
      0,
      expect.not.stringContaining(gateway.key),
    ]);
    expect(gateway.requests.length).toBeGreaterThan(0);
    const wrong = await run(["onboard", "--print"], { home, env: { ...env, AISA_API_KEY: key } });
    expect([wrong.code, wrong.stdout]).toEqual([exitCodes.key, ""]);
  });

  it.each([
    [["onboard", "--print", "--diff"]],
    [["onboard", "--print", "--key-storage", "config"]],
    [["onboard", "--config", "-", "--aisa-api-key-file", "-"]],
    [["models", "list", "--config", "-"]],
    [["onboard", "--key-ref", "env:lower"]],
    [["onboard", "--key-ref", "file:relative"]],
    [["onboard", "--key-ref", "env:A", "--key-storage", "env"]],
  ])("refuses %j", async (args) => {
    const done = await run(args, { home: makeHome(), input: "{}" });
    expect([done.code, done.stdout]).toEqual([exitCodes.usage, ""]);
  });
});

describe("onboard --key-ref", () => {
  it("writes the reference, and nothing the second time", async () => {
    const home = makeHome();
    home.write("secret", `${key}\n`, 0o600);
    for (const ref of [
      "env:FLEET_KEY",
      `file:${home.path}/secret`,
      "exec:/usr/local/bin/aisa-key --of fleet",
    ]) {
      const args = ["onboard", ...offline, "--key-ref", ref];
      const done = await run([...args, "--json"], { home });
      expect([done.code, done.json().changed, done.stdout.includes(key)]).toEqual([0, true, false]);
      expect((await run([...args, "--check"], { home })).code).toBe(0);
      expect((await run(["export"], { home })).stdout).toContain(JSON.stringify(ref).slice(1, -1));
    }
    expect(home.exists(home.dotenv)).toBe(false);
  });

  it("is refused for an OpenClaw that would not start with it", async () => {
    const home = makeHome('{ meta: { lastTouchedVersion: "2026.2.9" } }');
    const done = await run(["onboard", ...offline, "--key-ref", "file:/run/secrets/aisa"], { home });
    expect([done.code, done.stderr]).toEqual([exitCodes.failed, expect.stringContaining("2026.3.13")]);
    expect((await run(["onboard", ...offline, "--key-ref", "env:FLEET_KEY"], { home })).code).toBe(0);
  });
});
