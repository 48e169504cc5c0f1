/** Keys of one kind of object, each with the first OpenClaw that accepts it; older ones reject the whole config. */
export type KeyTable = Readonly<Record<string, string>>;

const first = "2026.1.30";

const since = (version: string, ...names: readonly string[]): KeyTable =>
  Object.fromEntries(names.map((name) => [name, version]));

/** The newest OpenClaw that these tables know; a newer one may take more. */
export const newestKnown = "2026.9.6";

/** Keys of a provider block. Source of all tables: `openclaw config schema` of 2026.4.15 and 2026.9.6, and runs of older ones. */
export const providerKeys: KeyTable = {
  ...since(first, "baseUrl", "apiKey", "api", "models", "headers", "auth", "authHeader"),
  ...since("2026.2.9", "injectNumCtxForOpenAICompat"),
  ...since("2026.4.15", "request"),
  ...since("2026.6.11", "timeoutSeconds"),
  ...since("2026.8.2", "agentRuntime", "localService", "maxTokens", "params", "region"),
};

/** Keys of a model entry. */
export const entryKeys: KeyTable = {
  ...since(first, "id", "name", "api", "reasoning", "input", "cost", "contextWindow", "maxTokens"),
  ...since(first, "headers", "compat"),
  ...since("2026.4.15", "contextTokens"),
  ...since("2026.6.11", "params"),
  ...since("2026.8.2", "agentRuntime", "baseUrl", "mediaInput", "metadataSource", "thinkingLevelMap"),
};

const compatEarly = ["supportsDeveloperRole", "supportsReasoningEffort", "supportsStore", "maxTokensField"];
const compatMiddle = [
  ...["supportsUsageInStreaming", "thinkingFormat", "supportsTools", "supportsStrictMode"],
  ...["requiresToolResultName", "requiresAssistantAfterToolResult", "requiresThinkingAsText"],
  ...["toolSchemaProfile", "nativeWebSearchTool", "toolCallArgumentsEncoding", "requiresMistralToolIds"],
  ...["requiresOpenAiAnthropicToolPayload", "requiresStringContent", "supportsPromptCacheKey"],
  "unsupportedToolSchemaKeywords",
];
const compatLate = [
  ...["supportsTemperature", "cacheControlFormat", "codeMode", "openRouterRouting", "reasoningEffortMap"],
  ...["requiresReasoningContentOnAssistantMessages", "sendSessionAffinityHeaders", "sendSessionIdHeader"],
  ...["strictMessageKeys", "supportedReasoningEfforts", "supportsEagerToolInputStreaming"],
  ...["supportsInstructions", "supportsJsonSchemaResponseFormat", "supportsLongCacheRetention"],
  ...[
    "supportsResponsesContinuation",
    "vercelGatewayRouting",
    "visibleReasoningDetailTypes",
    "zaiToolStream",
  ],
];

/** Keys of a model entry's `compat`. */
export const compatKeys: KeyTable = {
  ...since(first, ...compatEarly),
  ...since("2026.3.13", ...compatMiddle),
  ...since("2026.8.2", ...compatLate),
};

const fold = (name: string) => name.toLowerCase().replace(/[_\-\s]/g, "");

/** What people write for a key when they know it from another program. */
const otherNames: Readonly<Record<string, string>> = {
  model: "id",
  modelid: "id",
  displayname: "name",
  title: "name",
  contextlength: "contextWindow",
  contextsize: "contextWindow",
  maxoutputtokens: "maxTokens",
  maxcompletiontokens: "maxTokens",
  pricing: "cost",
  prices: "cost",
  thinking: "reasoning",
  url: "baseUrl",
  endpoint: "baseUrl",
  key: "apiKey",
  token: "apiKey",
};

/** The key of a table that a text means: another spelling of it, or another program's name; undefined where there is none. */
export function meantKey(name: string, table: KeyTable): string | undefined {
  const spelled = Object.keys(table).find((key) => fold(key) === fold(name));
  const other = otherNames[fold(name)];
  return spelled ?? (other !== undefined && Object.hasOwn(table, other) ? other : undefined);
}
