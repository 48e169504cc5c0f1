/** The requests that the demo gateway tells apart. `other` is every path it does not serve. */
export type DemoRoute = "models" | "chat" | "balance" | "other";

/** The style of error bodies: that of the new-api software, or that of AIsa's documented errors. */
export type DemoFamily = "new-api" | "aisa";

/** What the key's account may do. Every state but `ok` fails as the real gateway does. */
export type DemoAccount = "ok" | "expired" | "disabled" | "exhausted" | "insufficient-balance";

/** Which requests a fault meets; what is absent matches everything. */
export interface DemoWhen {
  readonly route?: DemoRoute;
  /** The `model` of a chat request. */
  readonly model?: string;
  readonly stream?: boolean;
  /** A chat that offers a function and asks for its call. */
  readonly tool?: boolean;
  /** The first matching request that is hit, counted from 1. */
  readonly from?: number;
  /** How many requests in a row are hit; without it all from there on. */
  readonly times?: number;
}

/** Errors by name; {@link DemoFamily} and `Accept-Language` decide status, shape and words. */
export type DemoErrorName =
  | "missing-key"
  | "invalid-key"
  | "expired-key"
  | "disabled-key"
  | "exhausted-key"
  | "unknown-model"
  | "missing-model"
  | "model-not-allowed"
  | "insufficient-quota"
  | "rate-limited"
  | "vendor-key"
  | "upstream-saturated"
  | "upstream-error"
  | "upstream-unavailable"
  | "upstream-timeout"
  | "invalid-temperature"
  | "developer-role-qwen"
  | "developer-role-deepseek"
  | "max-tokens-too-large"
  | "context-length-exceeded"
  | "content-filter"
  | "region-unsupported"
  | "bad-request"
  | "unknown-path";

/** One way to misbehave. Times are in ms, sizes in bytes. */
export type DemoBehaviour =
  /** Waits, then answers normally (or as the next matching fault specifies). */
  | { readonly kind: "delay"; readonly ms: number }
  /** Sends the headers at once and the first part of the body after a while. */
  | { readonly kind: "first-token-delay"; readonly ms: number }
  /** A stream with its first token at `firstTokenMs` and its end at `totalMs`, the rest evenly spread. */
  | { readonly kind: "pace"; readonly firstTokenMs: number; readonly totalMs: number }
  /** Takes the request and never answers. */
  | { readonly kind: "hang" }
  /** Closes the connection without an answer. */
  | { readonly kind: "refuse" }
  /** Half of the usual body, then nothing, the connection left open. */
  | { readonly kind: "stall" }
  /** Half of the usual body, then the connection breaks. */
  | { readonly kind: "drop" }
  /** Half of the usual body, ended as if it were whole. */
  | { readonly kind: "truncate" }
  /** One byte at a time. */
  | { readonly kind: "drip"; readonly ms: number }
  /** A web page, such as a captive portal's. */
  | { readonly kind: "html"; readonly status?: number; readonly title?: string }
  /** Exactly this. `bytes` instead of `body` for what is not text. */
  | {
      readonly kind: "raw";
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly bytes?: readonly number[];
    }
  /** A JSON body of this many bytes, made on the fly. */
  | { readonly kind: "huge"; readonly bytes: number; readonly status?: number }
  /** The same, compressed regardless of what the request accepts. */
  | { readonly kind: "gzip-bomb"; readonly bytes: number }
  /** Without a location: to the same path again. */
  | { readonly kind: "redirect"; readonly status?: number; readonly location?: string }
  /** 429. `body: false` is the empty body of new-api's limiter by address. */
  | { readonly kind: "rate-limit"; readonly body?: boolean; readonly retryAfter?: number }
  | { readonly kind: "error"; readonly error: DemoErrorName }
  /** A 200 with empty content; the tokens are counted. */
  | { readonly kind: "empty-content" }
  /** A tool call with arguments that are not JSON. */
  | { readonly kind: "broken-tool-call" }
  /** Text where a tool call was asked for. */
  | { readonly kind: "no-tool-call" }
  /** A stream with its whole content in one chunk. */
  | { readonly kind: "one-piece" }
  /** The usual answer, dated by a clock that is off by this much. */
  | { readonly kind: "clock"; readonly ms: number }
  /** `stream: true` answered with one JSON object. */
  | { readonly kind: "not-streamed" }
  /** A stream that ends without `[DONE]` and without a finish reason. */
  | { readonly kind: "no-done" }
  /** An error inside the stream, after the 200. */
  | { readonly kind: "stream-error"; readonly error: DemoErrorName }
  /** A stream that never ends. */
  | { readonly kind: "endless"; readonly ms: number };

/** A behaviour and the requests that meet it. */
export interface DemoFault {
  readonly when?: DemoWhen;
  readonly what: DemoBehaviour;
}

/** How the demo gateway behaves. Everything is optional: `{}` is a healthy gateway. */
export interface DemoScript {
  /** The one key it accepts. */
  readonly key?: string;
  readonly family?: DemoFamily;
  /** Ids of `GET /v1/models`, any text. */
  readonly models?: readonly string[];
  readonly account?: DemoAccount;
  /** USD; `null`: the gateway has no such endpoint. */
  readonly balance?: number | null;
  /** What every chat answers. */
  readonly answer?: string;
  /** Of the faults that match a request every delay holds, and of the others the first. */
  readonly faults?: readonly DemoFault[];
}

/** A request as it came in. Times in ms since 1970. */
export interface DemoRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
  readonly startedAt: number;
  /** When the answer was sent or the connection closed; undefined before. */
  readonly endedAt?: number;
  /** Status of the answer. */
  readonly status?: number;
}
