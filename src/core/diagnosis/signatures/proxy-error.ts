import type { Signature } from "./signature.ts";

/** A proxy on the way fails. */
export const proxyError: readonly Signature[] = [
  {
    code: "proxy-error",
    weight: "said",
    phrase: "{proxy} ~ {failed}",
    source: "several",
    examples: ["接口超时，开了梯子还是连不上"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "connect tunnel failed",
    source: "curl",
    examples: ["curl: connect tunnel failed"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "proxy after connect",
    source: "curl",
    examples: ["curl: proxy after connect"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "proxy connect aborted",
    source: "curl",
    examples: ["curl: proxy connect aborted"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "proxy error",
    source: "curl",
    examples: ["curl: proxy error"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "unable to connect to proxy",
    source: "curl",
    examples: ["curl: unable to connect to proxy"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "cannot connect to proxy",
    source: "curl",
    examples: ["curl: cannot connect to proxy"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "could not resolve proxy",
    source: "curl",
    examples: ["curl: could not resolve proxy"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "proxy authentication required",
    source: "curl",
    examples: ["curl: proxy authentication required"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "err_proxy*",
    source: "curl",
    examples: ["curl: err_proxy"],
  },
  {
    code: "proxy-error",
    weight: "named",
    phrase: "{local-proxy-port} & {failed}",
    source: "operating system",
    examples: ["curl: (7) Failed to connect to 127.0.0.1 port 7897: Connection refused"],
  },
  {
    code: "proxy-error",
    weight: "clear",
    phrase: "<407>",
    source: "proxy or CDN",
    examples: ["HTTP 407: see docs"],
  },
  {
    code: "proxy-error",
    weight: "clear",
    phrase:
      "{proxy} (server) (is) (was) [not running|unreachable|down|offline|not listening|not responding|dead]",
    source: "several",
    examples: ["Error: the proxy is unreachable"],
  },
  {
    code: "proxy-error",
    weight: "clear",
    phrase:
      "[cannot|could not|can't|failed to|unable to|error|refused] connect*|tunnel|resolve|establish … proxy",
    source: "several",
    examples: ["Error: could not tunnel over that proxy"],
  },
  {
    code: "proxy-error",
    weight: "clear",
    phrase: "代理|梯子|vpn 没有生效|不生效|未生效|失败|错误|连不上|异常|断开|超时|不通|没走|无法",
    source: "people",
    examples: ["代理不生效"],
  },
  {
    code: "proxy-error",
    weight: "clear",
    phrase: "[connect tunnel|tunnel failed|tunnel connection|tunneling socket]",
    source: "curl",
    examples: ["curl: tunnel failed"],
  },
];
