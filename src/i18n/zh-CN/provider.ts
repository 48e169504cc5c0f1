import type { Messages } from "../messages.ts";

const list = (references: readonly string[]) => references.join("、");
const use = (references: readonly string[]) => (references.length > 0 ? `可改用：${list(references)}。` : "");

/** 提供商插件在 OpenClaw 中显示的文字。OpenClaw 根据错误开头的英文判断类别，因此开头保持英文。 */
export const provider: Messages["provider"] = {
  label: "AIsa",
  methodLabel: "AIsa API 密钥",
  methodHint: "一个密钥使用 Qwen、DeepSeek、Kimi 和 Doubao",
  prompt: "输入 AIsa API 密钥",
  notServed: (model, others) => `404 model not found: AIsa 没有模型 “${model}”。${use(others)}`,
  noChannel: (model, others) => `404 model not found: AIsa 没有 “${model}” 的可用渠道。${use(others)}`,
  missingKey: (variable) =>
    `未找到 AIsa API 密钥。在环境变量或 OpenClaw 状态目录的 .env 文件中设置 ${variable}，或运行：openclaw onboard --auth-choice aisa-api-key。获取密钥：https://console.aisa.one`,
  unknownHint: (references) =>
    `AIsa 没有列出这个模型。${use(references)}查看全部模型：openclaw-aisa models list --all`,
};
