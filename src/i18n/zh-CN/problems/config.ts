import type { SyntaxFault } from "../../../core/change/index.ts";
import type { EditObstacle, ParamsOf, ValueKind } from "../../../core/problem/index.ts";
import type { config as english } from "../../en/problems/config.ts";
import type { ProblemWords } from "../../words.ts";
import { include } from "./limits.ts";
import { doctor, join, newKey, rejectsConfig, tool } from "./shared.ts";

const typingErrors: Readonly<Record<SyntaxFault, string>> = {
  "comma-missing": "这里少了一个逗号。",
  "comma-extra": "这里多了一个逗号。",
  "colon-missing": "这里少了一个冒号。",
  "quote-missing": "这里少了结尾的引号。",
  "bracket-missing": "末尾少了一个右括号。",
  "bracket-extra": "多了一个右括号。",
  "wrong-character": "这里用了全角标点或弯引号。",
};

function syntax(params: ParamsOf<"config-syntax">): ProblemWords {
  if (params.variant === "typing") {
    const others = params.count - 1;
    return {
      title: `${params.file} 不是有效的 JSON`,
      detail: `${typingErrors[params.fault]}${others > 0 ? `另有 ${others} 处输入错误。` : ""}OpenClaw 因此无法启动。`,
      remedy: `修正 ${params.count} 处，写入前会先展示改动。`,
      commands: [`${doctor} --fix`],
    };
  }
  if (params.variant === "empty")
    return {
      title: `${params.file} 是空的，OpenClaw 不接受空文件`,
      remedy: "删除它，或写入 {}。undo 会恢复到本工具上次改动之前，请先查看它会改什么。",
      commands: [`${tool} undo --dry-run`],
    };
  if (params.variant === "encoding")
    return {
      title: `${params.file} 不是 UTF-8 文本`,
      detail: params.encoding
        ? `它像是 ${params.encoding} 编码；OpenClaw 只读取 UTF-8。`
        : "它根本不是文本：内容被其他数据覆盖，或路径指向了别的文件。",
      remedy: params.encoding ? "在编辑器中另存为 UTF-8。" : "检查路径。如果文件已损坏，请用自己的副本恢复。",
    };
  return {
    title: `${params.file ? `${params.file} ` : "配置文件"}不是有效的 JSON`,
    detail: params.detail
      ? `解析器报错：${params.detail}。该位置附近可能缺少或多出了逗号、引号或括号。`
      : "在报错提到的位置附近，缺少或多出了逗号、引号或括号。",
    remedy: "请在该处修改；逗号往往缺在上一行末尾。undo 会恢复到本工具上次改动之前，请先查看它会改什么。",
    commands: [doctor, `${tool} undo --dry-run`],
  };
}

const kinds: Readonly<Record<ValueKind, string>> = {
  object: "对象 { … }",
  list: "列表 [ … ]",
  text: "文本",
  model: "模型名，或含 primary 的对象",
};

function schema(params: ParamsOf<"config-schema">): ProblemWords {
  switch (params.variant) {
    case "unknown-key":
      return {
        title: `OpenClaw 不认识 ${params.path}`,
        detail: rejectsConfig,
        remedy: params.replacement ? `键名改为 ${params.replacement}。` : "将它删除。",
      };
    case "wrong-value":
      return {
        title: `OpenClaw 不接受 ${params.path} 的值`,
        detail: rejectsConfig,
        remedy: params.replacement
          ? `改为 ${params.replacement}。`
          : "改成正确的值；没有正确的值时将它删除。",
      };
    case "wrong-type":
      return {
        title: `${params.path} 的类型不对`,
        detail: rejectsConfig,
        remedy: `此处应为${kinds[params.expected]}。改正它，或将它删除。`,
      };
    case "key-twice":
      return {
        title: `${params.path} 出现了 ${params.lines.length} 次：第 ${params.lines.join("、")} 行`,
        detail: `只有最后一个生效，第 ${params.lines.at(-1)} 行之前的都被忽略。`,
        remedy: "把内容合并到其中一个，删除其余的。",
      };
    case "missing":
      return { title: `缺少 ${params.path}`, detail: rejectsConfig, remedy: "写入默认模型。" };
    case "include-missing":
      return {
        title: `配置引用了不存在的文件：${params.file}`,
        detail: rejectsConfig,
        remedy: "请创建该文件，或去掉这个 $include。",
      };
    case "openclaw":
      return {
        title: `OpenClaw${params.version ? ` ${params.version} ` : " "}不接受这份配置`,
        detail: "它指出的位置改正之前，它无法启动。",
        remedy: "请改正这些位置；修改后可再次询问 OpenClaw：",
        commands: ["openclaw config validate"],
      };
    case "root":
      return {
        title: `${params.file} 的内容不是一个对象`,
        detail: "整份配置必须写在 { 和 } 之间，OpenClaw 不接受其他形式。",
        remedy: "把设置写在 { 和 } 之间，或移走该文件后重新运行命令。",
      };
    case "before":
      return {
        title: "OpenClaw 不接受这份配置，改动之前就已如此",
        detail: `它的说明：${params.detail}`,
        remedy: "本工具写入的部分保留不变。改正该处之前 OpenClaw 无法启动。",
        commands: [doctor],
      };
    default:
      return {
        title: "OpenClaw 不接受这份配置",
        detail: "报错提到的字段未知、位置不对或类型不对。改正之前 OpenClaw 无法启动。",
        remedy:
          "让 doctor 修复与 AIsa 有关的部分，其余按报错指出的位置改正。OpenClaw 自己的修复会删除它不认识的键。",
        commands: [`${doctor} --fix`, "openclaw doctor --fix"],
      };
  }
}

