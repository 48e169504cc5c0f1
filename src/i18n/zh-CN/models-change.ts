import type { UnknownFigure } from "../../core/models/index.ts";
import type { Messages } from "../messages.ts";

const list = (values: readonly string[]) => values.join("、");

const unknown: Record<UnknownFigure, string> = {
  contextWindow: "上下文",
  maxTokens: "最大输出",
  price: "价格",
  input: "图片支持",
  reasoning: "推理支持",
};

/** models add、models remove、models sync 的用语。 */
export const modelsChange: Messages["modelsChange"] = {
  add: {
    done: (ids) => `已添加 ${list(ids)}`,
    already: (ids) => `${list(ids)} 已经配置好，无需改动`,
    cautious: (id, names) => `${id}：${list(names.map((name) => unknown[name]))}未知，采用保守值`,
    noChat: (id) => `${id} 看起来不是对话模型，agent 无法与它对话`,
    plugin: "这里由 OpenClaw 插件提供模型，配置文件中无需模型条目。",
  },
  remove: {
    done: (ids) => `已移除 ${list(ids)}`,
    already: (ids) => `${list(ids)} 没有配置，无需移除`,
    primaryNeeded: (reference) => (reference === undefined ? "新的默认模型" : `代替 ${reference} 的默认模型`),
    askPrimary: (reference) => `${reference ?? "该模型"} 是默认模型，由哪个模型接替？`,
    primaryGoes: (flag, id) => `${flag} ${id}：这个模型本身也要被移除`,
    agentFallsBack: (agent) => `agent ${agent} 使用的模型已移除，它现在使用默认模型`,
    opened: "允许列表中没有其他模型，列表已取消：现在可以使用任何模型。",
    left: (paths) => `以下位置仍引用它，请手动修改：${list(paths)}`,
  },
  sync: {
    figures: { price: "价格", contextWindow: "上下文", maxTokens: "最大输出" },
    model: "模型",
    figure: "项目",
    before: "现在",
    after: "更新为",
    known: "目录",
    source: "日期",
    gateway: "网关",
    moved: (from, to) => `${from} 已停用，由 ${to} 接替`,
    removeThem: (ids) =>
      `${list(ids)} 没有已知的接替模型。移除：openclaw-aisa models remove ${ids.join(" ")}`,
    ownKept: "以下是你自己设置的值，予以保留（从配置中删除后即采用我们的值）：",
    done: "已配置的模型现已更新",
    nothing: "已配置的模型都是最新的，无需改动",
    nobody: "尚未配置 AIsa 的模型，没有可更新的内容",
    byGateway: (host, models, when) => `对照 ${host} 列出的 ${models} 个模型（${when}获取）和内置目录`,
    byCatalog: "仅对照内置目录：尚不知道网关的模型列表",
    offered: (count, ids) =>
      `另有 ${count} 个模型可用 openclaw-aisa models add 添加：${list(ids)}${count > ids.length ? " …" : ""}`,
    pick: "还要添加哪些模型（可以不选）",
  },
};
