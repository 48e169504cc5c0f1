import type { Messages } from "../messages.ts";

const list = (values: readonly string[]) => values.join("、");

/** models test 的用语。 */
export const modelsTest: Messages["modelsTest"] = {
  aModel: "要测试的模型（尚未配置任何模型）",
  badRuns: (flag, value, most) => `${flag}：“${value}”不是调用次数；请写 1 到 ${most} 之间的整数`,
  needsYes: (flag, usd) => `这次测试最多花费 ${usd}，超过一美分：加上 ${flag} 表示同意`,
  agree: (usd) => `这次测试最多花费 ${usd}，继续吗？`,
  guessed: (ids) => `${list(ids)} 的价格未知，按已知的最高价估算`,
  wouldTest: (ids, usd) => `将调用 ${ids.length} 个模型，最多花费 ${usd}：${list(ids)}`,
  waiting: (ids) => `等待 ${list(ids.slice(0, 3))}${ids.length > 3 ? ` 等 ${ids.length} 个模型` : ""}`,
  doneLine: (first, total) => `首个 token ${first}，完整回答 ${total}`,
  model: "模型",
  first: "首个",
  total: "完整",
  speed: "token/秒",
  stream: "流式",
  tools: "工具",
  developer: "developer",
  temperature: "温度",
  published: "公布值",
  seconds: (value) => `${value} 秒`,
  streams: { yes: "是", "at-once": "一次到齐" },
  toolUses: { yes: "是", none: "未调用", broken: "格式错误", cut: "被截断", refused: "被拒绝" },
  yes: "是",
  no: "否",
  any: "任意",
  fixed: "固定",
  only: (temperature) => `仅 ${temperature}`,
  notListed: (host) => `${host} 未列出该模型`,
  emptyFirst: (times) => `有 ${times} 次先返回空内容，重试后正常回答`,
  someFailed: (failed, runs, cause) => `${runs} 次调用中 ${failed} 次失败：${cause}`,
  bars: "完整回答所需时间",
  measured: "实测",
  publishedIn: (date) => `公布的平均值（${date}）`,
  explained:
    "首个、完整：到首个 token 和回答结束的秒数。developer：是否接受 developer 角色。温度：可接受的温度。",
  explainedTimes: "首个、完整：到首个 token 和回答结束的秒数。",
  takes: (developer, temperature) => `developer 角色：${developer} · 温度：${temperature}`,
  medianOf: (runs) => `取 ${runs} 次调用的中位数。`,
  cost: (usd, input, output) => `花费：约 ${usd}（输入 ${input}、输出 ${output} token）`,
};
