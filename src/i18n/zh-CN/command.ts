import type { commandCodes } from "../../core/problem/index.ts";
import type { TextsOf } from "../words.ts";
import { interrupted } from "./interrupted.ts";
import { includeTitle, unreadableTitle } from "./limits.ts";

const list = (values: readonly string[] | undefined) => (values ?? []).join("、");

function usageTitle(variant: string | undefined, flag: string | undefined): string | undefined {
  if (variant === "bad-profile")
    return `${flag ?? "--profile"} 的值只能由字母、数字、“_” 和 “-” 组成，最多 64 个字符`;
  if (variant === "dev-with-profile") return "--dev 本身就是一个 profile，不能与 --profile 同时使用";
  if (variant === "empty-path") return `${flag ?? "--config"} 需要一个路径`;
  return undefined;
}

/** 本工具的命令失败时的说明。 */
export const command: TextsOf<keyof typeof commandCodes> = {
  usage: ({ params }) => ({
    title: params.detail ?? usageTitle(params.variant, params.flag) ?? "无法理解这条命令",
    commands: [`${params.source ?? "openclaw-aisa"} --help`],
  }),
  "missing-input": ({ params }) => ({
    title: `需要${params.value ?? "一项输入"}，但当前没有可供提问的终端`,
    remedy: `用 ${params.flag ?? "命令行选项"} 提供${params.source ? `，或设置 ${params.source}` : ""}。`,
  }),
  "unknown-model": ({ params }) => ({
    title: `没有名为 ${params.model ?? "该名称"} 的模型`,
    detail: [
      params.suggestions?.length ? `最接近的：${list(params.suggestions)}` : "没有相近的已知名称。",
      ...(params.detail ? [`未能在网关的模型列表中查找：${params.detail}`] : []),
    ].join("\n"),
    commands: ["openclaw-aisa models list --all"],
  }),
  "ambiguous-model": ({ params }) => ({
    title: `${params.model ?? "该名称"} 可以指多个模型`,
    detail: `可能是：${list(params.models)}`,
    remedy: "指明其中一个。",
  }),
  "invalid-base-url": ({ params }) => ({
    title: `${params.url ?? "该地址"} 不能用作 base URL${params.source ? `（${params.source}）` : ""}`,
    detail: "base URL 以 https://（或 http://）开头，包含主机名，并以 /v1 结尾。",
    remedy: "AIsa 的地址：--base-url https://api.aisa.one/v1",
  }),
  cancelled: ({ params }) =>
    params.backup === undefined
      ? { title: "已取消，没有写入任何内容。" }
      : {
          title: "已取消，此前写入的内容保留。",
          detail: `写入前的文件保存在备份 ${params.backup} 中。`,
          commands: ["openclaw-aisa undo"],
        },
  "config-changed": ({ params }) => ({
    title: `${params.file ?? "文件"} 在此期间被其他程序改动`,
    detail: "为避免丢失改动，没有写入任何内容。",
    remedy: "重新运行该命令。",
  }),
  "config-locked": ({ params }) => ({
    title: `${params.file ?? "配置文件"} 已被${params.pid ? `进程 ${params.pid} ` : ""}锁定`,
    detail:
      params.variant === "not-a-file"
        ? `${params.source ?? "锁"} 不是普通文件，OpenClaw 也因此无法写入配置。`
        : "OpenClaw 或其他程序正在写入，等待后仍未释放。",
    remedy: `等该程序结束后重新运行命令。${params.source ? `如果没有程序在写入，删除 ${params.source}。` : ""}`,
  }),
  "config-readonly": ({ params }) => ({
    title: `配置文件不可写：已设置 ${params.source ?? "只读变量"}`,
    detail: "设置该变量后，OpenClaw 视配置由别处管理，本工具同样遵守。",
    remedy: "在管理配置的地方修改，或取消该变量。",
  }),
  "config-include": ({ params }) => ({
    title: includeTitle(params),
    ...(params.files
      ? { detail: params.files.join(" → ") }
      : params.file
        ? { detail: `引用的文件：${params.file}` }
        : {}),
    remedy: params.variant
      ? "修改该处的 $include。存在循环引用或无效路径时，OpenClaw 无法启动。"
      : "手动修改被引用的文件，或把这一部分移到 openclaw.json 中。",
  }),
  "config-not-saved": ({ params }) => ({
    title: `${params.file ?? "文件"} 未能保存`,
    ...(params.detail ? { detail: `系统提示：${params.detail}` } : {}),
    remedy: "原文件保持不变。",
  }),
  "config-unreadable": ({ params }) => ({
    title: unreadableTitle(params),
    ...(params.detail ? { detail: `系统提示：${params.detail}` } : {}),
  }),
  "edit-refused": ({ params }) => ({
    title: `无法安全地修改${params.file ? ` ${params.file}` : "文件"}`,
    ...(params.path || params.detail
      ? { detail: [params.path, params.detail].filter(Boolean).join("：") }
      : {}),
    remedy: "没有写入任何内容，可手动修改该处。",
  }),
  "disk-full": ({ params }) => ({
    title: `磁盘已满：无法写入 ${params.file ?? "文件"}`,
    detail: "原文件完整保留。",
    remedy: "释放一些空间后重新运行命令。",
  }),
  "refused-by-openclaw": ({ params }) => ({
    title: `OpenClaw ${params.version ?? ""} 不接受改动后的配置`.replace("  ", " "),
    ...(params.detail ? { detail: params.detail } : {}),
    remedy:
      params.variant === "changed-since"
        ? "其间有其他程序改动了该文件，因此没有恢复；请先查看该文件。"
        : "所有文件已恢复原样。",
    commands: ["openclaw-aisa doctor"],
  }),
  "interrupted-change": ({ params }) => interrupted(params),
  "written-not-verified": ({ params }) => {
    if (params.variant === "changed-since")
      return {
        title: `${params.file ?? "文件"} 已不是刚刚写入的内容`,
        ...(params.detail ? { detail: `现在缺少：${params.detail}` } : {}),
        remedy:
          "其他程序改动了它，或 OpenClaw 恢复了旧文件（此时写入的内容在 openclaw.json.clobbered.* 中）。请重新运行该命令。",
        commands: ["openclaw-aisa doctor"],
      };
    return {
      title: `${params.file ?? "文件"} 已写入，但写后检查未能完成`,
      ...(params.detail ? { detail: params.detail } : {}),
      commands: ["openclaw-aisa doctor"],
    };
  },
  "unexpected-answer": ({ params }) => ({
    title: `${params.host ?? "网关"} 返回的内容不是它的 API 应答`,
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "检查 base URL，以及中间是否有代理或登录页面。",
    commands: ["openclaw-aisa doctor"],
  }),
  "too-large-answer": ({ params }) => ({
    title: `${params.host ?? "网关"} 返回的数据远超正常应答，已停止读取`,
    remedy: "检查 base URL。",
  }),
  "redirect-refused": ({ params }) => ({
    title: `${params.host ?? "网关"} 想把请求转到 ${params.url ?? "另一个地址"}`,
    detail: "未跟随跳转：密钥只发送到选定的 base URL。",
    remedy: "如果新地址正确，用 --base-url 指定它。",
  }),
  "nothing-to-undo": ({ params }) => ({
    title: params.value
      ? `没有可撤销的内容：一切已是那次改动之前的样子（备份 ${params.value}）`
      : "没有可撤销的内容：没有本工具的改动记录",
  }),
  "changed-since": ({ params }) => ({
    title: `${params.file ?? "文件"} 在我们上次写入之后又被改动`,
    detail: "恢复旧文件会丢失后来的改动。",
    remedy: "用 --dry-run 查看差异；加 --yes 则仍然恢复旧文件。",
    commands: ["openclaw-aisa undo --dry-run"],
  }),
  "gateway-lists-nothing": ({ params }) => {
    if (params.variant === "none-of-ours")
      return {
        title: `要配置的模型，${params.url ?? "网关"} 一个也不提供`,
        detail: `它提供：${list(params.models)}`,
        remedy: "用 --models 指定要配置的模型，或用 --models all 配置全部。",
        commands: ["openclaw-aisa models list --all"],
      };
    return {
      title: `${params.url ?? "网关"} 没有列出任何模型`,
      detail: "密钥有效，但它可能没有任何模型的使用权限。",
      remedy: "请在创建该密钥的页面检查它的模型列表。",
    };
  },
  "plugin-refused": ({ params }) => ({
    title: `OpenClaw ${params.version ?? ""} 没有完成操作`.replace("  ", " "),
    ...(params.detail ? { detail: `它的说明：${params.detail}` } : {}),
    commands: ["openclaw-aisa plugin status"],
  }),
  "skill-changed": ({ params }) => ({
    title: `${params.file ?? "该技能"} 已被他人修改`,
    detail: "文件保持原样。",
    remedy: "加 --yes 仍会替换它；undo 可以恢复。",
    commands: ["openclaw-aisa skill install --dry-run"],
  }),
  "fix-conflict": ({ params }) => ({
    title: `两项修复对 ${params.path ?? "同一处"} 的要求不同`,
    ...(params.sources ? { detail: list(params.sources) } : {}),
    remedy: "手动处理其中一项，再运行 doctor。",
  }),
  "check-crashed": ({ params }) => ({
    title: `检查项 ${params.value ?? ""} 未能完成`.replace("  ", " "),
    ...(params.detail ? { detail: `系统提示：${params.detail}` } : {}),
  }),
  "internal-error": ({ params }) => ({
    title: "这是 openclaw-aisa 的缺陷，不是使用方式的问题",
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "没有发现任何损坏。加 --verbose 重新运行可看到出错位置。",
  }),
};
