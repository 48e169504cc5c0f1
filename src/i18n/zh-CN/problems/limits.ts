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
  params: Exclude<ParamsOf<"config-unreadable">, { readonly variant: "system" }>,
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
    case "too-many-models":
      return {
        title: `${params.file} 中有 ${params.count} 个模型，上限为 ${params.limit} 个`,
        remedy: "删除不用的模型。",
      };
  }
}
