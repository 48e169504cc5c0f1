import type { Signature } from "./signature.ts";

/** The way to the gateway, and the config, as people put it in chats and forums. */
export const networkAsPeopleSay: readonly Signature[] = [
  {
    code: "tls-error",
    weight: "clear",
    phrase: "不信任|不受信任|不可信|无效|过期 (的) 证书",
    source: "people",
    examples: ["不信任的证书"],
  },
  {
    code: "network-dns",
    weight: "clear",
    phrase: "[can't|cannot|can not|couldn't|could not|unable to|cant] resolve api . <name>",
    source: "people",
    examples: ["can't resolve api.aisa.one"],
  },
  {
    code: "network-dns",
    weight: "named",
    phrase: "找不到 (服务器) (的) ip|服务器 ip|地址",
    source: "people",
    examples: ["找不到服务器 IP 地址"],
  },
  {
    code: "network-refused",
    weight: "clear",
    phrase: "连接 (服务器) 失败|不上|出错|错误|异常",
    source: "people",
    examples: ["连接失败"],
  },
  {
    code: "network-timeout",
    weight: "clear",
    phrase:
      "request|model|server|api|it|response|call (took|takes|taking) (more|longer) (than) # s|second|minute",
    source: "people",
    examples: ["request took more than 120s, giving up"],
  },
  {
    code: "network-timeout",
    weight: "clear",
    phrase:
      "[did not|didn't|does not|doesn't|not|never] respond|answer|reply (to) (me) in|within time|# (s|seconds|minutes)",
    source: "people",
    examples: ["The model did not respond in time"],
  },
  {
    code: "tls-error",
    weight: "clear",
    phrase: "hostname|name|domain (does|doesn't) (not) match|mismatch (the) {certificate}",
    source: "SDK",
    examples: ["hostname does not match certificate"],
  },
  {
    code: "network-dns",
    weight: "clear",
    phrase:
      "[could not|couldn't|cannot|can't|unable to|failed to] (look|find) up (the) host|name|domain|address",
    source: "people",
    examples: ["could not look up the host"],
  },
  {
    code: "network-dns",
    weight: "clear",
    phrase: "查不到|找不到|解析不出 (这个|该) 域名|主机|主机名",
    source: "people",
    examples: ["查不到域名"],
  },
  {
    code: "network-refused",
    weight: "clear",
    phrase: "connection got|gets|keeps (getting) reset|closed|dropped|refused|lost",
    source: "people",
    examples: ["the connection got reset"],
  },
  {
    code: "network-timeout",
    weight: "clear",
    phrase: "gave|give|giving up waiting",
    source: "people",
    examples: ["gave up waiting for a response"],
  },
  {
    code: "network-refused",
    weight: "clear",
    phrase: "connect|connecting|connection (was|is|got) refused|rejected",
    source: "people",
    examples: ["connect refused"],
  },
  {
    code: "network-refused",
    weight: "clear",
    phrase: "被 (对方|服务器|远端|服务端) 重置|拒绝连接|关闭了连接|断开",
    source: "people",
    examples: ["连接被对方重置"],
  },
  {
    code: "network-refused",
    weight: "clear",
    phrase: "server|gateway closed|dropped|reset|killed|cut (the|my|our) connection",
    source: "people",
    examples: ["server closed the connection"],
  },
  {
    code: "network-timeout",
    weight: "named",
    phrase: "context deadline exceeded",
    source: "SDK",
    examples: ["context deadline exceeded (Client.Timeout exceeded while awaiting headers)"],
  },
  {
    code: "tls-error",
    weight: "named",
    phrase: "自签名|自签 (的) 证书",
    source: "people",
    examples: ["自签名证书"],
  },
  {
    code: "network-dns",
    weight: "clear",
    phrase: "dns 错误|失败|出错|异常|有问题|报错|解析",
    source: "people",
    examples: ["DNS 错误"],
  },
  {
    code: "network-refused",
    weight: "clear",
    phrase: "connection (was|is|got|has) (been) cut|killed|severed|terminated",
    source: "people",
    examples: ["the connection was cut"],
  },
  {
    code: "network-timeout",
    weight: "clear",
    phrase:
      "[didn't|did not|doesn't|does not|never|hasn't] answer|reply|respond in|within|for # second|minute",
    source: "people",
    examples: ["The gateway didn't answer in 30 seconds"],
  },
  {
    code: "network-dns",
    weight: "named",
    phrase: "域名 (不|没|没有) 不存在|没解析|没有解析",
    source: "people",
    examples: ["域名不存在"],
  },
];
