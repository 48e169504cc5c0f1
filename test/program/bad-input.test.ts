import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type DemoBehaviour, type DemoScript, startDemoGateway } from "../../src/demo/server.ts";
import { hasOpenssl, makeCertificate } from "../helpers/certificate.ts";
import { type Run, run } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";

const key = "sk-demo-bad-input-0123456789abcdef";

const config = `// my agent
{
  agents: { defaults: { model: { primary: 'openai/gpt-5' } } }, // keep
  models: { providers: {} },
}
`;

/** How onboarding is asked for here, and what it is asked with. */
interface Asked {
  readonly baseUrl: string;
  readonly env?: Record<string, string>;
  readonly args?: readonly string[];
  readonly input?: string;
}

interface Onboarded extends Run {
  readonly home: Home;
  readonly seconds: number;
  readonly megabytes: number;
}

const measure = `process.on("exit", () => require("node:fs").writeFileSync(process.env.TEST_PEAK, String(process.resourceUsage().maxRSS)));`;

/** Onboards with a key from standard input, and holds what must hold for every failure. */
async function onboard(asked: Asked): Promise<Onboarded> {
  const home = makeHome(config);
  const peak = join(home.path, "peak");
  const env = {
    NODE_OPTIONS: `--require=${home.write("measure.cjs", measure)}`,
    TEST_PEAK: peak,
    ...asked.env,
  };
  const args = ["onboard", "--aisa-api-key-file", "-", "--base-url", asked.baseUrl, ...(asked.args ?? [])];
  const started = performance.now();
  const result = await run(args, { home, env, input: asked.input ?? key });
  const seconds = (performance.now() - started) / 1000;
  const all = result.stdout + result.stderr;
  expect(result.signal).toBeNull();
  expect(all, "a stack trace").not.toMatch(/^\s+at .+[:(]\d|node:internal|UnhandledPromise/m);
  expect(all, "the key").not.toContain(key);
  expect(all, "control characters").not.toMatch(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u202a-\u202e]/,
  );
  expect(home.read(home.config)).toBe(config);
  expect(home.exists(home.dotenv)).toBe(false);
  return { ...result, home, seconds, megabytes: Number(readFileSync(peak, "utf8")) / 1024 };
}

async function gatewayWith(script: DemoScript): Promise<string> {
  const gateway = await startDemoGateway({ key, ...script });
  onTestFinished(() => gateway.close());
  return gateway.url;
}

const every = (what: DemoBehaviour): DemoScript => ({ faults: [{ what }] });
const raw = (body: string, rest: object = {}): DemoScript =>
  every({ kind: "raw", body, headers: { "content-type": "application/json" }, ...rest });

async function listen(server: Server & { closeAllConnections?(): void }): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections?.();
  });
  return (server.address() as AddressInfo).port;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("the key", () => {
  const rows: readonly [string, DemoScript, string][] = [
    ["a wrong one", { key: "sk-demo-another" }, "invalid-key"],
    ["a wrong one, AIsa's own answer", { key: "sk-demo-another", family: "aisa" }, "invalid-key"],
    ["an expired one", { account: "expired" }, "key-expired-or-disabled"],
    ["a disabled one", { account: "disabled" }, "key-expired-or-disabled"],
    [
      "one that is echoed in colours",
      raw(`{"error":{"message":"\\u001b[31mInvalid token ${key}"}}`, { status: 401 }),
      "invalid-key",
    ],
    ["200 MB of refusal", every({ kind: "huge", bytes: 200 * 1024 ** 2, status: 401 }), "invalid-key"],
  ];
  it.each(rows)("%s: exit 3", async (_name, script, code) => {
    const baseUrl = await gatewayWith(script);
    const person = await onboard({ baseUrl });
    expect(person.code).toBe(3);
    expect(person.stdout + person.stderr).toContain(code);
    const program = await onboard({ baseUrl, args: ["--json", "--lang", "zh-CN"] });
    expect(program.code).toBe(3);
    expect(program.json()).toMatchObject({ ok: false, changed: false, problems: [{ code }] });
    expect(program.json().problems[0]?.title).toMatch(/\p{Script=Han}/u);
  });

  it("none, without a terminal: exit 2 and the flag's name", async () => {
    const home = makeHome(config);
    const result = await run(["onboard", "--base-url", await gatewayWith({})], { home });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("--aisa-api-key");
    expect(home.read(home.config)).toBe(config);
  });

  it.each(["sk-demo with blanks inside", "sk-demo-ключ", "\u0000\u0001"])(
    "one that cannot be one: %j",
    async (input) => {
      const result = await onboard({ baseUrl: await gatewayWith({}), input });
      expect([2, 3]).toContain(result.code);
      expect(result.stdout + result.stderr).not.toContain(input);
    },
  );
});

