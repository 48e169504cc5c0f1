import type { Messages } from "../messages.ts";

/** 用量与花费。 */
export const usage: Messages["usage"] = {
  reading: "正在读取 OpenClaw 的记录",
  by: { day: "日期", week: "周（周一）", month: "月份", model: "模型", agent: "agent" },
  answers: "回答",
  tokens: "token",
  cost: "花费",
  vendor: "官方",
  total: "合计",
  anyModel: "全部模型",
  anyAgent: "全部 agent",
  atVendor: "模型官方平台",
  beside: (ours, theirs, name, tokens) =>
    `${tokens} token 花了 ${ours}，在${name === "OpenRouter" ? " OpenRouter " : name}需要 ${theirs}`,
  read: (sessions, databases, since, until) => {
    const files = sessions > 0 || databases === 0 ? [`${sessions} 个会话文件`] : [];
    const stores = databases > 0 ? [`${databases} 个会话数据库`] : [];
    return `已读取 OpenClaw 的 ${[...files, ...stores].join("和 ")}，${since} 至 ${until}。`;
  },
  fromGateway: (since, until) =>
    `OpenClaw 网关给出的合计（openclaw gateway usage-cost），${since} 至 ${until}。它不区分模型和 agent，花费以 OpenClaw 的记录为准。`,
  uncounted: (answers) =>
    `有 ${answers} 条回答没有记录 token 数，未计入花费。OpenClaw 2026.4 只有装了插件，或模型条目里写了 compat.supportsUsageInStreaming: true，才会索取用量。`,
  partial: "≥ 表示只算了一部分：其余 token 在那里的价格未知。",
  unpriced: (tokens) => `有 ${tokens} token 的价格未知。`,
  broken: (lines) => `跳过了 ${lines} 行损坏或未写完的记录。`,
  unreadFiles: (files) => `有 ${files} 个会话文件无法读取。`,
  unread: {
    "needs-node":
      "未读取：这个 OpenClaw 的数据库需要 Node 24.16 或更新版本才能读取。请用运行 OpenClaw 的那个 Node 来运行本工具。",
    "not-closed": "未读取：有一个会话数据库处于未完成状态。请先启动一次 OpenClaw，再重试。",
    "unknown-format":
      "未读取：有一个会话数据库的格式未知。网关运行时可以查到合计：openclaw gateway usage-cost --days 30",
  },
  asConfigured: "花费按配置中的价格计算，配置没有写的按 AIsa 的价格。",
  notRecorded: "OpenClaw 对话之外的请求（doctor、models test、其他程序）没有记录，最终以 AIsa 的账单为准。",
  nothing: (since) => `自 ${since} 以来，OpenClaw 没有记录任何回答。`,
  badSince: (flag, value) => `${flag}：“${value}”不是日期或时间段；请写成 7d、8w、6m、2026-11-01 或 2026-11`,
  badBy: (flag, value, choices) => `${flag}：不认识“${value}”；可写 ${choices.join("、")}，多个用逗号分隔`,
  oneFormat: (first, second) => `${first} 和 ${second} 不能同时使用`,
};
