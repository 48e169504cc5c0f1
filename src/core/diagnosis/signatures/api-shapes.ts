import type { Signature } from "./signature.ts";

/** What frameworks and validators say in a shape of their own: FastAPI's `detail`, zod's issues, problem+json. */
export const apiShapes: readonly Signature[] = [
  // FastAPI and pydantic: where in the request ("loc"), then what is wrong there.
  {
    code: "missing-key",
    weight: "named",
    phrase: "loc header authorization|x-api-key|api-key",
    source: "Python",
    examples: ['{"detail":[{"type":"missing","loc":["header","authorization"],"msg":"Field required"}]}'],
  },
  {
    code: "missing-key",
    weight: "named",
    phrase: "not authenticated",
    source: "Python",
    examples: ['{"detail":"Not authenticated"}'],
  },
  {
    code: "max-tokens-too-large",
    weight: "named",
    phrase: "loc body max_tokens|max_completion_tokens|max_output_tokens",
    source: "Python",
    examples: [
      '{"detail":[{"type":"less_than_equal","loc":["body","max_tokens"],"msg":"Input should be less than or equal to 4096"}]}',
    ],
  },
  {
    code: "invalid-temperature",
    weight: "named",
    phrase: "loc body temperature",
    source: "Python",
    examples: ['{"detail":[{"loc":["body","temperature"],"msg":"ensure this value is at most 1"}]}'],
  },
  {
    code: "developer-role-unsupported",
    weight: "named",
    phrase: "loc body messages # (system) (user) (developer) role",
    source: "Python",
    examples: [
      `{"detail":[{"loc":["body","messages",0,"role"],"msg":"unexpected value; permitted: 'system', 'user', 'assistant'"}]}`,
    ],
  },
  {
    code: "unsupported-parameter",
    weight: "named",
    phrase: "loc query|path",
    source: "Python",
    examples: ['{"detail":[{"loc":["query","beta"],"msg":"value could not be parsed to a boolean"}]}'],
  },
  // zod, as OpenClaw's config check prints it.
  {
    code: "config-schema",
    weight: "named",
    phrase: "<path> : [too big|too small|too short|too long|not a valid|plugin not found|custom model]",
    source: "OpenClaw",
    examples: ["tools.web.fetch.maxChars: Too small: a larger number is needed"],
  },
  {
    code: "config-schema",
    weight: "clear",
    phrase: "[too big|too small] : expected",
    source: "OpenClaw",
    examples: ["timeoutSeconds: Too big: expected number to be <=600"],
  },
  // Errors that tell of the request's shape and nothing else.
  {
    code: "unsupported-parameter",
    weight: "topic",
    phrase: "invalid_request_error & <400|422>",
    source: "OpenAI",
    examples: ['400 {"error":{"message":"messages: the blocks are odd","type":"invalid_request_error"}}'],
  },
  {
    code: "tool-call-error",
    weight: "named",
    phrase: "loc body tools|tool_choice|functions",
    source: "Python",
    examples: ['{"detail":[{"loc":["body","functions",0,"strict"],"msg":"a valid boolean was awaited"}]}'],
  },
];
