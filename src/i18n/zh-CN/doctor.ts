import type { doctor as english } from "../en/doctor.ts";

/** What doctor says around its findings. */
export const doctor: typeof english = {
  checking: "正在查找问题",
  running: (ids) => `正在检查 ${ids.slice(0, 3).join("、")}${ids.length > 3 ? " …" : ""}`,
  noSuchLog: (file) => `${file} 处没有可读的日志`,
  summary: (fine, skipped, causes, seconds) =>
    `${fine} 项检查正常${skipped ? ` · ${skipped} 项跳过（${causes.join("；")}）` : ""} · ${seconds} 秒`,
  skipCauses: {
    offline: "离线",
    "no-config": "没有配置文件",
    "config-broken": "配置无法读取",
    "no-provider": "配置中没有 AIsa",
    "no-models": "没有配置模型",
    "no-key": "看不到密钥",
    "no-base-url": "没有 base URL",
    "no-openclaw": "没有可询问的 OpenClaw",
    network: "网关没有应答",
    proxy: "经过代理",
    "no-log": "没有 OpenClaw 日志",
    "not-needed": "此处不适用",
  },
};
