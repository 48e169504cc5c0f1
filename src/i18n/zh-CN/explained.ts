import type { explainedCodes } from "../../core/problem/index.ts";
import type { TextsOf } from "../words.ts";
import { explainedAccess } from "./explained-access.ts";
import { permissions } from "./explained-permissions.ts";
import { addIt, billing, count, doctor, host, leadingModel, model, tool, wait } from "./explained-words.ts";
import { apiWords, baseUrlWords, schemaWords } from "./found-in-config.ts";

/** OpenClaw 和网关的报错，用平实的话说明。 */
export const explained: TextsOf<keyof typeof explainedCodes> = {
  ...explainedAccess,
  "developer-role-unsupported": (p) => ({
    title: `${leadingModel(p)}不认识 “developer” 角色`,
    detail: "除非模型条目另有说明，OpenClaw 会用它代替 “system”。",
    remedy: "在模型条目中加入 compat.supportsDeveloperRole: false。",
    commands: [`${doctor} --fix`],
  }),
  "unsupported-parameter": (p) => ({
    title:
      p.params.variant === "hidden"
        ? "请求被拒绝，而 OpenClaw 没有显示原因"
        : `${leadingModel(p)}不接受请求中的某个设置`,
    detail:
      p.params.variant === "hidden"
        ? "它的日志在 rawError= 之后有网关的原话。"
        : "原因在配置里该模型的 params 或 compat。重试没有用。",
    remedy: p.params.variant === "hidden" ? "让 doctor 直接询问网关。" : "删除报错中提到的设置。",
    commands: [doctor],
  }),
  "context-length-exceeded": (p) => ({
    title: `对话超出了${model(p)}能读取的长度`,
    ...(p.params.limit ? { detail: `该模型最多读取 ${count(p.params.limit)} 个 token。` } : {}),
    remedy: "在聊天中发送 /compact 或 /new，或换上下文更大的模型。doctor 会检查 contextWindow。",
    commands: [`${doctor} --fix`, `${tool} models list`],
  }),
  "max-tokens-too-large": (p) => ({
    title: `maxTokens 超出了${model(p)}的允许范围`,
    ...(p.params.limit ? { detail: `该模型每次最多输出 ${count(p.params.limit)} 个 token。` } : {}),
    remedy: "把模型条目的 maxTokens 设为模型允许的值。",
    commands: [`${tool} models sync`, `${doctor} --fix`],
  }),
  "empty-content": (p) => ({
    title: `${leadingModel(p)}的回复没有内容`,
    detail:
      p.params.variant === "hidden"
        ? "偶尔会发生；base URL 指向网页时，OpenClaw 也会这样说。"
        : "偶尔会发生。推理模型在回答开始前就用完 maxTokens 时也会这样。",
    remedy: "再试一次。如果反复出现，调大 maxTokens 或换一个模型。",
    commands: [`${tool} models test`, doctor],
  }),
  "streaming-broken": () => ({
    title: "回复没有传完就中断了",
    detail: "网络、中间的代理或厂商结束了流式传输；也可能 base URL 指向了网页。",
    remedy: "再试一次。如果反复出现，检查流式传输是否可用。",
    commands: [`${tool} models test`, doctor],
  }),
  "wrong-api-type": (p) =>
    apiWords(p) ?? {
      title: "OpenClaw 与网关使用的协议不同",
      detail: 'AIsa 的模型用 api: "openai-completions" 调用。',
      remedy: "设置 provider 配置中的 api。",
      commands: [`${doctor} --fix`],
    },
  "wrong-base-url": (p) =>
    baseUrlWords(p) ?? {
      title: "base URL 指向了错误的地址",
      detail: p.params.detail
        ? `收到的内容：${p.params.detail}`
        : "收到的是 404 或网页：缺少 /v1、写了两次 /v1，或主机名不对。",
      remedy: "AIsa 的 base URL 是 https://api.aisa.one/v1。如果出现 Cloudflare 页面，说明请求被防火墙拒绝。",
      commands: [`${doctor} --fix`],
    },
  "network-dns": (p) => ({
    title: `无法解析${p.params.host ? ` ${p.params.host}` : "网关的域名"}`,
    detail: "域名输错、网络断开，或 DNS 服务器没有应答。",
    remedy: "检查 base URL 和网络；在 Docker 里则检查容器的 DNS。",
    commands: [doctor],
  }),
  "network-timeout": (p) => ({
    title: `${p.params.host ? `${p.params.host} ` : "网关"}没有及时回复`,
    detail:
      p.params.variant === "hidden"
        ? "连接被拒绝时，OpenClaw 也会这样说。"
        : "可能是网络、代理，或模型思考时间过长。",
    remedy: "再试一次；如果反复出现，让 doctor 逐段测量。",
    commands: [doctor],
  }),
  "network-refused": (p) => ({
    title: `无法连接到${host(p)}`.trimEnd(),
    detail: "该处没有服务在监听、防火墙拒绝，或连接被切断。",
    remedy: "检查 base URL 的主机和端口，以及当前网络是否需要代理。",
    commands: [doctor],
  }),
  "tls-error": (p) => ({
    title: `与${host(p)}的安全连接失败`,
    detail: "证书不受信任：常见原因是公司代理或杀毒软件替换了证书，或系统时间不准。",
    remedy: "让 Node 信任公司的证书：NODE_EXTRA_CA_CERTS=/path/to/ca.pem。不要关闭证书校验。",
    commands: [doctor],
  }),
  "proxy-error": (p) => ({
    title: `代理${p.params.source ? ` ${p.params.source} ` : ""}没有放行请求`,
    detail: "代理程序没有运行、端口不对，或需要密码。",
    remedy: "启动代理，或更正 HTTPS_PROXY；不用代理则取消该变量，或把网关加入 NO_PROXY。",
    commands: [doctor],
  }),
  "config-syntax": (p) => {
    if (p.params.variant === "empty")
      return {
        title: `${p.params.file ? `${p.params.file} ` : "配置文件"}是空的，OpenClaw 不接受空文件`,
        remedy: "删除它，或写入 {}；如果其中原有内容，恢复上一个版本。",
        commands: [`${tool} undo`],
      };
    if (p.params.variant === "encoding")
      return {
        title: `${p.params.file ? `${p.params.file} ` : "配置文件"}不是 UTF-8 文本`,
        detail: `它像是 ${p.params.value ?? "其他"} 编码；OpenClaw 只读取 UTF-8。`,
        remedy: "在编辑器中另存为 UTF-8。",
      };
    return {
      title: `${p.params.file ? `${p.params.file} ` : "配置文件"}无法读取：不是有效的 JSON`,
      detail: p.params.detail
        ? `解析器的说明：${p.params.detail}。那里可能缺少或多出了逗号、引号或括号。`
        : "在报错提到的位置附近，缺少或多出了逗号、引号或括号。",
      remedy: "在那里改正，或恢复上一个可用的版本。",
      commands: [doctor, `${tool} undo`],
    };
  },
  "config-schema": (p) => {
    const { params } = p;
    if (params.variant === "root")
      return {
        title: `${params.file ?? "配置"} 的内容不是一个对象`,
        detail: "整份配置必须写在 { 和 } 之间，OpenClaw 不接受其他形式。",
        remedy: "把设置写在 { 和 } 之间，或移走该文件后重新运行命令。",
      };
    if (params.variant === "before")
      return {
        title: "OpenClaw 不接受这份配置，改动之前就已如此",
        detail: `它的说明：${params.detail ?? "没有给出原因"}`,
        remedy: "本工具写入的部分保留不变。改正该处之前 OpenClaw 无法启动。",
        commands: [doctor],
      };
    return (
      schemaWords(p) ?? {
        title: "OpenClaw 不接受这份配置",
        detail: "报错提到的字段未知、位置不对或类型不对。改正之前 OpenClaw 无法启动。",
        remedy: "让 doctor 修复与 AIsa 有关的部分。",
        commands: [`${doctor} --fix`],
      }
    );
  },
  "model-not-allowed": (p) => ({
    title: `${leadingModel(p)}不在允许使用的模型之列`,
    detail: "OpenClaw 只允许 agents.defaults.models 中列出的模型；密钥也可能有自己的模型列表。",
    remedy: `把它加入列表；如果是网关拒绝，在 ${billing} 把它加入密钥的列表。`,
    commands: [addIt(p), `${doctor} --fix`],
  }),
  "upstream-5xx": (p) => ({
    title: "网关或其背后的厂商发生故障",
    detail:
      p.params.variant === "hidden"
        ? "OpenClaw 遮住了网关的原话：也可能是网关没有这个名称的模型。"
        : p.params.status
          ? `返回了 ${p.params.status}。原因不在配置。`
          : "原因不在配置。",
    remedy: `${wait(p)}如果持续出现，暂时换一个模型。`,
    commands: [p.params.variant === "hidden" ? doctor : `${tool} models test`, `${tool} models list`],
  }),
  "content-filter": () => ({
    title: "厂商的内容审核拒绝了这段文本",
    detail: "问题本身或对话中较早的内容被拒绝。原样重发没有用。",
    remedy: "开始新对话、换一种说法，或使用其他厂商的模型。",
    commands: [`${tool} models list`],
  }),
  "region-unsupported": () => ({
    title: "请求所在的地区不提供这项服务",
    detail: "依据是本机或其代理的地址。",
    remedy: "使用该地区提供的模型。",
    commands: [`${tool} models list --all`],
  }),
  "tool-call-error": (p) => ({
    title: `OpenClaw 与${model(p)}之间的工具调用出错`,
    detail: "模型不支持工具调用、写出了格式错误的调用，或历史中缺少结果。",
    remedy: "用 /new 开始新对话；如果反复出现，换一个擅长工具调用的模型。",
    commands: [`${tool} models test`],
  }),
  "reasoning-content-error": (p) => ({
    title: `${leadingModel(p)}在历史中找不到先前的推理内容`,
    detail: "思考模式下，每次工具调用都要带回推理内容；旧版 OpenClaw 会漏掉。",
    remedy: "用 /new 开始新对话、更新 OpenClaw，或为该模型关闭思考（/think off）。",
    commands: [doctor],
  }),
  "image-input-unsupported": (p) => ({
    title: `${leadingModel(p)}无法读取这张图片`,
    detail: "它只接受文本，或不接受这种格式或地址。",
    remedy: '设置一个输入包含 "image" 的图像模型。',
    commands: [`${tool} models list --all`],
  }),
  other: (p) =>
    permissions[p.params.variant ?? ""] ?? {
      title: p.params.status ? `状态码 ${p.params.status}，不符合任何已知原因` : "这段文本不符合任何已知原因",
      ...(p.params.detail ? { detail: p.params.detail } : {}),
      remedy: "粘贴更多前后的日志，最好包含 rawError=；或让 doctor 自行检查。",
      commands: ["openclaw logs --follow", doctor],
    },
};
