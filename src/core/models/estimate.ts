import { type Catalog, findModel, type Price } from "./catalog.ts";
import { configuredPrice } from "./model-rows.ts";

/** What 1M tokens cost, in USD. */
export type TokenPrice = Pick<Price, "input" | "output">;

/** USD that a command may spend on requests without asking. */
export const freeSpendingUsd = 0.01;

/** Where prices are known from: the gateway's own count first, then the config, then the catalog. */
export interface PriceSources {
  readonly catalog: Catalog;
  readonly config: unknown;
  readonly live?: readonly { readonly id: string; readonly price?: TokenPrice }[] | undefined;
}

/** Returns the price of a model for an upper bound of what requests cost; undefined if unknown. */
export function knownPrice(id: string, { catalog, config, live }: PriceSources): TokenPrice | undefined {
  const model = findModel(catalog, id);
  const stated = live?.find((one) => one.id === id)?.price;
  return stated ?? configuredPrice(config, id) ?? model?.later?.price ?? model?.price;
}

/** Returns the highest price known, which replaces an unknown one: a bound must not be too low. */
export function highestPrice(catalog: Catalog): TokenPrice {
  const known = catalog.models.flatMap((model) => [model.later?.price, model.price]);
  const highest = (key: keyof TokenPrice) => Math.max(...known.map((price) => price?.[key] ?? 0));
  return { input: highest("input"), output: highest("output") };
}
