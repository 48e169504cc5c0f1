import { afterEach, describe, expect, it } from "vitest";
import { createGateway, type GatewaySettings } from "../../../src/adapters/http/gateway.ts";
import { Failure, type Problem, paramOf } from "../../../src/core/problem/problem.ts";
import { RequestError, type RequestFailure } from "../../../src/core/problem/request-failure.ts";
import {
  type DemoBehaviour,
  type DemoGateway,
  type DemoScript,
  startDemoGateway,
} from "../../../src/demo/server.ts";
import type { ChatRequest, Gateway } from "../../../src/ports.ts";

const open: DemoGateway[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

async function start(script: DemoScript = {}, settings: Partial<GatewaySettings> = {}) {
  const server = await startDemoGateway(script);
  open.push(server);
  const target = { baseUrl: server.url, apiKey: server.key };
  return { server, gateway: createGateway(target, { version: "1.2.3", locale: "en", env: {}, ...settings }) };
}

async function failureOf(work: Promise<unknown>): Promise<RequestFailure> {
  const error: unknown = await work.then(
    () => new Error("it succeeded"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RequestError)) throw error;
  return error.failure;
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof Failure ? error.problem : error;
  }
}

const every = (what: DemoBehaviour): DemoScript => ({ faults: [{ what }] });
const raw = (body: string, headers = { "content-type": "application/json" }): DemoScript =>
  every({ kind: "raw", body, headers });
const hello: ChatRequest = { model: "qwen3-max", prompt: "Say hello.", maxTokens: 16, stream: true };
const short = { deadlineMs: 700 };

