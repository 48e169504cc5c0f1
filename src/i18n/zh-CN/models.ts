import type { Messages } from "../messages.ts";

/** 距今多久。输入为毫秒。 */
function ago(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "刚刚";
  if (minutes < 120) return `${minutes} 分钟前`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
}

/** 数据来源的中文名称。 */
const sourceNames: Readonly<Record<string, string>> = {
  "AIsa's provider skill for OpenClaw": "AIsa 的 OpenClaw 提供商技能",
  "AIsa's documentation": "AIsa 文档",
};

/** models 各命令的用语。 */
export const models: Messages["models"] = {
  date: (date) => {
    const [year, month, day] = date.split("-").map(Number);
    return `${year}年${month}月${day === undefined ? "" : `${day}日`}`;
  },
  sourceOf: (name, date) => `${name}（${date}）`,
  sourceName: (name) => sourceNames[name] ?? name,
  ago,
  notAsked: "没有查询网关",
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
    staleHint: (count) => `网关已不再列出其中 ${count} 个模型。替换它们：openclaw-aisa models sync`,
    noMatch: (all) =>
      all ? "没有匹配的模型。" : "已配置的模型中没有匹配的；加上 --all 可在网关的全部模型中查找。",
    nothing: "没有可列出的模型。",
    noneConfigured: "尚未配置 AIsa 的模型。进行配置：openclaw-aisa onboard",
    badPrice: (flag, value) => `${flag} 需要一个美元金额，例如 1.50，而不是“${value}”`,
  },
  pickHelp: "输入名称、系列或 id 的一部分即可查找。",
  pick: {
    set: "默认模型",
    info: "查看哪个模型",
    test: "测试哪些模型",
    add: "添加哪些模型",
    remove: "移除哪些模型",
    asCommand: (line) => `对应的命令：${line}`,
  },
  providers: { aisa: "AIsa", bailian: "百炼", openrouter: "OpenRouter", moonshot: "Moonshot" },
  cost: {
    tokens: "每月的 token 数",
    askTokens: "每月 token 数",
    badTokens: (flag, value) => `${flag}：“${value}”不是 token 数；请写成 500M、2.5B、1_000_000 或 5亿`,
    badShare: (flag, value) => `${flag}：“${value}”不是输入占比；请写 0 到 1 之间的数，例如 0.2，或 20%`,
    tokensOf: (tokens, percent) => `每月 ${tokens} token，其中输入占 ${percent} %`,
    used: (tokens) => `最近 30 天 ${tokens} token`,
    provider: "提供商",
    month: "每月",
    year: "每年",
    later: (date) => `AIsa，${date.replace(/\d+日$/, "")}`,
    saved: (amount, percent) => `使用 AIsa 每年节省 ${amount}（${percent}）`,
    costsMore: (amount) => `使用 AIsa 每年多花 ${amount}`,
    nothingToCompare: "没有其他提供商的价格可供比较。",
    noPrice: "价格未知。",
    total: (month, year) => `在 AIsa 上合计：每月 ${month}，每年 ${year}`,
    fromUsage: (sessions, databases) =>
      `token 数取自 OpenClaw 自己最近 30 天的记录（${sessions} 个会话文件${databases > 0 ? `、${databases} 个数据库` : ""}）。按日期、agent 等查看：openclaw-aisa usage`,
    noUsage: "OpenClaw 的会话记录中，最近 30 天没有 AIsa 模型的回答；请改用 --tokens。",
    others: (references) => `未计入的其他提供商：${references.join("、")}`,
    sources: (sources, page) =>
      `价格来源：${sources.length > 0 ? sources.join("；") : "配置文件或网关"}。实际价格见 ${page}`,
  },
  info: {
    figures: "数据",
    from: { catalog: "目录", later: "较新", gateway: "网关", config: "配置", conservative: "保守值" },
    context: "上下文 token",
    output: "最大输出 token",
    priceIn: "输入/100 万",
    priceOut: "输出/100 万",
    cacheRead: "缓存/100 万",
    inputs: "可接收",
    kinds: { text: "文本", image: "图片" },
    reasoning: "推理",
    yes: "是",
    no: "否",
    and: "、",
    beside: "其他提供商",
    saves: "AIsa 便宜",
    date: "日期",
    state: "状态",
    notConfigured: "未配置",
    listed: (host, when) => `${host} 已列出，${when}获取`,
    notListed: (host, when) => `${host} 未列出，${when}获取`,
    temperature: "温度",
    onlyTemperature: (only) => `只接受 ${only}，其他值会被拒绝（HTTP 400）。`,
    temperatureReaches: (path, value) => `${path} = ${value} 对它生效。修复：openclaw-aisa doctor --fix`,
    latency: "延迟",
    averageLatency: (ms, date) => `平均 ${ms} 毫秒（${date}）；可用 openclaw-aisa models test 实测`,
    regions: "区域",
    retention: "零数据保留",
    since: (date) => `（${date}）`,
    aliases: "别名",
    doNotWork: "不可用的 id",
    unknown: "内置目录中没有它：上限和价格未知，写入配置时使用保守值。",
    source: (date, name, url) => `${date}：${name}${url ? `，${url}` : ""}`,
    pricesAt: (page) => `实际价格见 ${page}`,
  },
};
