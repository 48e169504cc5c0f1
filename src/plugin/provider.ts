import { type Catalog, chatModelIds, entryFigures } from "../core/models/index.ts";
import {
  defaultBaseUrl,
  keyVariable,
  normalizeBaseUrl,
  providerApi,
  providerBlock,
  providerId,
  supportsDeveloperRole,
  toReference,
} from "../core/provider/index.ts";
import type { Messages } from "../i18n/index.ts";
import { apiKeyMethod } from "./auth.ts";
import type { LiveList } from "./live.ts";
import { loadSdk } from "./load-sdk.ts";
import {
  alternatives,
  defaultModels,
  isServed,
  type Known,
  runtimeModel,
  toPluginModel,
  wireId,
} from "./models.ts";
import { dropTemperature, wrapStreamFunction } from "./requests.ts";
import type {
  AugmentContext,
  CatalogContext,
  CatalogRow,
  Environment,
  ModelContext,
  PluginModel,
  ProviderEntry,
  ProviderPlugin,
} from "./sdk.ts";

/** What the provider is made of. */
export interface ProviderParts {
  readonly catalog: Catalog;
  readonly env: Environment;
  readonly live: LiveList;
  readonly texts: Messages["provider"];
  /** ms since 1970. */
  readonly now: () => number;
  /** This OpenClaw runs the catalog hook while it starts, so the hook must not wait for the network. */
  readonly catalogRunsAtStart: boolean;
}

/** The base URL that AISA_BASE_URL sets, if it sets a usable one. */
function baseUrlFromEnvironment(env: Environment): string | undefined {
  return normalizeBaseUrl(env["AISA_BASE_URL"] ?? "")?.url;
}

function baseUrlFor(env: Environment, config: unknown): string {
  const configured = providerBlock(config)["baseUrl"];
  const normal = typeof configured === "string" ? normalizeBaseUrl(configured)?.url : undefined;
  return baseUrlFromEnvironment(env) ?? normal ?? defaultBaseUrl;
}

/** The key for looking at the model list: the environment's, else the one that OpenClaw would use. */
async function lookupKey(env: Environment, context: ModelContext): Promise<string | undefined> {
  const set = env[keyVariable]?.trim();
  if (set) return set;
  try {
    const { resolveApiKeyForProvider } = await loadSdk(
      () => import("openclaw/plugin-sdk/provider-auth-runtime"),
      "openclaw/plugin-sdk/provider-auth-runtime",
    );
    const found = await resolveApiKeyForProvider({
      provider: providerId,
      cfg: context.config,
      agentDir: context.agentDir,
    });
    return found.apiKey;
  } catch {
    return undefined; // no key anywhere: OpenClaw says so itself when the turn begins
  }
}

function mergeLive(catalog: Catalog, known: Known): PluginModel[] {
  const live = known.live ?? [];
  if (live.length === 0) return defaultModels(catalog);
  const ids = live.map((model) => model.id);
  const named = catalog.defaults.filter((id) => ids.includes(id));
  const others = chatModelIds(catalog, ids).filter((id) => !named.includes(id));
  return [...named, ...others].map((id) =>
    toPluginModel(
      entryFigures(
        catalog,
        id,
        live.find((model) => model.id === id),
      ),
    ),
  );
}

async function runCatalog(
  parts: ProviderParts,
  context: CatalogContext,
): Promise<{ provider: ProviderEntry } | null> {
  const { apiKey, discoveryApiKey } = context.resolveProviderApiKey(providerId);
  if (!apiKey) return null;
  const baseUrl = baseUrlFromEnvironment(context.env) ?? defaultBaseUrl;
  const key = discoveryApiKey ?? context.env[keyVariable]?.trim();
  const live = parts.catalogRunsAtStart ? parts.live.known(baseUrl) : await parts.live.ask(baseUrl, key);
  const models = mergeLive(parts.catalog, { catalog: parts.catalog, live });
  return { provider: { baseUrl, apiKey, api: providerApi, models } };
}

