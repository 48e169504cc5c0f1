import type { KeyFileFlaw, ParamsOf } from "../../../core/problem/index.ts";
import type { ShellCommands } from "../../../core/terminal/index.ts";
import type { keys as english } from "../../en/problems/keys.ts";
import type { ProblemWords } from "../../words.ts";
import { billing, doctor, join, leadingHost, leadingModel, newKey, tool } from "./shared.ts";

/** 厂商拒绝的是网关自己的账户：用户的密钥刚刚被接受过。 */
const operatorKey = (vendorOf: string): ProblemWords => ({
  title: `${vendorOf}背后的厂商拒绝了网关自己的账户`,
  detail: "你的密钥没有问题：网关刚刚用它给出了模型列表。",
  remedy: "暂时换一个模型，并告知 AIsa 的支持人员。",
  commands: [`${tool} models list`],
});

const isOther = (provider: string | undefined): provider is string =>
  provider !== undefined && provider !== "aisa";

/** 缺的是别的提供商的密钥：某处正在使用它的模型。 */
const otherProvider = (provider: string): ProblemWords => ({
  title: `OpenClaw 没有 ${provider} 的 API 密钥`,
  detail: `某处正在使用 ${provider} 的模型：默认模型、某个智能体、备用模型，或没有写 aisa/ 前缀的模型。`,
  remedy: `把那里改成 AIsa 的模型，或者也设置 ${provider} 的密钥。`,
  commands: [`${tool} models set qwen3-max`, doctor],
});

type Permissions = ParamsOf<"insecure-permissions">;

const permissionWords: Readonly<
  Record<Permissions["variant"], (params: Permissions, shell: ShellCommands) => ProblemWords>
> = {
  readable: ({ file, mode, expected, count }, shell) => ({
    title: count > 1 ? `其他用户可以读取 ${count} 个含有密钥的文件` : `其他用户可以读取 ${file}`,
    ...(count > 1 ? {} : { detail: `其中含有密钥，当前权限为 ${mode}。` }),
    remedy: `改为 ${expected}。`,
    commands: count > 1 ? [`${doctor} --fix`] : [shell.makePrivate(file)],
  }),
  "writable-file": ({ file, mode, expected, count }, shell) => ({
    title: count > 1 ? `其他用户可以修改 OpenClaw 的 ${count} 个文件` : `其他用户可以修改 ${file}`,
    detail: `他们可以让密钥发往别的服务器。${count > 1 ? ` ${file} 的` : "当前"}权限为 ${mode}。`,
    remedy: count > 1 ? "只允许所有者写入。" : `改为 ${expected}。`,
    commands: count > 1 ? [`${doctor} --fix`] : [shell.protect(file)],
  }),
  "writable-folder": ({ file, mode }, shell) => ({
    title: `其他用户可以替换 ${file} 中的文件`,
    detail: `他们可以让密钥发往别的服务器。该文件夹当前权限为 ${mode}。`,
    remedy: "只允许所有者写入。",
    commands: [shell.protect(file)],
  }),
  owner: ({ file, count }) => ({
    title: count > 1 ? `${file} 等 ${count} 项属于其他用户` : `${file} 属于其他用户`,
    detail: "其所有者可以随时修改它，让密钥发往别的服务器。",
    remedy: "请检查其内容，然后改为自己所有，或换成自己的副本。",
  }),
};

const keyFileTitles: Readonly<Record<KeyFileFlaw, (source: string, limit: number) => string>> = {
  "too-large": (source, limit) => `${source} 超过 ${limit} KiB，不可能只是密钥`,
  empty: (source) => `${source} 为空`,
  encoding: (source) => `${source} 不是 UTF-8 文本，可能是 UTF-16`,
  "several-lines": (source) => `${source} 有多行，且没有设置 AISA_API_KEY`,
  "not-a-key": (source) => `${source} 中没有有效的密钥：含有空格、引号或其他字符`,
};

/** 密钥的来源之一是否为当前 shell 的变量。 */
const keyVariable = "AISA_API_KEY";
const inShell = (sources: readonly string[]) => sources.includes(keyVariable);

type Rejected = ParamsOf<"invalid-key" | "key-expired-or-disabled">;

/** 已知来源的密钥被拒绝时该怎么做；来源未知时为空。 */
function elsewhere({ keyFrom, variable, command }: Rejected, shell: ShellCommands): Partial<ProblemWords> {
  if (keyFrom === undefined || command === undefined) return {};
  const again = `${tool} ${command}`;
  return variable === undefined
    ? {
        remedy: `被拒绝的密钥来自 ${keyFrom}。从 ${billing} 重新复制密钥，通过标准输入提供：`,
        commands: [`${again} --aisa-api-key-file -`],
      }
    : {
        remedy: `被拒绝的密钥来自变量 ${variable}，它优先于这里的其他密钥。在当前 shell 中取消它，或改为正确的密钥：`,
        commands: [shell.clearVariable(variable), again],
      };
}

