import type { Signature } from "./signature.ts";

/** A temperature that the model does not take. */
export const invalidTemperature: readonly Signature[] = [
  {
    code: "invalid-temperature",
    weight: "named",
    phrase: "invalid|unsupported|illegal|wrong {temperature}",
    source: "several",
    examples: ["acme api: an unsupported temperature"],
  },
  {
    code: "invalid-temperature",
    weight: "named",
    phrase: "only # is allowed for this model",
    source: "Moonshot",
    examples: ['400 {"error":{"message":"only 0.6 is allowed for this model"}}'],
  },
  {
    code: "invalid-temperature",
    weight: "clear",
    phrase: "parameter|invalid|unsupported|illegal {temperature} (must) (be)",
    source: "several",
    examples: ["parameter temperature must be in (0, 2)"],
  },
  {
    code: "invalid-temperature",
    weight: "clear",
    phrase: "{temperature} (参数) (值) 必须|只能|仅|不支持|超出|无效|不合法|固定",
    source: "people",
    examples: ["temperature 必须在 0 到 1 之间"],
  },
  {
    code: "invalid-temperature",
    weight: "topic",
    phrase: "{temperature} & {trouble}",
    source: "people",
    examples: ["acme api: an error with the temperature"],
  },
  {
    code: "invalid-temperature",
    weight: "said",
    phrase: "{temperature} ~ [{unsupported}|{invalid}|must|only|should|range|只支持|只能|仅]",
    source: "several",
    examples: ["这个模型只支持温度=1"],
  },
  {
    code: "invalid-temperature",
    weight: "clear",
    phrase: "{temperature} may|can|must only",
    source: "Anthropic",
    examples: ["`temperature` may only be set to 1"],
  },
];
