import type { Signature } from "./signature.ts";

/** OpenClaw's config is not valid JSON5. */
export const configSyntax: readonly Signature[] = [
  {
    code: "config-syntax",
    weight: "named",
    phrase:
      "{config} ~ [not valid json|not valid json5|invalid json|invalid json5|parse error|syntax error|malformed|could not be parsed|failed to parse|parse failed|解析错误|解析失败|语法错误|格式错误]",
    source: "OpenClaw",
    examples: ["OpenClaw config at /root/x/openclaw.json is not valid JSON"],
  },
  {
    code: "config-syntax",
    weight: "named",
    phrase: "expected property name",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Expected property name",
    ],
  },
  {
    code: "config-syntax",
    weight: "named",
    phrase: "expected double quoted property name",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Expected double quoted property name",
    ],
  },
  {
    code: "config-syntax",
    weight: "named",
    phrase: "trailing comma",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Trailing comma",
    ],
  },
  {
    code: "config-syntax",
    weight: "clear",
    phrase: "{config} ~ [逗号|括号|引号]",
    source: "people",
    examples: ["openclaw.json 第 3 行的引号没配对"],
  },
  {
    code: "config-syntax",
    weight: "clear",
    phrase:
      "{config} ~ [unexpected token|unexpected end|unexpected string|bad control character|unterminated string|invalid character]",
    source: "OpenClaw",
    examples: ["openclaw.json: unexpected end of input"],
  },
  {
    code: "config-syntax",
    weight: "named",
    phrase: "json5 : invalid|unexpected|expected|error",
    source: "OpenClaw",
    examples: ["SyntaxError: JSON5: invalid character x at 12:3"],
  },
  {
    code: "config-syntax",
    weight: "named",
    phrase: "json5 error|parse",
    source: "OpenClaw",
    examples: ["Error: JSON5 parse failed"],
  },
  {
    code: "config-syntax",
    weight: "named",
    phrase: "[fail*|error|unable|cannot|could not] (to) parse|parsing|read|load (the) {config}",
    source: "OpenClaw",
    examples: ["openclaw: could not parse the config"],
  },
  {
    code: "config-syntax",
    weight: "clear",
    phrase: "{config} (语法|格式|解析|json) 错误|失败|有误|不正确|不对|出错",
    source: "people",
    examples: ["acme api: config 错误"],
  },
  {
    code: "config-syntax",
    weight: "named",
    phrase: "{config} … expected … [but found|but got|instead]",
    source: "OpenClaw",
    examples: ['openclaw.json:14:5 - Expected "," but found x'],
  },
];
