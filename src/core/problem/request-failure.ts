import { getString } from "../json/index.ts";

/** How one request failed, as the gateway adapter saw it; the input of diagnosis. */
export interface RequestFailure {
  /**
   * `status`: an HTTP error answer; `network`: no answer (see errno); `timeout`: our deadline passed;
   * `shape`: an answer that is not what the endpoint promises (no HTTP, HTML, half a JSON, wrong fields);
   * `too-large`: more bytes than we read, or, with `listed`, more models; `redirect`: refused, the target is in `location`;
   * `stream`: the stream broke off or carried an error after the 200.
   */
  readonly kind: "status" | "network" | "timeout" | "shape" | "too-large" | "redirect" | "stream";
  readonly url: string;
  readonly status?: number;
  readonly contentType?: string;
  /** Start of the body, at most 64 KiB, valid text, control characters and the key already removed. */
  readonly body?: string;
  /** Node's or OpenSSL's code: ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED, … */
  readonly errno?: string;
  /** The library's own sentence, cleaned and redacted. */
  readonly message?: string;
  readonly location?: string;
  /** The proxy that the request went through (no credentials). */
  readonly proxy?: string;
  readonly requestId?: string;
  /** The model that was asked for. */
  readonly model?: string;
  readonly retryAfterSeconds?: number;
  /** How many models a list names that is too long, and how many it may. */
  readonly listed?: { readonly models: number; readonly most: number };
}

/** Thrown by the gateway adapter for every request that did not succeed. */
export class RequestError extends Error {
  readonly failure: RequestFailure;
  constructor(failure: RequestFailure) {
    super(failure.message ?? failure.kind);
    this.name = "RequestError";
    this.failure = failure;
  }
}

const longestSentence = 200;

/** What the answer itself states about the failure, if it is JSON with a message: cleaned and cut. */
export function sentenceOf({ body }: RequestFailure): string | undefined {
  try {
    const answer: unknown = JSON.parse(body ?? "");
    const said = getString(answer, ["error", "message"]) ?? getString(answer, ["message"]);
    return said === undefined || said.trim() === "" ? undefined : said.trim().slice(0, longestSentence);
  } catch {
    return undefined; // no JSON, so no sentence of its own
  }
}
