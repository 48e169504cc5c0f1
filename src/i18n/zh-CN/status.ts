import type { Messages } from "../messages.ts";
import { some, span } from "./problems/shared.ts";

/** status 的用语。 */
export const status: Messages["status"] = {
  names: {
    key: "密钥",
    balance: "余额",
    config: "配置",
    default: "默认模型",
    sends: "实际发送",
    sessions: "会话",
    log: "最近错误",
    problems: "问题",
  },
  key: {
    stored: "尚未使用",
    missing: "没有找到",
    unknown: "未知：没有可读的配置",
    hidden: (where) => `在 OpenClaw 自己的存储中（${where}）`,
    unresolved: (text) => `没有：OpenClaw 会直接发送文本 ${text}`,
  },
  checked: (accepted, ago) => (accepted ? `${ago}验证有效` : `${ago}被拒绝`),
  notChecked: "尚未验证",
  balanceUnknown: "未知",
  ago: (seconds) => (seconds < 60 ? "刚刚" : `${span(seconds)}前`),
  models: (count, provider) => (provider === undefined ? "尚未设置 AIsa" : `${provider} 的 ${count} 个模型`),
  unreadable: "无法读取",
  noConfig: "不存在",
  none: "无",
  default: (primary, fallbacks) =>
    fallbacks.length === 0 ? primary : `${primary}，备用 ${fallbacks.join("、")}`,
  sends: (model, baseUrl, temperature) =>
    `${model} → ${baseUrl}，${temperature === undefined ? "不带 temperature" : `temperature ${temperature}`}`,
  noDefault: "没有默认模型",
  otherProvider: "默认模型属于其他 provider",
  pinned: (count, models, failing) =>
    count === 0
      ? "都使用默认模型"
      : `${count} 个另有模型：${some(models, 3)}${failing === 0 ? "" : `；其中 ${failing} 个会失败`}`,
  sessionsUnknown: "未知",
  noProblem: "OpenClaw 日志中没有",
  cured: "已不再出现",
  found: (errors, warnings) => {
    const counts = [errors && `${errors} 个错误`, warnings && `${warnings} 个警告`].filter(Boolean);
    return counts.length === 0 ? undefined : `${counts.join("，")}：openclaw-aisa doctor`;
  },
  more: "详情与修复：openclaw-aisa doctor",
  setUp: "开始设置：openclaw-aisa onboard",
  fine: "用实际请求检查全部：openclaw-aisa doctor",
};
