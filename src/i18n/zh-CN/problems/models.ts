import type { ParamsOf } from "../../../core/problem/index.ts";
import type { models as english } from "../../en/problems/models.ts";
import type { ProblemWords } from "../../words.ts";
import {
  addModel,
  billing,
  doctor,
  join,
  leadingModel,
  model,
  rightName,
  setTo,
  some,
  tool,
} from "./shared.ts";

function notServed(params: ParamsOf<"model-not-found">): ProblemWords {
  const { model, replacement, variant, count } = params;
  if (variant === "several")
    return {
      title: `已配置的模型中有${count === undefined ? "几" : ` ${count} `}个网关没有提供`,
      detail: "它们不在网关的列表中，或当前没有可用的渠道。",
      remedy: "请与网关列出的模型对照。",
      commands: [`${tool} models list --all`],
    };
  if (variant === "known")
    return {
      title: `网关有${model ? ` ${model}` : "该模型"}，但当前没有可用的渠道`,
      detail: "名称正确。可能是背后的厂商故障，或密钥所属的分组不包含该模型。",
      remedy: "稍后重试，或暂时换一个模型。",
      commands: [`${tool} models test`, `${tool} models list`],
    };
  if (variant === "needs-prefix" && model)
    return {
      title: `网关有 ${model}；在 OpenClaw 里它叫 aisa/${model}`,
      detail: "配置中引用模型时，前面要带 aisa/。如果已经带了，就是密钥无权使用该模型。",
      remedy: `写成 aisa/${model}。`,
      commands: [`${tool} models set ${model}`, doctor],
    };
  if (variant === "prefix-sent" && replacement)
    return {
      title: `发给网关的名称${model ? `是 ${model}，` : ""}多带了 OpenClaw 的前缀`,
      detail: "provider 配置里的 id 不带 aisa/；OpenClaw 会自己加上。",
      remedy: `那里的 id 应为 ${replacement}。`,
      commands: [`${doctor} --fix`],
    };
  return {
    title: model ? `网关没有名为 ${model} 的模型` : "网关没有提供该模型",
    detail:
      variant === "hidden"
        ? "OpenClaw 遮住了网关的原话。多半是名称有误，也可能是故障。"
        : "这不是故障：等待或重试都没有用。",
    ...rightName(params),
  };
}