describe("the answer", () => {
  const rows: readonly [string, DemoScript, RegExp][] = [
    ["a web page", every({ kind: "html", title: "Hotel" }), /text\/html|Hotel|HTML/],
    ["no JSON", raw("hello there"), /hello there|JSON/],
    ["half a JSON", every({ kind: "truncate" }), /JSON/],
    ["an empty body", raw(""), /JSON|empty/],
    ["null", raw("null"), /JSON|null/],
    ["another shape", raw('{"data":"nope"}'), /nope/],
    ["unusable ids only", raw('{"data":[{"id":5},{"id":"\\u001b[31m"}]}'), /\S/],
    ["invalid UTF-8", every({ kind: "raw", bytes: [0x7b, 0xff, 0x7d] }), /UTF-8/],
    ["a gigabyte", every({ kind: "huge", bytes: 1024 ** 3 }), /\d/],
    ["a gzip bomb", every({ kind: "gzip-bomb", bytes: 1024 ** 3 }), /\d/],
    ["a redirect", every({ kind: "redirect", location: "http://elsewhere.test/v1" }), /elsewhere\.test/],
    ["a connection that breaks", every({ kind: "drop" }), /\S/],
    ["an upstream error", every({ kind: "error", error: "upstream-unavailable" }), /503/],
  ];
  it.each(rows)("%s: exit 4, and what came", async (_name, script, said) => {
    const result = await onboard({ baseUrl: await gatewayWith(script) });
    expect(result.code).toBe(4);
    expect(result.stdout + result.stderr).toMatch(said);
    expect(result.megabytes).toBeLessThan(200);
  });

  it("that never comes to its end: exit 4 within 45 s", async () => {
    const faults: readonly DemoBehaviour[] = [
      { kind: "hang" },
      { kind: "stall" },
      { kind: "drip", ms: 20 },
      { kind: "first-token-delay", ms: 300_000 },
    ];
    const started = await Promise.all(faults.map((what) => gatewayWith(every(what))));
    const results = await Promise.all(started.map((baseUrl) => onboard({ baseUrl })));
    expect(results.map((result) => result.code)).toEqual([4, 4, 4, 4]);
    for (const result of results) {
      expect(result.stdout + result.stderr).toContain("network-timeout");
      expect(result.seconds).toBeLessThan(45);
      expect(result.megabytes).toBeLessThan(200);
    }
  });
});

describe("the way there", () => {
  it("a name without an address: exit 4", async () => {
    const result = await onboard({ baseUrl: "http://gateway.invalid/v1" });
    expect([result.code, result.stdout + result.stderr]).toEqual([4, expect.stringContaining("network-dns")]);
    expect(result.stdout + result.stderr).toContain("gateway.invalid");
  });

  it("nobody listens: exit 4", async () => {
    const port = await freePort();
    const result = await onboard({ baseUrl: `http://127.0.0.1:${port}/v1` });
    expect([result.code, result.stdout + result.stderr]).toEqual([
      4,
      expect.stringContaining("network-refused"),
    ]);
  });

  it.skipIf(!hasOpenssl).each([
    ["self-signed", "valid", false],
    ["expired", "expired", true],
  ] as const)("a certificate that is %s: exit 4", async (_name, validity, trusted) => {
    const made = makeCertificate(validity);
    const port = await listen(createHttpsServer(made));
    const env: Record<string, string> = trusted ? { NODE_EXTRA_CA_CERTS: made.file } : {};
    const result = await onboard({ baseUrl: `https://127.0.0.1:${port}/v1`, env });
    expect([result.code, result.stdout + result.stderr]).toEqual([4, expect.stringContaining("tls-error")]);
  });

  it("https to a server without TLS: exit 4", async () => {
    const baseUrl = (await gatewayWith({})).replace("http:", "https:");
    const result = await onboard({ baseUrl });
    expect([result.code, result.stdout + result.stderr]).toEqual([4, expect.stringContaining("tls-error")]);
  });

  it("a proxy that is no URL, is not there, or refuses: exit 4, its password unsaid", async () => {
    const refusing = createServer();
    refusing.on("connect", (_request, socket) => {
      socket.on("error", () => socket.destroy());
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
    });
    const places = ["127.0.0.1:8080", `http://me:hidden@127.0.0.1:${await freePort()}`];
    const port = await listen(refusing);
    const baseUrl = await gatewayWith({});
    for (const proxy of [...places, "socks5://me:hidden@127.0.0.1:1", `http://me:hidden@127.0.0.1:${port}`]) {
      const result = await onboard({ baseUrl, env: { HTTP_PROXY: proxy } });
      expect([result.code, result.stdout + result.stderr]).toEqual([
        4,
        expect.stringContaining("proxy-error"),
      ]);
      expect(result.stdout + result.stderr).not.toContain("hidden");
    }
  });
});

describe("the base URL", () => {
  it.each(["ftp://gateway.test/v1", "gateway", "file:///etc/passwd", "http://me:hidden@gateway.test/v1"])(
    "%s: exit 2",
    async (baseUrl) => {
      const result = await onboard({ baseUrl });
      expect([result.code, result.stdout + result.stderr]).toEqual([
        2,
        expect.stringContaining("--base-url"),
      ]);
    },
  );
});

describe("limits that are no fault of the key", () => {
  it.each([
    ["with a body", { kind: "rate-limit", retryAfter: 3600 }],
    ["without", { kind: "rate-limit", body: false }],
  ] as const)("429 %s ends at once and says so", async (_name, what) => {
    const result = await onboard({ baseUrl: await gatewayWith(every(what)) });
    expect([result.code, result.stdout + result.stderr]).toEqual([
      1,
      expect.stringContaining("rate-limited"),
    ]);
  });
});
