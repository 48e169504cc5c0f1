import { afterEach, describe, expect, it } from "vitest";
import { type DemoGateway, type DemoScript, startDemoGateway } from "../../src/demo/server.ts";

const open: DemoGateway[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

async function gatewayWith(script: DemoScript = {}): Promise<DemoGateway> {
  const gateway = await startDemoGateway(script);
  open.push(gateway);
  return gateway;
}

function post(gateway: DemoGateway, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${gateway.url}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${gateway.key}`, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

function get(gateway: DemoGateway, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(gateway.url + path, { headers: { authorization: `Bearer ${gateway.key}`, ...headers } });
}

/** The members of the answers that are looked at here. */
interface Body {
  readonly data: readonly { readonly id: string }[];
  readonly usage: Readonly<Record<"prompt_tokens" | "completion_tokens" | "total_tokens", number>>;
  readonly error: { readonly message: string };
  readonly choices: readonly [
    {
      readonly message: {
        readonly content: string;
        readonly tool_calls?: readonly [
          { readonly function: { readonly name: string; readonly arguments: string } },
        ];
      };
    },
  ];
}

async function json(answer: Promise<Response>): Promise<Body> {
  return (await (await answer).json()) as Body;
}

const hello = [{ role: "user", content: "Say hello." }];

describe("a healthy demo gateway", () => {
  it("lists models in new-api's format, the five defaults first", async () => {
    const gateway = await gatewayWith();
    const body = await json(get(gateway, "/models"));
    expect(body).toMatchObject({ success: true, object: "list" });
    expect(body.data.slice(0, 5).map((model) => model.id)).toEqual([
      "qwen3-max",
      "qwen-plus-2025-12-01",
      "qwen-mt-flash",
      "deepseek-v3.1",
      "kimi-k2.5",
    ]);
    expect(body.data[0]).toEqual({
      id: "qwen3-max",
      object: "model",
      created: 1626777600,
      owned_by: "ali",
      supported_endpoint_types: ["openai"],
    });
  });

  it("returns a chat with usage, streamed or not", async () => {
    const gateway = await gatewayWith();
    const whole = await json(post(gateway, { model: "qwen3-max", messages: hello }));
    expect(whole.choices[0].message.content).toBe("Hello from the demo gateway. I am qwen3-max.");
    expect(whole.usage.total_tokens).toBe(whole.usage.prompt_tokens + whole.usage.completion_tokens);
    const streamed = await post(gateway, {
      model: "kimi-k2.5",
      messages: hello,
      stream: true,
      stream_options: { include_usage: true },
    });
    const text = await streamed.text();
    expect(text).toContain('"reasoning_content"');
    expect(text).toContain('"usage"');
    expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
  });

  it("calls a function only if forced or instructed to", async () => {
    const gateway = await gatewayWith();
    const tool = (name: string) => ({ type: "function", function: { name, parameters: { type: "object" } } });
    const told = [{ role: "user", content: "Call lookup for Hangzhou." }];
    const ask = async (body: object) => {
      const answer = await json(post(gateway, { model: "qwen3-max", ...body }));
      return answer.choices[0].message.tool_calls?.[0].function.name;
    };
    expect(await ask({ messages: told, tools: [tool("lookup")] })).toBe("lookup");
    expect(await ask({ messages: hello, tools: [tool("lookup")], tool_choice: "required" })).toBe("lookup");
    expect(await ask({ messages: hello, tools: [tool("lookup")] })).toBeUndefined();
    expect(await ask({ messages: told, tools: [tool("lookup"), tool("read")] })).toBeUndefined();
  });

  it("returns the balance, or has no such endpoint", async () => {
    const gateway = await gatewayWith({ balance: 2.5 });
    expect(await (await get(gateway, "/credits/balance")).json()).toMatchObject({
      currency: "USD",
      available_balance_micros_usd: 2500000,
    });
    gateway.script = { balance: null };
    const missing = await get(gateway, "/credits/balance");
    expect([missing.status, await missing.text()]).toEqual([404, "404 page not found\n"]);
  });

  it("records requests", async () => {
    const gateway = await gatewayWith();
    await (await post(gateway, { model: "qwen3-max", messages: hello }, { "x-test": "yes" })).text();
    const [request] = gateway.requests;
    expect(request).toMatchObject({ method: "POST", path: "/v1/chat/completions", status: 200 });
    expect(request?.headers["x-test"]).toBe("yes");
    expect(request?.body).toEqual({ model: "qwen3-max", messages: hello });
    expect(request?.endedAt).toBeGreaterThanOrEqual(request?.startedAt ?? Number.NaN);
  });
});

describe("a request that the demo gateway rejects", () => {
  const chat = (model: string, more: object = {}) => ({ model, messages: hello, ...more });
  const developer = { messages: [{ role: "developer", content: "Be brief." }] };
  const rows: readonly [string, DemoScript, object, Record<string, string>, number, string][] = [
    ["no key", {}, chat("qwen3-max"), { authorization: "" }, 401, "Token not provided"],
    ["a wrong key", {}, chat("qwen3-max"), { authorization: "Bearer sk-wrong" }, 401, "Invalid token"],
    [
      "a wrong key, in Chinese",
      {},
      chat("qwen3-max"),
      { authorization: "Bearer sk-wrong", "accept-language": "zh-CN,zh" },
      401,
      "无效的令牌",
    ],
    [
      "a wrong key, AIsa's own",
      { family: "aisa" },
      chat("qwen3-max"),
      { authorization: "Bearer sk-wrong" },
      401,
      "invalid_api_key",
    ],
    ["an expired key", { account: "expired" }, chat("qwen3-max"), {}, 401, "This token has expired"],
    [
      "an unknown model",
      {},
      chat("qwen3-flash"),
      {},
      503,
      "No available channel for model qwen3-flash under group default (distributor) (request id:",
    ],
    [
      "an unknown model, in Chinese",
      {},
      chat("qwen3-flash"),
      { "accept-language": "zh-CN" },
      503,
      "分组 default 下模型 qwen3-flash 无可用渠道（distributor）",
    ],
    ["an unknown model, AIsa's own", { family: "aisa" }, chat("qwen3-flash"), {}, 404, "unknown_model"],
    [
      "a temperature for Kimi",
      {},
      chat("kimi-k2.5", { temperature: 0.7 }),
      {},
      400,
      "invalid temperature: only 1 is allowed for this model",
    ],
    ["temperature 1 for Kimi", {}, chat("kimi-k2.5", { temperature: 1 }), {}, 200, "kimi-k2.5"],
    [
      "the developer role, Qwen",
      {},
      chat("qwen3-max", developer),
      {},
      400,
      "developer is not one of ['system', 'assistant', 'user', 'tool', 'function']",
    ],
    [
      "the developer role, DeepSeek",
      {},
      chat("deepseek-v3.1", developer),
      {},
      400,
      "unknown variant `developer`",
    ],
    [
      "an empty wallet",
      { account: "insufficient-balance" },
      chat("qwen3-max"),
      {},
      403,
      "insufficient_user_quota",
    ],
    ["no model", {}, { messages: hello }, {}, 400, "Model name not specified"],
  ];

  it.each(rows)("%s", async (_name, script, body, headers, status, text) => {
    const answer = await post(await gatewayWith(script), body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(text);
  });

  it("an unknown path, inside and outside /v1", async () => {
    const gateway = await gatewayWith();
    expect((await get(gateway, "/v1/models")).status).toBe(404);
    expect((await json(get(gateway, "/v1/models"))).error.message).toBe("Invalid URL (GET /v1/v1/models)");
    const outside = await fetch(new URL("/models", gateway.url));
    expect([outside.status, outside.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(await outside.text()).toContain("<title>New API</title>");
  });
});

describe("scripted faults", () => {
  it("apply to the requests that they name, and count them", async () => {
    const gateway = await gatewayWith({
      faults: [
        {
          when: { model: "qwen3-max", from: 2, times: 1 },
          what: { kind: "error", error: "upstream-saturated" },
        },
        { when: { route: "models" }, what: { kind: "html", title: "Hotel" } },
      ],
    });
    const statuses: number[] = [];
    for (const model of ["qwen3-max", "kimi-k2.5", "qwen3-max", "qwen3-max"]) {
      statuses.push((await post(gateway, { model, messages: hello })).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
    expect(await (await get(gateway, "/models")).text()).toContain("Hotel");
    gateway.script = {};
    expect((await get(gateway, "/models")).headers.get("content-type")).toContain("json");
  });

  it("limit the rate with and without a body", async () => {
    const gateway = await gatewayWith({ faults: [{ what: { kind: "rate-limit", retryAfter: 7 } }] });
    const told = await get(gateway, "/models");
    expect([told.status, told.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(await told.text()).toContain("request limit");
    gateway.script = { faults: [{ what: { kind: "rate-limit", body: false } }] };
    const bare = await get(gateway, "/models");
    expect([bare.status, await bare.text()]).toEqual([429, ""]);
  });

  it("drop, cut or replace a body", async () => {
    const gateway = await gatewayWith({ faults: [{ what: { kind: "drop" } }] });
    const dropped = await get(gateway, "/models");
    await expect(dropped.text()).rejects.toThrow();
    gateway.script = { faults: [{ what: { kind: "truncate" } }] };
    await expect((await get(gateway, "/models")).json()).rejects.toThrow(SyntaxError);
    gateway.script = { faults: [{ what: { kind: "raw", status: 418, bytes: [0xff, 0xfe] } }] };
    expect((await get(gateway, "/models")).status).toBe(418);
  });

  it("change a chat", async () => {
    const gateway = await gatewayWith();
    const stream = { model: "qwen3-max", messages: hello, stream: true };
    const streamed = async (script: DemoScript) => {
      gateway.script = script;
      return await (await post(gateway, stream)).text();
    };
    expect(await streamed({ faults: [{ what: { kind: "no-done" } }] })).not.toContain("[DONE]");
    expect(await streamed({ faults: [{ what: { kind: "empty-content" } }] })).not.toContain("Hello");
    expect(await streamed({ faults: [{ what: { kind: "not-streamed" } }] })).toMatch(/^\{.*"message"/);
    const broken = await streamed({ faults: [{ what: { kind: "stream-error", error: "upstream-error" } }] });
    expect(broken).toContain("Half");
    expect(broken).toContain('"code":"bad_response_status_code"');
    gateway.script = { faults: [{ what: { kind: "broken-tool-call" } }] };
    const call = await json(post(gateway, { ...stream, stream: false }));
    expect(() => JSON.parse(call.choices[0].message.tool_calls?.[0].function.arguments ?? "{}")).toThrow(
      SyntaxError,
    );
  });

  it("redirect to the scripted address, or to the same path", async () => {
    const gateway = await gatewayWith({ faults: [{ what: { kind: "redirect" } }] });
    const loop = await fetch(`${gateway.url}/models`, { redirect: "manual" });
    expect([loop.status, loop.headers.get("location")]).toEqual([302, "/v1/models"]);
  });

  it("end when the gateway closes", async () => {
    const gateway = await gatewayWith({ faults: [{ what: { kind: "hang" } }] });
    const pending = expect(get(gateway, "/models")).rejects.toThrow();
    while (gateway.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await gateway.close();
    await pending;
  });
});
