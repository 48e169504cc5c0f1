import { getArray, getString } from "../json/index.ts";
import { bareId, configuredIds, providerId, toReference } from "../provider/index.ts";
import type { Catalog } from "./catalog.ts";
import { indexModels, type ModelIndex, recognize } from "./model-ref.ts";

/** What decides whether an id is current. */
export interface CurrentIds {
  readonly catalog: Catalog;
  /** The bare ids that the gateway lists; absent or undefined where that is not known. */
  readonly live?: readonly string[] | undefined;
}

/** The models of the gateway's list, where it is known, and those of the catalog. */
interface Indexes {
  readonly listed: ModelIndex | undefined;
  readonly catalog: ModelIndex;
}

// One catalog, and one list, is asked about many ids.
const ofCatalog = new WeakMap<Catalog, ModelIndex>();
const ofList = new WeakMap<readonly string[], ModelIndex>();

function indexesOf({ catalog, live }: CurrentIds): Indexes {
  const known = ofCatalog.get(catalog) ?? indexModels({ catalog, configured: [] });
  ofCatalog.set(catalog, known);
  if (live === undefined) return { listed: undefined, catalog: known };
  const last = ofList.get(live);
  const listed = last?.known.catalog === catalog ? last : indexModels({ catalog, configured: [], live });
  ofList.set(live, listed);
  return { listed, catalog: known };
}

function sureReplacement(id: string, index: ModelIndex): string | undefined {
  const found = recognize(id, index);
  const isSure = found?.kind === "one" && found.via !== "exact";
  return isSure && found.id !== id ? found.id : undefined;
}

/**
 * Returns the bare id that replaces a bare one: by the alias table, or the same name in another spelling; one that the
 * gateway lists before one of the catalog. Undefined where the gateway lists the id itself, and where nothing is known
 * to replace it.
 */
export function replacementOf(id: string, current: CurrentIds): string | undefined {
  const { listed, catalog } = indexesOf(current);
  if (listed?.live.has(id)) return undefined;
  return (listed && sureReplacement(id, listed)) ?? sureReplacement(id, catalog);
}

/** Returns the id that the gateway knows a model by: bare, and the replacement of one that is out of use. */
export function currentId(id: string, current: CurrentIds): string {
  const bare = bareId(id);
  return replacementOf(bare, current) ?? bare;
}

/** Which of the requested models to set up, and what had to be changed. */
export interface Selection {
  readonly ids: readonly string[];
  /** Requested ids that the gateway now lists under another name. */
  readonly replaced: readonly { readonly from: string; readonly to: string }[];
  /** Requested ids that the gateway does not list. */
  readonly leftOut: readonly string[];
}

/** Adapts requested ids to the gateway's list: an unlisted one is replaced or left out. */
export function fitToGateway(wished: readonly string[], current: CurrentIds): Selection {
  const { live } = current;
  if (live === undefined) return { ids: [...new Set(wished)], replaced: [], leftOut: [] };
  const fitted = wished.map((from) => ({ from, to: currentId(from, current) }));
  const listed = new Set(live);
  const served = fitted.filter(({ to }) => listed.has(to));
  return {
    ids: [...new Set(served.map(({ to }) => to))],
    replaced: served.filter(({ from, to }) => from !== to),
    leftOut: fitted.filter(({ to }) => !listed.has(to)).map(({ from }) => from),
  };
}

// Names of other vendors' models: without a prefix they are meant for those.
const ofOthers = /^(?:gpt-|chatgpt-|o\d|claude|gemini|grok)/;
// Where OpenClaw itself puts a bare id (run: `anthropic` up to 2026.3.13, `openai` since).
const strayProviders = ["openai", "anthropic"];

/** The model ids of one provider's list, as they are written. */
function idsOf(config: unknown, provider: string): ReadonlySet<string> {
  const list = getArray(config, ["models", "providers", provider, "models"]);
  return new Set(list.flatMap((entry) => getString(entry, ["id"]) ?? []));
}

/** The ids that a config has: ours, bare, and those of the other providers that a stray reference can name. */
interface ConfiguredIds {
  readonly ours: ReadonlySet<string>;
  readonly theirs: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The bare id of one of our models in a text without our prefix. */
function strayId(text: string, { ours, theirs }: ConfiguredIds, current: CurrentIds): string | undefined {
  const [first = "", ...rest] = text.split("/");
  const isStray = rest.length === 1 && strayProviders.includes(first);
  const id = isStray ? (rest[0] ?? "") : text;
  const configured = ours.has(id);
  if (!isStray) {
    const { models, aliases } = current.catalog;
    // A nickname can be an alias of the user's own, or another provider's.
    const isNickname = aliases.some((one) => one.kind === "alias" && one.name === id.toLowerCase());
    const isKnown = models.some((model) => model.id === id) || replacementOf(id, current) !== undefined;
    return configured || (isKnown && !isNickname && !ofOthers.test(id)) ? id : undefined;
  }
  const isTheirs = ofOthers.test(id) || theirs.get(first)?.has(id) === true;
  return configured && !isTheirs ? id : undefined;
}

/**
 * Reads a config to correct its references. Returns a function that corrects a reference: with our prefix once, and a
 * current id. The function returns undefined if the text does not name one of our models.
 */
export function referenceReader(config: unknown, current: CurrentIds): (text: string) => string | undefined {
  const configured: ConfiguredIds = {
    ours: new Set(configuredIds(config)),
    theirs: new Map(strayProviders.map((provider) => [provider, idsOf(config, provider)])),
  };
  return (text) => {
    const id = text.startsWith(`${providerId}/`) ? text : strayId(text, configured, current);
    return id === undefined ? undefined : toReference(currentId(id, current));
  };
}
