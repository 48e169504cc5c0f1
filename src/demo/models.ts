/** The five that are set up by default, then the further ones that the gateway is documented with. */
export const demoModels: readonly string[] = [
  "qwen3-max",
  "qwen-plus-2025-12-01",
  "qwen-mt-flash",
  "deepseek-v3.1",
  "kimi-k2.5",
  "qwen3-max-2026-01-23",
  "qwen-mt-lite",
  "qwen-flash",
  "qwen-vl-max",
  "qwen3-vl-flash",
  "qwen3-vl-plus",
  "qwen3-coder-plus",
  "qwen3-coder-flash",
  "qwen3-coder-480b-a35b-instruct",
  "qwen3.6-plus",
  "qwen3.7-max",
  "deepseek-v3",
  "deepseek-v3-0324",
  "deepseek-v3.2",
  "deepseek-v4-flash",
  "deepseek-v4-pro",
  "deepseek-r1",
  "kimi-k2-thinking",
  "kimi-k2.6",
  "seed-1-6-250915",
  "seed-1-6-flash-250715",
  "seed-1-8-251228",
  "seed-2-0-mini-260215",
  "seed-2-0-lite-260228",
  "seed-2-0-pro-260328",
  "MiniMax-M2.5",
  "MiniMax-M3",
  "glm-5",
  "claude-haiku-4-5-20251001",
  "claude-opus-4-1-20250805",
  "claude-opus-4-5-20251101",
  "claude-opus-4-6",
  "claude-opus-4-7",
  "claude-sonnet-4-5-20250929",
  "gpt-5",
  "gpt-5-mini",
  "gpt-5.2",
  "gpt-5.2-chat-latest",
  "gpt-5.3-codex",
  "gpt-5.4",
  "gpt-5.5",
  "gemini-3-pro-preview",
  "gemini-3.5-flash",
  "grok-4.3",
  "grok-build-0.1",
  "wan2.7-image",
  "seedream-5-0-260128",
];

const owners: readonly (readonly [RegExp, string])[] = [
  [/^(qwen|wan)/, "ali"],
  [/^deepseek/, "deepseek"],
  [/^kimi/, "moonshot"],
  [/^seed/, "volcengine"],
  [/^MiniMax/, "minimax"],
  [/^glm/, "zhipu"],
  [/^claude/, "claude"],
  [/^gpt/, "openai"],
  [/^gemini/, "google gemini"],
  [/^grok/, "xai"],
];

/** The body of `GET /v1/models` in new-api's shape: no context window, no price, no output limit. */
export function modelList(ids: readonly string[]): unknown {
  const data = ids.map((id) => ({
    id,
    object: "model",
    created: 1626777600,
    owned_by: owners.find(([pattern]) => pattern.test(id))?.[1] ?? "custom",
    supported_endpoint_types: ["openai"],
  }));
  return { success: true, object: "list", data };
}

/** The model thinks first, so that its answer starts with `reasoning_content`. */
export function thinks(model: string): boolean {
  return /^(kimi-|deepseek-r1)/.test(model);
}
