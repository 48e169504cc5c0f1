import type { foundCodes } from "../../core/problem/index.ts";
import type { TextsOf } from "../words.ts";
import { unwritable } from "./unwritable.ts";

/** What doctor finds, in words. */
export const found: TextsOf<keyof typeof foundCodes> = {
  "config-missing": ({ params }) => ({
    title: "OpenClaw 还没有配置文件",
    ...(params.file ? { detail: `应位于 ${params.file}。` } : {}),
    commands: ["openclaw-aisa onboard"],
  }),
  "config-unwritable": ({ params }) => ({
    title: `无法写入 ${params.file ?? "配置文件"}`,
    ...(params.detail ? { detail: `系统提示：${params.detail}` } : {}),
    remedy: "请让当前用户可以写入该文件及其所在目录。",
    ...unwritable[params.variant ?? ""],
  }),
  "provider-missing": () => ({ title: "OpenClaw 的配置中没有 AIsa", commands: ["openclaw-aisa onboard"] }),
  "double-prefixed-id": ({ params }) => ({
    title: `模型 ID ${params.model ?? ""} 多了前缀`.replace("  ", " "),
    detail:
      params.variant === "reference"
        ? "OpenClaw 把第一个斜杠之后的全部内容当作 ID，而网关没有带前缀的模型。"
        : "OpenClaw 会原样发送条目的 ID，而网关没有带前缀的模型。",
    ...(params.replacement ? { remedy: `改为 ${params.replacement}。` } : {}),
  }),
  "misplaced-compat": ({ params }) => {
    const model = params.model ?? "模型";
    if (params.variant === "missing")
      return {
        title: `${model} 没有注明不支持 developer 角色`,
        detail: "某些 OpenClaw 版本会发送 developer 角色，网关会拒绝。",
        remedy: "将 compat.supportsDeveloperRole 设为 false。",
      };
    return {
      title: `${model} 的 ${params.value ?? "supportsDeveloperRole"} 位置不对`,
      detail: "OpenClaw 会拒绝整个配置，无法启动。",
      remedy: params.variant === "provider" ? "将它删除，由各条目自己的 compat 注明。" : "将它移入 compat。",
    };
  },
  "wrong-fallback-key": ({ params }) => ({
    title: `备用模型写在 ${params.path ?? "fallback"} 下，OpenClaw 不认识这个键`,
    detail: "它会因此拒绝整个配置，无法启动。",
    remedy: "键名改为 fallbacks。",
  }),
  "allowlist-hides-model": ({ params }) => ({
    title: `OpenClaw 的允许列表挡住了 ${params.models?.join("、") ?? "已配置的模型"}`,
    detail: "使用它们会得到“model not allowed”。",
    remedy: "将它们加入列表。",
  }),
  "key-not-visible-to-gateway": ({ params }) => ({
    title: "后台运行的 OpenClaw 服务看不到密钥",
    detail: `密钥只在 ${params.source ?? "当前 shell"} 中，而服务读不到。${params.file ? `服务文件：${params.file}` : ""}`,
    remedy: "请保存到状态目录的 .env。",
    commands: ["openclaw-aisa onboard --key-storage dotenv"],
  }),
  "conflicting-keys": ({ params }) => {
    if (params.variant === "hidden")
      return {
        title: "OpenClaw 自己保存了 AIsa 的登录信息",
        detail: `它使用 ${params.source ?? "该登录信息"} 中的密钥，本工具无法看到。`,
        remedy: "如果那是另一个密钥，请删除该登录信息，或在其中换成新密钥。",
      };
    return {
      title: "为 AIsa 设置了不同的密钥",
      detail:
        params.variant === "plugin"
          ? `安装插件后，${params.source ?? "环境变量"} 优先于配置中的密钥。`
          : `OpenClaw 使用 ${params.source ?? "最优先位置"} 中的密钥。`,
      remedy: `只保留一个：${params.sources?.join("、") ?? "正确的那个"}。`,
    };
  },
  "malformed-key": ({ params }) => ({
    title: `${params.source ?? "密钥位置"} 中的内容不是单纯的密钥`,
    ...(params.sources ? { detail: `其中多了：${params.sources.join("、")}。` } : {}),
    remedy: "只保留密钥本身：不要引号、空格或 Bearer。",
  }),
  "insecure-permissions": ({ params }) => ({
    title:
      params.count && params.count > 1
        ? `其他用户可以读取 ${params.count} 个含有密钥的文件`
        : `其他用户可以读取 ${params.file ?? "含有密钥的文件"}`,
    ...(params.value && !(params.count && params.count > 1)
      ? { detail: `当前权限为 ${params.value}。` }
      : {}),
    remedy: `改为 ${params.expected ?? "0600"}。`,
  }),
  "key-unresolved": ({ params }) => ({
    title: `OpenClaw 会把文本 ${params.value ?? ""} 当作密钥发送`.replace("  ", " "),
    detail: `变量 ${params.source ?? ""} 没有设置，或没有写成 ${params.expected ?? "${NAME}"}。`.replace(
      "  ",
      " ",
    ),
    commands: ["openclaw-aisa onboard"],
  }),
  "flat-env-block": ({ params }) => ({
    title: `OpenClaw 从 2026.8.2 起拒绝 ${params.path ?? "直接写在 env 中的变量"}`,
    remedy: `移到 ${params.replacement ?? "env.vars"}，所有版本都接受。`,
  }),
  "stale-agent-models": ({ params }) => ({
    title: `某个 agent 保存的 provider 副本与配置不一致${params.file ? `：${params.file}` : ""}`,
    detail: "它由 OpenClaw 生成。2026.4 及更早的版本可能继续使用其中的地址和密钥。",
    remedy: "删除其中与 AIsa 有关的部分，OpenClaw 会在下一轮对话前重新生成。",
  }),
  "clobbered-config": ({ params }) => ({
    title: "OpenClaw 曾恢复过旧的配置",
    ...(params.files ? { detail: `被移走的文件：${params.files.join("、")}。` } : {}),
    remedy: "检查配置是否有缺失，然后删除该文件。",
  }),
  "duplicate-entries": ({ params }) => ({
    title: `${params.model ?? "模型"} 配置了不止一次`,
    remedy: "保留第一个条目。",
  }),
  "missing-metadata": ({ params }) => ({
    title: `${params.model ?? "模型"} 的条目缺少 ${params.sources?.join("、") ?? "数据"}`,
    detail: "OpenClaw 会猜测上限、不计费用；缺少 name 时会拒绝配置。",
    remedy: "按目录补全。",
  }),
  "several-configs": ({ params }) => ({
    title: "还有 OpenClaw 不会读取的其他配置文件",
    ...(params.files
      ? { detail: `${params.files.join("、")}；它读取的是 ${params.file ?? "其中一个"}。` }
      : {}),
  }),
  "openclaw-missing": ({ params }) => ({
    title: "PATH 中没有 openclaw",
    detail: `此操作需要 OpenClaw${params.required ? ` ${params.required} 或更新版本` : ""}。`,
    commands: ["npm install -g openclaw"],
  }),
  "openclaw-too-old": ({ params }) => ({
    title: `OpenClaw ${params.version ?? ""} 版本过旧${params.path ? `，不支持 ${params.path}` : ""}`.replace(
      "  ",
      " ",
    ),
    ...(params.required
      ? {
          detail: `需要 ${params.required} 或更新版本。${params.variant === "key" ? "更旧的版本会拒绝整个配置，无法启动。" : ""}${params.variant === "plugin" ? "插件在更旧的版本中不起作用。" : ""}`,
        }
      : {}),
    commands: ["openclaw update"],
  }),
  "openclaw-not-runnable": ({ params }) => ({
    title: "找到了 OpenClaw，但它在此无法运行",
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "通常是需要更新的 Node：OpenClaw 2026.9.6 需要 Node 24.16 或更新版本。",
  }),
  "sign-in-inactive": ({ params }) => ({
    title: `OpenClaw 保存了 AIsa 登录 ${params.value ?? ""}，但没有使用它`.replace("  ", " "),
    detail: "当时已配置了模型，所以它的 onboard 只把新密钥另存起来，并以退出码 1 结束。",
    remedy: "激活它：OpenClaw 会先测试，然后开始使用。",
    commands: [`openclaw models auth activate ${params.value ?? "<id>"} --agent main`],
  }),
  "plugin-conflict": ({ params }) => ({
    title: `另有插件也提供 ${params.provider ?? "aisa"}：${(params.sources ?? []).join("、") || "?"}`,
    detail: "由哪一个响应取决于 OpenClaw 的加载顺序。",
    remedy: "只保留其中一个。",
    commands: (params.sources ?? []).map((id) => `openclaw plugins disable ${id}`),
  }),
  "price-drift": ({ params }) => ({
    title: `${params.model ?? "模型"} 的价格与网关不一致`,
    commands: ["openclaw-aisa models sync"],
  }),
  "captive-portal": ({ params }) => ({
    title: `代替 ${params.host ?? "网关"} 应答的是当前网络的登录页`,
    remedy: "请打开浏览器登录网络。",
  }),
  "clock-skew": ({ params }) => ({
    title: `本机时钟不准${params.seconds === undefined ? "" : `，相差 ${params.seconds} 秒`}`,
    remedy: "请校准时钟：证书有效期依此判断。",
  }),
  "unsupported-node": ({ params }) => ({
    title:
      params.variant === "openclaw"
        ? `Node ${params.version ?? ""} 无法运行 OpenClaw`.replace("  ", " ")
        : `不支持 Node ${params.version ?? ""}`.trim(),
    ...(params.required ? { remedy: `请使用 ${params.required} 或更新版本。` } : {}),
  }),
  "reference-without-entry": ({ params }) => ({
    title: `配置使用了 ${params.model ?? "某个模型"}，但没有它的条目`,
    detail: "这样 OpenClaw 不知道它的上限和价格，甚至不认识这个模型。",
    ...(params.suggestions
      ? { remedy: `没有这个模型。最接近的是：${params.suggestions.join("、") || "无"}。` }
      : { remedy: "按目录补上它的条目。" }),
    ...(params.suggestions ? { commands: ["openclaw-aisa models list --all"] } : {}),
  }),
  "context-window-too-small": ({ params }) => ({
    title: `${params.model ?? "模型"} 的上下文窗口小于 OpenClaw 的最低要求`,
    detail: `低于 ${params.limit ?? 16000} token 时，每一轮对话都会被拒绝：“Model context window too small”。`,
    remedy: `改为 ${params.replacement ?? "目录中的值"}。`,
  }),
  "catalog-hidden": ({ params }) => ({
    title: `provider 配置挡住了插件的模型${params.models ? `：${params.models.join("、")}` : ""}`,
    detail: "配置中列出了模型时，OpenClaw 只显示这些模型。",
    remedy: "将它们加入配置。",
  }),
};
