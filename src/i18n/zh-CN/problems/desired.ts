import type { ParamsOf, SecretFlaw, StateValue } from "../../../core/problem/index.ts";
import type { ShellCommands } from "../../../core/terminal/index.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { join, newKey, tool } from "./shared.ts";

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

const withMode = (mode: string | undefined) => (mode === undefined ? "" : `（权限 ${mode}）`);

type Unreadable = ParamsOf<"secret-unreadable">;

const unreadable: { readonly [Flaw in SecretFlaw]: (params: Unreadable) => ProblemWords } = {
  "not-configured": ({ file }) => ({
    title: `密钥引用的机密提供者 ${file} 没有配置`,
    remedy: "请在 secrets.providers 下添加，或重新设置引用。",
    commands: [newKey],
  }),
  relative: ({ file }) => ({ title: `密钥引用使用了相对路径：${file}`, remedy: "OpenClaw 需要绝对路径。" }),
  missing: ({ file }) => ({ title: `密钥引用所指的 ${file} 不存在` }),
  folder: ({ file }) => ({ title: `密钥引用所指的 ${file} 是文件夹` }),
  link: ({ file }) => ({
    title: `${file} 是符号链接，OpenClaw 不通过链接读取机密`,
    remedy: "Kubernetes 以链接形式挂载 Secret。请改为引用变量，或在应用目标状态时存储密钥（from: file:…）。",
  }),
  "closed-folder": ({ file, folder }) => ({
    title: `运行 OpenClaw 的用户无法进入 ${folder ?? file}`,
    detail: `密钥引用所指的是 ${file}。`,
    remedy: "请让该用户能进入这个文件夹，或移动文件。",
  }),
  readable: ({ file, mode }) => ({
    title: `其他用户也能读取 ${file}${withMode(mode)}，因此 OpenClaw 不读取它`,
    remedy:
      "请只让文件所有者读取。Docker 以权限 0444 挂载 secret：请改为在应用目标状态时存储密钥（from: file:…）。",
  }),
  writable: ({ file, mode }) => ({
    title: `其他用户能更改 ${file}${withMode(mode)}，因此 OpenClaw 不信任它`,
    remedy: "请只让文件所有者更改。",
  }),
  owner: ({ file }) => ({
    title: `${file} 不属于运行 OpenClaw 的用户`,
    remedy: "OpenClaw 只接受自己用户的文件。请更改所有者，或使用副本。",
  }),
  empty: ({ file }) => ({ title: `密钥引用所指的 ${file} 是空的` }),
  "no-value": ({ file }) => ({
    title: `密钥引用在 ${file} 中找不到值`,
    remedy: "文件必须是 JSON，引用的 id 必须是指向其中某个值的 JSON pointer。",
  }),
  "program-failed": ({ file, detail }) => ({
    title: `应当输出密钥的 ${file} 没有输出密钥`,
    ...(detail ? { detail } : {}),
    remedy: "请像 OpenClaw 那样手动运行它：环境变量为空，在它自己的文件夹中。",
  }),
};

/** 问题出在权限时，把文件限制为仅所有者可用的命令。 */
const restricting = ({ variant, file }: Unreadable, shell: ShellCommands) =>
  variant === "readable" || variant === "writable" ? [`chmod go-rwx ${shell.argument(file)}`] : [];

/** 目标状态、密钥引用，以及要输出的配置。 */
export const desired: TextsOf<"state-invalid" | "key-in-output" | "secret-unreadable"> = {
  "state-invalid": (params) => {
    const { wide } = params;
    const words = invalid(params);
    if (wide === undefined) return words;
    return {
      ...words,
      remedy: `文件中有全角或弯引号字符 ${wide.found}。请改成半角的 ${wide.plain}${wide.plain === ":" || wide.plain === "," ? "，后面加一个空格" : ""}。`,
    };
  },
  "secret-unreadable": (params, _problem, shell) => {
    const words = unreadable[params.variant](params);
    return { ...words, commands: [...(words.commands ?? []), ...restricting(params, shell)] };
  },
  "key-in-output": ({ path, count }) => ({
    title: "配置中含有密钥等机密，机密从不输出",
    detail: count === 1 ? `机密位于 ${path}。` : `第一处位于 ${path}，共有 ${count} 处。`,
    remedy:
      "请把每个机密换成 ${变量名} 这样的引用。AIsa 的密钥可用 --key-ref 替换；--fragment 只输出 AIsa 的部分。",
    commands: [`${tool} onboard --print --fragment --key-ref env:AISA_API_KEY`],
  }),
};
