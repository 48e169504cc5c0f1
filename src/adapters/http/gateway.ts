import OpenAI, { APIError } from "openai";
import { addChunk, type ChatAnswer, emptyAnswer, isCompletion } from "../../core/gateway/index.ts";
import { get, getString, shortJson } from "../../core/json/index.ts";
import { bounds, isWithin, readModelList } from "../../core/models/index.ts";
import { fail, type Problem, problemOf, RequestError } from "../../core/problem/index.ts";
import { clean, redact } from "../../core/text/index.ts";
import type { Balance, ChatRequest, ChatResult, Gateway, GatewayTarget, LiveModel } from "../../ports.ts";
import { boundedFetch, type FetchRules } from "./bounded-fetch.ts";
import { chatBody } from "./chat-body.ts";
import { describeError } from "./http-body.ts";
import { transportFor } from "./transport.ts";
import { type Pauses, untilAdmitted } from "./until-admitted.ts";

/** What every request uses besides its target. */
export interface GatewaySettings extends Pauses {
  /** Our own version, for the user agent. */
  readonly version: string;
  /** Language of the gateway's error texts, `en` or `zh-CN`; English without it. */
  readonly locale?: string;
  /** Environment variables, for the proxy. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Deadline of a request without its own, ms; 15,000, for a chat 25,000. */
  readonly deadlineMs?: number;
}

const defaultDeadlineMs = 15_000;
// A model may think for a while before its first token; two requests still end within 45 s.
const chatDeadlineMs = 25_000;
const largestBody = 4 * 1024 * 1024;

type Expected = Pick<FetchRules, "expects" | "deadlineMs"> & {
  readonly model?: string;
  /** Receives the moment at which the request is sent: preparation is no latency. */
  readonly sent?: () => void;
  /** Not worth a second try. */
  readonly optional?: boolean;
};

/**
 * The gateway behind a base URL that ends in `/v1`. Throws Failure `malformed-key` for a key that no header
 * can carry, `invalid-base-url` for what is no http(s) URL; each method throws RequestError.
 */
export function createGateway(target: GatewayTarget, settings: GatewaySettings): Gateway {
  if (!/^[\x21-\x7e]+$/.test(target.apiKey)) throw fail("malformed-key", { source: "--aisa-api-key" });
  const url = URL.canParse(target.baseUrl) ? new URL(target.baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    // What is before an @ may be a password.
    throw fail("invalid-base-url", {
      url: redact(clean(target.baseUrl), [target.apiKey]).replace(/\/\/.*@/, "//"),
    });
  }
  return new OpenAiGateway(target, settings);
}

class OpenAiGateway implements Gateway {
  readonly #target: GatewayTarget;
  readonly #settings: GatewaySettings;

  constructor(target: GatewayTarget, settings: GatewaySettings) {
    this.#target = { ...target, baseUrl: target.baseUrl.replace(/\/+$/, "") };
    this.#settings = settings;
  }

