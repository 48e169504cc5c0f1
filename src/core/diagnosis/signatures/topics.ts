import type { Signature } from "./signature.ts";

const trouble =
  /\bnot?\b|n['o]t\b|invalid|illegal|unsupported|unknown|fail|error|exceed|reject|refus|denied|deny|unable|wrong|incorrect|missing|malformed|forbidden|too |cannot|limit|broke|lost|不|无|失败|错|超|拒绝|异常|缺|禁|限/i;

// Prose has topics too: a message of a program names a thing of programs.
const program =
  /error|exception|fail|\b[45]\d\d\b|\bapis?\b|\bmodels?\b(?! of)|request|respon|provider|\bllm\b|agent|token|gateway|openclaw|config|server|invalid|unsupported|support|param|prompt|\bkeys?\b|connect|network|url|http|quota|account|messages?\b|stream(?:ing|ed)|tool call|assistant|\bchat\b|\bjson\b|insufficient|\bauth|credential|session|reply|prox|timeout|time-?out|certificate|\w_\w|[\p{Script=Han}]/iu;

const both = (one: RegExp, other: RegExp): RegExp =>
  new RegExp(`^(?=[^]*?(?:${one.source}))(?=[^]*?(?:${other.source}))`, "iu");

// Files, locks and packages of the machine, and names that clients give to any failure.
const elsewhere =
  /\b(?:EACCES|EPERM|EMFILE|ENFILE|ENOENT|ENOSPC|EBUSY|EADDRINUSE|EEXIST)\b|\bnpm (?:err|warn|error)|\block(?:ed)?\b|credentials? validation failed|disk quota|^(?:ssh|scp|sftp|psql|mysql)\b|streaming error: [45]\d\d|no body|响应体为空/i;

const topic = (
  code: Signature["code"],
  words: RegExp,
  and: RegExp = trouble,
  unless?: RegExp,
): Signature => ({
  code,
  weight: "topic",
  words: [words],
  and: both(and, program),
  unless: unless ? new RegExp(`${elsewhere.source}|${unless.source}`, "i") : elsewhere,
});

/** What a text is about, where no phrase says what is wrong; the narrower topic first. */
export const topics: readonly Signature[] = [
  topic("invalid-temperature", /temperature|温度/i, new RegExp(`${trouble.source}|bad request|报错`, "i")),
  topic("image-input-unsupported", /\bimages?\b|image_url|\bvision\b|multi-?modal|图片|图像|识图/i),
  topic("max-tokens-too-large", /max_?(?:output_|completion_|new_)?tokens|maximum output|最大输出/i),
  topic(
    "reasoning-content-error",
    /reasoning_?content|thinking (?:block|mode|content)|thought|思考内容|推理内容/i,
  ),
  topic(
    "tool-call-error",
    /tool[_ -]?(?:calls?|use|result|schema|name|choice)|function[_ -]?call|工具|函数调用/i,
    trouble,
    /validation errors? for [A-Z]\w+/,
  ),
  topic(
    "developer-role-unsupported",
    /\broles?\b(?!=)[^.]{0,60}(?:system|user|assistant)|developer role|角色/i,
  ),
  topic(
    "content-filter",
    /content[ _-]polic|\bsafety\b|moderation|inappropriate|censor|敏感|违规|安全|审核/i,
  ),
  topic("region-unsupported", /\bregion|\bcountry|territor|地区|国家|区域/i),
  topic("proxy-error", /\bprox(?:y|ies)\b|socks[45]?|\bclash\b|代理|梯子/i),
  topic("tls-error", /certificate|certficate|\bssl\b|\btls\b|证书/i),
  topic("network-dns", /\bdns\b|resolv(?:e|ing) host|域名|解析主机/i),
  topic(
    "context-length-exceeded",
    /context (?:length|window|size|limit)|(?:prompt|input)[^.]{0,20}(?:long|length|large)|上下文|过长|超长/i,
  ),
  topic(
    "stale-model-id",
    /deprecat|retire|sunset|discontinu|end[- ]of[- ]life|下线|停用|弃用|停服/i,
    /model|模型|endpoint/i,
    /npm warn/i,
  ),
  topic(
    "insufficient-quota",
    /quota|balance|\bcredits?\b|billing|payment|top[ -]?up|\bfunds?\b|余额|额度|充值|欠费|套餐|计费/i,
  ),
  topic(
    "rate-limited",
    /\brate\b|too many (?!arguments)|throttl|\bcooldown|concurren|频率|限流|限速|并发|频繁/i,
  ),
  topic(
    "key-expired-or-disabled",
    /expired?|revoked|disabled|suspended|banned|过期|失效|封禁|禁用/i,
    /key|token|account|credential|密钥|令牌|账号|账户|凭证/i,
  ),
  topic(
    "missing-key",
    /missing|not set|empty|required|provide(?!r)|缺|未设|没有(?!权限)|为空/i,
    /api[ _-]?key|credential|密钥|令牌/i,
  ),
  topic("invalid-key", /api[ _-]?key|credential|authenticat|authoriz|\b401\b|密钥|令牌|鉴权|认证|身份/i),
  topic("streaming-broken", /(?<!non-)\bstream(?:ing|ed)?\b|\bsse\b|\bchunk|流式/i),
  topic(
    "empty-content",
    /(?<!non-)\bempty\b|\bblank\b|no (?:content|output|text|reply|response)|为空|空白|没有输出/i,
  ),
  topic("network-timeout", /time[d -]?\s?out|too long to|deadline|超时/i),
  topic("network-refused", /refused|\breset\b|unreachable|拒绝连接/i),
  topic(
    "config-schema",
    /(?<!\/)openclaw\.json|\bconfig(?:uration)?\b[^.]{0,30}(?:invalid|unknown|unrecogni)|配置(?:文件|项)/i,
  ),
  topic(
    "wrong-base-url",
    /base ?_?url(?!["'`]?[=:])|\bendpoint(?!["'`]?[=:]|s found)|接口地址|\b404\b|<html|网页/i,
  ),
  topic(
    "model-not-found",
    /\bmodels?\b(?!["'`]?\s?[=:])|模型/i,
    /not (?:found|exist|available|supported|recogni)|unknown|invalid|no such|unsupported|不存在|找不到|不支持|未找到|无效/i,
  ),
  topic("upstream-5xx", /server error|upstream(?!_error)|\b5\d\d\b|overload|unavailable|服务器|上游|繁忙/i),
];
