/** The forms of one building block, separated by commas. */
function block(forms: string): readonly string[] {
  return forms.split(",").map((form) => form.trim());
}

/**
 * Building blocks of the phrases: one idea each, in its English and Chinese forms. Forms are written in the language
 * of `phrase.ts`, without gaps.
 */
export const vocabulary: Readonly<Record<string, readonly string[]>> = {
  // Things.
  "api-key": block(`
    api key*, api 密钥, api secret, api token,
    access|secret|virtual|auth|authentication|proxy|license key,
    access|bearer|auth|authentication|authorization|oauth|api token, credential, jwt, 密钥, 秘钥,
    密匙, 令牌, 凭证, 鉴权信息`),
  account: block("account, user, organi*ation, workspace, project, 账号, 账户, 帐号, 帐户, 用户"),
  money: block(
    "quota, balance, credit, fund, budget, 余额, 餘額, 额度, 額度, 配额, 积分, 点数, 资源包, 算力",
  ),
  model: block("model, 模型"),
  "model-name": block(`
    gpt*, claude*, gemini*, qwen*, deep seek*, kimi*, glm*, doubao*, moonshot*, mistral*,
    llama*, grok*, minimax*, 通义, 豆包`),
  channel: block("channel, 渠道, 通道, upstream account, 上游账号, 节点"),
  temperature: block("temperature, 温度"),
  image: block(`
    image, vision, picture, multi modal, multimodal, image_url, use_vision, 图片, 图像, 图, 视觉, 多模态, screenshot, 截图`),
  tool: block("tool, tool use, tool call*, function call*, 工具, 工具调用, 函数调用"),
  "output-limit": block(`
    max (completion) (output) (new) tokens, max_completion_tokens, max output tokens,
    maximum output, maxtokens, 最大输出`),
  context: block(`
    context, context length, context window, context size, prompt, input, input token,
    input length, token length, all messages, conversation, sequence length, 上下文, 输入, 提示词, 对话,
    请求长度, 消息长度`),
  parameter: block("parameter, param, argument, field, property, option, keyword, 参数, 字段"),
  config: block(`
    config, configuration, openclaw.json, clawdbot.json, config file, json file, 配置, 配置文件`),
  certificate: block("certificate, cert, ssl, tls, 证书"),
  proxy: block("proxy, proxies, socks5, socks, clash, 代理, 梯子, vpn, 科学上网"),
  reply: block(`
    response, reply, content, answer, output, completion, text, payload, assistant (message),
    回复, 响应, 返回, 内容, 输出, 回答, 回应, 结果`),
  stream: block("stream*, sse, chunk, 流式, 流式输出, 流式传输, 流"),
  region: block("country, region, territory, location, 国家, 地区, 区域, 地域"),
  "base-url": block("base url, api base, endpoint url, request url, 接口地址, 请求地址, api 地址, api 接口"),
  "local-proxy-port": block(`
    127.0.0.1|localhost|0.0.0.0|::1|host.docker.internal (port) 7890|7891|7892|7893|7897|7899|1080|1081|1086|1087|10808|10809|8118|3128|8888|20171|20172|6152|6153|33210|12334|2080|2334|4780|9090|10792|1089|1082`),

  // What is wrong with them.
  missing: block(`
    missing, not (been) set, not (been) provided, not configured, not detected, not defined,
    not found, required, must be set, must be provided, empty, undefined, unset, 缺少, 缺失, 未设置,
    未配置, 未填写, 未提供, 未找到, 未检测到, 没有设置, 没有配置, 没有填, 为空, 不能为空, 找不到, 尚未`),
  invalid: block(`
    invalid, incorrect, wrong, not valid, malformed, illegal, unrecogni*ed, not recogni*ed,
    rejected, bad, mismatch*, does not match, 无效, 错误, 不正确, 有误, 不合法, 非法, 不对, 校验失败, 验证失败, 有问题,
    失败, 不通过, isn't|isnt|not right|correct|accepted, incorect, invaild, 不认`),
  expired: block(`
    expired, revoked, disabled, deactivated, suspended, banned, deleted, blocked, terminated,
    frozen, locked, restricted, leaked, compromised, invalidated, 过期, 失效, 禁用, 停用, 封禁, 冻结, 吊销,
    撤销, 注销, 锁定, 状态异常`),
  "used-up": block(`
    insufficient, not enough, too low, exhausted, depleted, used up, run out, ran out,
    exceeded, no more, negative, reached, 不足, 用尽, 用完, 用光, 耗尽, 不够, 超限, 上限, 为负, 为0, 告罄, 过期, exceded, is empty, is zero, 没了, 见底, 清零`),
  "not-found": block(`
    not found, does not exist, doesn't exist, did not exist, not exist, no such, unknown,
    nonexistent, 不存在, 未找到, 找不到, 没有找到, 无法识别`),
  unsupported: block(`
    isn't|aren't supported|available|allowed,
    not (currently) supported, unsupported, not support*, n't support, cannot read|process,
    not (be) allowed, not permitted, not accept*, not available, unavailable, 不支持, 不被支持, 不允许,
    不可用, 无法处理, 无法识别, doesn't|doesnt|won't accept|support|allow|take|handle, 不能使用, 不接受, 不兼容, 看不了`),
  exceeded: block(`
    exceed*, too long, too large, too big, too high, too many, larger than, greater than,
    longer than, above, over, beyond, overflow*, reduce the length, 超出, 超过, 超长, 过长, 太长, 超限, 溢出,
    过大, 太大, full, 满了`),
  range: block(`
    at most, must be, should be, cannot exceed, valid range, out of range, expected a value,
    不能大于, 范围`),
  broken: block(`
    closed, ended, interrupt*, disconnect*, abort*, broke*, incomplete, cut off, dropped,
    stalled, stuck, prematurely, failed, error, 中断, 断开, 断了, 异常, 结束, 截断, 失败, 报错, 超时, 中止, 卡住`),
  retired: block(`
    deprecated, decommissioned, retired, sunset, shut down, archived, discontinued,
    no longer (available) (supported) (served) (exists) (offered), been removed,
    been withdrawn, end of life, taken offline, 下线, 下架, 弃用, 废弃, 停止服务, 停用, 停服, 淘汰, 已移除`),
  empty: block("empty, blank, 空, null"),
  failed: block(`
    econnrefused, econnreset,
    fail*, error, unable, could not, couldn't, cannot, refused, closed, reset, timed out,
    timeout, unreachable, not running, 失败, 错误, 无法, 异常, 连不上, 断开, 超时, 拒绝, 不通, 不生效, 没有生效, 未生效,
    未启动, 没开, is off, is down, refuses`),

  // How long.
  "long-period": block("week*, month*, billing cycle, 5 hour, 7 day, 每周, 每月, 本周, 本月, 周, 月"),
  "short-period": block(`
    second, minute, min, hour, day, rpm, tpm, tpd, rpd, qps, 每秒, 每分钟, 分钟, 每小时, 每天, 每日`),

  // Any statement that something failed.
  trouble: block(`
    not, invalid, illegal, unsupported, unknown, fail*, error, exceed*, reject*, refuse*,
    denied, unable, wrong, incorrect, missing, malformed, forbidden, cannot, broken,
    bad request, complain*, blocked, stopped, no longer, won't, wont, can't, cant, doesn't,
    doesnt, isn't, isnt, keeps failing, 报了, 就报, 的错, 不了, 不行, 没法, 没办法, 老是, 断了, 不能, 不支持, 无法, 失败, 错误, 报错, 超过, 拒绝, 异常, 缺少, 禁止`),
};
