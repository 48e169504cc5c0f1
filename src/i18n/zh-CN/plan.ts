import type { SyntaxFault } from "../../core/change/index.ts";
import { grouped } from "../grouped.ts";
import type { Messages } from "../messages.ts";

const corrections: Readonly<Record<SyntaxFault, string>> = {
  "comma-missing": "补上逗号",
  "comma-extra": "删去多余的逗号",
  "colon-missing": "补上冒号",
  "quote-missing": "补上引号",
  "bracket-missing": "补上括号",
  "bracket-extra": "删去多余的括号",
  "wrong-character": "换成半角字符",
};

/** 预览改动时的用语。 */
export const plan: Messages["plan"] = {
  changedMeanwhile: "文件在此期间有变化。现在的改动如下：",
  confirm: "写入吗？",
  write: "是，写入",
  showDiff: "先显示每一行改动",
  cancel: "否，保持原样",
  newFile: "（新文件）",
  more: (count) => `……以及另外 ${grouped(count)} 处改动`,
  items: (count) => `${count} 项`,
  members: (count) => `${count} 个设置`,
  provider: (models, key) => `${models} 个模型${key ? `，密钥 ${key}` : ""}`,
  allows: (references) => `允许 ${references.join("、")}`,
  mode: (mode) => `权限 ${mode}`,
  typingErrors: (count) => `${count} 处输入错误`,
  corrected: (fault, line) => `第 ${line} 行：${corrections[fault]}`,
  written: (backup) => `已写入    备份 ${backup}，openclaw-aisa undo 可恢复`,
  nothing: "无需改动：一切都已就绪。",
  dryRun: "试运行：没有写入任何内容。",
};
