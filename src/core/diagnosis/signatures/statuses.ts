import type { Signature } from "./signature.ts";

/** What a status says when no words do. */
export const statuses: readonly Signature[] = [
{ code: "invalid-key", weight: "symptom", phrase: "<401>", source: "several", examples: ["HTTP 401: see docs"], alternatives: ["missing-key", "key-expired-or-disabled", "insufficient-quota"] },
{ code: "insufficient-quota", weight: "symptom", phrase: "<402>", source: "several", examples: ["HTTP 402: see docs"] },
{ code: "other", weight: "topic", phrase: "<403>", source: "several", examples: ["HTTP 403: see docs"], alternatives: ["insufficient-quota", "model-not-allowed", "invalid-key", "region-unsupported"] },
{ code: "wrong-base-url", weight: "topic", phrase: "<404|405>", source: "several", examples: ["HTTP 404: see docs"], alternatives: ["model-not-found", "wrong-api-type"] },
{ code: "proxy-error", weight: "clear", phrase: "<407>", source: "proxy or CDN", examples: ["HTTP 407: see docs"] },
{ code: "network-timeout", weight: "symptom", phrase: "<408>", source: "several", examples: ["HTTP 408: see docs"] },
{ code: "context-length-exceeded", weight: "symptom", phrase: "<413>", source: "several", examples: ["HTTP 413: see docs"] },
{ code: "unsupported-parameter", weight: "topic", phrase: "<422>", source: "several", examples: ["HTTP 422: see docs"] },
{ code: "unsupported-parameter", weight: "named", phrase: "no endpoints found that support <name>", source: "OpenRouter", examples: ["404 {\"error\":{\"message\":\"No endpoints found that support strict mode\",\"code\":404}}"] },
{ code: "rate-limited", weight: "symptom", phrase: "<429>", source: "several", examples: ["HTTP 429: see docs"], alternatives: ["insufficient-quota"] },
{ code: "region-unsupported", weight: "symptom", phrase: "<451>", source: "several", examples: ["HTTP 451: see docs"] },
{ code: "upstream-5xx", weight: "symptom", phrase: "<500|502|504|520|521|522|523|524|525|529>", source: "several", examples: ["HTTP 500: see docs"] },
{ code: "no-available-channel", weight: "hint", phrase: "<503>", source: "one-api, new-api", examples: ["HTTP 503: see docs"], alternatives: ["upstream-5xx"] },
];
