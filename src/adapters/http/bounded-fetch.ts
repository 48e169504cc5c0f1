import { bounds, isWithin } from "../../core/models/index.ts";
import {
  RequestError,
  type RequestFailure,
  type TransportError,
  transportEnd,
} from "../../core/problem/index.ts";
import { readRetryAfter } from "../../core/retry/index.ts";
import { clean, redact } from "../../core/text/index.ts";
import { EventLines } from "./event-lines.ts";
import { chunksOf, describeError, readInto, readStart } from "./http-body.ts";
import type { Transport, TransportInit } from "./transport-types.ts";

/** What one request may cost and must bring. */
export interface FetchRules {
  readonly transport: Transport;
  /** One deadline over connection, headers and body, ms. */
  readonly deadlineMs: number;
  /** What the deadline is multiplied by. */
  readonly patience: number;
  /** Most bytes of a body, counted after decompression. */
  readonly maxBytes: number;
  /** `json`: an object; `events`: a server-sent event stream. */
  readonly expects: "json" | "events";
  /** Ends the request before its deadline. */
  readonly signal?: AbortSignal;
  /** What must not appear in a failure. */
  readonly secrets: readonly string[];
  /** The model that is asked for, for the failure. */
  readonly model?: string;
}

/** A request as it is sent. */
export type BoundedInit = Pick<TransportInit, "method" | "headers" | "body">;

const largestErrorBody = 64 * 1024;
/** Of an event stream, in characters: a piece of an answer is far shorter, a whole answer in one piece too. */
const longestLine = 1024 * 1024;

/**
 * Fetches within the limits of the rules, and accepts only what they expect: no redirect, valid UTF-8, a JSON object
 * or an event stream. Out: a Response whose JSON body is in memory and checked, or whose stream contains only the
 * `data:` lines. Throws RequestError for everything else, an error status included; reading the stream can throw it
 * too.
 */
export async function boundedFetch(url: string, init: BoundedInit, rules: FetchRules): Promise<Response> {
  const exchange = new Exchange(url, rules);
  try {
    const response = await exchange.send(init);
    if (!response.ok) throw await exchange.refused(response);
    if (rules.expects === "json") return await exchange.json(response);
    await exchange.checkStream(response);
    const headers = { "content-type": "text/event-stream" };
    return new Response(ReadableStream.from(exchange.dataLines(response)), { headers });
  } catch (error) {
    throw exchange.failed(error);
  }
}

class Exchange {
  readonly #url: string;
  readonly #rules: FetchRules;
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #answer: Partial<RequestFailure> = {};

  constructor(url: string, rules: FetchRules) {
    this.#url = url;
    this.#rules = rules;
    this.#timer = setTimeout(() => this.#controller.abort(), rules.deadlineMs * rules.patience);
    rules.signal?.addEventListener("abort", () => this.#controller.abort(), { once: true });
  }

  async send(init: BoundedInit): Promise<Response> {
    const response = await this.#rules.transport.fetch(this.#url, {
      ...init,
      headers: { ...init.headers, "accept-encoding": "identity" },
      redirect: "manual",
      signal: this.#controller.signal,
    });
    const { headers } = response;
    const id = headers.get("x-oneapi-request-id") ?? headers.get("x-request-id");
    const clock = Date.parse(headers.get("date") ?? "");
    const wait = readRetryAfter(headers.get("retry-after"), Number.isNaN(clock) ? Date.now() : clock);
    const type = headers.get("content-type");
    this.#answer = {
      status: response.status,
      ...(type === null ? {} : { contentType: this.#shown(type).slice(0, 120) }),
      ...(id === null ? {} : { requestId: this.#shown(id).slice(0, 120) }),
      ...(isWithin(wait, bounds.waitSeconds) ? { retryAfterSeconds: wait } : {}),
    };
    return response;
  }

  /** The failure of an answer that is no success. */
  async refused(response: Response): Promise<RequestError> {
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location !== null) {
      const target = URL.canParse(location, this.#url) ? new URL(location, this.#url).href : location;
      return this.#error({ kind: "redirect", location: this.#shown(target).slice(0, 500) });
    }
    return this.#error({
      kind: "status",
      body: await readStart(response, largestErrorBody, this.#controller.signal),
    });
  }

  /** The answer with its JSON object read, decoded and checked. */
  async json(response: Response): Promise<Response> {
    const chunks: Uint8Array[] = [];
    await readInto(chunks, response, this.#rules.maxBytes, () => this.#tooLarge(), this.#controller.signal);
    const text = this.#decode(chunks);
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value !== "object" || value === null) throw new SyntaxError("not an object");
    } catch (error) {
      const message = text.trim() === "" ? "the body is empty" : String(error);
      throw this.#error({ kind: "shape", message, body: text });
    }
    this.#end();
    return new Response(text, { status: response.status, headers: { "content-type": "application/json" } });
  }

