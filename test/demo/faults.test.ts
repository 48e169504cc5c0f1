import { request as httpRequest } from "node:http";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  type DemoBehaviour,
  type DemoErrorName,
  type DemoGateway,
  type DemoScript,
  startDemoGateway,
} from "../../src/demo/server.ts";

async function gatewayWith(script: DemoScript): Promise<DemoGateway> {
  const gateway = await startDemoGateway(script);
  onTestFinished(() => gateway.close());
  return gateway;
}

/** What came back, byte for byte, however it ended; `least`: hang up after that many bytes. */
interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
  readonly ended: "whole" | "broken" | "left";
}

/** Without `fetch`: it would unpack, follow and hide what a fault does. `quietMs`: leave when nothing more comes. */
function ask(
  gateway: DemoGateway,
  chat: boolean,
  options: { least?: number; quietMs?: number } = {},
): Promise<Raw> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let [status, headers, size]: [number | undefined, Record<string, unknown>, number] = [undefined, {}, 0];
    const end = (ended: Raw["ended"]) => {
      clearTimeout(quiet);
      resolve({ status, headers, body: Buffer.concat(chunks), ended });
      request.destroy();
    };
    const quiet = setTimeout(() => end("left"), options.quietMs ?? 20_000);
    const path = chat ? "/chat/completions" : "/models";
    const request = httpRequest(
      gateway.url + path,
      {
        method: chat ? "POST" : "GET",
        headers: { authorization: `Bearer ${gateway.key}`, "content-type": "application/json" },
      },
      (response) => {
        status = response.statusCode;
        headers = response.headers;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (options.least !== undefined && size >= options.least) end("left");
        });
        response.on("end", () => end(response.complete ? "whole" : "broken"));
        response.on("error", () => end("broken"));
      },
    );
    request.on("error", () => end("broken"));
    const tools = [{ type: "function", function: { name: "lookup", parameters: { type: "object" } } }];
    const messages = [{ role: "user", content: "Say hello." }];
    request.end(chat ? JSON.stringify({ model: "qwen3-max", messages, stream: true, tools }) : undefined);
  });
}

interface Case {
  readonly what: DemoBehaviour;
  readonly chat?: boolean;
  readonly least?: number;
  readonly quietMs?: number;
  readonly expect: (got: Raw) => void;
}

const text = (got: Raw) => got.body.toString("utf8");
const whole = (got: Raw) => expect(JSON.parse(text(got)).data).toHaveLength(52);

/** Every behaviour there is: one without a line here does not compile. */
const cases = {
  delay: { what: { kind: "delay", ms: 20 }, expect: whole },
  "first-token-delay": { what: { kind: "first-token-delay", ms: 20 }, expect: whole },
  pace: {
    what: { kind: "pace", firstTokenMs: 5, totalMs: 20 },
    chat: true,
    expect: (got) => expect([got.ended, text(got).includes("[DONE]")]).toEqual(["whole", true]),
  },
  hang: {
    what: { kind: "hang" },
    quietMs: 300,
    expect: (got) => expect([got.ended, got.status]).toEqual(["left", undefined]),
  },
  refuse: {
    what: { kind: "refuse" },
    expect: (got) => expect([got.ended, got.status]).toEqual(["broken", undefined]),
  },
  stall: {
    what: { kind: "stall" },
    quietMs: 300,
    expect: (got) => {
      expect([got.ended, got.status]).toEqual(["left", 200]);
      expect(got.body.length * 2).toBeGreaterThanOrEqual(Number(got.headers["content-length"]));
    },
  },
  drop: { what: { kind: "drop" }, expect: (got) => expect([got.ended, got.status]).toEqual(["broken", 200]) },
  truncate: {
    what: { kind: "truncate" },
    expect: (got) => {
      expect(got.ended).toBe("whole");
      expect(() => JSON.parse(text(got))).toThrow(SyntaxError);
    },
  },
  drip: {
    what: { kind: "drip", ms: 5 },
    least: 5,
    expect: (got) => expect([text(got), got.ended]).toEqual(['{"suc', "left"]),
  },
  html: {
    what: { kind: "html", title: "Hotel" },
    expect: (got) => {
      expect(got.headers["content-type"]).toContain("text/html");
      expect(text(got)).toContain("<title>Hotel</title>");
    },
  },
  raw: {
    what: { kind: "raw", status: 418, headers: { "x-odd": "1" }, bytes: [0xff, 0xfe] },
    expect: (got) =>
      expect([got.status, got.headers["x-odd"], [...got.body]]).toEqual([418, "1", [255, 254]]),
  },
  huge: {
    what: { kind: "huge", bytes: 1_000_000 },
    expect: (got) => expect(JSON.parse(text(got)).data[0].id.length).toBeGreaterThanOrEqual(1_000_000),
  },
  "gzip-bomb": {
    what: { kind: "gzip-bomb", bytes: 5_000_000 },
    expect: (got) => {
      expect(got.headers["content-encoding"]).toBe("gzip");
      expect(gunzipSync(got.body).length / got.body.length).toBeGreaterThan(50);
    },
  },
  redirect: {
    what: { kind: "redirect", status: 307, location: "http://127.0.0.1:9/elsewhere" },
    expect: (got) =>
      expect([got.status, got.headers["location"]]).toEqual([307, "http://127.0.0.1:9/elsewhere"]),
  },
  "rate-limit": {
    what: { kind: "rate-limit", body: false, retryAfter: 3 },
    expect: (got) => expect([got.status, got.headers["retry-after"], text(got)]).toEqual([429, "3", ""]),
  },
  error: {
    what: { kind: "error", error: "upstream-timeout" },
    expect: (got) => expect([got.status, JSON.parse(text(got)).error.type]).toEqual([504, "upstream_error"]),
  },
  "empty-content": {
    what: { kind: "empty-content" },
    chat: true,
    expect: (got) => expect(text(got)).not.toContain("Hello"),
  },
  "broken-tool-call": {
    what: { kind: "broken-tool-call" },
    chat: true,
    expect: (got) => expect(text(got)).toContain('"tool_calls"'),
  },
  "no-tool-call": {
    what: { kind: "no-tool-call" },
    chat: true,
    expect: (got) => expect([got.status, text(got).includes('"tool_calls"')]).toEqual([200, false]),
  },
  "one-piece": {
    what: { kind: "one-piece" },
    chat: true,
    expect: (got) => expect(text(got).match(/"content":"[^"]/g)).toHaveLength(1),
  },
  clock: {
    what: { kind: "clock", ms: 86_400_000 },
    expect: (got) => {
      whole(got);
      expect(Date.parse(String(got.headers["date"]))).toBeGreaterThan(Date.now() + 80_000_000);
    },
  },
  "not-streamed": {
    what: { kind: "not-streamed" },
    chat: true,
    expect: (got) => expect(JSON.parse(text(got)).object).toBe("chat.completion"),
  },
  "no-done": {
    what: { kind: "no-done" },
    chat: true,
    expect: (got) => {
      expect(text(got)).toContain("Hello");
      expect(text(got)).not.toMatch(/\[DONE\]|"finish_reason":"stop"/);
    },
  },
  "stream-error": {
    what: { kind: "stream-error", error: "upstream-saturated" },
    chat: true,
    expect: (got) => {
      expect(got.status).toBe(200);
      expect(text(got)).toMatch(/Half[\s\S]*"error"/);
    },
  },
  endless: {
    what: { kind: "endless", ms: 1 },
    chat: true,
    least: 4000,
    expect: (got) => expect([got.ended, text(got).includes("[DONE]")]).toEqual(["left", false]),
  },
} satisfies Record<DemoBehaviour["kind"], Case>;

