import type { Signature } from "./signature.ts";

// Where local proxy programs (Clash, V2Ray, Shadowsocks, Privoxy, Squid …) listen unless told otherwise.
const localProxy =
  /(?:127\.0\.0\.1|localhost|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal|192\.168\.\d{1,12}\.\d{1,12}|172\.\d{1,12}\.\d{1,12}\.\d{1,12})(?::| port |',? ?port=)(?:78[89]\d|1080|1086|1087|108[01]\d|109\d\d|8118|3128|8888|20171|2017\d|6152|6153|33210|33211|12334|2080|2334|4780|9090|10792)\b/i;
const anyFailure =
  /refused|reset|fail|error|time|unable|could not|cannot|closed|拒绝|失败|超时|hang up|disconnect/i;

/** Name, route, refusal, certificate, proxy, and a base URL that leads elsewhere. */
export const network: readonly Signature[] = [
  {
    code: "proxy-error",
    weight: "named",
    words: [
      /proxyerror|(?:cannot|could not|failed to|unable to|can't|error|refused) (?:connect|connecting|tunnel|resolve|establish)[^.]{0,40}(?:to |through |via |with )?(?:the |a )?proxy|proxy authentication required|ERR_PROXY|proxy ?connect|connect(?:ion)? to proxy|proxy (?:server )?(?:connection|error|refused|returned|responded|handshake|tunnel)/i,
      /tunnel(?:ing)? (?:socket|connection|failed|could)[^.]{0,40}(?:failed|could not|error|40\d|50\d)?|CONNECT tunnel|(?:from|by) proxy after CONNECT|proxy (?:server )?(?:is |was )?(?:unreachable|dead|down|offline|not (?:running|listening|reachable|responding))|proxy CONNECT|proxy response|HTTP tunnel|could not resolve proxy|invalid proxy|unknown scheme for proxy|proxy url|socks(?:5h?|4a?)?(?: proxy|:\/\/| ?error| ?connect|HTTPSConnection|ProxyAgent| protocol)|socksio|pysocks/i,
      /(?:代理|梯子|vpn|科学上网)[^，。；]{0,24}(?:失败|错误|无法|未(?:启动|生效|开启|运行)|异常|连不上|断开|超时|拒绝|不通|不对|不生效|没(?:有)?(?:生效|走))|(?:关闭|设置|配置|绕过|走)(?:了)?(?:系统)?代理/i,
      /(?:https?_proxy|all_proxy|no_proxy)\b/i,
    ],
    unless: /local proxy failed while handling|litellm proxy|upstream proxy error page|nginx/i,
    alternatives: ["network-refused", "network-timeout"],
  },
  {
    code: "proxy-error",
    weight: "named",
    words: [localProxy],
    and: anyFailure,
    alternatives: ["network-refused"],
  },
  {
    code: "tls-error",
    weight: "named",
    words: [
      /self[- ]?signed|unable to (?:verify|get) (?:the |local )?(?:first |issuer )?certificate|UNABLE_TO_(?:VERIFY|GET)|CERT_(?:HAS_EXPIRED|NOT_YET|UNTRUSTED|VERIFY)|certificate (?:cannot|could not|can ?not|can't) be (?:verified|validated)|UnknownIssuer|certificate[ _](?:verify|has|is|required|unknown|signed|validation|chain|error|problem|not trusted|expired|mismatch)|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED_CERT/i,
      /\bSSL(?:Error|CertVerification|Handshake|_ERROR|:(?!default|true|false)| error| routines| certificate|V3|_CONNECT)|\bTLS (?:handshake|connection|alert|error|socket)|ssl handshake|wrong version number|WRONG_VERSION_NUMBER|\bEPROTO\b|x509:|trust anchor|CertPath|PKIX|schannel|unknown ca\b|tlsv1|LibreSSL|\b_ssl\.c:|hostname[^.]{0,40}(?:doesn't match|mismatch)|altnames?|ALTNAME/i,
      /证书[^，。；]{0,16}(?:错误|无效|过期|不受信任|验证|校验|失败|问题|不匹配|不可信)|secure TLS connection was established|(?:TLS|SSL)[^，。；]{0,8}(?:握手|错误|失败|证书)/i,
    ],
    alternatives: ["proxy-error"],
  },
  {
    code: "network-dns",
    weight: "named",
    words: [
      /\bENOTFOUND\b|\bEAI_(?:AGAIN|FAIL|NONAME|NODATA)\b|\bENODATA\b|\bESERVFAIL\b|getaddrinfo|could not resolve host|couldn't resolve (?:host|address|name|domain)|name or service not known|(?:temporary )?failure in name resolution|nodename nor servname|no such host|NameResolution|UnknownHost|ERR_NAME_NOT_RESOLVED|gaierror|no address associated|Errno 11001|DNS_PROBE|name resolution|resolve host ?name|Name does not resolve|name could not be resolved|failed to lookup address|\blookup [\w.-]{4,80}(?: on [\d.:]{7,21})?: /i,
      /(?:域名|主机名?|dns)[^，。；]{0,10}(?:解析|查询)[^，。；]{0,6}(?:失败|错误|不了|不到|异常)?|无法解析[^，。；]{0,20}(?:域名|主机|地址)|不知道这样的主机|\bdns (?:lookup|error|failure|resolution|server|query)/i,
    ],
    unless: /could not resolve proxy|无法解析客户端/i,
  },
  {
    code: "network-refused",
    weight: "named",
    words: [
      /ECONNREFUSED|connect call failed|all connection attempts failed|cannot connect to host|connection ?refused|actively refused|refused (?:the |to |by )?(?:connection|connect)|积极拒绝|拒绝(?:了)?(?:我们的)?(?:连接|访问请求)|连接被拒绝?|WinError 10061|ERR_CONNECTION_REFUSED|connectex: no connection could be made|EHOSTUNREACH|ENETUNREACH|no route to host|network is unreachable|EADDRNOTAVAIL|ECONNABORTED (?!.{0,200}timeout)|(?:failed|unable) to connect to (?!.{0,200}time).{0,60} port \d{1,12}|couldn't connect to server/i,
    ],
    unless: /\bport 22\b|^(?:ssh|scp|sftp|psql|redis-cli|mysql)\b/i,
  },
  {
    code: "network-refused",
    weight: "symptom",
    words: [
      /ECONNRESET|connection (?:was |has been )?(?:reset|aborted|lost|dropped|forcibly closed)|连接被?(?:重置|断开|中断)|强迫关闭|socket hang ?up|EPIPE|forcibly closed|Errno 104|server disconnected|remote end closed|UND_ERR_SOCKET/i,
    ],
    alternatives: ["proxy-error", "network-timeout", "tls-error"],
  },
  {
    code: "network-timeout",
    weight: "clear",
    words: [
      /ETIMEDOUT|ESOCKETTIMEDOUT|timed[ -]?out|times? ?-?out|connection attempt failed|exceeded the (?:maximum )?(?:allowed )?time\b|no (?:reply|response|output|answer) (?:before the idle|within \d|for \d)|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|deadline exceeded|(?:stale|silent|idle|inactive|stalled) for \d{1,7} ?(?:s|ms|sec|min)|超时|RequestTimeOut|ReadTimeout|ConnectTimeout|SocketTimeout|WinError 10060|没有正确答复|took too long|did not properly respond|failed to respond|ECONNABORTED|aborted due to timeout/i,
    ],
    unless:
      /LLM request timed out|waiting for (?:an? )?(?:element|selector|locator)|gateway time-?out(?! after \d)|upstream_timeout|upstream request timeout|\block(?:ed)?\b|\b(?:504|524)\b|response_time_exceeded|timeout(?:Seconds|Ms)?["']?\s*[:=]\s*\d{1,12} ?(?:,|})/i,
    alternatives: ["network-refused", "proxy-error", "upstream-5xx"],
  },
  {
    code: "wrong-base-url",
    weight: "named",
    words: [
      /invalid url(?! scheme)[^.]{0,6}(?:\((?:POST|GET|PUT|DELETE))?|\/v1\/v1\b|(?:discover|fetch|list)\w*[^.]{0,40}models?[^.]{0,20}\b404\b|404 page not found|404 status code \(no body\)|url\.not_found|没找到对象|unknown_endpoint|api endpoint not found|api[ _]not[ _]implemented|no static resource|InvalidURL|ERR_INVALID_URL|failed to parse url/i,
      /(?:route|path|endpoint|url|resource|接口|路径|地址)s?:? ["'`]?(?:(?:GET|POST)[: ])?\/?[\w./:-]{0,80}["'`]? ?(?:was |is |could )?(?:not (?:be )?found|not exist|doesn't exist|does not exist|不存在|未找到)|cannot (?:POST|GET) \/|no route matched|unknown (?:request )?(?:url|path|endpoint|route)|not be found: ?\/\w|unrecogni[sz]ed request url/i,
      /(?:verify|check) (?:your |the )?(?:api base|api url|base ?url|endpoint url)|attention required|just a moment\.\.\.|cloudflare[^.]{0,40}(?:blocked|challenge)|checking your browser|request url is missing an|unsupported protocol scheme|(?:missing|invalid|no) (?:url )?(?:schema|scheme)|unsupported url|base ?_?url[^.]{0,40}(?:wrong|incorrect|invalid|missing|错误|不对|must|should)|(?:请求地址|base ?_?url|接口地址|api ?地址|api ?接口)[^，。；]{0,16}(?:错误|不对|不正确|有误|缺少|少了|漏了|没有?加|填错|有问题)/i,
      /unexpected token ["'`]?<|invalid character ["'`]<|<!doctype["'` ,.]{1,8}(?:is not|html)[^.]{0,30}not valid json|expected value at line 1 column 1|Expecting value: line 1 column 1|method not allowed|"detail": ?"Not Found"/i,
    ],
    unless: /unsupported image|image url|model_not_found|config.{0,20}json|proxy url/i,
    alternatives: ["model-not-found", "wrong-api-type"],
  },
  {
    code: "wrong-base-url",
    weight: "clear",
    words: [
      /<!doctype html|<html\b|<title[^<>]{0,80}>[^<]{0,30}not found|text\/html|\bhtml (?:instead of|rather than)|\bhtml (?:[\w-]+ ){0,3}(?:page|response|body|document)|(?:page|response|body) (?:[\w-]+ ){0,2}(?:as|in|of|is|was) html\b|(?:返回|收到|拿到)[^，。；]{0,12}(?:html|网页)/i,
    ],
    unless:
      /<(?:title|h1)>\s*5\d\d|50[0-4] |bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|52[0-9]: /i,
  },
  {
    code: "wrong-base-url",
    weight: "hint",
    words: [
      /error(?:_msg|_message)?\W{0,5}not found\b\W{0,4}(?:$|please|check)|\bHTTP error\W{0,4}not found|\bnot found\b\W{0,4}(?:url|https?:)/i,
    ],
    alternatives: ["model-not-found"],
  },
  {
    code: "wrong-base-url",
    weight: "symptom",
    status: [404],
    words: [/not found|not_found|no body|未找到/i],
    alternatives: ["model-not-found", "wrong-api-type"],
  },
];