/** The gateway's models beyond the manifest's, for lists and pickers. */
async function listLive(parts: ProviderParts, context: AugmentContext): Promise<CatalogRow[]> {
  const baseUrl = baseUrlFor(context.env, context.config);
  const found = context.resolveProviderApiKey?.(providerId);
  const key = found?.discoveryApiKey ?? context.env[keyVariable]?.trim();
  const wait = !parts.catalogRunsAtStart && key !== undefined;
  const live = wait ? await parts.live.ask(baseUrl, key) : parts.live.known(baseUrl);
  return mergeLive(parts.catalog, { catalog: parts.catalog, live }).map(
    ({ id, name, contextWindow, reasoning, input }) => ({
      id,
      name,
      provider: providerId,
      contextWindow,
      reasoning,
      input,
    }),
  );
}

/** The AIsa provider for OpenClaw 2026.4.15 and newer. Making it costs nothing: hooks do the work when they are called. */
export function createProvider(parts: ProviderParts): ProviderPlugin {
  const { catalog, env, live, texts } = parts;
  const knownAt = (baseUrl: string): Known => ({ catalog, live: live.known(baseUrl) });
  return {
    id: providerId,
    label: texts.label,
    docsPath: "/providers/models",
    envVars: [keyVariable],
    auth: [
      apiKeyMethod(providerId, keyVariable, {
        group: texts.label,
        label: texts.methodLabel,
        hint: texts.methodHint,
        prompt: texts.prompt,
        defaultModel: toReference(catalog.defaults[0] ?? ""),
      }),
    ],
    catalog: { order: "simple", run: (context) => runCatalog(parts, context) },
    staticCatalog: {
      order: "simple",
      run: async () => ({
        provider: { baseUrl: defaultBaseUrl, api: providerApi, models: defaultModels(catalog) },
      }),
    },
    augmentModelCatalog: (context) => listLive(parts, context),
    async prepareDynamicModel(context) {
      const id = wireId(context.modelId, { catalog, live: undefined });
      if (catalog.models.some((model) => model.id === id)) return;
      await live.ask(baseUrlFor(env, context.config), await lookupKey(env, context));
    },
    resolveDynamicModel(context) {
      const baseUrl = baseUrlFor(env, context.config);
      const known = knownAt(baseUrl);
      const id = wireId(context.modelId, known);
      const inCatalog = catalog.models.some((model) => model.id === id);
      if (!inCatalog && isServed(id, known) === false) return undefined;
      return runtimeModel(id, baseUrl, known);
    },
    normalizeModelId: ({ modelId }) => wireId(modelId, { catalog, live: undefined }),
    normalizeResolvedModel({ model, config }) {
      const baseUrl = baseUrlFromEnvironment(env) ?? model.baseUrl;
      const id = wireId(model.id, knownAt(baseUrlFor(env, config)));
      // OpenClaw 2026.4 asks a custom gateway for the number of tokens only where this is set; later ones always do.
      const counted = { supportsUsageInStreaming: true, ...model.compat };
      const compat = supportsDeveloperRole(id) ? counted : { ...counted, supportsDeveloperRole: false };
      return { ...model, id, baseUrl, compat };
    },
    prepareExtraParams: ({ modelId, extraParams }) => dropTemperature(modelId, extraParams, catalog),
    wrapStreamFn: (context) =>
      context.streamFn &&
      wrapStreamFunction(context.streamFn, {
        ...parts,
        baseUrl: baseUrlFor(env, context.config),
        key: () => lookupKey(env, context),
      }),
    buildMissingAuthMessage: () => texts.missingKey(keyVariable),
    buildUnknownModelHint: ({ modelId }) =>
      texts.unknownHint(alternatives(modelId, knownAt(baseUrlFor(env, undefined))).map(toReference)),
  };
}
