import type { Signature } from "./signature.ts";

/** The model is no longer served. */
export const staleModelId: readonly Signature[] = [
  {
    code: "stale-model-id",
    weight: "named",
    phrase: "no endpoints found",
    source: "OpenRouter",
    examples: ['404 {"error":{"message":"No endpoints found for acme/glm-x9:free.","code":404}}'],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase: "{model} (<id>) -preview|-beta|:free … not exist",
    source: "several",
    examples: ['404 {"error":{"message":"The model `glm-9-preview` does not exist"}}'],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase: "closed endpoint",
    source: "Volcengine Ark",
    examples: ['{"error":{"code":"InvalidEndpoint.ClosedEndpoint","message":"see console"}}'],
  },
  {
    code: "stale-model-id",
    weight: "likely",
    phrase: "http 410",
    source: "several",
    examples: ['{"error":{"message":"Http 410","type":"invalid_request_error"}}'],
  },
  {
    code: "stale-model-id",
    weight: "likely",
    phrase: "status 410",
    source: "several",
    examples: ['{"error":{"message":"Status 410","type":"invalid_request_error"}}'],
  },
  {
    code: "stale-model-id",
    weight: "likely",
    phrase: "error 410",
    source: "several",
    examples: ['{"error":{"message":"Error 410","type":"invalid_request_error"}}'],
  },
  {
    code: "stale-model-id",
    weight: "likely",
    phrase: "410 gone",
    source: "several",
    examples: ['{"error":{"message":"410 gone","type":"invalid_request_error"}}'],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase: "removed|dropped|ended|ending (the) support of|for",
    source: "several",
    examples: ["Acme removed the support of older model names"],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase:
      "deprecated|retired|decommissioned|obsolete|outdated|stale|legacy|过时|弃用|废弃|下线 (的|了) {model}",
    source: "several",
    examples: ["acme api: obsolete model"],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase: "[use this slug instead|unavailable for free]",
    source: "OpenRouter",
    examples: ["acme api: use this slug instead: acme/glm-x9"],
  },
  {
    code: "stale-model-id",
    weight: "said",
    phrase: "{model-name} ~ {retired}",
    source: "several",
    examples: ["gemini-9-pro is no longer available to new users"],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase: "title : gone",
    source: "proxy or CDN",
    examples: ['{"title":"Gone","detail":"see docs"}'],
  },
  {
    code: "stale-model-id",
    weight: "said",
    phrase: "{model} ~ {retired}",
    source: "several",
    examples: ["acme api: that model, as you may know, is sunset"],
  },
];
