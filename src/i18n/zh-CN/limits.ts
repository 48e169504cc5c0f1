import type { ProblemParams } from "../../core/problem/index.ts";

/** The title of `config-include`. */
export function includeTitle({
  variant,
  path = "$include",
  file = "文件",
  limit,
  value,
}: ProblemParams): string {
  switch (variant) {
    case "cycle":
      return `配置在 ${path} 处循环引用了自身`;
    case "too-deep":
      return `${path} 引用 ${file} 时，嵌套超过 ${limit} 层`;
    case "too-many":
      return `配置引用的文件超过 ${limit} 个`;
    case "too-large":
      return `配置及其引用的文件总共超过 ${limit} MiB`;
    case "bad-path":
      return `${path} 不是有效的路径：${value}`;
    default:
      return `${path === "$include" ? "配置的这一部分" : path} 来自无法安全编辑的 $include`;
  }
}

/** The title of `config-unreadable`. */
export function unreadableTitle({ variant, file = "该文件", limit, count }: ProblemParams): string {
  switch (variant) {
    case "too-large":
      return `${file} 超过 ${limit} MiB，不可能是配置文件`;
    case "too-deep":
      return `${file} 的嵌套超过 ${limit} 层`;
    case "too-many-models":
      return `${file} 有 ${count} 个模型，超过上限 ${limit} 个`;
    default:
      return `无法读取 ${file}`;
  }
}
