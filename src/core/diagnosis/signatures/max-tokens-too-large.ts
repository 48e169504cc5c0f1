import type { Signature } from "./signature.ts";

/** The request asks for more output than the model supports. */
export const maxTokensTooLarge: readonly Signature[] = [
  {
    code: "max-tokens-too-large",
    weight: "clear",
    phrase: "{output-limit} … #",
    source: "several",
    examples: ['400 {"error":{"message":"max_tokens: 64000 > 8192"}}'],
  },
  {
    code: "max-tokens-too-large",
    weight: "clear",
    phrase: "at most # completion|output tokens",
    source: "OpenAI",
    examples: ['400 {"error":{"message":"This model supports at most 4096 completion tokens"}}'],
  },
  {
    code: "max-tokens-too-large",
    weight: "topic",
    phrase: "{output-limit} & {trouble}",
    source: "people",
    examples: ["acme api: an error with max_tokens"],
  },
  {
    code: "max-tokens-too-large",
    weight: "named",
    phrase: "{output-limit} specified in the request is not valid",
    source: "Volcengine Ark",
    examples: [
      '400 {"error":{"message":"The parameter max_tokens specified in the request is not valid: integer above maximum value"}}',
    ],
  },
  {
    code: "max-tokens-too-large",
    weight: "clear",
    phrase: "maximum (allowed) (number) (of) output tokens",
    source: "several",
    examples: ["acme api: 90000 is past the maximum allowed number of output tokens"],
  },
  {
    code: "max-tokens-too-large",
    weight: "clear",
    phrase: "{output-limit} ~ [{exceeded}|{range}]",
    source: "several",
    examples: ['400 {"error":{"message":"max_tokens goes beyond what is allowed"}}'],
  },
];
