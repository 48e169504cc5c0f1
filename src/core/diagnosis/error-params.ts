import { bounds, isWithin } from "../models/index.ts";
import type { TextFacts } from "../problem/index.ts";
import { clean, hidePersonal } from "../text/index.ts";

const modelForms = [
  // Messages of this package's own plugin in OpenClaw, in both languages.
  /AIsa (?:has no channel for|does not serve|没有(?:可供此密钥使用|模型)?) ["“]([A-Za-z][\w.:@/-]*\w)["”]/,
  /(?:for|对于|下)?\s*(?:model|模型)\s*["'`「《]?([A-Za-z][\w.:@/-]*[\w])["'`」》]?\s*(?:under|in) group/i,
  /(?:对于|下)\s*模型\s*["'`「]?([A-Za-z][\w.:@/-]*)["'`」]?\s*(?:无|的可用|没有)/,
  /(?:for|对于)\s*(?:the )?(?:model|模型)\s*["'`「:]?\s*["'`]?([A-Za-z][\w.:@/-]*\w)/i,
  /(?:model|模型)\s*(?:not found|未找到|不存在|找不到)\s*[:：]\s*["'`]?([A-Za-z][\w.:@/-]*\w)/i,
  /unknown model:?\s*["'`]?([A-Za-z][\w.:@/-]*\w)/i,
  /model not (?:allowed|found):?\s*["'`]([A-Za-z][\w.:@/-]*\w)|model not (?:allowed|found):\s*([A-Za-z][\w.:@/-]*\w)/i,
  /not found the model\s+["'`]?([A-Za-z][\w.:@/-]*\w)/i,
  /(?:\bmodel|模型)(?:[ _-]?(?:id|name|名称))?\s*[:：=]?\s*["'`「]([A-Za-z][\w.:@/-]*\w)["'`」]/i,
  /["'`]model(?:_?id)?["'`]\s*:\s*["'`]([A-Za-z][\w.:@/-]*\w)/i,
  /\bmodel=["'`]?([A-Za-z][\w.:@/-]*\w)/i,
  /no endpoints found for\s+([\w./:@-]*\w)/i,
  /(?:\bmodel|模型)\s+(?:or endpoint\s+)?["'`]?([A-Za-z][\w.:@/-]*\d[\w.:@/-]*?)["'`]?(?:[\s,.。，;；]|$)/i,
];
const noModel = /^(?:or|ids?|names?|and|is|was|not|for|the|does|under|in|token|limit|error|type)$/i;

function findModel(text: string): string | undefined {
  for (const form of modelForms) {
    const found = form
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined);
    // OpenClaw hashes parts of its log, and can hit a model's name.
    const whole = found !== undefined && !noModel.test(found) && !found.includes("sha256:");
    if (whole && found.length <= 100) return found;
  }
  return undefined;
}

const amount = /\d{1,3}(?:,\d{3}){1,5}|\d{1,15}/.source;
const limitForms = [
  new RegExp(`\\[\\s*1\\s*,\\s*(${amount})\\s*\\]`),
  new RegExp(`<=\\s*(${amount})`),
  new RegExp(`maximum context length (?:is|of) (${amount})`, "i"),
  new RegExp(
    `(?:context (?:length|window)|token limit|limit)["']?\\s*(?:is|of|:|=|to)?\\s*:?\\s*(${amount})`,
    "i",
  ),
  new RegExp(
    `(?:at most|maximum(?: of)?|up to|最多请求|最大|上限为?|不超过|exceeds limit)\\s*(${amount})`,
    "i",
  ),
];
const secondForms: readonly (readonly [RegExp, number])[] = [
  [/(?:again|retry|retrying|wait|reset)\w*\s+(?:in|after|for)?\s*([\d.]+)\s*s(?:ec(?:ond)?s?)?\b/i, 1],
  [/(?:again|retry|retrying|wait|reset)\w*\s+(?:in|after|for)?\s*([\d.]+)\s*m(?:in(?:ute)?s?)\b/i, 60],
  [/(?:retry[-_ ]?after|resets?_in_seconds)["']?\s*[:=]\s*["']?(\d+)/i, 1],
  [/(?<!\d)(\d{1,6})\s*秒(?:后|之后|以后)/, 1],
  [/(?<!\d)(\d{1,6})\s*分钟(?:后|之后|以后)/, 60],
];

function findNumber(text: string, forms: readonly RegExp[]): number | undefined {
  for (const form of forms) {
    const digits = form.exec(text)?.[1]?.replaceAll(",", "");
    if (digits !== undefined && Number.isSafeInteger(Number(digits))) return Number(digits);
  }
  return undefined;
}

function findSeconds(text: string): number | undefined {
  for (const [form, unit] of secondForms) {
    const digits = form.exec(text)?.[1];
    const seconds = Math.ceil(Number(digits ?? Number.NaN) * unit);
    if (isWithin(seconds, bounds.waitSeconds)) return seconds;
  }
  return undefined;
}

const groupForms = [
  /under group\s+["'`]?([^\s"'`()（）,.]{1,40})/i,
  /in group\s+["'`]?([^\s"'`()（）,.]{1,40})/i,
  /(?:当前)?分组\s*["'`]?([^\s"'`()（）,，]{1,40})\s*下/,
];
const providerForms = [
  /\bprovider["']?\s*[:=]?\s*["'`]([a-z][\w-]{1,40})["'`]/i,
  /(?:auth profile for|api key for provider:?|\bProvider)\s+([a-z][\w-]{1,40})(?=\.|\s+\(|\s+is in cooldown|\s*$)/i,
];
const requestForms = [/request[ _-]?id["']?\s*[:=：]\s*["']?([\w-]{6,80})/i, /\b(req_[A-Za-z0-9]{6,60})\b/];

function findText(text: string, forms: readonly RegExp[]): string | undefined {
  for (const form of forms) {
    const found = form.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The facts that an error text names: model, status, limit, group, provider, request id, seconds to wait. Redacted. */
export function findParams(text: string, status: number | undefined, secrets: readonly string[]): TextFacts {
  const safe = (found: string | undefined) =>
    found === undefined ? undefined : clean(hidePersonal(found, secrets));
  const model = safe(findModel(text));
  const group = safe(findText(text, groupForms));
  const requestId = safe(findText(text, requestForms));
  const provider = safe(findText(text, providerForms));
  const limit = findNumber(text, limitForms);
  const seconds = findSeconds(text);
  return {
    ...(model === undefined ? {} : { model }),
    ...(status === undefined ? {} : { status }),
    ...(limit === undefined ? {} : { limit }),
    ...(group === undefined ? {} : { group }),
    ...(provider === undefined ? {} : { provider }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(seconds === undefined ? {} : { seconds }),
  };
}
