import type { ParamsOf } from "../../../core/problem/index.ts";
import type { ProblemWords } from "../../words.ts";

/** `config-include`: an include that cannot be followed, or not be edited. */
export function include(params: ParamsOf<"config-include">): ProblemWords {
  const { path } = params;
  switch (params.variant) {
    case "cycle":
      return {
        title: `配置在 ${path} 处循环引用`,
        detail: params.files.join(" → "),
        remedy: "去掉其中一处引用；存在循环引用时 OpenClaw 无法启动。",
      };
    case "bad-path":
      return {
        title: `${path} 不是有效的路径：${params.value}`,
        remedy: "改为一个文件路径，或一组文件路径。",
      };
    case "too-deep":
      return {
        title: `${path} 的引用嵌套超过 ${params.limit} 层`,
        detail: `引用的文件：${params.file}`,
        remedy: "在离 openclaw.json 更近的文件中引用它。",
      };
    case "too-many":
      return {
        title: `配置引用的文件超过 ${params.limit} 个`,
        detail: `超出上限的第一个文件：${params.file}`,
        remedy: "合并部分被引用的文件。",
      };
    case "too-large":
      return {
        title: `配置及其引用的文件合计超过 ${params.limit} MiB`,
        detail: `超出上限的第一个文件：${params.file}`,
        remedy: "删去这些文件中 OpenClaw 用不到的内容。",
      };
    case "file-too-large":
      return {
        title: `${path} 引用的文件超过 ${params.limit} MiB，OpenClaw 会拒绝读取`,
        detail: `引用的文件：${params.file}`,
        remedy: "拆分该文件，并在 $include 中逐一列出拆分后的文件。",
      };
    case "grows-too-large":
      return {
        title: `改动后 ${params.file} 将超过 ${params.limit} MiB，OpenClaw 会拒绝读取`,
        detail: `引用处：${path}`,
        remedy: "拆分该文件，或把其中一部分移到 openclaw.json 中。",
      };
    case "outside":
      return {
        title: `${path} 引用的文件不在配置目录内，OpenClaw 会拒绝读取`,
        detail: `引用的文件：${params.file}`,
        remedy: "把该文件移到 openclaw.json 所在的目录，并改正路径。",
      };
    case "hard-link":
      return {
        title: `${path} 引用的文件有多个硬链接，OpenClaw 会拒绝读取`,
        detail: `引用的文件：${params.file}`,
        remedy: "换成一份独立的副本，或改用指向同一目录内文件的符号链接。",
      };
    case "not-an-object":
      return {
        title: `${path} 旁边还有其他设置，但它引用的文件内容不是对象`,
        detail: `引用的文件：${params.file}`,
        remedy: "把文件内容改为 { } 形式的对象，或把 $include 单独放进一个对象。",
      };
    case "not-editable":
      return {
        title: `${path} 来自无法安全编辑的 $include`,
        detail: `引用的文件：${params.file}`,
        remedy: "手动修改被引用的文件，或把这一部分移到 openclaw.json 中。",
      };
  }
}

/** `config-unreadable`, where a config is beyond a limit. */
export function beyondLimit(
  params: Exclude<ParamsOf<"config-unreadable">, { readonly variant: "system" | "held" }>,
): ProblemWords {
  switch (params.variant) {
    case "too-large":
      return {
        title: `${params.file} 超过 ${params.limit} MiB，不可能是配置文件`,
        remedy: "检查路径，或把不属于 OpenClaw 的内容移出该文件。",
      };
    case "too-deep":
      return {
        title: `${params.file} 的嵌套超过 ${params.limit} 层`,
        remedy: "检查路径：OpenClaw 的配置不会嵌套这么深。",
      };
    case "too-many-objects":
      return {
        title: `${params.file} 中的对象和列表超过 ${params.limit} 个`,
        remedy: "检查路径：OpenClaw 的配置不会有这么多。",
      };
    case "too-many-models":
      return {
        title: `${params.file} 中有 ${params.count} 个模型，上限为 ${params.limit} 个`,
        remedy: "删除不用的模型。",
      };
  }
}
