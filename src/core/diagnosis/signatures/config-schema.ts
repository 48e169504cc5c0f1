import type { Signature } from "./signature.ts";

/** OpenClaw rejects a field of its config. */
export const configSchema: readonly Signature[] = [
  {
    code: "config-schema",
    weight: "named",
    phrase: "unrecogni*ed key",
    source: "OpenClaw",
    examples: ['Unrecognized key: "mode2"'],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "invalid config",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Invalid config",
    ],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "config (is) invalid",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Config (is) invalid",
    ],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "config schema",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Config schema",
    ],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "unknown|legacy|unsupported|deprecated config key",
    source: "OpenClaw",
    examples: ["Legacy config keys detected"],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase:
      "<path> : [invalid input|invalid option|invalid enum|invalid literal|invalid value|expected|required|must be|must have|must not have]",
    source: "OpenClaw",
    examples: ["- memory.backend: Invalid input"],
  },
  {
    code: "config-schema",
    weight: "clear",
    phrase: "invalid input expected",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Invalid input expected",
    ],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "must not have additional properties",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Must not have additional properties",
    ],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "must declare baseurl",
    source: "OpenClaw",
    examples: [
      "[agent/embedded] embedded run agent end: isError=true model=glm-x9 provider=acme error=Must declare baseurl",
    ],
  },
  {
    code: "config-schema",
    weight: "topic",
    phrase: "[openclaw.json|config file|配置文件|配置项] & {trouble}",
    source: "people",
    examples: ["openclaw.json: an error"],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "config|configuration validation|verification|check failed|error",
    source: "OpenClaw",
    examples: ["OpenClaw: configuration check failed"],
  },
  {
    code: "config-schema",
    weight: "clear",
    phrase: "[schema validation|zod error]",
    source: "OpenClaw",
    examples: ["openclaw: ZodError"],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "<path> : unrecogni*ed|invalid|unknown|custom|plugin|duplicate key|property|value|id",
    source: "OpenClaw",
    examples: ["channels.mail: unknown property"],
  },
  {
    code: "config-schema",
    weight: "clear",
    phrase:
      "[expected one of|invalid option|invalid enum value|invalid literal value] … received|expected|openai",
    source: "OpenClaw",
    examples: ["OpenClaw: invalid enum value, something else was expected"],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "配置 (文件) 无效|校验失败|验证失败|不合法|不符合",
    source: "people",
    examples: ["openclaw 配置文件校验失败"],
  },
];
