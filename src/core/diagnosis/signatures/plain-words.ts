import type { Signature } from "./signature.ts";

/** What people say who describe a failure in their own words. */
export const plainWords: readonly Signature[] = [
  {
    code: "config-syntax",
    weight: "named",
    phrase:
      "[forgot|forgotten|left out|dropped|extra|多了|多打|少了|漏了|缺了|忘了] (a|one|an) (一个|个) comma|bracket|brace|quote|逗号|括号|引号|花括号",
    source: "people",
    examples: ["openclaw.json 好像多了个逗号", "i forgot a comma in my openclaw config"],
  },
  {
    code: "config-syntax",
    weight: "named",
    phrase: "{config} … [won't|doesn't|cannot|can't|does not|no longer] parse|load",
    source: "people",
    examples: ["openclaw.json won't parse"],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase:
      "[unknown|unrecognised|unrecognized|unexpected|unsupported|extra] key|field|property|option|setting (<name>) (in) (my) (the) {config}",
    source: "people",
    examples: ["after the update openclaw complains about an unknown key in my config"],
  },
  {
    code: "config-schema",
    weight: "named",
    phrase: "{config} … [不认识|未知|无法识别|多余] (的) 字段|配置项|键|属性",
    source: "people",
    examples: ["改完 openclaw.json 之后起不来，说有不认识的字段"],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase: "removed|dropped|killed|pulled|discontinued|retired (the|my) {model-name}",
    source: "people",
    examples: ["looks like they removed deepseek-chat"],
  },
  {
    code: "proxy-error",
    weight: "clear",
    phrase: "{proxy} blocks|block|blocked|denies|rejects|drops|intercepts",
    source: "people",
    examples: ["corporate proxy blocks api.acme.example"],
  },
  {
    code: "tls-error",
    weight: "clear",
    phrase: "[ssl inspection|tls inspection|https inspection|mitm proxy|中间人证书]",
    source: "people",
    examples: ["our firewall does ssl inspection for every api"],
  },
  {
    code: "tls-error",
    weight: "clear",
    phrase: "[doesn't|does not|don't|won't] trust (the|our|my|its) (self) (signed) {certificate}",
    source: "people",
    examples: ["node doesn't trust our cert for the api"],
  },
  {
    code: "empty-content",
    weight: "clear",
    phrase:
      "{reply} (in|on) (<name>) (is|was|are|stays|comes) (back) (always|just|completely|totally) blank|empty",
    source: "people",
    examples: ["model gets called, but the reply in telegram is blank"],
  },
  {
    code: "key-expired-or-disabled",
    weight: "clear",
    phrase: "key … 被 禁用|停用|封|封了|吊销|作废|删|删了",
    source: "people",
    examples: ["我的 key 昨天还能用，今天说被禁用了"],
  },
  {
    code: "wrong-base-url",
    weight: "clear",
    phrase: "{base-url} … /v1 (结尾|后缀)|结尾",
    source: "people",
    examples: ["baseUrl 应该以 /v1 结尾"],
  },
];
