import { get, isObject } from "../json/index.ts";
import { type Bound, bounds, isWithin } from "./bounds.ts";
import { isUsableId, type LiveModel } from "./live-models.ts";

const optional = (value: unknown, fits: (value: unknown) => boolean) => value === undefined || fits(value);
const tokens = (bound: Bound) => (value: unknown) => isWithin(value, bound);
const isText = (value: unknown) => typeof value === "string";
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isPrice = (value: unknown) =>
  isWithin(get(value, ["input"]), bounds.price) && isWithin(get(value, ["output"]), bounds.price);

/** Whether a value has the shape and the bounds of the result of `readModelList`. */
function isLiveModel(value: unknown): value is LiveModel {
  return (
    isObject(value) &&
    isUsableId(value["id"]) &&
    optional(value["ownedBy"], isText) &&
    optional(value["endpointTypes"], isTexts) &&
    optional(value["contextWindow"], tokens(bounds.contextWindow)) &&
    optional(value["maxTokens"], tokens(bounds.maxTokens)) &&
    optional(value["price"], isPrice)
  );
}

/**
 * Reads models from a cache file, which another version of this program or someone else may have written. Skips what
 * is no model; returns an empty list for anything but a list, or for one that is too long.
 */
export function readKeptModels(value: unknown): LiveModel[] {
  if (!Array.isArray(value) || !isWithin(value.length, bounds.models)) return [];
  return value.filter(isLiveModel).map(({ id, ownedBy, endpointTypes, contextWindow, maxTokens, price }) => ({
    id,
    ...(ownedBy === undefined ? {} : { ownedBy }),
    ...(endpointTypes === undefined ? {} : { endpointTypes }),
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(price === undefined ? {} : { price: { input: price.input, output: price.output } }),
  }));
}
