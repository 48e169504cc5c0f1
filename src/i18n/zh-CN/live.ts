import type { Problem } from "../../core/problem/index.ts";
import type { ProblemWords, VariantTexts } from "../words.ts";
import { billing, doctor, host, leadingModel, model, tool } from "./explained-words.ts";

/** 厂商拒绝的是网关自己的账户：用户的密钥刚刚被接受过。 */
const operator = (p: Problem): ProblemWords => ({
  title: `${leadingModel(p)}背后的厂商拒绝了网关自己的账户`,
  detail: "你的密钥没有问题：网关刚刚用它给出了模型列表。",
  remedy: "暂时换一个模型，并告知 AIsa 的支持人员。",
  commands: [`${tool} models list`],
});

/** 设置了 ALL_PROXY，但没有程序读取它：这往往就是连不出去的原因。 */
const unreadProxy =
  (title: string) =>
  (p: Problem): ProblemWords => ({
    title: title.replace("{host}", host(p)).trim(),
    detail: `设置了 ${p.params.source ?? "ALL_PROXY"}，但 OpenClaw 和本程序都不读取它。`,
    remedy: "如果当前网络需要代理，请把 HTTPS_PROXY 设为它的 http:// 地址。",
    commands: [doctor],
  });

const several = (p: Problem): ProblemWords => ({
  title: `已配置的模型中有 ${p.params.count ?? "若干"} 个网关没有提供`,
  detail: "它们不在网关的列表中，或当前没有可用的渠道。",
  remedy: "请与网关列出的模型对照。",
  commands: [`${tool} models list --all`],
});

/** 用最合适的单位表示时长；未知时为空。 */
function span(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  if (seconds < 600) return ` ${seconds} 秒`;
  if (seconds < 7200) return ` ${Math.round(seconds / 60)} 分钟`;
  return seconds < 172_800 ? ` ${Math.round(seconds / 3600)} 小时` : ` ${Math.round(seconds / 86_400)} 天`;
}

/** 只有实际请求才能区分的情形。 */
export const live: VariantTexts = {
  "invalid-key": { operator },
  "missing-key": { operator },
  "key-expired-or-disabled": { operator },
  "no-available-channel": { several },
  "model-not-found": { several },
  "insufficient-quota": {
    reserve: (p) => ({
      title: `余额可能不够${model(p)}的一次调用`,
      detail: `网关会按条目的 maxTokens 预扣可能的费用${p.params.value ? `：$${p.params.value}` : ""}。`,
      remedy: `到 ${billing} 充值，或调小该条目的 maxTokens。`,
    }),
  },
  "empty-content": {
    once: (p) => ({
      title: `${leadingModel(p)}有一次回复没有内容，再问一次就正常了`,
      detail: "这是厂商的偶发故障，与配置无关。",
    }),
  },
  "streaming-broken": {
    "not-streamed": () => ({
      title: "网关没有流式输出：整个回复是一个 JSON",
      detail: "OpenClaw 总是请求流式输出，不接受其他形式。",
      remedy: "检查 base URL 是否为 AIsa 的地址，以及中间是否有程序改动了应答。",
      commands: [doctor],
    }),
    "one-piece": (p) => ({
      title: `${leadingModel(p)}把整个回复放在一个数据块里发出`,
      detail: "回复能收到，但在全部完成之前什么也看不到。",
      remedy: "可能是中间的代理把它攒在了一起；没有代理时，需要快速响应请换一个模型。",
      commands: [`${tool} models test`],
    }),
    buffered: (p) => ({
      title: `${leadingModel(p)}的流式输出被扣住，最后一次性到达`,
      detail: "回复能收到，但在全部完成之前什么也看不到。",
      remedy: "中间的代理在缓冲：关闭它的缓冲，或把网关加入 NO_PROXY。",
      commands: [`${tool} models test`],
    }),
  },
  "tool-call-error": {
    "text-instead": (p) => ({
      title: `要求${model(p)}调用工具时，它只回复了文字`,
      detail: "请求里给了一个函数并要求调用它。智能体离不开这一步。",
      remedy: "偶尔会发生。如果反复出现，请把擅长调用工具的模型设为默认。",
      commands: [`${tool} models test`, `${tool} models list`],
    }),
    "broken-arguments": (p) => ({
      title: `${leadingModel(p)}的工具调用参数不是 JSON`,
      detail: "OpenClaw 无法执行这样的调用。",
      remedy: "请把擅长调用工具的模型设为默认。",
      commands: [`${tool} models test`, `${tool} models list`],
    }),
  },
  "network-dns": { "unread-proxy": unreadProxy("无法解析{host}") },
  "network-timeout": { "unread-proxy": unreadProxy("{host}没有及时回复") },
  "network-refused": { "unread-proxy": unreadProxy("无法连接到{host}") },
  "proxy-error": {
    malformed: ({ params }) => ({
      title: `${params.source ?? "代理变量"} 不是 http:// 或 https:// 地址`,
      detail: "OpenClaw 和本程序只能使用这两种代理：socks5:// 和没有写 http:// 的地址都不行。",
      remedy: "写成 http://主机:端口，端口用代理的 HTTP 端口；或取消该变量。",
      commands: [doctor],
    }),
    unreachable: ({ params }) => ({
      title: `${params.source ?? "环境变量"} 指定的代理没有应答`,
      detail: "代理程序没有运行，或地址、端口不对。",
      remedy: `启动代理，或更正 ${params.source ?? "该变量"}；不用代理则取消该变量，或把网关加入 NO_PROXY。`,
      commands: [doctor],
    }),
    password: ({ params }) => ({
      title: `${params.source ?? "环境变量"} 指定的代理需要用户名和密码`,
      remedy: "写进地址里：http://用户名:密码@主机:端口。",
      commands: [doctor],
    }),
  },
  "clock-skew": {
    ahead: ({ params }) => ({
      title: `本机时钟快了${span(params.seconds)}`,
      remedy: "请校准时钟：证书有效期依此判断。",
    }),
    behind: ({ params }) => ({
      title: `本机时钟慢了${span(params.seconds)}`,
      remedy: "请校准时钟：证书有效期依此判断。",
    }),
  },
  "price-drift": {
    "newer-list": ({ params }) => ({
      title: `AIsa${params.version ? ` ${params.version} ` : "新的"}价目表中，${params.models?.length ?? 1} 个模型的价格与配置不同`,
      detail: "OpenClaw 按配置里的价格（每百万 token 的输入 / 输出价）计算费用。",
      remedy: "参考费用前请先核对；实际扣费以 AIsa 为准。",
      commands: [`${tool} models list`],
    }),
  },
};
