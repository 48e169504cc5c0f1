import type { TextFacts } from "../../../core/problem/index.ts";
import type { requests as english } from "../../en/problems/requests.ts";
import { grouped } from "../../grouped.ts";
import type { ProblemWords } from "../../words.ts";
import { permissions } from "./permissions.ts";
import { billing, doctor, leadingModel, model, tool, wait } from "./shared.ts";

const largerThanAllowed = (params: TextFacts): ProblemWords => ({
  title: `maxTokens 超出了${model(params)}的允许范围`,
  ...(params.limit ? { detail: `该模型每次最多输出 ${grouped(params.limit)} 个 token。` } : {}),
  remedy: "把模型条目的 maxTokens 设为模型允许的值。",
  commands: [`${tool} models sync`, `${doctor} --fix`],
});

/** 网关或模型在请求中不接受的内容。 */
export const requests: typeof english = {
  "invalid-temperature": (params, { fix }) => {
    if (!("path" in params))
      return {
        title: `${leadingModel(params)}不接受收到的 temperature`,
        detail:
          "有些模型只接受一个值：Kimi K2.5 只接受 1。发出的值来自 agents.defaults.params 或模型自己的 params。",
        remedy: "只为该模型设置它接受的值。",
        commands: [`${doctor} --fix`],
      };
    const { model: id, value, expected, path } = params;
    const title = `${id} 会拒绝 temperature ${value}`;
    if (params.variant === "fallback")
      return {
        title,
        detail: `${path} 对该 agent 的所有模型都生效，而它把 ${id} 用作备用或子 agent 的模型。`,
        remedy: `改为 ${expected}，或让该 agent 使用别的模型。`,
      };
    if (fix) return { title, remedy: `只把 ${id} 的 temperature 设为 ${expected}，其他模型不变。` };
    return {
      title,
      detail: "OpenClaw 2026.8.2 之前，为单个模型设置参数会把未列出的其他模型排除在外。",
      remedy: `请升级 OpenClaw，或删除 ${path}。`,
    };
  },
  "developer-role-unsupported": (params) => ({
    title: `${leadingModel(params)}不支持 “developer” 角色`,
    detail: "除非模型条目另有说明，OpenClaw 会用它代替 “system”。",
    remedy: "在模型条目中加入 compat.supportsDeveloperRole: false。",
    commands: [`${doctor} --fix`],
  }),
  "unsupported-parameter": (params) =>
    params.variant === "hidden"
      ? {
          title: "请求被拒绝，而 OpenClaw 没有显示原因",
          detail: "它的日志在 rawError= 之后有网关的原话。",
          remedy: "让 doctor 直接询问网关。",
          commands: [doctor],
        }
      : {
          title: `${leadingModel(params)}不支持请求中的某个设置`,
          detail:
            "原因在配置里该模型的 params 或 compat；报错提到 messages[…] 时，原因在历史消息里。重试没有用。",
          remedy: "删除报错中提到的设置；如果是 messages[…]，在对话中发送 /new，并更新 OpenClaw。",
          commands: [doctor],
        },
  "context-length-exceeded": (params) => ({
    title: `对话超出了${model(params)}能读取的长度`,
    ...(params.limit ? { detail: `该模型最多读取 ${grouped(params.limit)} 个 token。` } : {}),
    remedy: "在聊天中发送 /compact 或 /new，或换上下文更大的模型。doctor 会检查 contextWindow。",
    commands: [`${doctor} --fix`, `${tool} models list`],
  }),
  "context-window-too-small": ({ model: id, limit, replacement }) => ({
    title: `${id} 的上下文窗口小于 OpenClaw 的最低要求`,
    detail: `低于 ${grouped(limit)} token 时，每一轮对话都会被拒绝：“Model context window too small”。`,
    remedy: `改为 ${replacement}。`,
  }),
  "max-tokens-too-large": (params) =>
    "value" in params
      ? {
          title: `${params.model} 的 maxTokens 大于它的上下文窗口`,
          detail: `${grouped(params.value)}，而窗口只有 ${grouped(params.limit)} 个 token。网关会拒绝请求，或为一次调用预留超出余额的金额。`,
          remedy: `改为 ${params.replacement}。`,
          commands: [`${doctor} --fix`],
        }
      : largerThanAllowed(params),
  "wrong-api-type": (params) =>
    params.variant === "configured"
      ? {
          title: `${params.path} 不是网关使用的协议`,
          detail: "没有设置它，或设置了别的值，OpenClaw 就会调用网关没有的地址。",
          remedy: params.model ? "将它删除，改用 provider 的设置。" : `改为 ${params.expected}。`,
        }
      : {
          title: "OpenClaw 使用的协议网关不支持",
          detail: 'AIsa 的模型用 api: "openai-completions" 调用。',
          remedy: "设置 provider 配置中的 api。",
          commands: [`${doctor} --fix`],
        },
  "content-filter": () => ({
    title: "厂商的内容审核拒绝了这段文本",
    detail: "问题本身或对话中较早的内容被拒绝。原样重发没有用。",
    remedy: "开始新对话、换一种说法，或使用其他厂商的模型。",
    commands: [`${tool} models list`],
  }),
  "region-unsupported": () => ({
    title: "请求所在的地区不提供这项服务",
    detail: "依据是本机或其代理的地址。",
    remedy: "使用该地区提供的模型。",
    commands: [`${tool} models list --all`],
  }),
  "image-input-unsupported": (params) => ({
    title: `${leadingModel(params)}无法读取这张图片`,
    detail: "它只支持文本，或不支持这种格式或地址。",
    remedy: '设置一个输入包含 "image" 的图像模型。',
    commands: [`${tool} models list --all`],
  }),
  "insufficient-quota": (params) => {
    if (params.variant === "reserve")
      return {
        title: `余额可能不够 ${params.model} 的一次调用`,
        detail: `网关会按条目的 maxTokens 预扣可能的费用：$${params.usd}。`,
        remedy: `到 ${billing} 充值，或调小该条目的 maxTokens。`,
      };
    if (params.variant === "period")
      return {
        title: "套餐在本周期内的用量已达上限",
        detail: "周期结束后会自动恢复，报错里通常写有时间；在那之前重试没有用。",
        remedy: "等待恢复，升级套餐，或暂时改用其他提供商的模型。",
        commands: [`${tool} models list`],
      };
    if (params.variant === "operator")
      return {
        title: "上游账户欠费",
        detail:
          "这是厂商的原话。通过 AIsa 调用时，欠费的是网关在厂商处的账户，不是你的；直接使用厂商密钥时才是你的。",
        remedy: "查看自己的余额；如果正常，暂时换一个模型，并联系 AIsa 支持。",
        commands: [doctor, `${tool} models list`],
      };
    return {
      title: "余额或消费上限已用尽",
      detail: "网关会按 maxTokens 预扣费用：调小 maxTokens 有时就能通过。",
      remedy: `在 ${billing} 充值，或提高密钥的上限。等待没有用。`,
      commands: [doctor],
    };
  },
  "rate-limited": (params) => ({
    title: "短时间内请求过多",
    detail:
      params.variant === "daily"
        ? "AIsa 没有每日请求限制：应答的是其他提供商，或密钥设有上限。"
        : params.limit
          ? `上限是 ${grouped(params.limit)}。被拒绝的请求也可能计数。`
          : "被拒绝的请求也可能计数。“负载已饱和” 表示网关背后的厂商已满。",
    remedy: `${wait(params)}如果持续出现，添加一个备用模型。`,
    commands: [`${tool} models list`],
  }),
  other: (params) =>
    (params.variant && permissions[params.variant]) ?? {
      title: params.status ? `状态码 ${params.status}，不符合任何已知原因` : "这段文本不符合任何已知原因",
      ...(params.detail ? { detail: params.detail } : {}),
      remedy: "粘贴更多前后的日志，最好包含 rawError=；或让 doctor 自行检查。",
      commands: ["openclaw logs --follow", doctor],
    },
};
