import { describe, expect, it } from "vitest";
import { provider as texts } from "../../src/i18n/en/provider.ts";
import { catalog } from "../../src/plugin/catalog.ts";
import plugin from "../../src/plugin/index.ts";
import { createLiveList } from "../../src/plugin/live.ts";
import { createProvider } from "../../src/plugin/provider.ts";
import { dropTemperature, isNotServed } from "../../src/plugin/requests.ts";
import type { AssistantMessage, EventStream, StreamEvent, StreamFunction } from "../../src/plugin/sdk.ts";

const answer = (text: string): AssistantMessage => ({
  content: [{ type: "text", text }],
  stopReason: "stop",
});

function streamOf(...events: StreamEvent[]): EventStream {
  return {
    result: () => Promise.reject(new Error("not asked for")),
    async *[Symbol.asyncIterator]() {
      yield* events;
    },
  };
}

interface Setup {
  readonly env?: Record<string, string>;
  readonly models?: readonly string[];
  readonly status?: number;
}

/** A provider whose gateway lists the given models, and the requests that reached it. */
function setUp({ env = {}, models = [...catalog.defaults], status = 200 }: Setup = {}) {
  const asked: string[] = [];
  let time = 0;
  const fetch = async (url: string | URL | Request) => {
    asked.push(String(url));
    return new Response(JSON.stringify({ data: models.map((id) => ({ id })) }), { status });
  };
  const live = createLiveList(fetch as typeof globalThis.fetch, () => time);
  const parts = { catalog, env, live, texts, now: () => time, catalogRunsAtStart: false };
  return {
    provider: createProvider(parts),
    asked,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

const about = (modelId: string) => ({ provider: "aisa", modelId });
const environment = { AISA_API_KEY: "sk-1234567890", AISA_BASE_URL: "http://127.0.0.1:1/v1" };

describe("register", () => {
  it("registers one provider and sends no request", () => {
    const registered: string[] = [];
    plugin.register({ registerProvider: (provider) => registered.push(provider.id) });
    expect(registered).toEqual(["aisa"]);
  });
});

describe("model ids in requests", () => {
  it.each([
    ["qwen-plus", "qwen-plus-2025-12-01"],
    ["qwen3-flash", "qwen-mt-flash"],
    ["aisa/qwen3-max", "qwen3-max"],
    ["aisa/aisa/kimi", "kimi-k2.5"],
    ["nobody-knows-this", "nobody-knows-this"],
  ])("%s becomes %s", (text, id) => {
    const { provider } = setUp();
    expect(provider.normalizeModelId({ modelId: text })).toBe(id);
    expect(provider.resolveDynamicModel(about(text))?.id).toBe(id);
  });

  it("keeps an id that the gateway lists, even a retired one", async () => {
    const { provider } = setUp({ env: environment, models: ["qwen-plus", "zeta-9"] });
    await provider.prepareDynamicModel(about("zeta-9"));
    expect(provider.resolveDynamicModel(about("qwen-plus"))?.id).toBe("qwen-plus");
    expect(provider.resolveDynamicModel(about("zeta-9"))?.id).toBe("zeta-9");
    expect(provider.resolveDynamicModel(about("zeta-8"))).toBeUndefined();
  });
});

describe("the gateway's list of models", () => {
  it("is requested once in ten minutes, and never for a model of the catalog", async () => {
    const { provider, asked, pass } = setUp({ env: environment, models: ["zeta-9"] });
    await provider.prepareDynamicModel(about("qwen3-max"));
    expect(asked).toEqual([]);
    await Promise.all([1, 2, 3].map(() => provider.prepareDynamicModel(about("zeta-9"))));
    expect(asked).toEqual(["http://127.0.0.1:1/v1/models"]);
    pass(9 * 60_000);
    await provider.prepareDynamicModel(about("zeta-9"));
    expect(asked.length).toBe(1);
    pass(2 * 60_000);
    await provider.prepareDynamicModel(about("zeta-9"));
    expect(asked.length).toBe(2);
  });

  it("falls back to the catalog after a failure and waits half a minute before the next request", async () => {
    const { provider, asked, pass } = setUp({ env: environment, status: 500 });
    const context = { env: environment, resolveProviderApiKey: () => ({ apiKey: "AISA_API_KEY" }) };
    const first = await provider.catalog.run(context);
    expect(first?.provider.models.map((model) => model.id)).toEqual(catalog.defaults);
    await provider.catalog.run(context);
    expect(asked.length).toBe(1);
    pass(31_000);
    await provider.catalog.run(context);
    expect(asked.length).toBe(2);
  });

  it("is not requested without a key", async () => {
    const { provider, asked } = setUp();
    expect(await provider.catalog.run({ env: {}, resolveProviderApiKey: () => ({}) })).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe("a resolved model", () => {
  it("has the base URL of AISA_BASE_URL and no role that the gateway rejects", () => {
    const { provider } = setUp({ env: environment });
    const model = provider.resolveDynamicModel(about("qwen3-max"));
    if (!model) throw new Error("no model");
    const ready = provider.normalizeResolvedModel({
      ...about("qwen3-max"),
      model: { ...model, baseUrl: "https://elsewhere.example/v1", compat: { supportsStore: false } },
    });
    expect(ready?.baseUrl).toBe("http://127.0.0.1:1/v1");
    expect(ready?.compat).toEqual({
      supportsUsageInStreaming: true,
      supportsStore: false,
      supportsDeveloperRole: false,
    });
  });

  it("has the catalog's price, in USD per 1M tokens", () => {
    const { cost } = setUp().provider.resolveDynamicModel(about("qwen3-max")) ?? {};
    expect(cost).toEqual({ input: 1.2, output: 4.8, cacheRead: 0, cacheWrite: 0 });
  });

  it.each([
    ["kimi-k2.5", { temperature: 0.7, top_p: 1 }, { top_p: 1 }],
    ["aisa/kimi-k2.5", { extra_body: { temperature: 0 } }, { extra_body: {} }],
    ["qwen3-max", { temperature: 0.7 }, undefined],
    ["kimi-k2.5", undefined, undefined],
  ])("parameters of %s: %j become %j", (id, params, kept) => {
    expect(dropTemperature(id, params, catalog)).toEqual(kept);
  });
});

describe("isNotServed", () => {
  it.each([
    ["503 No available channel for model qwen3-flash under group default", true],
    ["503 分组 default 下模型 qwen3-flash 无可用渠道", true],
    ['404 {"error":{"code":"model_not_found"}}', true],
    ["503 upstream is overloaded", false],
    ["429 rate limit", false],
    [undefined, false],
  ])("%s: %s", (text, is) => {
    expect(isNotServed(text)).toBe(is);
  });
});

describe("a request", () => {
  async function ask(inner: StreamFunction, setup: Setup = { env: environment }) {
    const { provider } = setUp(setup);
    const model = provider.resolveDynamicModel(about("qwen3-max"));
    const wrapped = provider.wrapStreamFn({ ...about("qwen3-max"), streamFn: inner });
    if (!model || !wrapped) throw new Error("not wrapped");
    const stream = await wrapped(model, {}, { temperature: 0.7 });
    const events: StreamEvent[] = [];
    for await (const event of stream) events.push(event);
    return { events, result: await stream.result() };
  }

  it("passes every event on and resolves the result", async () => {
    const message = answer("hello");
    const { events, result } = await ask(() => streamOf({ type: "start" }, { type: "done", message }));
    expect(events.map((event) => event.type)).toEqual(["start", "done"]);
    expect(result).toBe(message);
  });

  it("retries an empty answer once and reports one result", async () => {
    let count = 0;
    const { events, result } = await ask(() => {
      count += 1;
      return streamOf({ type: "start" }, { type: "done", message: answer(count === 1 ? "" : "hello") });
    });
    expect(count).toBe(2);
    expect(events.map((event) => event.type)).toEqual(["start", "done"]);
    expect(result.content[0]?.text).toBe("hello");
  });

  it("reports a model that is not served in words that end OpenClaw's retries", async () => {
    const error = { content: [], stopReason: "error", errorMessage: "503 No available channel for model x" };
    const { result } = await ask(() => streamOf({ type: "error", error }), {
      env: environment,
      models: ["qwen-flash", "qwen3.6-plus"],
    });
    expect(result.errorMessage).toMatch(
      /^404 model not found: AIsa does not serve "qwen3-max"\. Use: aisa\//,
    );
  });

  it("passes other failures on unchanged", async () => {
    const error = { content: [], stopReason: "error", errorMessage: "401 invalid token" };
    expect((await ask(() => streamOf({ type: "error", error }))).result).toBe(error);
  });
});
