import type { Messages } from "../messages.ts";

/** 终端提问时用到的词语。 */
export const prompts: Messages["prompts"] = {
  yes: "是",
  no: "否",
  yesOrNo: (initial) => (initial ? "（Y 是 / n 否）" : "（y 是 / N 否）"),
  answerYesOrNo: "请输入 y（是）或 n（否）。",
  selectHelp: "↑↓ 移动，回车选定，Esc 取消",
  pickHelp: "输入以搜索，↑↓ 移动，空格选中，回车继续，Esc 取消",
  pickNothing: "没有符合的项目",
  pickRequired: "至少选中一项。",
  pickNone: "不选",
  picked: (count) => `已选 ${count} 项`,
  shown: (count, total) => (count === total ? `共 ${total} 项` : `显示 ${count} / ${total} 项`),
  demo: "[演示]",
};
