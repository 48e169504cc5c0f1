import type { Signature } from "./signature.ts";

/** The gateway has no upstream for the model. */
export const noAvailableChannel: readonly Signature[] = [
  {
    code: "no-available-channel",
    weight: "named",
    phrase:
      "no available (<name>) [{channel}|provider|deployment|account|upstream|candidate|backend|distributor]",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"No available channel under group default (distributor) (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "no-available-channel",
    weight: "named",
    phrase:
      "no healthy|enabled|active|matching|allowed|valid [{channel}|provider|deployment|account|candidate|backend]",
    source: "LiteLLM",
    examples: ['{"error":{"message":"No healthy deployments left in this group"}}'],
  },
  {
    code: "no-available-channel",
    weight: "named",
    phrase:
      "无可用|没有可用|暂无可用|找不到可用|没有任何可用 (的) (上游) [{channel}|账号|账户|令牌|服务商|服务]",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"当前分组 vip 下对于模型 glm-x 无可用渠道 (request id: 20260102030405abc)","type":"one_api_error"}}',
    ],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "failed to get available channel",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"failed to get available channel (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "get_channel_failed",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"see log (request id: 20260102030405abc)","type":"new_api_error","code":"get_channel_failed"}}',
    ],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "可用渠道不存在",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"可用渠道不存在 (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "可用渠道失败",
    source: "one-api, new-api",
    examples: ['{"error":{"message":"可用渠道失败 (request id: 20260102030405abc)","type":"new_api_error"}}'],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "该渠道已被禁用",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"该渠道已被禁用 (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "数据库一致性已被破坏",
    source: "one-api, new-api",
    examples: [
      '{"error":{"message":"数据库一致性已被破坏 (request id: 20260102030405abc)","type":"new_api_error"}}',
    ],
  },
  {
    code: "no-available-channel",
    weight: "symptom",
    phrase: "provider internal error, http 503",
    source: "OpenClaw",
    examples: ["⚠️ acme/glm-x request failed (provider internal error, HTTP 503)."],
    variant: "hidden",
    alternatives: ["model-not-found", "upstream-5xx"],
  },
  {
    code: "no-available-channel",
    weight: "hint",
    phrase: "<503>",
    source: "one-api, new-api",
    examples: ["HTTP 503: see docs"],
    alternatives: ["upstream-5xx"],
  },
  {
    code: "no-available-channel",
    weight: "named",
    phrase: "channel : no available key",
    source: "one-api, new-api",
    examples: ['{"error":{"code":"channel:no_available_key","message":"see log"}}'],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "没有|无 (可用|有效|任何) (的) {channel}",
    source: "people",
    examples: ["接口提示没有 channel"],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "分组 … 没有|无 … 模型",
    source: "people",
    examples: ['{"error":{"message":"分组 vip 里没有这个模型"}}'],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase:
      "no channel|provider|deployment|candidate|auth|upstream (is) (are) available|found|configured|enabled",
    source: "several",
    examples: ["acme api: no deployment available"],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "获取 … 渠道失败",
    source: "people",
    examples: ['{"error":{"message":"获取分组 vip 下模型 glm-x 的渠道失败"}}'],
  },
];
