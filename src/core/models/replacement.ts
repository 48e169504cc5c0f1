import { getArray, getString } from "../json/index.ts";
import { bareId, configuredIds, providerId, toReference } from "../provider/index.ts";
import type { Catalog } from "./catalog.ts";
import { resolveModel } from "./model-ref.ts";

/** What decides whether an id is current. */
export interface CurrentIds {
  readonly catalog: Catalog;
  /** The bare ids that the gateway lists; absent or undefined where that is not known. */
  readonly live?: readonly string[] | undefined;
}

function sureReplacement(id: string, catalog: Catalog, live?: readonly string[]): string | undefined {
  const resolution = resolveModel(id, { catalog, configured: [], ...(live ? { live } : {}) });
  const isSure = resolution.kind === "one" && ["retired", "alias", "spelling"].includes(resolution.via);
  return isSure && resolution.id !== id ? resolution.id : undefined;
}

/**
 * Returns the bare id that replaces a bare one: by the alias table, or the same name in another spelling; one that the
 * gateway lists before one of the catalog. Undefined where the gateway lists the id itself, and where nothing is known
 * to replace it.
 */
export function replacementOf(id: string, { catalog, live }: CurrentIds): string | undefined {
  if (live?.includes(id)) return undefined;
  return (live && sureReplacement(id, catalog, live)) ?? sureReplacement(id, catalog);
}

/** Returns the id that the gateway knows a model by: bare, and the replacement of one that is out of use. */
export function currentId(id: string, current: CurrentIds): string {
  const bare = bareId(id);
  return replacementOf(bare, current) ?? bare;
}

/** Which of the wished models to set up, and what had to be changed. */
export interface Selection {
  readonly ids: readonly string[];
  /** Wished ids that the gateway serves under another name now. */
  readonly replaced: readonly { readonly from: string; readonly to: string }[];
  /** Wished ids that the gateway does not serve at all. */
  readonly leftOut: readonly string[];
}

/** Fits wished ids to what the gateway lists: one that it does not list is replaced, or left out. */
export function fitToGateway(wished: readonly string[], current: CurrentIds): Selection {
  const { live } = current;
  if (live === undefined) return { ids: [...new Set(wished)], replaced: [], leftOut: [] };
  const fitted = wished.map((from) => ({ from, to: currentId(from, current) }));
  const served = fitted.filter(({ to }) => live.includes(to));
  return {
    ids: [...new Set(served.map(({ to }) => to))],
    replaced: served.filter(({ from, to }) => from !== to),
    leftOut: fitted.filter(({ to }) => !live.includes(to)).map(({ from }) => from),
  };
}

// Names of other vendors' models: without a prefix they are meant for those.
const ofOthers = /^(?:gpt-|chatgpt-|o\d|claude|gemini|grok)/;
// Where OpenClaw itself puts a bare id (run: `anthropic` up to 2026.3.13, `openai` since).
const strayProviders = ["openai", "anthropic"];

/** The bare id of a model of ours that a text names without our prefix. */
function strayId(text: string, config: unknown, current: CurrentIds): string | undefined {
  const [first = "", ...rest] = text.split("/");
  const isStray = rest.length === 1 && strayProviders.includes(first);
  const id = isStray ? (rest[0] ?? "") : text;
  const configured = configuredIds(config).includes(id);
  if (!isStray) {
    const { models, aliases } = current.catalog;
    // A nickname can be an alias of the user's own, or another provider's.
    const isNickname = aliases.some((one) => one.kind === "alias" && one.name === id.toLowerCase());
    const isKnown = models.some((model) => model.id === id) || replacementOf(id, current) !== undefined;
    return configured || (isKnown && !isNickname && !ofOthers.test(id)) ? id : undefined;
  }
  const theirs = getArray(config, ["models", "providers", first, "models"]);
  const isTheirs = ofOthers.test(id) || theirs.some((entry) => getString(entry, ["id"]) === id);
  return configured && !isTheirs ? id : undefined;
}

/**
 * Returns the reference that a text should be: with our prefix once, and a current id. Undefined where the text does
 * not name a model of ours.
 */
export function rightReference(text: string, config: unknown, current: CurrentIds): string | undefined {
  const id = text.startsWith(`${providerId}/`) ? text : strayId(text, config, current);
  return id === undefined ? undefined : toReference(currentId(id, current));
}
