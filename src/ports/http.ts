import type { Balance, ChatRequest, ChatResult } from "../core/gateway/index.ts";
import type { LiveModel } from "../core/models/index.ts";
import type { Problem } from "../core/problem/index.ts";

/** Where requests go and as whom. */
export interface GatewayTarget {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Ends every request at once when it is aborted. */
  readonly signal?: AbortSignal;
  /** Send throttled requests again for up to 94 s instead of 6 s: nobody waits, and many may have started together. */
  readonly patient?: boolean;
}

/** The AIsa gateway. Every method throws RequestError (core/problem) when it does not succeed. */
export interface Gateway {
  /** `onIgnored` is called once with the unusable ids and implausible figures of the list. */
  models(onIgnored?: (problem: Problem) => void): Promise<readonly LiveModel[]>;
  /** Undefined where the gateway has no such endpoint (404). */
  balance(options?: { readonly timeoutMs?: number }): Promise<Balance | undefined>;
  chat(request: ChatRequest): Promise<ChatResult>;
}

/** One step of reaching a host, timed in ms. */
export type ProbeResult<T> =
  | ({ readonly ok: true; readonly ms: number } & T)
  | { readonly ok: false; readonly ms: number; readonly errno?: string; readonly message: string };

/** The network below HTTP, for diagnosis. Nothing here throws. */
export interface Probe {
  dns(host: string): Promise<ProbeResult<{ addresses: readonly string[] }>>;
  tcp(host: string, port: number): Promise<ProbeResult<object>>;
  tls(host: string, port: number): Promise<ProbeResult<{ validTo: string; issuer: string }>>;
  /** A plain GET without credentials and without following redirects; body at most 64 KiB. */
  get(url: string): Promise<ProbeResult<ProbeAnswer>>;
}

/** The answer to a plain GET. Header names in lower case. */
export interface ProbeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
