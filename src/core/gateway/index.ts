/** Requests to the gateway and what their answers mean. */

export { type KnownAccount, readKeptAccount } from "./account.ts";
export type { Balance, ChatRequest, ChatResult } from "./chat.ts";
export { addChunk, type ChatAnswer, emptyAnswer, isCompletion } from "./chat-answer.ts";
export { inParallel } from "./in-parallel.ts";
export {
  type Answer,
  type Answers,
  costBound,
  judgeModel,
  type ModelTest,
  type Probe,
  probes,
  type Speed,
  secondTryTokens,
} from "./model-test.ts";
export { type ProxyEnvironment, proxyFor } from "./proxy.ts";
