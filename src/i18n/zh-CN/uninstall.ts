import type { Messages } from "../messages.ts";

export const uninstall: Messages["uninstall"] = {
  plugin: "OpenClaw 插件（运行 openclaw plugins uninstall aisa）",
  pluginLeft: "OpenClaw 插件保留：openclaw 在此无法运行。之后可运行：openclaw plugins uninstall aisa",
  pluginNotBack: "undo 不会恢复插件。如需重新安装：openclaw-aisa plugin install",
  foreignSkill: "技能保留：它已被他人修改。如需移除：openclaw-aisa skill remove",
  primary: (reference) => `默认模型改为 ${reference}`,
  noPrimary: "没有配置其他模型：OpenClaw 会使用它自带的默认模型",
  otherProvider: (flag, text) => `${flag} ${text}：请使用其他提供商的模型，格式为 provider/model`,
  needsYes: (flag) => `没有终端可供确认，因此没有移除任何内容。如需移除 AIsa，请加上 ${flag}`,
  otherProfiles: (names) =>
    `其他 profile 仍设置了 AIsa：${names.join("、")}。如需在那里移除，请使用 --profile。`,
  done: "已从 OpenClaw 移除 AIsa",
  nothing: "OpenClaw 中没有设置 AIsa：无需移除",
  keysLeft: (places) =>
    `密钥仍保存在 ${places.join("、")}。请在那里删除；不再需要时，也请在 https://console.aisa.one 删除该密钥。`,
};