describe("models", () => {
  it("returns ids, owners and endpoint types, and sends only the needed headers", async () => {
    const { server, gateway } = await start({ models: ["qwen3-max", "kimi-k2.5"] });
    expect(await gateway.models()).toEqual([
      { id: "qwen3-max", ownedBy: "ali", endpointTypes: ["openai"] },
      { id: "kimi-k2.5", ownedBy: "moonshot", endpointTypes: ["openai"] },
    ]);
    const headers = server.requests[0]?.headers ?? {};
    expect(headers).toMatchObject({
      authorization: `Bearer ${server.key}`,
      "accept-encoding": "identity",
      "accept-language": "en",
      "user-agent": "openclaw-aisa/1.2.3",
    });
    expect(Object.keys(headers).filter((name) => /stainless|openai|^x-/.test(name))).toEqual([]);
  });

  it("leaves out unusable ids and reports them, cleaned", async () => {
    const ids = [
      "qwen3-max",
      "\u001b]0;owned\u0007x",
      "a\nb",
      "\u202eevil",
      "",
      "x".repeat(201),
      "qwen3-max",
    ];
    const { gateway } = await start({ models: ids });
    const told: Problem[] = [];
    const models = await gateway.models((problem) => told.push(problem));
    expect(models.map((model) => model.id)).toEqual(["qwen3-max"]);
    expect(told.map((problem) => problem.code)).toEqual(["model-list-partly-ignored"]);
    const ignored = told.flatMap((problem) => paramOf(problem, "ignored") ?? []);
    expect(ignored).toHaveLength(5);
    expect(ignored.join("|")).not.toMatch(/[\u0000-\u001f\u202e]/);
  });

  it("reads JSON with any content type", async () => {
    const { gateway } = await start(raw('{"data":[{"id":"a"}]}', { "content-type": "text/plain" }));
    expect(await gateway.models()).toEqual([{ id: "a" }]);
  });

  const shapes: readonly [string, string, Partial<RequestFailure>][] = [
    ["data that is text", '{"data":"nope"}', { message: "no list of models", body: '{"data":"nope"}' }],
    ["no usable id", '{"data":[{"id":5},{"id":null},{}]}', { message: "no list of models" }],
    ["an error with status 200", '{"success":false,"message":"get user group failed"}', {}],
    ["null", "null", {}],
    ["an empty body", "", { message: "the body is empty" }],
    ["half a JSON", '{"data":[{"id":"a"', {}],
    ["an array", "[]", { message: "no list of models" }],
  ];
  it.each(shapes)("rejects %s", async (_name, body, expected) => {
    const { gateway } = await start(raw(body));
    expect(await failureOf(gateway.models())).toMatchObject({ kind: "shape", status: 200, ...expected });
  });

  it("rejects a web page and quotes its start", async () => {
    const { gateway } = await start(every({ kind: "html", title: "Hotel" }));
    const failure = await failureOf(gateway.models());
    expect(failure).toMatchObject({ kind: "shape", status: 200, contentType: "text/html; charset=utf-8" });
    expect(failure.body).toContain("<title>Hotel</title>");
  });

  it("rejects invalid UTF-8", async () => {
    const bytes = [...Buffer.from('{"data":[{"id":"a'), 0xff, ...Buffer.from('"}]}')];
    const { gateway } = await start(every({ kind: "raw", bytes }));
    expect(await failureOf(gateway.models())).toMatchObject({
      kind: "shape",
      message: "the body is not valid UTF-8",
    });
  });

  it("rejects 200,000 models, and one byte over the limit", async () => {
    const entry = '{"id":"m"},';
    const { server, gateway } = await start(raw(`{"data":[${entry.repeat(200_000)}{"id":"n"}]}`));
    expect((await gateway.models()).length).toBe(2);
    const many = Array.from({ length: 200_000 }, (_, index) => `{"id":"m${index}"}`).join(",");
    server.script = raw(`{"data":[${many}]}`);
    expect(await failureOf(gateway.models())).toMatchObject({ kind: "too-large" });
    server.script = raw(`{"data":[],"pad":"${"a".repeat(5 * 1024 * 1024)}"}`);
    expect(await failureOf(gateway.models())).toMatchObject({ kind: "too-large" });
  });

  it("does not follow a redirect and names its target", async () => {
    const other = await start();
    const location = `${other.server.url}/models`;
    const { gateway } = await start(every({ kind: "redirect", status: 307, location }));
    expect(await failureOf(gateway.models())).toMatchObject({ kind: "redirect", status: 307, location });
    expect(other.server.requests).toEqual([]);
    const loop = await start(every({ kind: "redirect" }));
    const failure = await failureOf(loop.gateway.models());
    expect(failure).toMatchObject({ kind: "redirect", location: `${loop.server.url}/models` });
    expect(loop.server.requests).toHaveLength(1);
  });

  it("accepts 429 as an answer, with any Retry-After", async () => {
    const pause = async () => {};
    const { server, gateway } = await start(every({ kind: "rate-limit", retryAfter: 3600 }), { pause });
    expect(await failureOf(gateway.models())).toMatchObject({
      kind: "status",
      status: 429,
      retryAfterSeconds: 3600,
    });
    expect(server.requests).toHaveLength(1);
    server.script = every({ kind: "rate-limit", body: false });
    expect(await failureOf(gateway.models())).toMatchObject({ kind: "status", status: 429, body: "" });
    for (const retryAfter of [-5, 1e9, 1e308]) {
      server.script = every({ kind: "rate-limit", retryAfter });
      expect((await failureOf(gateway.models())).retryAfterSeconds).toBeUndefined();
    }
  });

  it.each([
    ["quick", false, 2, [200, 400]],
    ["patient", true, 3, [200, 400, 800]],
    ["quick", false, 9, [200, 400]],
    ["patient", true, 99, [200, 400, 800, 1600, 1600, 1600, 1600, 1600]],
  ] as const)(
    "sends a throttled %s request again after growing pauses (patient: %s, throttled %i times)",
    async (_, patient, times, waits) => {
      const pauses: number[] = [];
      const settings = {
        version: "1.2.3",
        env: {},
        random: () => 0,
        pause: async (ms: number) => pauses.push(ms),
      };
      const server = await startDemoGateway({
        faults: [{ when: { times }, what: { kind: "rate-limit", body: false } }],
      });
      open.push(server);
      const gateway = createGateway({ baseUrl: server.url, apiKey: server.key, patient }, settings);
      const done = await gateway.models().then(
        () => "answered",
        (error: unknown) => (error as RequestError).failure.status,
      );
      expect([done, pauses.map(Math.round)]).toEqual([times <= waits.length ? "answered" : 429, waits]);
      expect(server.requests).toHaveLength(waits.length + 1);
    },
  );

  it("waits as long as Retry-After says, and repeats no spent budget, no other error and no balance", async () => {
    const pauses: number[] = [];
    const pause = async (ms: number) => pauses.push(ms);
    const told = await start(
      { faults: [{ when: { times: 1 }, what: { kind: "rate-limit", retryAfter: 4 } }] },
      { random: () => 0, pause },
    );
    await told.gateway.models();
    expect(pauses).toEqual([4200]);
    for (const error of ["exhausted-key", "upstream-unavailable", "invalid-key"] as const) {
      const other = await start(every({ kind: "error", error }), { pause });
      await failureOf(other.gateway.models());
      expect(other.server.requests).toHaveLength(1);
    }
    const later = await start(
      {
        faults: [
          { when: { times: 1 }, what: { kind: "rate-limit" } },
          {
            when: { from: 2 },
            what: { kind: "raw", body: "[]", headers: { "content-type": "application/json" } },
          },
        ],
      },
      { pause: async () => {} },
    );
    expect(await failureOf(later.gateway.models())).toMatchObject({ kind: "shape" });
    const balance = await start(every({ kind: "rate-limit" }), { pause });
    await failureOf(balance.gateway.balance());
    expect([balance.server.requests.length, pauses.length]).toEqual([1, 1]);
  });

  it("rejects endless headers", async () => {
    const { gateway } = await start(
      every({ kind: "raw", headers: { "x-flood": "a".repeat(60_000) }, body: "{}" }),
    );
    expect(await failureOf(gateway.models())).toMatchObject({
      kind: "shape",
      errno: "UND_ERR_HEADERS_OVERFLOW",
    });
  });

  it("keeps the start of a large error body", async () => {
    const { gateway } = await start(every({ kind: "huge", bytes: 1e7, status: 401 }));
    const failure = await failureOf(gateway.models());
    expect(failure).toMatchObject({ kind: "status", status: 401 });
    expect(failure.body?.length).toBeLessThanOrEqual(65_536);
  });

  it("cleans what an error echoes, and masks the key in it", async () => {
    const { server, gateway } = await start();
    const message = `\u001b[31mbad key ${server.key}\u001b[0m\u202e`;
    server.script = every({
      kind: "raw",
      status: 401,
      body: JSON.stringify({ error: { message } }) + message,
    });
    const shown = JSON.stringify(await failureOf(gateway.models()));
    expect(shown).toContain("bad key");
    expect(shown).not.toContain(server.key);
    expect(JSON.parse(shown).body).not.toMatch(/[\u001b\u202e]/);
  });

  it("keeps the request id and the language it asked for", async () => {
    const { server, gateway } = await start({ account: "expired" }, { locale: "zh-CN" });
    const failure = await failureOf(gateway.models());
    expect(failure).toMatchObject({ kind: "status", status: 401, url: `${server.url}/models` });
    expect(failure.body).toContain("该令牌已过期");
    expect(failure.requestId).toMatch(/^\w+$/);
  });
});

