/** The part of a fetch that is used here. */
export interface TransportInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect: "manual";
  readonly signal: AbortSignal;
}

/** How a URL is fetched: directly, or through the proxy that the environment names. */
export interface Transport {
  fetch(url: string, init: TransportInit): Promise<Response>;
  /** The proxy without credentials; absent when there is none. */
  readonly proxy?: string;
}
