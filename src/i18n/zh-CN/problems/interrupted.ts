import type { ParamsOf } from "../../../core/problem/index.ts";
import type { ProblemWords } from "../../words.ts";
import { doctor, join, tool } from "./shared.ts";

/** 返回多文件改动中途停止时的说明。 */
export function interrupted(params: ParamsOf<"interrupted-change">): ProblemWords {
  const files = join(params.files);
  switch (params.variant) {
    case "restored":
      return {
        title: `上次运行在执行“${params.command}”时中断，已恢复改动前的文件`,
        detail: `已恢复：${files}`,
        remedy: "如仍需要这项改动，重新运行该命令。",
      };
    case "finished":
      return {
        title: `上次运行在“${params.command}”写完后中断，改动是完整的`,
        detail: `文件：${files}`,
        commands: [`${tool} undo`],
      };
    case "kept":
      return {
        title: `上次运行在执行“${params.command}”时中断，之后文件又被改动`,
        detail: `以下文件已被其他程序改动，因此没有恢复：${files}`,
        remedy: `备份 ${params.backup} 中有改动前的文件。`,
        commands: [doctor, `${tool} undo --list`],
      };
    case "leftover":
      return {
        title: "已删除中断的运行留下的临时文件",
        detail: `已删除：${files}。其中可能含有 API 密钥。`,
      };
    case "half":
      return {
        title: `没有写入 ${params.file}，而同一改动的其他文件已经写入`,
        detail: [`已写入：${files}`, ...(params.detail ? [`系统提示：${params.detail}`] : [])].join("\n"),
        remedy: `备份 ${params.backup} 中有改动前的文件，可用 undo 恢复。`,
        commands: [`${tool} undo`],
      };
  }
}
