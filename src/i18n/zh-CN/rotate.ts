import type { Messages } from "../messages.ts";

/** key rotate 的用语。 */
export const rotate: Messages["rotate"] = {
  newKey: "新密钥",
  replaces: (old, next) => `${old} 将换成 ${next}`,
  done: "密钥已更换。请在网关的控制台删除旧密钥；备份中仍有旧密钥",
  nothing: (key) => `无需改动：正在使用的就是 ${key}`,
  hidden: (where) =>
    `OpenClaw 自己的存储中有一个只有 OpenClaw 能更改的密钥：${where}。请运行 openclaw models auth paste-api-key --provider aisa`,
  restart: "要让运行中的网关读取新密钥：openclaw gateway restart",
  left: (place, reason) =>
    ({
      environment: `环境变量 ${place} 中仍是旧密钥：请在设置它的地方更改`,
      "other-tool": `${place} 属于 aisa 工具，其中仍是旧密钥：请在该工具中重新登录`,
      "secret-file": `${place} 中仍是旧密钥：请在管理这个机密的地方更换`,
      workspace: `工作目录中的 ${place} 仍是旧密钥：项目需要时请自行更改`,
      service: `${place} 定义了 OpenClaw 的服务，其中仍是旧密钥：请更改后重启服务`,
      included: `${place} 位于本工具不编辑的被包含文件中，其中仍是旧密钥：请手动更改`,
      unreadable: `${place} 中仍有旧密钥，但无法安全地改动：请手动更改`,
    })[reason],
};
