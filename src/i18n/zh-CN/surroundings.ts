import type { surroundings as english } from "../en/surroundings.ts";

/** What doctor looked at, in words. */
export const surroundings: typeof english = {
  names: {
    openclaw: "OpenClaw",
    config: "配置",
    stateDir: "状态目录",
    profile: "profile",
    service: "后台服务",
    key: "密钥",
  },
  openclaw: { missing: "未找到", broken: "在此无法运行", "not-run": "未运行" },
  decided: (file, by) => (by === "default" ? file : `${file}（由 ${by} 决定）`),
  inUse: "（使用中）",
  inService: "（后台服务使用）",
  left: (count) => `还有 ${count} 个问题只能由你处理，请按上面的步骤操作。`,
  broken: "没有修复任何内容：请先让配置文件恢复可读。",
  nothing: "没有 --fix 可以修复的问题。",
};
