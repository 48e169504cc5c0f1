/** The catalog, the live list, names, figures, and prices of models. */

export { bounds, isWithin } from "./bounds.ts";
export {
  type Bilingual,
  type Catalog,
  type CatalogModel,
  chatModelIds,
  type Elsewhere,
  entryFigures,
  familyOf,
  findModel,
  offerableIds,
  type Preset,
  type Price,
  type Source,
  searchText,
  type UnknownFigure,
  unknownFigures,
} from "./catalog.ts";
export { buildCatalog, type Templates } from "./catalog-templates.ts";
export { freeSpendingUsd, highestPrice, knownPrice, type PriceSources } from "./estimate.ts";
export { readKeptModels } from "./kept-models.ts";
export { type LiveModel, readModelList } from "./live-models.ts";
export { type BesidePrice, gatherInfo, type ModelInfo, type StatedFigures } from "./model-info.ts";
export { type KnownModels, modelToRemove, nearestModels, resolveModel } from "./model-ref.ts";
export {
  allRows,
  configuredPrice,
  configuredRows,
  filterRows,
  type ModelRow,
  type RowFilter,
  type SortKey,
  sortRows,
} from "./model-rows.ts";
export { defaultModelOf, keptProblem, type Pin, pinnedProblems, pinsOf } from "./pinned.ts";
export {
  type CostComparison,
  compareCosts,
  costOf,
  overallSaving,
  type ProviderCost,
  parseShare,
  parseTokens,
  type Range,
  splitTokens,
  type TokenUse,
  totalTokens,
  usualInputShare,
} from "./pricing.ts";
export { type CurrentIds, currentId, fitToGateway, referenceReader, replacementOf } from "./replacement.ts";
export {
  type EntryUpdate,
  type Figure,
  type FigureChange,
  newestFigures,
  type Pair,
  type SyncEntry,
  type SyncSources,
  syncLimit,
  syncPrice,
} from "./sync-figures.ts";
