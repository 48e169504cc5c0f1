import type { Signature } from "./signature.ts";

/** The service is not available in the region of the request. */
export const regionUnsupported: readonly Signature[] = [
  {
    code: "region-unsupported",
    weight: "clear",
    phrase: "unsupported_country*",
    source: "AIsa",
    examples: ['{"error":{"message":"see docs","code":"unsupported_country_region"}}'],
  },
  {
    code: "region-unsupported",
    weight: "clear",
    phrase: "unsupported_region",
    source: "AIsa",
    examples: ['{"error":{"message":"see docs","code":"unsupported_region"}}'],
  },
  {
    code: "region-unsupported",
    weight: "said",
    phrase: "{region} ~ [blocked|restrict*|banned|forbidden|prohibited|限制|受限|禁止|无法使用|未开放]",
    source: "several",
    examples: ["acme api: 你的国家受限"],
  },
  {
    code: "region-unsupported",
    weight: "clear",
    phrase: "error (code) 1009",
    source: "proxy or CDN",
    examples: ["error code: 1009"],
  },
  {
    code: "region-unsupported",
    weight: "symptom",
    phrase: "<451>",
    source: "several",
    examples: ["HTTP 451: see docs"],
  },
  {
    code: "region-unsupported",
    weight: "clear",
    phrase: "{region} (is) not supported|available",
    source: "several",
    examples: ["Your region is not available yet"],
  },
  {
    code: "region-unsupported",
    weight: "topic",
    phrase: "{region} & {trouble}",
    source: "people",
    examples: ["acme api: an error with the region"],
  },
  {
    code: "region-unsupported",
    weight: "clear",
    phrase: "geo restrict*|location|block*",
    source: "several",
    examples: ["acme api: geo-restricted"],
  },
  {
    code: "region-unsupported",
    weight: "said",
    phrase: "{region} ~ {unsupported}",
    source: "several",
    examples: ["acme api: your location, alas, is unsupported"],
  },
];