  async models(onIgnored?: (problem: Problem) => void): Promise<readonly LiveModel[]> {
    const path = "/models";
    const expected: Expected = {
      expects: "json",
      deadlineMs: this.#settings.deadlineMs ?? defaultDeadlineMs,
    };
    return this.#request(path, expected, async (client) => {
      const body: unknown = await client.get(path);
      const listing = readModelList(body, [this.#target.apiKey]);
      if (listing === undefined) throw this.#shape(path, body, "no list of models");
      if (!isWithin(listing.models.length, bounds.models)) {
        const listed = { models: listing.models.length, most: bounds.models.most };
        throw new RequestError({ kind: "too-large", url: this.#url(path), listed });
      }
      const { ignored } = listing;
      if (ignored.length > 0) onIgnored?.(problemOf("model-list-partly-ignored", { ignored }));
      return listing.models;
    });
  }

  async balance(options: { readonly timeoutMs?: number } = {}): Promise<Balance | undefined> {
    const path = "/credits/balance";
    try {
      const expected: Expected = {
        expects: "json",
        deadlineMs: options.timeoutMs ?? this.#settings.deadlineMs ?? defaultDeadlineMs,
        optional: true,
      };
      return await this.#request(path, expected, async (client) => {
        const body: unknown = await client.get(path);
        // AIsa states USD in millionths (CLI of AIsa-team, 2026-08).
        const micros = get(body, ["available_balance_micros_usd"]);
        if (!isWithin(micros, bounds.balance)) throw this.#shape(path, body, "no balance");
        const currency = getString(body, ["currency"]) ?? "USD";
        return { available: micros / 1e6, currency: this.#shown(currency).slice(0, 8) };
      });
    } catch (error) {
      if (error instanceof RequestError && error.failure.status === 404) return undefined;
      throw error;
    }
  }

  async chat(request: ChatRequest): Promise<ChatResult> {
    const path = "/chat/completions";
    let started = performance.now();
    const expected: Expected = {
      expects: request.stream ? "events" : "json",
      deadlineMs: request.timeoutMs ?? this.#settings.deadlineMs ?? chatDeadlineMs,
      model: request.model,
      sent: () => {
        started = performance.now();
      },
    };
    return this.#request(path, expected, async (client) => {
      const elapsed = () => Math.round(performance.now() - started);
      const answer = emptyAnswer();
      let chunks = 0;
      let pieces = 0;
      let firstTokenMs: number | undefined;
      if (request.stream) {
        const body = { ...chatBody(request), stream: true, stream_options: { include_usage: true } } as const;
        for await (const chunk of await client.chat.completions.create(body)) {
          chunks += 1;
          if (!addChunk(answer, chunk)) continue;
          pieces += 1;
          firstTokenMs ??= elapsed();
        }
        // Every end that is meant has a reason; without one the stream was cut.
        if (answer.finishReason === undefined) throw this.#cut(path, request.model);
      } else {
        const body: unknown = await client.chat.completions.create({ ...chatBody(request), stream: false });
        if (!isCompletion(body)) throw this.#shape(path, body, "no chat completion");
        chunks = pieces = 1;
        addChunk(answer, body);
      }
      const totalMs = elapsed();
      return this.#result(answer, { chunks, pieces, firstTokenMs: firstTokenMs ?? totalMs, totalMs });
    });
  }

  #result(
    answer: ChatAnswer,
    times: Pick<ChatResult, "chunks" | "pieces" | "firstTokenMs" | "totalMs">,
  ): ChatResult {
    const { inputTokens, outputTokens, finishReason } = answer;
    return {
      ...times,
      text: this.#shown(answer.text),
      reasoning: this.#shown(answer.reasoning),
      toolCalls: answer.toolCalls.map((call) => ({
        name: this.#shown(call.name),
        arguments: this.#shown(call.arguments),
      })),
      ...(inputTokens === undefined ? {} : { inputTokens }),
      ...(outputTokens === undefined ? {} : { outputTokens }),
      ...(finishReason === undefined ? {} : { finishReason: this.#shown(finishReason).slice(0, 40) }),
    };
  }

  /** Runs one SDK request, throttled ones again. Whatever it throws, however wrapped, becomes a RequestError. */
  async #request<T>(path: string, expected: Expected, send: (client: OpenAI) => Promise<T>): Promise<T> {
    let failed: unknown;
    const client = new OpenAI({
      apiKey: this.#target.apiKey,
      baseURL: this.#target.baseUrl,
      maxRetries: 0,
      // Ours ends sooner, and covers the body.
      timeout: expected.deadlineMs + 10_000,
      logLevel: "off",
      fetch: async (_url, init) => {
        failed = undefined;
        try {
          return await this.#fetch(path, init ?? {}, expected);
        } catch (error) {
          failed = error;
          throw error;
        }
      },
    });
    const once = () =>
      send(client).catch((error: unknown) => {
        throw this.#asRequestError(failed ?? error, path, expected);
      });
    if (expected.optional) return once();
    return untilAdmitted(once, this.#target.patient ? "patient" : "quick", this.#settings);
  }

  async #fetch(path: string, init: RequestInit, expected: Expected): Promise<Response> {
    const url = this.#url(path);
    const body = typeof init.body === "string" ? { body: init.body } : {};
    const headers = {
      accept: expected.expects === "json" ? "application/json" : "text/event-stream",
      "accept-language": this.#settings.locale ?? "en",
      authorization: `Bearer ${this.#target.apiKey}`,
      "user-agent": `openclaw-aisa/${this.#settings.version}`,
      ...(init.body === undefined || init.body === null ? {} : { "content-type": "application/json" }),
    };
    const transport = await transportFor(url, this.#settings.env);
    const secrets = [this.#target.apiKey];
    const { expects, deadlineMs, model } = expected;
    const { signal } = this.#target;
    const rules: FetchRules = {
      ...(signal ? { signal } : {}),
      expects,
      deadlineMs,
      patience: this.#settings.patience ?? 1,
      ...(model === undefined ? {} : { model }),
      transport,
      maxBytes: largestBody,
      secrets,
    };
    expected.sent?.();
    return boundedFetch(url, { method: init.method?.toUpperCase() ?? "GET", headers, ...body }, rules);
  }

  #asRequestError(error: unknown, path: string, { expects, model }: Expected): RequestError {
    if (error instanceof RequestError) return error;
    const known = { url: this.#url(path), ...(model === undefined ? {} : { model }) };
    const message = this.#shown(describeError(error).message);
    // The SDK throws this while it reads a stream: an error object in it.
    if (error instanceof APIError && error.error !== undefined) {
      const body = this.#shown(shortJson({ error: error.error }));
      return new RequestError({ kind: "stream", status: 200, ...known, message, body });
    }
    // The answer had arrived: something in it was unreadable for the SDK or for us.
    const kind = expects === "events" ? "stream" : "shape";
    return new RequestError({ kind, status: 200, ...known, message });
  }

  #shape(path: string, body: unknown, message: string): RequestError {
    const known = { url: this.#url(path), status: 200, contentType: "application/json" };
    return new RequestError({ kind: "shape", ...known, message, body: this.#shown(shortJson(body)) });
  }

  #cut(path: string, model: string): RequestError {
    const message = "the stream ended before the answer did";
    return new RequestError({ kind: "stream", url: this.#url(path), status: 200, message, model });
  }

  #url(path: string): string {
    return this.#target.baseUrl + path;
  }

  #shown(text: string): string {
    return redact(clean(text), [this.#target.apiKey]);
  }
}
