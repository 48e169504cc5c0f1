import type { Messages } from "../messages.ts";

/** apply 和 export 的用语。 */
export const desired: Messages["desired"] = {
  noFile: (file, why) =>
    ({
      missing: `文件 ${file} 不存在`,
      denied: `无法读取 ${file}：没有权限`,
      folder: `${file} 是文件夹`,
    })[why],
  profileWithConfig: "文件中有 profile 时不能使用 --config",
  profile: (name) => (name === undefined ? "默认 profile" : `profile ${name}`),
  keyNotHere: (place) => `在这里，${place} 中没有密钥。OpenClaw 启动时需要它。`,
  done: "已应用",
  nothing: "无需改动：本机已与文件一致",
  empty: (file) => `${file} 没有要求任何内容`,
  keyLeftOut: "直接写在配置中的密钥没有导出。",
  fileExists: (file) => `${file} 已存在`,
  exported: (file) => `已导出到 ${file}`,
  agentFallsBack: (agent) => `agent ${agent} 现在使用默认模型`,
};
