import type { answers as english } from "../../en/problems/answers.ts";
import { doctor, leadingModel, model, tool } from "./shared.ts";

const testAndList = [`${tool} models test`, `${tool} models list`];

/** 收到却用不上的回复：空的、中断的，或工具调用失败的。 */
export const answers: typeof english = {
  "empty-content": (params) =>
    params.variant === "once"
      ? {
          title: `${leadingModel(params)}有一次回复没有内容，再问一次就正常了`,
          detail: "这是厂商的偶发故障，与配置无关。",
        }
      : {
          title: `${leadingModel(params)}的回复没有内容`,
          detail:
            params.variant === "hidden"
              ? "偶尔会发生；base URL 指向网页时，OpenClaw 也会这样说。"
              : "偶尔会发生。推理模型在回答开始前就用完 maxTokens 时会这样；base URL 或 api 写错时，所有模型都会这样。",
          remedy: "再试一次。如果反复出现，调大 maxTokens 或换一个模型。",
          commands: [`${tool} models test`, doctor],
        },
  "streaming-broken": (params) => {
    if (params.variant === "one-piece")
      return {
        title: `${params.model} 把整个回复放在一个数据块里发出`,
        detail: "回复能收到，但在全部完成之前什么也看不到。",
        remedy: "可能是中间的代理把它攒在了一起；没有代理时，需要快速响应请换一个模型。",
        commands: [`${tool} models test`],
      };
    if (params.variant === "buffered")
      return {
        title: `${params.model} 的流式输出被扣住，最后一次性到达`,
        detail: "回复能收到，但在全部完成之前什么也看不到。",
        remedy: "中间的代理在缓冲：关闭它的缓冲，或把网关加入 NO_PROXY。",
        commands: [`${tool} models test`],
      };
    if (params.variant === "not-streamed")
      return {
        title: "网关没有流式输出：整个回复是一个 JSON",
        detail: "OpenClaw 总是请求流式输出，不支持其他形式。",
        remedy: "检查 base URL 是否为 AIsa 的地址，以及中间是否有程序改动了应答。",
        commands: [doctor],
      };
    return {
      title: "回复没有传完就中断了",
      detail: "网络、中间的代理或厂商结束了流式传输；也可能 base URL 指向了网页。",
      remedy: "再试一次。如果反复出现，检查流式传输是否可用。",
      commands: [`${tool} models test`, doctor],
    };
  },
  "tool-call-error": (params) => {
    if (params.variant === "text-instead")
      return {
        title: `要求 ${params.model} 调用工具时，它只回复了文字`,
        detail: "请求里给了一个函数并要求调用它。agent 离不开这一步。",
        remedy: "偶尔会发生。如果反复出现，请把擅长调用工具的模型设为默认。",
        commands: testAndList,
      };
    if (params.variant === "broken-arguments")
      return {
        title: `${params.model} 的工具调用参数不是 JSON`,
        detail: "OpenClaw 无法执行这样的调用。",
        remedy: "请把擅长调用工具的模型设为默认。",
        commands: testAndList,
      };
    return {
      title: `OpenClaw 与${model(params)}之间的工具调用出错`,
      detail: "模型不支持工具调用、写出了格式错误的调用，或历史中缺少结果。",
      remedy: "用 /new 开始新对话；如果反复出现，换一个擅长工具调用的模型。",
      commands: [`${tool} models test`],
    };
  },
  "reasoning-content-error": (params) => ({
    title: `${leadingModel(params)}需要先前的推理内容，而历史中没有`,
    detail: "思考模式下，每次工具调用都要带回推理内容；旧版 OpenClaw 会漏掉。",
    remedy: "用 /new 开始新对话、更新 OpenClaw，或为该模型关闭思考（/think off）。",
    commands: [doctor],
  }),
};