/** API 密钥：缺失、被拒绝，或放在 OpenClaw 用不到的地方。 */
export const keys: typeof english = {
  "invalid-key": (params, _problem, shell) =>
    params.variant === "operator"
      ? operatorKey(leadingModel(params))
      : {
          title: `${leadingHost(params)}不接受这个 API 密钥`,
          detail:
            params.variant === "hidden"
              ? "OpenClaw 遮住了网关的原话：密钥可能有误、过期、缺失或额度用尽。"
              : "密钥输错了、属于别的服务，或已被删除。粘贴时不要带引号、空格和 “Bearer ”。",
          remedy: `从 ${billing} 重新复制密钥并设置。`,
          commands: [newKey, doctor],
          ...elsewhere(params, shell),
        },
  "missing-key": (params) =>
    params.variant === "operator"
      ? operatorKey(leadingModel(params))
      : isOther(params.provider)
        ? otherProvider(params.provider)
        : {
            title: params.provider ? `OpenClaw 没有 ${params.provider} 的 API 密钥` : "请求没有携带 API 密钥",
            detail: "后台运行的网关服务看不到只在终端里设置的密钥。",
            remedy: "把密钥设置到 OpenClaw 能找到的地方。",
            commands: [newKey, doctor],
          },
  "key-expired-or-disabled": (params, _problem, shell) =>
    params.variant === "operator"
      ? operatorKey(leadingModel(params))
      : {
          title: "API 密钥或其账户已失效",
          detail: "已过期、被吊销或被禁用。重新输入没有用。",
          remedy: `在 ${billing} 新建密钥并设置。如果那里显示密钥正常，先再试一次。`,
          commands: [newKey],
          ...elsewhere(params, shell),
        },
  "malformed-key": (params) =>
    params.variant === undefined
      ? {
          title: `${params.source} 中的内容不是单纯的密钥`,
          ...(params.flaws ? { detail: `其中多了：${join(params.flaws)}。` } : {}),
          remedy: "只保留密钥本身：不要引号、空格或 “Bearer ”。",
        }
      : {
          title: keyFileTitles[params.variant](params.source, params.limit),
          remedy: "只放入密钥本身，或一行 AISA_API_KEY=<密钥>，并保存为 UTF-8。",
        },
  "key-unresolved": ({ value, variable, expected }) => ({
    title: `OpenClaw 会把文本 ${value} 当作密钥发送`,
    detail: `变量 ${variable} 没有设置，或没有写成 ${expected}。`,
    commands: [newKey],
  }),
  "conflicting-keys": (params, _problem, shell) =>
    params.variant === "hidden"
      ? {
          title: "OpenClaw 自己保存了 AIsa 的登录信息",
          detail: `它使用 ${params.source} 中的密钥，本工具无法读取。`,
          remedy: "如果那是另一个密钥，请删除该登录信息，或在其中换成新密钥。",
        }
      : {
          title: "为 AIsa 设置了不同的密钥",
          detail:
            params.variant === "plugin"
              ? `安装插件后，${params.source} 优先于配置中的密钥。`
              : `OpenClaw 使用 ${params.source} 中的密钥。`,
          remedy: `只保留一个：${join(params.sources)}。${inShell(params.sources) ? "从当前 shell 中取消变量：" : ""}`,
          ...(inShell(params.sources) ? { commands: [shell.clearVariable(keyVariable)] } : {}),
        },
  "key-not-visible-to-gateway": ({ source, file }) => ({
    title: "后台运行的 OpenClaw 服务看不到密钥",
    detail: `密钥只设置在 ${source} 中，后台服务读不到。${file ? `服务文件：${file}` : ""}`,
    remedy: "请保存到状态目录的 .env。",
    commands: [`${newKey} --key-storage dotenv`],
  }),
  "workspace-key": ({ variant, file }, _problem, shell) => ({
    title:
      variant === "used" ? `密钥来自当前目录的 .env：${file}` : `只在当前目录的 .env 中找到密钥：${file}`,
    detail:
      variant === "used"
        ? "OpenClaw 只有在此目录中启动时才会同样使用它。请确认这是你自己的密钥。"
        : "它可能是创建此目录的人放入的，因此未经确认不会使用或保存。",
    remedy: "如果是你自己的密钥，请指明该文件。",
    commands: [`${newKey} --aisa-api-key-file ${shell.argument(file)}`],
  }),
  "insecure-permissions": (params, _problem, shell) => permissionWords[params.variant](params, shell),
  "sign-in-inactive": ({ id }) => ({
    title: `OpenClaw 保存了 AIsa 登录 ${id}，但没有使用它`,
    detail: "当时已配置了模型，所以 OpenClaw 的 onboard 只保存了新密钥而没有激活，并以退出码 1 结束。",
    remedy: "激活它：OpenClaw 会先测试，然后开始使用。",
    commands: [`openclaw models auth activate ${id} --agent main`],
  }),
};
