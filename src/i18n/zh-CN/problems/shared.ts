import type { TextFacts } from "../../../core/problem/index.ts";
import { grouped } from "../../grouped.ts";
import type { ProblemWords } from "../../words.ts";

export const tool = "openclaw-aisa";
export const doctor = `${tool} doctor`;
export const newKey = `${tool} onboard`;
export const billing = "https://console.aisa.one";

/** 句中的模型名，前后留空格。 */
export const model = ({ model }: TextFacts) => (model ? ` ${model} ` : "该模型");
/** 句首的模型名，后面留空格。 */
export const leadingModel = ({ model }: TextFacts) => (model ? `${model} ` : "该模型");
export const host = ({ host }: TextFacts) => (host ? ` ${host} ` : "网关");
export const leadingHost = ({ host }: TextFacts) => (host ? `${host} ` : "网关");
export const join = (values: readonly string[]) => values.join("、");
export const setTo = ({ replacement }: TextFacts) =>
  replacement ? `${tool} models set ${replacement}` : `${tool} models set`;

/** 列出前几个名称，以及其余的数量。 */
export const some = (names: readonly string[], most = 8) =>
  names.length > most ? `${join(names.slice(0, most))} 等 ${names.length} 个` : join(names);

/** OpenClaw 无法启动的原因。 */
export const rejectsConfig = "OpenClaw 会拒绝整个配置，无法启动。";

/** 正确的名称、相近的名称，或查看全部名称的办法；OpenClaw 遮住原因时加上 doctor。 */
export function rightName(params: TextFacts): Pick<ProblemWords, "remedy" | "commands"> {
  const { replacement, suggestions, variant } = params;
  if (replacement) return { remedy: `请改用 ${replacement}。`, commands: [setTo(params)] };
  if (suggestions?.length)
    return {
      remedy: `最接近的名称：${join(suggestions)}。`,
      commands: [`${tool} models set ${suggestions[0]}`],
    };
  return {
    remedy: "请从网关列出的模型中选择。",
    commands: [`${tool} models list --all`, ...(variant === "hidden" ? [doctor] : [])],
  };
}

export const wait = ({ seconds }: TextFacts) =>
  seconds ? `等待 ${grouped(seconds)} 秒后重试。` : "等待一分钟后重试。";

/** 把 AIsa 的模型加入列表；报错没有提到时，列出全部名称。 */
export const addModel = ({ model }: TextFacts) => {
  const id = model?.replace(/^aisa\//, "");
  return id && !id.includes("/") ? `${tool} models add ${id}` : `${tool} models list --all`;
};

/** 用最合适的单位表示时长。 */
export function span(seconds: number): string {
  if (seconds < 600) return `${seconds} 秒`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} 分钟`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} 小时` : `${Math.round(seconds / 86_400)} 天`;
}
