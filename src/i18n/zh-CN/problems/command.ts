import type { ParamsOf } from "../../../core/problem/index.ts";
import type { command as english } from "../../en/problems/command.ts";
import { join, tool } from "./shared.ts";

function usageTitle(params: ParamsOf<"usage">): string {
  switch (params.variant) {
    case "text":
      return params.text;
    case "bad-profile":
      return "--profile 的值只能由字母、数字、“_” 和 “-” 组成，最多 64 个字符";
    case "dev-with-profile":
      return "--dev 本身就是一个 profile，不能与 --profile 同时使用";
    case "empty-path":
      return `${params.flag} 需要一个路径`;
  }
}

/** 无法运行的命令行，以及提前结束的命令。 */
export const command: typeof english = {
  usage: (params) => ({ title: usageTitle(params), commands: [`${params.line ?? tool} --help`] }),
  "missing-input": ({ what, flag, variable }) => ({
    title: `缺少${what}，而当前没有可供提问的终端`,
    remedy: `用 ${flag} 提供${variable ? `，或设置 ${variable}` : ""}。`,
  }),
  cancelled: ({ backup }) =>
    backup === undefined
      ? { title: "已取消，没有写入任何内容。" }
      : {
          title: "已取消，此前写入的内容保留。",
          detail: `写入前的文件保存在备份 ${backup} 中。`,
          commands: [`${tool} undo`],
        },
  "fix-conflict": ({ path, checks }) => ({
    title: `两项修复对 ${path} 的要求不同`,
    detail: join(checks),
    remedy: "手动处理其中一项，再运行 doctor。",
  }),
  "check-crashed": ({ check, detail }) => ({
    title: `检查项 ${check} 未能完成`,
    ...(detail ? { detail: `系统提示：${detail}` } : {}),
    remedy: "其他检查项已完成。重新运行 doctor 可再次检查这一项。",
  }),
  "temp-folder-unusable": ({ file, detail }) => ({
    title: `临时目录 ${file} 无法使用`,
    detail: `系统提示：${detail}`,
    remedy: "将 TMPDIR（Windows 上为 TEMP）设为可写的目录，再重新运行命令。",
  }),
  "system-error": (params) =>
    params.variant === "rejected"
      ? {
          title: "命令行、环境变量或配置中有系统不接受的值",
          detail: `Node.js 提示：${params.detail}`,
          remedy: "改正提示中的值，然后重新运行命令。",
        }
      : {
          title: params.file === undefined ? `系统调用失败：${params.call}` : `系统无法访问 ${params.file}`,
          ...(params.detail ? { detail: `系统提示：${params.detail}` } : {}),
          remedy: "按系统提示排除问题，然后重新运行命令。",
        },
  "internal-error": ({ detail }) => ({
    title: "这是 openclaw-aisa 的缺陷，不是使用方式的问题",
    ...(detail ? { detail } : {}),
    remedy: "加 --verbose 重新运行可看到出错位置。",
  }),
};