describe("deadlines and broken connections", () => {
  const late: readonly [string, DemoBehaviour][] = [
    ["no headers", { kind: "hang" }],
    ["a stalled body", { kind: "stall" }],
    ["a body byte by byte", { kind: "drip", ms: 20 }],
    ["a body that begins too late", { kind: "first-token-delay", ms: 60_000 }],
  ];
  it.each(late)("%s ends at the deadline", async (_name, what) => {
    const { gateway } = await start(every(what), short);
    const requests = [gateway.models(), gateway.chat({ ...hello, stream: false }), gateway.chat(hello)];
    const failures = await Promise.all(requests.map(failureOf));
    expect(failures.map((failure) => failure.kind)).toEqual(["timeout", "timeout", "timeout"]);
    expect(failures[2]?.model).toBe("qwen3-max");
  });

  it("are 15 s, and 25 s for a chat, where the caller sets none; patience shortens the wait alone", async () => {
    const { gateway } = await start(every({ kind: "hang" }), { patience: 0.01 });
    const failures = [await failureOf(gateway.models()), await failureOf(gateway.chat(hello))];
    expect(failures.map((failure) => failure.message)).toEqual([
      "no complete answer within 15 s",
      "no complete answer within 25 s",
    ]);
  });

  it("an error body that stalls still yields the status", async () => {
    const { gateway } = await start({ ...every({ kind: "stall" }), account: "expired" }, short);
    expect(await failureOf(gateway.models())).toMatchObject({ kind: "status", status: 401 });
  });

  it("an endless stream ends at the deadline", async () => {
    const { gateway } = await start(every({ kind: "endless", ms: 5 }), short);
    expect(await failureOf(gateway.chat(hello))).toMatchObject({ kind: "timeout" });
  });

  it("a dropped connection is distinguished from an answer", async () => {
    const { gateway } = await start(every({ kind: "drop" }));
    expect(await failureOf(gateway.models())).toMatchObject({ kind: "network", status: 200 });
    expect(await failureOf(gateway.chat(hello))).toMatchObject({ kind: "stream", status: 200 });
    const refusing = await start(every({ kind: "refuse" }));
    expect(await failureOf(refusing.gateway.models())).toMatchObject({
      kind: "network",
      errno: "UND_ERR_SOCKET",
    });
  });

  it("a port without a server, and a name without an address", async () => {
    const { server, gateway } = await start();
    await server.close();
    expect(await failureOf(gateway.models())).toMatchObject({ kind: "network", errno: "ECONNREFUSED" });
    const target = { baseUrl: "http://gateway.invalid/v1", apiKey: "sk-demo-x" };
    const nowhere = createGateway(target, { version: "1", locale: "en", env: {} });
    const failure = await failureOf(nowhere.models());
    expect(failure.kind).toBe("network");
    expect(["ENOTFOUND", "EAI_AGAIN"]).toContain(failure.errno);
  });
});

