import type { Messages } from "../messages.ts";

/** skill 命令的用语。 */
export const skill: Messages["skill"] = {
  present: "该技能已安装，且为当前版本",
  foreign: "这个文件由他人写入或修改过。",
  replace: "替换它吗？（undo 可以恢复）",
  removeForeign: "该文件已被他人修改。仍要移除吗？（undo 可以恢复）",
  installed: "已安装  OpenClaw 的 agent 从下一个会话起可以使用这个工具",
  needsKey: (variable) => `在 OpenClaw 的运行环境中设置 ${variable} 后，该技能会显示为 ready`,
  absent: "未安装该技能：无需移除",
  removed: "已移除  openclaw-aisa undo 可以恢复",
};
