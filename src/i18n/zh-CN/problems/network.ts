import type { ParamsOf } from "../../../core/problem/index.ts";
import type { network as english } from "../../en/problems/network.ts";
import { grouped } from "../../grouped.ts";
import type { ProblemWords } from "../../words.ts";
import { doctor, host, leadingHost, rejectsConfig, span, tool, wait } from "./shared.ts";

/** 设置了 ALL_PROXY，但没有程序读取它：这往往就是连不出去的原因。 */
const unreadProxy = (title: string, source: string): ProblemWords => ({
  title,
  detail: `设置了 ${source}，但 OpenClaw 和本程序都不读取它。`,
  remedy: "如果当前网络需要代理，请把 HTTPS_PROXY 设为它的 http:// 地址。",
  commands: [doctor],
});

function proxyError(params: ParamsOf<"proxy-error">): ProblemWords {
  const { source } = params;
  if (params.variant === "malformed")
    return {
      title: `${source} 不是 http:// 或 https:// 地址`,
      detail: "OpenClaw 和本程序只支持这两种代理：socks5:// 和没有写 http:// 的地址都不行。",
      remedy: "写成 http://主机:端口，端口用代理的 HTTP 端口；或取消该变量。",
      commands: [doctor],
    };
  if (params.variant === "unreachable")
    return {
      title: `${source} 指定的代理没有应答`,
      detail: "代理程序没有运行，或地址、端口不对。",
      remedy: `启动代理，或更正 ${source}；不用代理则取消该变量，或把网关加入 NO_PROXY。`,
      commands: [doctor],
    };
  if (params.variant === "password")
    return {
      title: `${source} 指定的代理需要用户名和密码`,
      remedy: "写进地址里：http://用户名:密码@主机:端口。",
      commands: [doctor],
    };
  return {
    title: `代理${source ? ` ${source} ` : ""}没有放行请求`,
    detail: "代理程序没有运行、端口不对，或需要密码。",
    remedy: "启动代理，或更正 HTTPS_PROXY；不用代理则取消该变量，或把网关加入 NO_PROXY。",
    commands: [doctor],
  };
}

function baseUrl(params: ParamsOf<"wrong-base-url">): ProblemWords {
  switch (params.variant) {
    case "plain-http":
      return {
        title: "密钥会以明文在网络上传输",
        detail: "base URL 以 http: 开头，途中的任何人都能读到密钥。",
        remedy: params.replacement.startsWith("https:")
          ? `改为 ${params.replacement}。`
          : "如果该网关支持 https:，请改用它；否则请在本机运行网关。",
      };
    case "missing":
      return {
        title: "provider 没有 base URL",
        detail: rejectsConfig,
        remedy: `设为 ${params.replacement}。`,
      };
    case "refused-port":
      return {
        title: "Node 拒绝连接 base URL 中的端口",
        detail: "Node 和浏览器的 fetch 不会连接其他服务专用的端口，例如 25 和 6000。",
        remedy: "让网关监听其他端口，并相应修改 base URL。",
        commands: [doctor],
      };
    case "configured":
      return {
        title: "base URL 指向了错误的地址",
        detail: "它必须是以 /v1 结尾的地址，/v1 只出现一次，后面不能再有内容。",
        remedy: `改为 ${params.replacement}。`,
      };
    default:
      return {
        title: "base URL 指向了错误的地址",
        detail: params.detail
          ? `收到的内容：${params.detail}`
          : "收到的是 404 或网页：缺少 /v1、写了两次 /v1，或主机名不对。",
        remedy:
          "AIsa 的 base URL 是 https://api.aisa.one/v1。如果出现 Cloudflare 页面，说明请求被防火墙拦截。",
        commands: [`${doctor} --fix`],
      };
  }
}