describe("balance", () => {
  it("is in USD, or undefined where there is no such endpoint", async () => {
    const { server, gateway } = await start({ balance: 2.5 });
    expect(await gateway.balance()).toEqual({ available: 2.5, currency: "USD" });
    server.script = { balance: null };
    expect(await gateway.balance()).toBeUndefined();
    server.script = raw('{"available_balance_micros_usd":"much"}');
    expect(await failureOf(gateway.balance())).toMatchObject({ kind: "shape", message: "no balance" });
  });
});

describe("chat", () => {
  const say = (gateway: Gateway, more: Partial<ChatRequest> = {}) => gateway.chat({ ...hello, ...more });

  it("streams, with usage, and sends what OpenClaw sends", async () => {
    const { server, gateway } = await start();
    const result = await say(gateway, { temperature: 1, instructionRole: "system" });
    expect(result).toMatchObject({
      text: "Hello from the demo gateway. I am qwen3-max.",
      finishReason: "stop",
    });
    expect(result.chunks).toBeGreaterThan(3);
    expect(result.outputTokens).toBeGreaterThan(0);
    expect(result.firstTokenMs).toBeLessThanOrEqual(result.totalMs);
    expect(server.requests[0]?.body).toEqual({
      model: "qwen3-max",
      messages: [
        { role: "system", content: "Answer briefly." },
        { role: "user", content: "Say hello." },
      ],
      max_completion_tokens: 16,
      temperature: 1,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it("returns whole answers", async () => {
    const { gateway } = await start();
    const result = await say(gateway, { stream: false, model: "kimi-k2.5" });
    expect(result).toMatchObject({ chunks: 1, text: "Hello from the demo gateway. I am kimi-k2.5." });
    expect(result.reasoning).not.toBe("");
    expect(result.firstTokenMs).toBe(result.totalMs);
  });

  it.each([true, false])("calls the function that it is offered (stream: %s)", async (stream) => {
    const { gateway } = await start();
    const { toolCalls } = await say(gateway, { stream, tool: true });
    expect(toolCalls).toEqual([{ name: "get_weather", arguments: '{"city":"Hangzhou"}' }]);
  });

  it("returns an empty answer, and a broken tool call", async () => {
    const { server, gateway } = await start(every({ kind: "empty-content" }));
    expect(await say(gateway)).toMatchObject({ text: "", finishReason: "stop" });
    server.script = every({ kind: "broken-tool-call" });
    const { toolCalls } = await say(gateway, { tool: true });
    expect(toolCalls).toEqual([{ name: "get_weather", arguments: '{"city": "Hangzhou", ' }]);
  });

  it("reports a stream that was missing, cut off, or contained an error", async () => {
    const { server, gateway } = await start(every({ kind: "not-streamed" }));
    expect(await failureOf(say(gateway))).toMatchObject({ kind: "stream", status: 200, model: "qwen3-max" });
    server.script = every({ kind: "no-done" });
    const cut = "the stream ended before the answer did";
    expect(await failureOf(say(gateway))).toMatchObject({ kind: "stream", message: cut });
    server.script = every({ kind: "stream-error", error: "upstream-saturated" });
    const failure = await failureOf(say(gateway));
    expect(failure).toMatchObject({ kind: "stream", status: 200 });
    expect(failure.body).toContain("Current group upstream load is saturated");
    server.script = every({ kind: "html" });
    expect(await failureOf(say(gateway))).toMatchObject({
      kind: "shape",
      contentType: "text/html; charset=utf-8",
    });
    server.script = raw("data: {half\n\n", { "content-type": "text/event-stream" });
    expect(await failureOf(say(gateway))).toMatchObject({ kind: "stream" });
    server.script = raw(`data: {"a":"${"x".repeat(5e6)}"}\n\n`, { "content-type": "text/event-stream" });
    expect(await failureOf(say(gateway))).toMatchObject({ kind: "too-large" });
  });

  it("passes on nothing of a stream but its data", async () => {
    const body = "event: thread.x\ndata: \u001b[31mnot json\n\n";
    const { gateway } = await start(raw(body, { "content-type": "text/event-stream" }));
    const failure = await failureOf(say(gateway));
    expect(failure.kind).toBe("stream");
    expect(failure.message).not.toContain("\u001b");
  });

  it("keeps the gateway's words when it rejects a request", async () => {
    const { gateway } = await start();
    const unknown = await failureOf(say(gateway, { model: "qwen3-flash" }));
    expect(unknown).toMatchObject({ kind: "status", status: 503, model: "qwen3-flash" });
    expect(unknown.body).toContain("No available channel for model qwen3-flash");
    const warm = await failureOf(say(gateway, { model: "kimi-k2.5", temperature: 0.7 }));
    expect(warm.body).toContain("only 1 is allowed");
  });
});

describe("a target that cannot be asked", () => {
  it.each([
    ["malformed-key", "http://127.0.0.1:9/v1", "sk-demo-key\r\nx-evil: 1"],
    ["malformed-key", "http://127.0.0.1:9/v1", "sk-demo-…"],
    ["invalid-base-url", "file:///etc/passwd", "sk-demo-key"],
    ["invalid-base-url", "api.aisa.one/v1", "sk-demo-key"],
    ["invalid-base-url", "http://me:hidden@127.0.0.1:9/v1", "sk-demo-key"],
  ])("%s", (code, baseUrl, apiKey) => {
    const create = () => createGateway({ baseUrl, apiKey }, { version: "1", locale: "en", env: {} });
    expect(create).toThrow(Failure);
    expect(create).toThrow(expect.objectContaining({ message: code }));
    expect(JSON.stringify(thrownBy(create))).not.toContain("hidden");
  });
});