  /** Throws when a stream was asked for and a document came. */
  async checkStream(response: Response): Promise<void> {
    const type = (response.headers.get("content-type") ?? "").toLowerCase();
    if (!/json|html/.test(type)) return;
    const kind = type.includes("json") ? "stream" : "shape";
    const message = `a stream was asked for, the answer is ${type}`;
    throw this.#error({
      kind,
      message,
      body: await readStart(response, largestErrorBody, this.#controller.signal),
    });
  }

  /**
   * The `data:` lines of an event stream and the empty lines between them. Other fields are left out: the SDK prints
   * what it cannot read of events named `thread.*`. Ends at `[DONE]`, even if the sender does not.
   */
  async *dataLines(response: Response): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    const text = new EventLines(longestLine, () => this.#tooLarge(longestLine, "in one line"));
    let total = 0;
    try {
      for await (const chunk of chunksOf(response, this.#controller.signal)) {
        total += chunk.byteLength;
        if (total > this.#rules.maxBytes) throw this.#tooLarge();
        const data = text.push(chunk).filter((line) => line === "" || line.startsWith("data:"));
        yield encoder.encode(data.map((line) => `${line}\n`).join(""));
        if (data.some((line) => /^data:\s*\[DONE\]/.test(line))) return;
      }
      const rest = text.end();
      if (rest.startsWith("data:")) yield encoder.encode(`${rest}\n\n`);
    } catch (error) {
      throw this.failed(error, "stream");
    } finally {
      this.#end();
    }
  }

  /** Anything thrown, as a failure of this request; ends it. `broken` is the kind of a connection that broke. */
  failed(error: unknown, broken: "network" | "stream" = "network"): RequestError {
    const late = this.#controller.signal.aborted;
    this.#end();
    if (error instanceof RequestError) return error;
    if (late) {
      const message = `no complete answer within ${this.#rules.deadlineMs / 1000} s`;
      return this.#error({ kind: "timeout", message });
    }
    const found = describeError(error);
    return this.#error({ kind: this.#isUnreadable(found) ? "shape" : broken, ...found });
  }

  /** Whether an answer came that cannot be read; before its beginning, it can be the proxy that spoke. */
  #isUnreadable(found: TransportError): boolean {
    const isGateways = this.#answer.status !== undefined || this.#rules.transport.proxy === undefined;
    return isGateways && transportEnd(found) === "unreadable";
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }

  #tooLarge(most = this.#rules.maxBytes, where = ""): RequestError {
    return this.#error({ kind: "too-large", message: `more than ${most} bytes ${where}`.trimEnd() });
  }

  #decode(chunks: readonly Uint8Array[]): string {
    const bytes = Buffer.concat(chunks);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      const body = new TextDecoder().decode(bytes);
      throw this.#error({ kind: "shape", message: "the body is not valid UTF-8", body });
    }
  }

  #error(found: Pick<RequestFailure, "kind"> & Partial<RequestFailure>): RequestError {
    const { body, message, ...rest } = found;
    const { transport, model } = this.#rules;
    return new RequestError({
      ...this.#answer,
      ...rest,
      url: this.#shown(this.#url),
      ...(body === undefined ? {} : { body: this.#shown(body.slice(0, largestErrorBody)) }),
      ...(message === undefined ? {} : { message: this.#shown(message.slice(0, 2000)) }),
      ...(transport.proxy === undefined ? {} : { proxy: transport.proxy }),
      ...(model === undefined ? {} : { model }),
    });
  }

  #shown(text: string): string {
    return redact(clean(text), this.#rules.secrets);
  }
}
