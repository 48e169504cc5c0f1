import type { ParamsOf, StateValue } from "../../../core/problem/index.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { join, tool } from "./shared.ts";

const values: Readonly<Record<StateValue, string>> = {
  object: "对象",
  list: "列表",
  "true-or-false": "true 或 false",
  model: "模型名称",
  "key-reference": "env:变量名、file:/路径、exec:/路径，或含 from 和 store 的对象",
  "key-source": "env:变量名 或 file:/路径",
  "dotenv-or-config": "dotenv 或 config",
  url: "以 http:// 或 https:// 开头的网址",
  "version-1": "1",
};

function invalid(params: ParamsOf<"state-invalid">): ProblemWords {
  switch (params.variant) {
    case "syntax":
      return { title: `${params.file} 不是有效的 YAML 或 JSON5`, detail: `解析器报告：${params.detail}。` };
    case "unknown-key":
      return {
        title: `${params.file} 中有未知的键 ${params.path}`,
        ...(params.suggestion === undefined ? {} : { remedy: `是否想写 ${params.suggestion}？` }),
      };
    case "wrong-value":
      return { title: `${params.path || params.file} 的值无效：应为${values[params.expected]}` };
    case "missing":
      return { title: `${params.path} 缺少键 ${params.key}` };
    case "literal-key":
      return {
        title: `${params.path} 中直接写了密钥`,
        detail: "这个文件是用来共享的，密钥不应写在里面。",
        remedy: "把密钥存入文件或环境变量，在这里写 file:/路径 或 env:变量名。",
      };
    case "needs-primary":
      return {
        title: `${params.path} 中没有默认模型 ${params.model}`,
        remedy: "把它加进去，或用 primary 指定另一个默认模型。",
      };
    case "no-such-profile":
      return {
        title: `${params.file} 中没有 profile ${params.profile}`,
        remedy: params.profiles.length === 0 ? "其中没有任何 profile。" : `其中有 ${join(params.profiles)}。`,
      };
  }
}

/** 目标状态，以及要输出的配置。 */
export const desired: TextsOf<"state-invalid" | "key-in-output"> = {
  "state-invalid": (params) => ({ ...invalid(params), commands: [`${tool} export`] }),
  "key-in-output": ({ path, count }) => ({
    title: "配置中含有密钥等机密，机密从不输出",
    detail: count === 1 ? `机密位于 ${path}。` : `第一处位于 ${path}，共有 ${count} 处。`,
    remedy:
      "请把每个机密换成 ${变量名} 这样的引用。AIsa 的密钥可用 --key-ref 替换；--fragment 只输出 AIsa 的部分。",
    commands: [`${tool} onboard --print --fragment --key-ref env:AISA_API_KEY`],
  }),
};
