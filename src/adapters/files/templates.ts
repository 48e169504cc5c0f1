import aliases from "../../../templates/aliases.json";
import models from "../../../templates/catalog.json";
import prices from "../../../templates/prices.json";
import provider from "../../../templates/provider.json";
import { buildCatalog, type Templates } from "../../core/models/index.ts";

// The JSON files are part of the bundle; their schemas are held by a test, which is what the cast rests on.
const templates = { catalog: models, prices, aliases, provider } as unknown as Templates;

/** The catalog that ships with this version. */
export const catalog = buildCatalog(templates);
