import type { Messages } from "../index.ts";

/** 距今多久。输入为毫秒。 */
function ago(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "刚刚";
  if (minutes < 120) return `${minutes} 分钟前`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
}

/** models 各命令的用语。 */
export const models: Messages["models"] = {
  ago,
  list: {
    model: "模型",
    context: "上下文",
    output: "最大输出",
    priceIn: "输入 $",
    priceOut: "输出 $",
    state: "状态",
    primary: "默认",
    fallback: (place) => `备用 ${place}`,
    configured: "已配置",
    live: "在线",
    stale: "已下线",
    unchecked: "未检查",
    count: (count) => `${count} 个模型`,
    countConfigured: (count) => `已配置 ${count} 个模型`,
    countOf: (shown, total) => `${total} 个模型中的 ${shown} 个`,
    asked: (host, listed, when) => `${host} 列出 ${listed} 个模型，${when}获取`,
    notAsked: (host) => `尚不知道 ${host} 的模型列表`,
    prices: (page) =>
      `价格为每 100 万 token 的美元价；已配置的模型以配置文件为准，其他以网关或内置目录为准。实际价格见 ${page}`,
    staleHint: (count) =>
      `网关已不再列出其中 ${count} 个模型：运行 openclaw-aisa models sync 可查明替代它们的模型`,
    noMatch: (all) =>
      all ? "没有匹配的模型。" : "已配置的模型中没有匹配的；加上 --all 可在网关的全部模型中查找。",
    nothing: "没有可列出的模型。",
    noneConfigured: "尚未配置 AIsa 的模型：运行 openclaw-aisa onboard 进行配置。",
    badPrice: (flag, value) => `${flag} 需要一个美元金额，例如 1.50，而不是“${value}”`,
  },
};
