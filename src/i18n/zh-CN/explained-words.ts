import type { Problem } from "../../core/problem/index.ts";
import type { ProblemWords } from "../words.ts";

export const tool = "openclaw-aisa";
export const doctor = `${tool} doctor`;
export const newKey = `${tool} onboard`;
export const billing = "https://console.aisa.one";

export const model = ({ params }: Problem) => (params.model ? ` ${params.model} ` : "该模型");
export const leadingModel = ({ params }: Problem) => (params.model ? `${params.model} ` : "该模型");
export const host = ({ params }: Problem) => (params.host ? ` ${params.host} ` : "网关");
export const count = (value: number) => value.toLocaleString("en-US");
export const setTo = ({ params }: Problem) =>
  params.replacement ? `${tool} models set ${params.replacement}` : `${tool} models set`;

/** 正确的名称、相近的名称，或查看全部名称的办法；OpenClaw 遮住原因时加上 doctor。 */
export function rightName(
  problem: Problem,
  hidden: boolean = false,
): Pick<ProblemWords, "remedy" | "commands"> {
  const { replacement, suggestions } = problem.params;
  if (replacement) return { remedy: `正确的名称是 ${replacement}。`, commands: [setTo(problem)] };
  if (suggestions?.length)
    return {
      remedy: `最接近的名称：${suggestions.join("、")}。`,
      commands: [`${tool} models set ${suggestions[0]}`],
    };
  return {
    remedy: "请从网关列出的模型中选择。",
    commands: [`${tool} models list --all`, ...(hidden ? [doctor] : [])],
  };
}

export const wait = ({ params }: Problem) =>
  params.seconds ? `等待 ${count(params.seconds)} 秒后重试。` : "等待一分钟后重试。";

/** 把 AIsa 的模型加入列表；报错没有提到时，列出全部名称。 */
export const addIt = ({ params }: Problem) => {
  const id = params.model?.replace(/^aisa\//, "");
  return id && !id.includes("/") ? `${tool} models add ${id}` : `${tool} models list --all`;
};
