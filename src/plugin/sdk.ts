/**
 * What is used of OpenClaw's plugin interface, as structures of our own: the members that OpenClaw 2026.4.15 and
 * 2026.9.6 both have (their `dist/plugin-sdk` types). Nothing of the SDK is imported when the plugin loads.
 */

/** A model as OpenClaw lists and runs it. */
export interface PluginModel {
  readonly id: string;
  readonly name: string;
  readonly api: string;
  readonly reasoning: boolean;
  readonly input: readonly ("text" | "image")[];
  /** USD per 1M tokens. */
  readonly cost: {
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheWrite: number;
  };
  /** Tokens. */
  readonly contextWindow: number;
  /** Tokens of output. */
  readonly maxTokens: number;
  readonly compat?: Readonly<Record<string, unknown>>;
}

/** A model that OpenClaw is about to use: which provider, and where. */
export interface RuntimeModel extends PluginModel {
  readonly provider: string;
  readonly baseUrl: string;
}

/** A provider's entry as OpenClaw merges it into `models.providers`. */
export interface ProviderEntry {
  readonly baseUrl: string;
  readonly api: string;
  readonly apiKey?: string;
  readonly models: readonly PluginModel[];
}

/** A message of the assistant, as far as it is looked at here. */
export interface AssistantMessage {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly stopReason?: string;
  readonly errorMessage?: string;
}

/** An event of a stream. `done` and `error` are the last one. */
export interface StreamEvent {
  readonly type: string;
  /** With `done`. */
  readonly message?: AssistantMessage;
  /** With `error`. */
  readonly error?: AssistantMessage;
}

/** What a model answers, piece by piece, and as a whole. */
export interface EventStream extends AsyncIterable<StreamEvent> {
  result(): Promise<AssistantMessage>;
}

/** The options of one request that are looked at here. */
export interface StreamOptions {
  readonly temperature?: number;
  readonly apiKey?: string;
  readonly signal?: AbortSignal;
}

/** Sends a conversation to a model. */
export type StreamFunction = (
  model: RuntimeModel,
  context: unknown,
  options?: StreamOptions,
) => EventStream | Promise<EventStream>;

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The model as the hooks receive it. */
export interface ModelContext {
  readonly config?: unknown;
  readonly agentDir?: string;
  readonly provider: string;
  readonly modelId: string;
}

/** The parameter of the catalog hook. `discoveryApiKey` is the key itself, `apiKey` may be the name of its variable. */
export interface CatalogContext {
  readonly env: Environment;
  resolveProviderApiKey(provider?: string): {
    readonly apiKey?: string | undefined;
    readonly discoveryApiKey?: string | undefined;
  };
}

/** The parameter of the hook that adds models to a list. */
export interface AugmentContext {
  readonly config?: unknown;
  readonly env: Environment;
  readonly agentDir?: string;
  resolveProviderApiKey?: CatalogContext["resolveProviderApiKey"];
}

/** A model in a list. */
export interface CatalogRow {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly contextWindow: number;
  readonly reasoning: boolean;
  readonly input: readonly ("text" | "image")[];
}

/** A way to sign in, as `openclaw onboard` offers it. */
export interface AuthMethod {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: "api_key";
  readonly wizard: Readonly<Record<string, string | readonly string[]>>;
  run(context: unknown): Promise<unknown>;
  validateNonInteractive(context: unknown): Promise<unknown>;
  runNonInteractive(context: unknown): Promise<unknown>;
}

/** What a provider plugin registers. */
export interface ProviderPlugin {
  readonly id: string;
  readonly label: string;
  readonly docsPath?: string;
  readonly envVars: readonly string[];
  readonly auth: readonly AuthMethod[];
  readonly catalog: {
    readonly order: "simple";
    run(context: CatalogContext): Promise<{ provider: ProviderEntry } | null>;
  };
  readonly staticCatalog: {
    readonly order: "simple";
    run(): Promise<{ provider: ProviderEntry }>;
  };
  augmentModelCatalog(context: AugmentContext): Promise<readonly CatalogRow[]>;
  prepareDynamicModel(context: ModelContext): Promise<void>;
  resolveDynamicModel(context: ModelContext): RuntimeModel | undefined;
  normalizeModelId(context: { readonly modelId: string }): string | undefined;
  normalizeResolvedModel(context: ModelContext & { readonly model: RuntimeModel }): RuntimeModel | undefined;
  prepareExtraParams(
    context: ModelContext & { readonly extraParams?: Readonly<Record<string, unknown>> },
  ): Readonly<Record<string, unknown>> | undefined;
  wrapStreamFn(context: ModelContext & { readonly streamFn?: StreamFunction }): StreamFunction | undefined;
  buildMissingAuthMessage(): string;
  buildUnknownModelHint(context: { readonly modelId: string }): string | undefined;
}

/** The interface through which a plugin registers with OpenClaw. */
export interface PluginApi {
  readonly runtime?: { readonly version?: string };
  registerProvider(provider: ProviderPlugin): void;
}
