import {
  type DiagnosedCode,
  type RequestFailure,
  type TextFacts,
  type TransportEnd,
  transportEnd,
} from "../problem/index.ts";
import { clean, hidePersonal, redact } from "../text/index.ts";
import { type Diagnosis, judge } from "./diagnose.ts";
import { findStatus, unwrap } from "./unwrap.ts";

const endCodes: Readonly<Record<TransportEnd, DiagnosedCode>> = {
  dns: "network-dns",
  connection: "network-refused",
  timeout: "network-timeout",
  tls: "tls-error",
  proxy: "proxy-error",
  port: "wrong-base-url",
  unreadable: "unexpected-answer",
};

function givenParams(failure: RequestFailure): TextFacts {
  const host = URL.canParse(failure.url) ? new URL(failure.url).host : undefined;
  return {
    url: redact(failure.url, []),
    ...(host ? { host } : {}),
    ...(failure.status === undefined ? {} : { status: failure.status }),
    ...(failure.model === undefined ? {} : { model: failure.model }),
    ...(failure.requestId === undefined ? {} : { requestId: failure.requestId }),
    ...(failure.retryAfterSeconds === undefined ? {} : { seconds: failure.retryAfterSeconds }),
    ...(failure.message ? { detail: clean(hidePersonal(failure.message, [])).slice(0, 200) } : {}),
  };
}

function certain(code: DiagnosedCode, params: TextFacts, evidence?: string): Diagnosis {
  const seen = evidence === undefined ? {} : { evidence: [evidence] };
  return { problem: { code, params, ...seen }, confidence: 0.95, alternatives: [] };
}

/** There was no answer: the error code of the system or the library says where the connection failed. */
function diagnoseNoAnswer(failure: RequestFailure, params: TextFacts): Diagnosis {
  const end = failure.kind === "timeout" ? "timeout" : transportEnd(failure);
  // Through a proxy, the refusing or unknown host is the proxy's, and so is what is no HTTP.
  if (failure.proxy && end !== "tls" && end !== "timeout")
    return certain("proxy-error", { ...params, source: failure.proxy }, failure.errno);
  const variant = end === "port" ? ({ variant: "refused-port" } as const) : {};
  return certain(endCodes[end], { ...params, ...variant }, failure.errno);
}

/** What a web page calls itself. */
function pageName(body: string): string {
  const title = /<title[^>]{0,200}>([^<]{1,200})/i.exec(body)?.[1] ?? "";
  return ["HTML", clean(hidePersonal(title, [])).trim()].filter(Boolean).join(": ");
}

/** What was wrong with an answer, and how it began. */
function whatCame(failure: RequestFailure): string {
  const start = clean(hidePersonal(failure.body ?? "", [])).trim();
  const shown = start.length > 120 ? `${start.slice(0, 119)}…` : start;
  return [clean(hidePersonal(failure.message ?? "", [])), shown].filter(Boolean).join(": ");
}

/** Names the cause of a request's failure from what the gateway adapter saw. Never throws. */
export function diagnoseFailure(failure: RequestFailure): Diagnosis {
  const params = givenParams(failure);
  const body = failure.body ?? "";
  switch (failure.kind) {
    case "network":
    case "timeout":
      return diagnoseNoAnswer(failure, params);
    case "redirect":
      return certain("redirect-refused", {
        ...params,
        ...(failure.location ? { url: redact(failure.location, []) } : {}),
      });
    case "too-large":
      return certain("too-large-answer", {
        ...params,
        ...(failure.listed
          ? { variant: "long-list", count: failure.listed.models, limit: failure.listed.most }
          : {}),
      });
    case "shape":
      return /<html|<!doctype/i.test(body.slice(0, 2000))
        ? certain("wrong-base-url", { ...params, detail: pageName(body) })
        : certain("unexpected-answer", { ...params, detail: whatCame(failure) });
    case "stream":
      return diagnoseStream(failure, params);
    case "status":
      return judge(unwrap(body).text, failure.status ?? findStatus(body), params);
  }
}

/** After the 200: either the stream carried an error, or it broke. */
function diagnoseStream(failure: RequestFailure, params: TextFacts): Diagnosis {
  // A whole answer in place of a stream: nothing failed but the streaming.
  if (/^\s*\{[\s\S]{0,400}"choices"\s*:/.test(failure.body ?? ""))
    return certain("streaming-broken", { ...params, variant: "not-streamed" }, failure.contentType);
  const { text, status } = unwrap(failure.body || failure.message || "");
  const said = judge(text, status, params);
  return said.confidence > 0.4 ? said : certain("streaming-broken", params);
}
