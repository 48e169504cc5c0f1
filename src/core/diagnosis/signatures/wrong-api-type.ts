import type { Signature } from "./signature.ts";

/** The config names an api that the gateway does not speak. */
export const wrongApiType: readonly Signature[] = [
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "no api provider registered",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=No api provider registered",
    ],
  },
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "openai-chat-completions",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Openai-chat-completions",
    ],
  },
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "unhandled api",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Unhandled api",
    ],
  },
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "invalid_api_type",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Invalid_api_type",
    ],
  },
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "unknown api",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Unknown api",
    ],
  },
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "<path> . api : [invalid input|invalid option|invalid value|invalid enum]",
    source: "OpenClaw",
    examples: ["- models.providers.acme.api: Invalid option"],
  },
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "input_text",
    source: "OpenAI",
    examples: ['{"error":{"message":"Input_text","type":"invalid_request_error"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "output_text",
    source: "OpenAI",
    examples: ['{"error":{"message":"Output_text","type":"invalid_request_error"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "wire_api",
    source: "OpenAI",
    examples: ['{"error":{"message":"Wire_api","type":"invalid_request_error"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "not a chat model",
    source: "OpenAI",
    examples: ['{"error":{"message":"Not a chat model","type":"invalid_request_error"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "only supported in v1/responses",
    source: "OpenAI",
    examples: ['{"error":{"message":"Only supported in v1/responses","type":"invalid_request_error"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "use v1/completions",
    source: "OpenAI",
    examples: ['{"error":{"message":"Use v1/completions","type":"invalid_request_error"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "use v1/responses",
    source: "OpenAI",
    examples: ['{"error":{"message":"Use v1/responses","type":"invalid_request_error"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "only support* (the) chat completions|responses|messages",
    source: "several",
    examples: ["The endpoint only supports chat completions"],
  },
  {
    code: "wrong-api-type",
    weight: "said",
    phrase:
      "api ~ [openai-completions|anthropic-messages|openai-responses] & [应|改|must|should|expected|设置]",
    source: "people",
    examples: ["api 应该改成 openai-completions"],
  },
  {
    code: "wrong-api-type",
    weight: "likely",
    phrase: "<404> & [/v1/responses|/responses|/v1/messages]",
    source: "OpenAI",
    examples: ["unexpected status 404 Not Found: Unknown error, url: https://gw.example/v1/responses"],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "convert_request_failed",
    source: "one-api, new-api",
    examples: ['500 {"error":{"code":"convert_request_failed","message":"see log"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "[object object]",
    source: "OpenClaw",
    examples: ["[ERROR] [Server Error] [object Object]"],
  },
  {
    code: "wrong-api-type",
    weight: "named",
    phrase: "invalid url post [/v1/responses|/v1/messages]",
    source: "one-api, new-api",
    examples: ['404 {"error":{"message":"Invalid URL (POST /v1/responses)"}}'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "api <quote> (is) [not valid|not supported|not a valid|invalid|unknown]",
    source: "OpenClaw",
    examples: ['openclaw: api "acme-chat" is not valid'],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase:
      "[not supported|not available] in|on|for|with (the) (/) [v1/chat/completions|v1/responses|v1/messages|completions endpoint]",
    source: "several",
    examples: ["acme api: glm-x9 is not available on v1/responses"],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "[unsupported|invalid|unknown|unhandled] api (type|protocol|adapter|format) :",
    source: "several",
    examples: ["openclaw: unsupported api: acme-x"],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "[not supported|unsupported] for|in|by (the) format|protocol",
    source: "several",
    examples: ["acme api: not supported by format anthropic"],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase:
      "[not support*|unsupported|use|only support*|only supported] (the) (in) (/) (v1) responses|messages api|endpoint|format|接口|协议",
    source: "several",
    examples: ["acme api: use the responses endpoint"],
  },
  {
    code: "wrong-api-type",
    weight: "clear",
    phrase: "openai-responses|anthropic-messages ~ [404|not found|not supported|instead|错|改]",
    source: "OpenClaw",
    examples: ["OpenClaw: openai-responses was not found"],
  },
];
