import type { explain as english } from "../en/explain.ts";

/** `explain` 在诊断之外的文字。 */
export const explain: typeof english = {
  needed: "explain 需要一段报错文本或一个问题代码：作为参数，或从标准输入读取",
  noCode: (given, meant) => `没有 ${given} 这个问题代码。是否指 ${meant}？`,
  paste: (endKey) => `请粘贴报错文本，按 ${endKey} 或连续输入两个空行结束。`,
  decidedBy: (words) => `判断依据：${words.map((one) => `“${one}”`).join("、")}`,
  inConfig: "你的配置中：",
  canAlsoBe: "也可能是：",
};
