import type { Messages } from "../messages.ts";

/** models set 的用语。 */
export const modelsSet: Messages["modelsSet"] = {
  which: (text) => `${text} 可以指多个模型，选哪一个？`,
  noAgent: (agent, known) =>
    `配置中没有名为 ${agent} 的 agent${known.length > 0 ? `，已有：${known.join("、")}` : ""}`,
  done: (reference, agent) =>
    `${agent === undefined ? "默认模型" : `agent ${agent} 的模型`}现在是 ${reference}`,
  already: (reference, agent) =>
    `${agent === undefined ? "默认模型" : `agent ${agent} 的模型`}已经是 ${reference}，无需改动`,
  switching: (count) => `正在切换 ${count} 个会话`,
  switched: (count, pending) =>
    pending ? `${count} 个会话将切换到默认模型` : `${count} 个会话已切换到默认模型`,
};
