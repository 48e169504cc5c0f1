import type { ExplainedCode, TextVariant } from "../../problem/index.ts";

/**
 * How surely a phrase means its cause. `named`: it says the cause, whoever speaks; `clear`: it says the cause where
 * nobody else speaks; `said`: as clear, in words that prose has too, so the text must be about models and gateways;
 * `likely`: usual words of it; `symptom`: what one sees of it; `hint`: better than nothing; `topic`: what the text is
 * about.
 */
export const weights = {
  named: 100,
  clear: 85,
  said: 85,
  likely: 65,
  symptom: 45,
  hint: 25,
  topic: 15,
} as const;

/** Who prints a phrase. */
export type Source =
  | "OpenClaw"
  | "one-api, new-api"
  | "AIsa"
  | "DeepSeek"
  | "Moonshot"
  | "DashScope"
  | "Volcengine Ark"
  | "Zhipu"
  | "MiniMax"
  | "OpenAI"
  | "Anthropic"
  | "Google"
  | "OpenRouter"
  | "LiteLLM"
  | "vLLM"
  | "Ollama"
  | "SDK"
  | "Node"
  | "Python"
  | "curl"
  | "proxy or CDN"
  | "operating system"
  | "people"
  | "several";

/** One phrase that indicates a cause, and its proof: example texts that this phrase alone decides. */
export interface Signature {
  readonly code: ExplainedCode;
  readonly weight: keyof typeof weights;
  /** In the language of `phrase.ts`. */
  readonly phrase: string;
  readonly source: Source;
  /** In the form in which the source prints them; without this row each would be explained otherwise. */
  readonly examples: readonly string[];
  /** Who is responsible or which form it takes; selects the words. */
  readonly variant?: TextVariant;
  /** What else such a text can hide, likeliest first. */
  readonly alternatives?: readonly ExplainedCode[];
}

/** A sentence that sounds like a cause and names none: an advice, a guess, another program's word. */
export interface Noise {
  readonly phrase: string;
  readonly source: Source;
  readonly examples: readonly string[];
}