/** 模型名称：网关、OpenClaw 或本工具不认识。 */
export const models: typeof english = {
  "no-available-channel": notServed,
  "model-not-found": notServed,
  "missing-prefix": (params) =>
    params.variant === "configured"
      ? {
          title: `${params.model} 没有指明 AIsa 为提供商`,
          detail: "OpenClaw 会到第一个斜杠前的提供商那里寻找模型；没有斜杠时只能猜测。",
          remedy: `改为 aisa/${params.replacement}。`,
        }
      : {
          title: `OpenClaw 在错误的提供商那里寻找${model(params)}`.trimEnd(),
          detail: "引用模型时，前面要带提供商：aisa/ 加模型 id。缺少前缀时 OpenClaw 只能猜测。",
          remedy: params.replacement ? `请改用 aisa/${params.replacement}。` : "在前面补上 aisa/。",
          commands: [params.replacement ? setTo(params) : `${doctor} --fix`],
        },
  "stale-model-id": (params) =>
    params.variant === "configured"
      ? { title: `网关没有 ${params.model} 这个模型`, remedy: `改为 ${params.replacement}。` }
      : {
          title: `${leadingModel(params)}已停用`,
          detail: "厂商已下线或更换了这个 id。重试没有用。",
          ...rightName(params),
        },
  "double-prefixed-id": ({ variant, model, replacement }) => ({
    title: `模型 id ${model} 多了前缀`,
    detail:
      variant === "reference"
        ? "OpenClaw 把第一个斜杠之后的全部内容当作 id，而网关没有带前缀的模型。"
        : "OpenClaw 会原样发送条目的 id，而网关没有带前缀的模型。",
    remedy: `改为 ${replacement}。`,
  }),
  "model-not-allowed": (params) => ({
    title: `${leadingModel(params)}不在允许使用的模型之列`,
    detail: "OpenClaw 只允许 agents.defaults.models 中列出的模型；密钥也可能有自己的模型列表。",
    remedy: `把它加入 OpenClaw 的列表；如果是网关拒绝，在 ${billing} 把它加入密钥的列表。`,
    commands: [addModel(params), `${doctor} --fix`],
  }),
  "allowlist-hides-model": ({ models }) => ({
    title: `OpenClaw 的允许列表挡住了 ${join(models)}`,
    detail: "使用不在列表中的模型会得到“model not allowed”。",
    remedy: "将它们加入列表。",
  }),
  "unknown-model": ({ model, suggestions, unlisted }) => ({
    title: `没有名为 ${model} 的模型`,
    detail: [
      suggestions.length > 0 ? `最接近的：${join(suggestions)}` : "没有相近的已知名称。",
      ...(unlisted === undefined ? [] : [`未能在网关的模型列表中查找：${unlisted}`]),
    ].join("\n"),
    commands: [`${tool} models list --all`],
  }),
  "model-not-configured": ({ model, suggestions }) => ({
    title: `没有配置 ${model}，未移除任何模型`,
    detail: suggestions.length > 0 ? `最接近的：${join(suggestions)}` : "已配置的模型中没有相近的名称。",
    remedy: "用 id 指定模型。",
    commands: [...suggestions.slice(0, 1).map((id) => `${tool} models remove ${id}`), `${tool} models list`],
  }),
  "ambiguous-model": ({ model, models }) => ({
    title: `${model} 可以指多个模型`,
    detail: `可能是：${join(models)}`,
    remedy: "指明其中一个。",
  }),
  "reference-without-entry": ({ model, suggestions }) => ({
    title: `配置使用了 ${model}，但没有它的条目`,
    detail: "这样 OpenClaw 不知道它的上限和价格，甚至不认识这个模型。",
    ...(suggestions === undefined
      ? { remedy: "按目录补上它的条目。" }
      : {
          remedy: `没有这个模型。最接近的是：${join(suggestions) || "无"}。`,
          commands: [`${tool} models list --all`],
        }),
  }),
  "duplicate-entries": ({ model }) => ({ title: `${model} 配置了不止一次`, remedy: "保留第一个条目。" }),
  "missing-metadata": ({ model, keys }) => ({
    title: `${model} 的条目缺少 ${join(keys)}`,
    detail: "OpenClaw 会猜测上限、不计费用；缺少 name 时会拒绝配置。",
    remedy: "按目录补全。",
  }),
  "catalog-hidden": ({ models }) => ({
    title: `provider 配置挡住了插件的模型：${join(models)}`,
    detail: "配置中列出了模型时，OpenClaw 只显示这些模型。",
    remedy: "将它们加入配置。",
  }),
  "models-not-asked": ({ models }) => ({
    title: `${models.length} 个已配置的模型没有用请求测试`,
    detail: `doctor 测试默认模型、它的备用模型和另外十个，花费不超过 $0.01。未测试：${some(models)}。`,
    remedy: "测试全部模型：",
    commands: [`${doctor} --all`],
  }),
  "price-drift": (params) =>
    params.variant === "newer-list"
      ? {
          title: `AIsa ${params.date} 的价目表中，${params.models.length} 个模型的价格与配置不同`,
          detail: "OpenClaw 按配置里的价格（每百万 token 的输入 / 输出价）计算费用。",
          remedy: "参考费用前请先核对；实际扣费以 AIsa 为准。",
          commands: [`${tool} models list`],
        }
      : { title: `${params.model} 的价格与网关不一致`, commands: [`${tool} models sync`] },
  "model-list-partly-ignored": ({ ignored }) => ({
    title: `已忽略网关模型列表中 ${ignored.length} 处无效的内容`,
    detail: some(ignored),
    remedy: "请告知网关的运营方。无效的值改用目录中的值。",
  }),
  "gateway-lists-nothing": (params) =>
    params.variant === "none-of-ours"
      ? {
          title: `要配置的模型，${params.url} 一个也不提供`,
          detail: `它提供：${join(params.models)}`,
          remedy: "用 --models 指定要配置的模型，或用 --models all 配置全部。",
          commands: [`${tool} models list --all`],
        }
      : {
          title: `${params.url} 没有列出任何模型`,
          detail: "密钥有效，但它没有任何模型的使用权限。",
          remedy: "请在创建该密钥的页面检查它的模型列表。",
        },
};
