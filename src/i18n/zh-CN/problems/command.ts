import type { ParamsOf } from "../../../core/problem/index.ts";
import type { command as english } from "../../en/problems/command.ts";
import { join, some, tool } from "./shared.ts";

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

const unmerged: Record<ParamsOf<"report-not-merged">["variant"], string> = {
  missing: "找不到或无法读取",
  empty: "文件是空的",
  incomplete: "JSON 不完整",
  foreign: "不是 doctor --json 的报告",
  "too-large": "超过 4 MiB",
};

const outdated: Record<ParamsOf<"report-outdated">["variant"], [title: string, remedy: string]> = {
  unnamed: ["没有机器名", "以文件名代替机器名。请更新那台机器上的 openclaw-aisa。"],
  stale: ["超过 7 天", "仍按原样统计。请在那台机器上重新运行 doctor --json。"],
  superseded: ["已被同一台机器较新的报告取代", "每台机器只统计最新的一份。"],
};

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
  "report-not-merged": ({ variant, files }) => ({
    title: `已跳过 ${files.length} 份报告：${unmerged[variant]}`,
    detail: some(files),
    remedy: "请重新收集：openclaw-aisa doctor --json",
  }),
  "report-outdated": ({ variant, files }) => ({
    title: `${files.length} 份报告${outdated[variant][0]}`,
    detail: some(files),
    remedy: outdated[variant][1],
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
