/** Values of parsed JSON and the paths inside them. */

export { isJsonObject, shortJson } from "./json-text.ts";
export { type DocumentPath, formatPath, readPath } from "./path.ts";
export { get, getArray, getObject, getString, isObject, type JsonObject } from "./value.ts";