/** 通往网关的路径，以及不是网关发出的应答。 */
export const network: typeof english = {
  "network-dns": (params) =>
    params.variant === "unread-proxy"
      ? unreadProxy(`无法解析 ${params.host}`, params.source)
      : {
          title: `无法解析${params.host ? ` ${params.host}` : "网关的域名"}`,
          detail: "域名输错、网络断开，或 DNS 服务器没有应答。",
          remedy: "检查 base URL 和网络；在 Docker 里则检查容器的 DNS。",
          commands: [doctor],
        },
  "network-timeout": (params) =>
    params.variant === "unread-proxy"
      ? unreadProxy(`${params.host} 没有及时回复`, params.source)
      : {
          title: `${leadingHost(params)}没有及时回复`,
          detail:
            params.variant === "hidden"
              ? "连接被拒绝时，OpenClaw 也会这样说。"
              : "可能是网络、代理，或模型思考时间过长。",
          remedy: "再试一次；如果反复出现，让 doctor 逐段测量。",
          commands: [doctor],
        },
  "network-refused": (params) =>
    params.variant === "unread-proxy"
      ? unreadProxy(`无法连接到 ${params.host}`, params.source)
      : {
          title: `无法连接到${host(params)}`.trimEnd(),
          detail: "该处没有服务在监听、防火墙拒绝，或连接被切断。",
          remedy: "检查 base URL 的主机和端口，以及当前网络是否需要代理。",
          commands: [doctor],
        },
  "tls-error": (params, _problem, shell) => ({
    title: `与${host(params)}的安全连接失败`,
    detail: "证书不受信任：常见原因是公司代理或杀毒软件替换了证书，或系统时间不准。",
    remedy: `让 Node 信任公司的证书：${shell.setVariable("NODE_EXTRA_CA_CERTS", "/path/to/ca.pem")}（不要关闭证书校验）`,
    commands: [doctor],
  }),
  "proxy-error": proxyError,
  "captive-portal": ({ host }) => ({
    title: `代替 ${host} 应答的是当前网络的登录页`,
    remedy: "请打开浏览器登录网络。",
  }),
  "clock-skew": ({ variant, seconds }) => ({
    title: `本机时钟${variant === "ahead" ? "快" : "慢"}了 ${span(seconds)}`,
    remedy: "请校准时钟：证书有效期依此判断。",
  }),
  "wrong-base-url": baseUrl,
  "invalid-base-url": ({ url, source, variant }) => ({
    title: `${url} 不是有效的 base URL${source ? `（${source}）` : ""}`,
    detail:
      variant === "credentials"
        ? "主机名前带有用户名或密码，它们不会发送给网关。密钥需单独设置。"
        : "base URL 以 https://（或 http://）开头，包含主机名，并以 /v1 结尾。",
    remedy: "AIsa 的地址：--base-url https://api.aisa.one/v1",
  }),
  "upstream-5xx": (params) => ({
    title: "网关或其背后的厂商发生故障",
    detail:
      params.variant === "hidden"
        ? "OpenClaw 遮住了网关的原话：也可能是网关没有这个名称的模型。"
        : params.status
          ? `返回了 ${params.status}。原因不在配置。`
          : "原因不在配置。",
    remedy: `${wait(params)}如果持续出现，暂时换一个模型。`,
    commands: [params.variant === "hidden" ? doctor : `${tool} models test`, `${tool} models list`],
  }),
  "unexpected-answer": (params) => ({
    title: `${leadingHost(params)}返回的内容不是它的 API 应答`,
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "检查 base URL，以及中间是否有代理或登录页面。",
    commands: [doctor],
  }),
  "too-large-answer": (params) =>
    params.variant === "long-list"
      ? {
          title: `${leadingHost(params)}列出了 ${grouped(params.count ?? 0)} 个模型，最多支持 ${grouped(params.limit ?? 0)} 个`,
          detail: "没有采用这份列表。base URL 和密钥都没有问题。",
          remedy: "换用能看到的模型较少的密钥，或加上 --offline，不使用这份列表。",
        }
      : {
          title: `${leadingHost(params)}返回的数据超过 4 MiB，已停止读取`,
          remedy: "检查 base URL 是否是网关的地址，或加上 --offline，不使用它的应答。",
        },
  "redirect-refused": (params) => ({
    title: `${leadingHost(params)}要把请求跳转到${params.url ? ` ${params.url}` : "另一个地址"}`,
    detail: "未跟随跳转：密钥只发送到选定的 base URL。",
    remedy: "如果新地址正确，用 --base-url 指定它。",
  }),
};
