/** The provider block of AIsa: its entries, references, and base URL. */

export {
  defaultBaseUrl,
  hasLogin,
  isLoopbackUrl,
  normalizeBaseUrl,
  withoutLogin,
  withVariables,
} from "./base-url.ts";
export { misnamedProvider, withOwnName } from "./misnamed.ts";
export {
  bareId,
  configuredIds,
  type EntryFigures,
  fixEntry,
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
  supportsDeveloperRole,
  toReference,
} from "./provider.ts";
