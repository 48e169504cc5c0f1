import type { Note, Seen, StepName } from "../../core/problem/index.ts";
import type { doctor as english } from "../en/doctor.ts";

/** `2026-11-25 03:10 UTC`. */
const minute = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

const steps: Readonly<Record<StepName, string>> = {
  proxy: "代理变量",
  dns: "域名解析（DNS）",
  tcp: "连接（TCP）",
  tls: "证书（TLS）",
  http: "应答（HTTP）",
};

function note(seen: Note): string {
  switch (seen.kind) {
    case "step":
      return `${steps[seen.step]}：${seen.ok ? `${seen.ms} 毫秒` : "失败"}${seen.detail ? `，${seen.detail}` : ""}`;
    case "proxy":
      return `经由 ${seen.variable} ${seen.proxy}，与 OpenClaw 一致；Node 自带的 fetch ${seen.byNode ? "也走它" : "不会走它"}`;
    case "proxy-bypassed":
      return `${seen.variable} 让网关不走代理`;
    case "proxy-unread":
      return `设置了 ${seen.variable}，但 OpenClaw 和本程序都不读取它`;
    case "certificate":
      return `由 ${seen.issuer} 签发，有效期至 ${seen.validTo.slice(0, 10)}`;
    case "clock":
      return `本机时钟与网关相差 ${seen.seconds} 秒`;
    case "key":
      return `${seen.source} 中的密钥已被接受`;
    case "listed":
      return `列出了 ${seen.count} 个模型`;
    case "balance":
      return `${seen.amount} ${seen.currency}`;
    case "answered":
      return `${seen.model}：${seen.onlyThought ? "思考" : "首个 token"} ${seen.firstMs} 毫秒，共 ${seen.totalMs} 毫秒`;
    case "streamed":
      return `仅测默认模型 ${seen.model}：${seen.overMs} 毫秒内分 ${seen.pieces} 段到达`;
    case "tool-called":
      return `仅测默认模型 ${seen.model}：${seen.ms} 毫秒`;
    case "role-accepted":
      return `仅测默认模型 ${seen.model}：接受 developer 角色`;
    case "log":
      return `${seen.file}：${seen.failures} 次失败`;
  }
}

function seen({ last, count, state }: Seen): string {
  const when = last ? `，最近一次在 ${minute(last)}` : "";
  const now = { fresh: "", old: "，之后没有再出现", cured: "；现在已正常" }[state];
  return `OpenClaw 日志中出现 ${count} 次${when}${now}`;
}

/** What doctor says around its findings. */
export const doctor: typeof english = {
  checking: "正在查找问题",
  running: (ids, total) =>
    [
      `已完成 ${total - ids.length} / ${total} 项检查`,
      ...ids.slice(0, 5).map((id) => `  · ${id}`),
      ...(ids.length > 5 ? [`  · 还有 ${ids.length - 5} 项`] : []),
    ].join("\n"),
  noSuchLog: (file) => `${file} 处没有可读的日志`,
  reportExists: (file) => `${file} 已存在，报告不会覆盖任何文件`,
  reportWritten: (file) => `报告已写入 ${file}：密钥、地址和名称均已隐藏，发送前请再看一遍`,
  reportHead: ["检查", "状态", "毫秒", "所见"],
  nothingFound: "没有发现问题。",
  follows: (code) => `由上面的 ${code} 引起`,
  seen,
  note,
  counts: (errors, warnings, infos) =>
    [
      ...(errors ? [`${errors} 个错误`] : []),
      ...(warnings ? [`${warnings} 个警告`] : []),
      ...(infos ? [`${infos} 条提示`] : []),
    ].join(" · "),
  fixHint: (fixable, all) =>
    fixable === all ? "可全部修复，并先显示改动" : `可修复 ${all} 项中的 ${fixable} 项，并先显示改动`,
  summary: (fine, skipped, causes, seconds) =>
    `${fine} 项检查正常${skipped ? ` · ${skipped} 项跳过（${causes.join("；")}）` : ""} · ${seconds} 秒`,
  notTogether: (one, other) => `${one} 不能与 ${other} 同时使用`,
  noProfiles: "没有找到 profile：主目录中没有 OpenClaw 的状态目录",
  profile: (name) => (name === undefined ? "默认 profile" : `profile ${name}`),
  profilesFound: (all, faulty) => `共 ${all} 个 profile：${faulty === 0 ? "没有错误" : `${faulty} 个有错误`}`,
  merge: {
    none: "没有一份报告可以读取",
    healthy: (healthy, all) => `${all} 台机器中 ${healthy} 台没有错误`,
    share: (some, all) => `${all} 台机器中的 ${some} 台`,
    more: (count) => `以及另外 ${count} 台`,
    noFaults: "所有机器都没有问题。",
    explain: "查看代码的含义和解决办法：",
  },
  programSlow: (seconds) => `它在 ${seconds} 秒内没有结束。`,
  programNoKey: "它没有以 OpenClaw 接受的形式输出密钥。",
  programCode: (code) => `它以退出码 ${code} 结束。`,
  skipCauses: {
    offline: "离线",
    probe: "探测时不运行 OpenClaw",
    "no-config": "没有配置文件",
    "config-broken": "配置无法读取",
    "no-provider": "配置中没有 AIsa",
    "no-models": "没有配置模型",
    "no-key": "没有可以发送的密钥",
    "no-base-url": "没有 base URL",
    "no-openclaw": "没有可询问的 OpenClaw",
    network: "无法到达网关",
    "key-refused": "网关不接受密钥",
    "chat-failed": "默认模型没有应答",
    "same-cause": "原因同上",
    "no-log": "没有 OpenClaw 日志",
    "no-modes": "这里的文件没有权限位",
    "not-needed": "此处不适用",
  },
};
