import type { Catalog } from "../core/models/index.ts";
import { defaultBaseUrl, keyVariable, providerApi, providerId } from "../core/provider/index.ts";
import { provider as english } from "../i18n/en/provider.ts";
import { authChoice } from "./auth.ts";
import { defaultModels } from "./models.ts";

/**
 * The plugin's manifest, `openclaw.plugin.json`: what OpenClaw reads before it loads any code. In: the catalog that
 * everything else is made of. Fields: OpenClaw 2026.9.6, docs/plugins/manifest.md; `providerAuthEnvVars` is what
 * 2026.4.15 reads in place of `setup.providers`.
 */
export function createManifest(catalog: Catalog) {
  const aliases = Object.fromEntries(catalog.aliases.map(({ name, id }) => [name, id]));
  const { method, choiceId, optionKey, flag } = authChoice;
  return {
    id: providerId,
    name: "AIsa",
    description: "AIsa provider: Qwen, DeepSeek, Kimi and Doubao with one key",
    categories: ["models"],
    providers: [providerId],
    providerAuthEnvVars: { [providerId]: [keyVariable] },
    setup: { providers: [{ id: providerId, authMethods: [method], envVars: [keyVariable] }] },
    providerAuthChoices: [
      {
        provider: providerId,
        method,
        choiceId,
        choiceLabel: english.methodLabel,
        choiceHint: english.methodHint,
        groupId: providerId,
        groupLabel: english.label,
        groupHint: english.methodHint,
        optionKey,
        cliFlag: flag,
        cliOption: `${flag} <key>`,
        cliDescription: english.methodLabel,
        appGuidedSecret: true,
        onboardingScopes: ["text-inference"],
      },
    ],
    activation: { onStartup: false, onProviders: [providerId] },
    skills: ["./templates/skill"],
    modelCatalog: {
      providers: {
        [providerId]: {
          baseUrl: defaultBaseUrl,
          api: providerApi,
          defaultModel: catalog.defaults[0],
          models: defaultModels(catalog).map(({ api: _, ...model }) => model),
        },
      },
    },
    modelIdNormalization: { providers: { [providerId]: { stripPrefixes: [`${providerId}/`], aliases } } },
    configSchema: { type: "object", additionalProperties: false, properties: {} },
  };
}
