import { spawnSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type DemoBehaviour, type DemoScript, startDemoGateway } from "../../src/demo/server.ts";
import { hasOpenssl, makeCertificate } from "../helpers/certificate.ts";
import { cleanEnv, program, type Run, run, spawnProgram } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { isRoot } from "../helpers/user.ts";

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
  readonly patience?: number;
  /** In a process of its own: for variables that Node itself reads, and to see what memory it takes. */
  readonly spawned?: boolean;
}

/** Onboards with a key from standard input, and holds what must hold for every failure. */
async function onboard(asked: Asked): Promise<Run & { readonly home: Home }> {
  const home = makeHome(config);
  const args = ["onboard", "--aisa-api-key-file", "-", "--base-url", asked.baseUrl, ...(asked.args ?? [])];
  const start = asked.spawned ? spawnProgram : run;
  const result = await start(args, { input: key, ...asked, home });
  const all = result.stdout + result.stderr;
  expect(result.signal).toBeNull();
  expect(all, "a stack trace").not.toMatch(/^\s+at .+[:(]\d|node:internal|UnhandledPromise/m);
  expect(all, "the key").not.toContain(key);
  expect(all, "control characters").not.toMatch(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u202a-\u202e]/,
  );
  expect(home.read(home.config)).toBe(config);
  expect(home.exists(home.dotenv)).toBe(false);
  return { ...result, home };
}

const measure = `process.on("exit", () => require("node:fs").writeFileSync(process.env.TEST_PEAK, String(process.resourceUsage().maxRSS)));`;

/** The most memory that a run on a hostile gateway takes, in MB. */
async function peakOf(baseUrl: string): Promise<number> {
  const peak = join(makeHome().path, "peak");
  const script = makeHome().write("measure.cjs", measure);
  const env = { NODE_OPTIONS: `--require=${script}`, TEST_PEAK: peak };
  expect((await onboard({ baseUrl, env, spawned: true })).code).toBe(4);
  return Number(readFileSync(peak, "utf8")) / 1024;
}

/** The same failure as data in Chinese: one problem, in words, with something to do. */
async function explainsInChinese(asked: Asked): Promise<void> {
  const result = await onboard({ ...asked, args: ["--json", "--lang", "zh-CN"] });
  const { ok, changed, problems } = result.json();
  expect([ok, changed, problems.length]).toEqual([false, false, 1]);
  expect(problems[0]?.title).toMatch(/\p{Script=Han}/u);
  expect(`${problems[0]?.remedy.text}${problems[0]?.remedy.commands.join()}`).not.toBe("");
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

/** Runs the program as a user without rights on a home that it may only read. Undefined where that is not possible. */
async function asNobody(home: Home, args: readonly string[]) {
  const uid = isRoot ? { uid: 65534, gid: 65534 } : {};
  chmodSync(home.config, 0o644);
  chmodSync(dirname(home.config), 0o555);
  const env = cleanEnv(home, { AISA_API_KEY: key, COLUMNS: "300" });
  const readable = spawnSync(process.execPath, [program, "--version"], { ...uid, env, cwd: "/" });
  if (readable.status !== 0) return undefined;
  const done = spawnSync(process.execPath, [program, ...args], { ...uid, env, cwd: "/", encoding: "utf8" });
  chmodSync(dirname(home.config), 0o755);
  return { code: done.status, stderr: done.stderr };
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
    await explainsInChinese({ baseUrl: await gatewayWith(script) });
  });

  it.each([
    ["a gigabyte", "huge"],
    ["a gzip bomb", "gzip-bomb"],
  ] as const)("%s is never held in memory", async (_name, kind) => {
    expect(await peakOf(await gatewayWith(every({ kind, bytes: 1024 ** 3 })))).toBeLessThan(200);
  });

  it.each<DemoBehaviour>([
    { kind: "hang" },
    { kind: "stall" },
    { kind: "drip", ms: 20 },
    { kind: "first-token-delay", ms: 300_000 },
  ])("that never comes to its end ($kind): exit 4, after at most two tries", async (what) => {
    const gateway = await startDemoGateway({ key, ...every(what) });
    onTestFinished(() => gateway.close());
    const result = await onboard({ baseUrl: gateway.url, patience: 0.02 });
    expect([result.code, result.stdout + result.stderr]).toEqual([
      4,
      expect.stringContaining("network-timeout"),
    ]);
    expect(gateway.requests.filter((one) => one.path === "/v1/models").length).toBeLessThanOrEqual(2);
  });
});

