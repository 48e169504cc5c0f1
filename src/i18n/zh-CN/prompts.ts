import type { Messages } from "../messages.ts";

/** 终端提问时用到的词语。 */
export const prompts: Messages["prompts"] = {
  yes: "是",
  no: "否",
  yesOrNo: (initial) => (initial ? "（Y 是 / n 否）" : "（y 是 / N 否）"),
  answerYesOrNo: "请输入 y（是）或 n（否）。",
  keys: {
    step: (step, of) => `第 ${step} 步，共 ${of} 步`,
    search: "输入以搜索",
    move: "↑↓ 移动",
    mark: "空格选中",
    goOn: "回车继续",
    choose: "回车选定",
    back: "Esc 返回",
    cancel: "Esc 取消",
    help: "? 帮助",
    open: "o 打开网页",
    comma: "，",
    nothing: "没有符合的项目",
    several: "有多项符合，请用方向键选择。",
    hiddenKey: (isTaken) =>
      isTaken
        ? "这是密钥，因此不显示。按回车使用，按 Esc 丢弃。"
        : "这看起来是密钥，因此不显示。按 Esc 丢弃。",
    required: "至少选中一项。",
    none: "不选",
    picked: (count) => `已选 ${count} 项`,
    shown: (count, total) => (count === total ? `共 ${total} 项` : `显示 ${count} / ${total} 项`),
  },
  plain: {
    number: (usual) => `请输入编号，直接回车选择 ${usual}。`,
    numbers: (most) => `请输入 1 到 ${most} 的编号，例如 1 3 5-7。直接回车保留已选项，0 表示都不选。`,
    badNumber: (most) => `请输入 1 到 ${most} 的编号。`,
    marked: "已选",
    keySeen: "这看起来是密钥，而且已经显示在屏幕上。请清屏，以免被别人看到。",
    keys: (leadsBack, hasHelp) => `${leadsBack ? "< 返回" : "< 取消"}${hasHelp ? "，? 帮助" : ""}`,
  },
  demo: "[演示]",
};