describe("scripted faults have their effect", () => {
  it.each(Object.entries<Case>(cases))("%s", async (_kind, one) => {
    const gateway = await gatewayWith({ faults: [{ what: one.what }] });
    one.expect(await ask(gateway, one.chat ?? false, one));
  });

  it("a delay applies to one request only", async () => {
    const gateway = await gatewayWith({
      faults: [{ when: { route: "models" }, what: { kind: "delay", ms: 400 } }],
    });
    const order: string[] = [];
    const late = ask(gateway, false).then(() => order.push("delayed"));
    await ask(gateway, true).then(() => order.push("at once"));
    await late;
    expect(order).toEqual(["at once", "delayed"]);
  });
});

async function messageIn(answer: Response): Promise<string> {
  const body = (await answer.json()) as { readonly error: { readonly message: string } };
  return body.error.message;
}

describe("errors in both families and languages", () => {
  const statuses = {
    "missing-key": [401, 401],
    "invalid-key": [401, 401],
    "expired-key": [401, 401],
    "disabled-key": [401, 401],
    "exhausted-key": [401, 429],
    "unknown-model": [503, 404],
    "missing-model": [400, 400],
    "model-not-allowed": [403, 403],
    "insufficient-quota": [403, 403],
    "rate-limited": [429, 429],
    "vendor-key": [401, 401],
    "upstream-saturated": [429, 429],
    "upstream-error": [500, 500],
    "upstream-unavailable": [503, 503],
    "upstream-timeout": [504, 504],
    "invalid-temperature": [400, 400],
    "developer-role-qwen": [400, 400],
    "developer-role-deepseek": [400, 400],
    "max-tokens-too-large": [400, 422],
    "context-length-exceeded": [400, 400],
    "content-filter": [400, 422],
    "region-unsupported": [403, 403],
    "bad-request": [400, 400],
    "unknown-path": [404, 404],
  } satisfies Record<DemoErrorName, readonly [number, number]>;

  it.each(Object.entries(statuses))("%s: %j", async (name, expected) => {
    const faults = [{ what: { kind: "error", error: name as DemoErrorName } }] as const;
    const seen: number[] = [];
    for (const family of ["new-api", "aisa"] as const) {
      const gateway = await gatewayWith({ family, faults });
      for (const language of ["en", "zh-CN"]) {
        const answer = await fetch(`${gateway.url}/models`, { headers: { "accept-language": language } });
        if (language === "en") seen.push(answer.status);
        expect(await messageIn(answer)).toMatch(/\S/);
      }
    }
    expect(seen).toEqual(expected);
  });

  it.each([
    ["invalid-key", "Invalid token", "无效的令牌"],
    ["expired-key", "This token has expired", "该令牌已过期"],
    ["exhausted-key", "quota is exhausted", "该令牌额度已用尽"],
    ["unknown-model", "No available channel", "无可用渠道"],
  ] as const)("%s speaks the language that is asked for", async (error, english, chinese) => {
    const gateway = await gatewayWith({ faults: [{ what: { kind: "error", error } }] });
    const message = async (language: string) => {
      const answer = await fetch(`${gateway.url}/models`, { headers: { "accept-language": language } });
      return messageIn(answer);
    };
    expect(await message("en")).toContain(english);
    expect(await message("zh-CN,zh;q=0.9")).toContain(chinese);
  });
});