describe("the way there", () => {
  it("a name without an address: exit 4", async () => {
    const result = await onboard({ baseUrl: "http://gateway.invalid/v1" });
    expect([result.code, result.stdout + result.stderr]).toEqual([4, expect.stringContaining("network-dns")]);
    expect(result.stdout + result.stderr).toContain("gateway.invalid");
    await explainsInChinese({ baseUrl: "http://gateway.invalid/v1" });
  });

  it("connection refused: exit 4", async () => {
    const port = await freePort();
    const result = await onboard({ baseUrl: `http://127.0.0.1:${port}/v1` });
    expect([result.code, result.stdout + result.stderr]).toEqual([
      4,
      expect.stringContaining("network-refused"),
    ]);
    await explainsInChinese({ baseUrl: `http://127.0.0.1:${port}/v1` });
  });

  it.skipIf(!hasOpenssl).each([
    ["self-signed", "valid", false],
    ["expired", "expired", true],
  ] as const)("a certificate that is %s: exit 4", async (_name, validity, trusted) => {
    const made = makeCertificate(validity);
    const port = await listen(createHttpsServer(made));
    const env: Record<string, string> = trusted ? { NODE_EXTRA_CA_CERTS: made.file } : {};
    const asked = { baseUrl: `https://127.0.0.1:${port}/v1`, env, spawned: trusted };
    const result = await onboard(asked);
    expect([result.code, result.stdout + result.stderr]).toEqual([4, expect.stringContaining("tls-error")]);
    await explainsInChinese(asked);
  });

  it("https to a server without TLS: exit 4", async () => {
    const baseUrl = (await gatewayWith({})).replace("http:", "https:");
    const result = await onboard({ baseUrl });
    expect([result.code, result.stdout + result.stderr]).toEqual([4, expect.stringContaining("tls-error")]);
  });

  it("a proxy that is no URL, unreachable, or answers with an error: exit 4, its password not shown", async () => {
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

/** What every failure must say, in the user's language: what, where, what to do. And what it must not do. */
async function fails(
  args: readonly string[],
  setting: { home: Home; env?: Record<string, string>; secrets?: readonly string[] },
): Promise<{ code: number | null; en: string; zh: string }> {
  const files = [setting.home.config, setting.home.dotenv].filter((file) => setting.home.exists(file));
  const bytes = files.map((file) => (statSync(file).isFile() ? readFileSync(file) : undefined));
  const texts: string[] = [];
  let code: number | null = null;
  for (const lang of ["en", "zh-CN"]) {
    const result = await run([...args, "--lang", lang], {
      home: setting.home,
      env: { COLUMNS: "300", AISA_API_KEY: key, ...setting.env },
    });
    code = result.code;
    expect([result.signal, result.stdout]).toEqual([null, ""]);
    const all = result.stderr;
    expect(all, "one message").toMatch(/^✖ [^✖]+$/);
    expect(all, "a way out").toMatch(/^ {2}→ \S/m);
    expect(all, "a stack trace").not.toMatch(/^\s+at .+[:(]\d|node:internal|UnhandledPromise|Error:/m);
    for (const secret of [key, ...(setting.secrets ?? [])]) expect(all).not.toContain(secret);
    texts.push(all);
  }
  const after = files.map((file) => (statSync(file).isFile() ? readFileSync(file) : undefined));
  expect(after).toEqual(bytes);
  expect(texts[1]).toMatch(/\p{Script=Han}/u);
  return { code, en: texts[0] ?? "", zh: texts[1] ?? "" };
}

describe("the config", () => {
  const commands = [["onboard"], ["models", "set", "kimi", "--offline"], ["models", "list", "--offline"]];

  it.each([
    ["a missing comma", `{\n  // x\n  a: 1\n  b: 2,\n}\n`, "3:7", "|   a: 1"],
    ["an open brace", "{\r\n  a: {\r\n", "3:1", "invalid end of input"],
    [
      "a secret in the very line",
      `{ apiKey: "sk-in-the-line-0123456789" b: 1 }`,
      "1:38",
      '| { apiKey: "sk-…6789" b: 1 }',
    ],
    ["an unclosed comment", "{ a: 1 /* ", "1:11", "| { a: 1 /*"],
  ])("%s: exit 5, file:line:column and the line itself", async (_name, text, place, line) => {
    const home = makeHome(text);
    for (const args of commands) {
      const { code, en, zh } = await fails(args, { home, secrets: ["sk-in-the-line-0123456789"] });
      expect(code).toBe(5);
      for (const said of [en, zh]) {
        expect(said).toContain(`${home.config}:${place}`);
        expect(said).toContain(line);
      }
    }
  });

  it.each([
    ["empty", "", /is empty/, /是空的/],
    ["blanks alone", " \n\n", /is empty/, /是空的/],
    ["a list", "[]", /does not hold an object/, /不是一个对象/],
    ["a number", "42 // x", /does not hold an object/, /不是一个对象/],
    ["UTF-16", Buffer.from('\ufeff{"a":1}', "utf16le"), /UTF-16 LE/, /UTF-16 LE/],
    [
      "another encoding",
      Buffer.from([0x7b, 0x61, 0x3a, 0x22, 0xff, 0xff, 0x22, 0x7d]),
      /not UTF-8/,
      /不是 UTF-8/,
    ],
  ])("%s: exit 5", async (_name, content, en, zh) => {
    const home = makeHome();
    home.write(".openclaw/openclaw.json", content);
    for (const args of commands) {
      const said = await fails(args, { home });
      expect([said.code, said.en, said.zh]).toEqual([
        5,
        expect.stringMatching(en),
        expect.stringMatching(zh),
      ]);
    }
  });

  it("a folder in its place: exit 5", async () => {
    const home = makeHome();
    mkdirSync(home.config, { recursive: true });
    const { code, en, zh } = await fails(["models", "set", "kimi", "--offline"], { home });
    expect([code, en, zh]).toEqual([5, expect.stringContaining("a folder"), expect.stringContaining("目录")]);
  });

  it("a folder without write permission: exit 5, no file left in it", async (ctx) => {
    const home = makeHome(config);
    chmodSync(home.path, 0o755);
    const result = await asNobody(home, ["models", "set", "kimi", "--offline"]);
    if (result === undefined) return ctx.skip("the program's folder cannot be read by another user here");
    expect([result.code, result.stderr]).toEqual([5, expect.stringContaining("config-unwritable")]);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(home.read(home.config)).toBe(config);
    expect(readdirSync(dirname(home.config))).toEqual(["openclaw.json"]);
  });

  it("a file that is marked read-only: exit 5, and how to fix it", async () => {
    const home = makeHome();
    home.write(".openclaw/openclaw.json", config, 0o400);
    const { code, en, zh } = await fails(["models", "set", "kimi", "--offline"], {
      home,
    });
    expect([code, en, zh]).toEqual([
      5,
      expect.stringContaining("chmod u+w"),
      expect.stringContaining("chmod u+w"),
    ]);
  });

  it("a file with a second name: exit 5", async () => {
    const home = makeHome(config);
    linkSync(home.config, join(home.path, "twin"));
    const { code, en } = await fails(["models", "set", "kimi", "--offline"], { home });
    expect([code, en]).toEqual([5, expect.stringContaining("hard link")]);
  });

  it("a folder in the way of its path: exit 5", async () => {
    const home = makeHome();
    const file = home.write("file", "x");
    const env = { OPENCLAW_CONFIG_PATH: join(file, "openclaw.json") };
    const { code, en } = await fails(["models", "set", "kimi", "--offline"], { home, env });
    expect([code, en]).toEqual([5, expect.stringContaining("OPENCLAW_CONFIG_PATH")]);
  });
});

describe("the command line", () => {
  it.each([
    [["onbord"], "onbord", "onboard"],
    [["models", "sett", "x"], "sett", "set"],
    [["onboard", "--modles", "x"], "--modles", "--models"],
    [["onboard", "extra"], "onboard", ""],
    [["onboard", "--models"], "--models", ""],
    [["onboard", "--aisa-api-key"], "--aisa-api-key", ""],
    [["onboard", "--preset", "x"], "--preset", "production"],
    [["onboard", "--key-storage", "x"], "--key-storage", "dotenv"],
    [["onboard", "--auth-choice", "x"], "--auth-choice", "aisa-api-key"],
    [["models", "set"], "model", ""],
    [["models", "set", "kimi", "--agent"], "--agent", ""],
    [["models", "list", "--sort", "x"], "--sort", "price"],
    [["models", "list", "--max-price", "x"], "--max-price", ""],
    [["onboard", "--aisa-api-key-file", "/nowhere/key"], "/nowhere/key", ""],
    [["onboard", "--profile", "../x"], "--profile", ""],
  ] as const)("%j: exit 2, what it is about and what would be right", async (args, about, right) => {
    const home = makeHome(config);
    const { code, en, zh } = await fails(args, { home });
    expect(code).toBe(2);
    for (const said of [en, zh]) {
      expect(said).toContain(about);
      expect(said).toContain(right);
      expect(said).toMatch(/→ openclaw-aisa .*--help/);
    }
  });

  it.each([
    ["an empty one", ""],
    ["blanks", "   "],
    ["two words", "sk-one sk-two"],
    ["quotes inside", `sk-"x"-0123456789`],
  ])("a key that cannot be one (%s): exit 3, and it is not repeated", async (_name, text) => {
    const home = makeHome(config);
    const { code, en } = await fails(["onboard", "--aisa-api-key", text], {
      home,
      secrets: text.trim() === "" ? [] : [text],
    });
    expect([code, en]).toEqual([3, expect.stringContaining("--aisa-api-key")]);
  });
});

describe("limits that are no fault of the key", () => {
  it.each([
    ["with a body", { kind: "rate-limit", retryAfter: 3600 }],
    ["without", { kind: "rate-limit", body: false }],
  ] as const)("429 %s ends after a few tries at most and says so", async (_name, what) => {
    const result = await onboard({ baseUrl: await gatewayWith(every(what)), patience: 0.02 });
    expect([result.code, result.stdout + result.stderr]).toEqual([
      1,
      expect.stringContaining("rate-limited"),
    ]);
  });
});
