import type { Signature } from "./signature.ts";

/** Models, their names and who serves them, in plain sentences that no one source prints in one way. */
export const modelsInPlainWords: readonly Signature[] = [
  {
    code: "model-not-found",
    weight: "clear",
    phrase: "没有|没 (有) 这个|该|此|你要的 {model}",
    source: "people",
    examples: ["没有这个模型"],
  },
  {
    code: "model-not-found",
    weight: "clear",
    phrase:
      "{model} (that) (you) (have) (requested|specified|selected|chose|asked) (for) (could|can|was|is|does) (not) not|cannot|can't|isn't (be) found|exist|available|supported",
    source: "several",
    examples: ["The model you requested could not be found."],
  },
  {
    code: "model-not-found",
    weight: "clear",
    phrase:
      "[does not|do not|doesn't|don't|doesnt|cannot|can't] (currently) support|serve|offer|have|know|recogni*e (this|that|the|such) (a) (specified) {model}",
    source: "several",
    examples: ["The gateway does not support this model, look for another one there"],
  },
  {
    code: "model-not-found",
    weight: "clear",
    phrase: "未开通|未激活|未启用|未订阅|暂未开通 (该) (<id>) {model}",
    source: "Volcengine Ark",
    examples: ["当前账号暂未开通 doubao-seed 模型服务,请前往火山方舟控制台开通"],
  },
  {
    code: "model-not-found",
    weight: "clear",
    phrase: "unknown|invalid|unrecogni*ed|nonexistent|unsupported modle|modell|mdoel",
    source: "people",
    examples: ["unknown modle"],
  },
  {
    code: "model-not-found",
    weight: "clear",
    phrase: "{model} (is|was) unrecogni*ed|unserved|unloaded",
    source: "several",
    examples: ["Local api: the model is unserved at this place, as far as anyone can tell"],
  },
  {
    code: "model-not-found",
    weight: "clear",
    phrase: "no model (is|are) loaded",
    source: "vLLM",
    examples: ["No models are loaded; load one first, then ask again about the same thing."],
  },
  {
    code: "model-not-found",
    weight: "clear",
    phrase: "not|isn't a supported|known|recogni*ed model",
    source: "several",
    examples: ["glm-x9 is not a known model"],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase:
      "[{channel}|upstream account] (is|are|was) (currently) 不可用|没了|已禁用|被禁用|挂了|unavailable|disabled",
    source: "one-api, new-api",
    examples: ["acme api: the channel is disabled"],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase:
      "no|zero (available) (healthy) (candidate) instance|candidate|channel|distributor|node|upstream (available|found|left|for|channel)",
    source: "several",
    examples: ["No instances available"],
  },
  {
    code: "no-available-channel",
    weight: "clear",
    phrase: "无|没有|找不到|暂无 (任何) (可用|有效) (的) 服务商|服务|账号|账户|节点|通道|渠道|实例",
    source: "people",
    examples: ["找不到任何有效的通道"],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase:
      "{model} (ref|reference|selection|override) (<quote>) (is|was) (not) rejected|refused|denied|not allowed|forbidden",
    source: "OpenClaw",
    examples: ['model reference "acme" is not allowed in here, as the owner of it has said'],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase: "permitted|allowed|valid models for (the|this|your) key|team|token|user|project",
    source: "LiteLLM",
    examples: ["These are the permitted models for the team: a few that I can not list here."],
  },
  {
    code: "model-not-allowed",
    weight: "clear",
    phrase:
      "plan|tier|subscription|package|套餐|分组 (does) doesn't|not|不 include|cover|allow|包含|允许 (this|the|该|此) {model}",
    source: "several",
    examples: ["当前分组不允许该模型"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "like|expected|syntax|format|form provider / model",
    source: "OpenClaw",
    examples: ["Write it like provider/model"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "must (have|include|start) (with) (a|the) provider (prefix)",
    source: "LiteLLM",
    examples: ["A model must include the provider at its start, for it to be looked up here"],
  },
  {
    code: "missing-prefix",
    weight: "clear",
    phrase: "前面|前缀|开头 ~ [少了|没写|没加|缺了|要加|漏写]",
    source: "people",
    examples: ["模型名前面少了 aisa/"],
  },
  {
    code: "stale-model-id",
    weight: "named",
    phrase: "endpoint … currently closed",
    source: "Volcengine Ark",
    examples: ["The request targeted an endpoint that is currently closed or temporarily unavailable."],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase:
      "{model} (<id>) (has|have|was|were|is|been) (been) (now) retired|discontinued|removed|withdrawn|sunset|移除|过时|已被移除|已过时|已下架",
    source: "several",
    examples: ["这个模型已过时，换一个新的吧，旧的那个已经不能再用下去了"],
  },
  {
    code: "stale-model-id",
    weight: "clear",
    phrase: "<id> (已) (被) 停止服务|下线|下架|停用|弃用|已停止服务|已下线|已弃用",
    source: "people",
    examples: ["qwen-72b 已弃用"],
  },
];
