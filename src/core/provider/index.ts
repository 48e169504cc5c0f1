/** The provider block of AIsa: its entries, references, and base URL. */

export { defaultBaseUrl, isLoopbackUrl, normalizeBaseUrl, withVariables } from "./base-url.ts";
export {
  bareId,
  configuredIds,
  type EntryFigures,
  keyReference,
  keyVariable,
  type ModelEntry,
  modelEntries,
  modelEntry,
  type ProviderWish,
  planProvider,
  providerApi,
  providerBlock,
  providerId,
  providerPath,
  repairEntry,
  supportsDeveloperRole,
  toReference,
} from "./provider.ts";
