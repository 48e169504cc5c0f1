import type { Noise } from "./signature.ts";

/** Advice, guesses and other programs' words: they sound like a cause and name none. */
export const noise: readonly Noise[] = [
  { phrase: "may have insufficient quota", source: "OpenClaw", examples: [] },
  { phrase: "sh: # : <id> : not found", source: "operating system", examples: [] },
  {
    phrase: "if you normally use a proxy, verify https_proxy, http_proxy, or all_proxy",
    source: "OpenClaw",
    examples: [],
  },
  { phrase: "openai.internal server error", source: "SDK", examples: [] },
  { phrase: "litellm.internal server error", source: "LiteLLM", examples: [] },
  { phrase: "invalid request error", source: "OpenAI", examples: [] },
];
