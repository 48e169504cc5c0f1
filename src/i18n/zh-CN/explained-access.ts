import type { Problem } from "../../core/problem/index.ts";
import type { ProblemWords, TextsOf } from "../words.ts";
import {
  billing,
  count,
  doctor,
  leadingModel,
  model,
  newKey,
  rightName,
  setTo,
  tool,
  wait,
} from "./explained-words.ts";
import { prefixWords, staleWords, temperatureWords } from "./found-in-config.ts";

/** 网关确有该名称时的说明：请求带上了前缀，或当前没有渠道。 */
const named: Readonly<Record<string, (problem: Problem) => ProblemWords>> = {
  known: ({ params }) => ({
    title: `网关有 ${params.model}，但当前没有可用的渠道`,
    detail: "名称正确。可能是背后的厂商故障，或密钥所属的分组不包含该模型。",
    remedy: "稍后重试，或暂时换一个模型。",
    commands: [`${tool} models test`, `${tool} models list`],
  }),
  "needs-prefix": ({ params }) => ({
    title: `网关有 ${params.model}；在 OpenClaw 里它叫 aisa/${params.model}`,
    detail: "配置中引用模型时，前面要带 aisa/。如果已经带了，就是密钥无权使用该模型。",
    remedy: `写成 aisa/${params.model}。`,
    commands: [`${tool} models set ${params.model}`, doctor],
  }),
  "prefix-sent": ({ params }) => ({
    title: `发给网关的名称是 ${params.model}，多带了 OpenClaw 的前缀`,
    detail: "provider 配置里的 id 不带 aisa/；OpenClaw 会自己加上，于是前缀出现了两次。",
    remedy: `那里的 id 应为 ${params.replacement}。`,
    commands: [`${doctor} --fix`],
  }),
};

function notServed(p: Problem): ProblemWords {
  const special = named[p.params.variant ?? ""];
  if (special) return special(p);
  const hidden = p.params.variant === "hidden";
  return {
    title: p.params.model ? `网关没有名为 ${p.params.model} 的模型` : "网关没有提供该模型",
    detail: hidden
      ? "OpenClaw 遮住了网关的原话。多半是名称有误，也可能是故障。"
      : "这不是故障：等待或重试都没有用。",
    ...rightName(p, hidden),
  };
}

/** OpenClaw 和网关关于模型、密钥和费用的报错。 */
export const explainedAccess: TextsOf<
  | "no-available-channel"
  | "model-not-found"
  | "missing-prefix"
  | "stale-model-id"
  | "invalid-temperature"
  | "invalid-key"
  | "missing-key"
  | "key-expired-or-disabled"
  | "insufficient-quota"
  | "rate-limited"
> = {
  "no-available-channel": (p) => notServed(p),
  "model-not-found": (p) => notServed(p),
  "missing-prefix": (p) =>
    prefixWords(p) ?? {
      title: `OpenClaw 在错误的服务商那里寻找${model(p)}`.trimEnd(),
      detail: "引用模型时，前面要带服务商：aisa/ 加模型 id。缺少前缀时 OpenClaw 只能猜测。",
      remedy: p.params.replacement ? `正确的名称是 aisa/${p.params.replacement}。` : "在前面补上 aisa/。",
      commands: [p.params.replacement ? setTo(p) : `${doctor} --fix`],
    },
  "stale-model-id": (p) =>
    staleWords(p) ?? {
      title: `${leadingModel(p)}已停用`,
      detail: "厂商已下线或更换了这个 id。重试没有用。",
      ...rightName(p),
    },
  "invalid-temperature": (p) =>
    temperatureWords(p) ?? {
      title: `${leadingModel(p)}不接受收到的 temperature`,
      detail:
        "有些模型只接受一个值：Kimi K2.5 只接受 1。发出的值来自 agents.defaults.params 或模型自己的 params。",
      remedy: "只为该模型设置它接受的值。",
      commands: [`${doctor} --fix`],
    },
  "invalid-key": (p) => ({
    title: `${p.params.host ? `${p.params.host} ` : "网关"}不接受这个 API 密钥`,
    detail:
      p.params.variant === "hidden"
        ? "OpenClaw 遮住了网关的原话：密钥可能有误、过期、缺失或额度用尽。"
        : "密钥输错了、属于别的服务，或已被删除。引号、空格和 “Bearer ” 不是密钥的一部分。",
    remedy: `从 ${billing} 重新复制密钥并设置。`,
    commands: [newKey, doctor],
  }),
  "missing-key": (p) => ({
    title: p.params.provider ? `OpenClaw 没有 ${p.params.provider} 的 API 密钥` : "请求没有携带 API 密钥",
    detail: "后台运行的网关服务看不到只在终端里 export 的密钥。",
    remedy: "把密钥设置到 OpenClaw 能找到的地方。",
    commands: [newKey, doctor],
  }),
  "key-expired-or-disabled": () => ({
    title: "API 密钥或其账户已失效",
    detail: "已过期、被吊销或被禁用。重新输入没有用。",
    remedy: `在 ${billing} 新建密钥并设置。如果那里显示密钥正常，先再试一次。`,
    commands: [newKey],
  }),
  "insufficient-quota": (p) =>
    p.params.variant === "operator"
      ? {
          title: "上游账户欠费",
          detail:
            "这是厂商的原话。通过 AIsa 调用时，欠费的是网关在厂商处的账户，不是你的；直接使用厂商密钥时才是你的。",
          remedy: "查看自己的余额；如果正常，暂时换一个模型，并联系 AIsa 支持。",
          commands: [doctor, `${tool} models list`],
        }
      : {
          title: "余额或消费上限已用尽",
          detail: "网关会按 maxTokens 预扣费用：调小 maxTokens 有时就能通过。",
          remedy: `在 ${billing} 充值，或提高密钥的上限。等待没有用。`,
          commands: [doctor],
        },
  "rate-limited": (p) => ({
    title: "短时间内请求过多",
    detail:
      p.params.variant === "daily"
        ? "AIsa 没有每日请求限制：应答的是其他服务商，或密钥设有上限。"
        : p.params.limit
          ? `上限是 ${count(p.params.limit)}。被拒绝的请求也可能计数。`
          : "被拒绝的请求也可能计数。“负载已饱和” 表示网关背后的厂商已满。",
    remedy: `${wait(p)}如果持续出现，添加一个备用模型。`,
    commands: [`${tool} models list`],
  }),
};