const obstacles: Record<EditObstacle, (key: string) => string> = {
  occupied: () => "该处已有其他内容",
  gap: () => "列表中它前面没有元素",
  "not-a-list": () => "它不是列表",
  "key-exists": (key) => `${key} 已经存在`,
  "key-twice": () => "这个键出现了两次",
  "not-readable": () => "修改后将无法读取",
  "not-as-asked": () => "修改后的内容会与要求不符",
  "loses-comment": () => "会丢失一条注释",
};

/** OpenClaw 的配置：它拒绝的、忽略的，以及无法编辑的。 */
export const config: typeof english = {
  "config-missing": ({ file, leadsTo }) =>
    leadsTo === undefined
      ? {
          title: "OpenClaw 还没有配置文件",
          detail: `OpenClaw 会查找 ${file}。`,
          commands: [newKey],
        }
      : {
          title: `${file} 是一个链接，但它指向的文件不存在`,
          detail: `它指向 ${leadsTo}。`,
          remedy: "恢复该文件，或删除这个链接。",
        },
  "config-syntax": syntax,
  "config-schema": schema,
  "provider-missing": ({ source }) => ({
    title: "OpenClaw 的配置中没有 AIsa",
    ...(source ? { detail: `已存有密钥：${source}。` } : {}),
    commands: [newKey],
  }),
  "misplaced-compat": (params) =>
    params.variant === "missing"
      ? {
          title: `${params.model} 的条目没有注明不支持 developer 角色`,
          detail: "某些 OpenClaw 版本会发送 developer 角色，网关会拒绝。",
          remedy: "将 compat.supportsDeveloperRole 设为 false。",
        }
      : {
          title: `${params.model} 的 ${params.key} 位置不对`,
          detail: rejectsConfig,
          remedy:
            params.variant === "provider" ? "将它删除，由各条目自己的 compat 注明。" : "将它移入 compat。",
        },
  "wrong-fallback-key": ({ path }) => ({
    title: `OpenClaw 不认识 ${path}：备用模型应写在 fallbacks 下`,
    detail: rejectsConfig,
    remedy: "键名改为 fallbacks。",
  }),
  "flat-env-block": ({ path, replacement }) => ({
    title: `OpenClaw 从 2026.8.2 起拒绝 ${path}`,
    remedy: `移到 ${replacement}，所有版本都支持。`,
  }),
  "several-configs": ({ file, files }) => ({
    title: "还有 OpenClaw 不会读取的其他配置文件",
    detail: `${join(files)}。OpenClaw 读取的是 ${file}。`,
  }),
  "clobbered-config": ({ files }) => ({
    title: "OpenClaw 曾恢复过旧的配置",
    detail: `被移走的文件：${join(files)}。`,
    remedy: "检查配置是否有缺失，然后删除这些文件。",
  }),
  "stale-agent-models": ({ file }) => ({
    title: `某个 agent 保存的 provider 副本与配置不一致：${file}`,
    detail: "它由 OpenClaw 生成。2026.4 及更早的版本可能继续使用其中的地址和密钥。",
    remedy: "删除其中与 AIsa 有关的部分，OpenClaw 会在下一轮对话前重新生成。",
  }),
  "config-readonly": ({ variable }, _problem, shell) => ({
    title: `配置文件只读：已设置 ${variable}`,
    detail: "设置该变量后，OpenClaw 视配置由别处管理，本工具同样遵守。",
    remedy: `在管理配置的地方修改，或取消该变量：${shell.clearVariable(variable)}`,
  }),
  "config-include": include,
  "edit-refused": ({ file, path, variant, key, expected }) => ({
    title: `无法安全地修改${file ? ` ${file}` : "文件"}`,
    detail: [path, obstacles[variant](key ?? "") + (expected ? `。此处应为${kinds[expected]}。` : "")]
      .filter(Boolean)
      .join("："),
    remedy: "没有写入任何内容，可手动修改该处。",
  }),
};
