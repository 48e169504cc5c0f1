import { bareId } from "../provider/index.ts";
import { hasWords, nearest, searchWords } from "../text/index.ts";
import { type Catalog, familyOf, findModel, offerableIds, searchText, withFamilyNames } from "./catalog.ts";

/**
 * How a text came to mean a model: it is the id; another spelling of it; a nickname; an id that the gateway
 * does not serve; the model's display name; or the beginning of exactly one.
 */
export type Via = "exact" | "spelling" | "alias" | "retired" | "name" | "start";

/** What a text means. */
export type Resolution =
  | { readonly kind: "one"; readonly id: string; readonly via: Via }
  | { readonly kind: "several"; readonly ids: readonly string[] }
  | { readonly kind: "none"; readonly nearest: readonly string[] };

/** Where models are known from. All ids bare. */
export interface KnownModels {
  readonly catalog: Catalog;
  /** Ids of the entries in the provider block. */
  readonly configured: readonly string[];
  /** The gateway's list; undefined if it was not requested. If present, only listed models are available. */
  readonly live?: readonly string[];
}

/** Letters and digits only: case, spaces, dots and dashes do not distinguish names. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function one(ids: readonly string[] | undefined, via: Via): Resolution | undefined {
  if (ids === undefined) return undefined;
  const [id, ...others] = unique(ids);
  if (id === undefined) return undefined;
  return others.length === 0 ? { kind: "one", id, via } : { kind: "several", ids: unique(ids) };
}

const isFamilyName = ({ familyNames }: Catalog, family: string, folded: string) =>
  [family, ...(familyNames[family] ?? [])].some((name) => fold(name) === folded);

/** The models that a text with Chinese in it finds in a list, as `豆包 1.8` does. */
function foundBySearch(text: string, { catalog, configured }: KnownModels, all: readonly string[]) {
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  const words = searchWords(text);
  const has = (id: string) => {
    const name = findModel(catalog, id)?.name ?? "";
    return hasWords(searchText(catalog, { id, name, family: familyOf(catalog, id) }), words);
  };
  return one(configured.filter(has), "start") ?? one(offerableIds(catalog, all).filter(has), "start");
}

/** The models that a beginning, or a family's name, can mean: a configured one first, none that is out of use. */
function startingWith(folded: string, known: KnownModels, all: readonly string[]): Resolution | undefined {
  if (folded.length < 3) return undefined;
  const named = new Set(
    known.catalog.models
      .filter(
        (model) => isFamilyName(known.catalog, model.family, folded) || fold(model.name).startsWith(folded),
      )
      .map((model) => model.id),
  );
  const matches = (id: string) => fold(id).startsWith(folded) || named.has(id);
  const inUse = offerableIds(known.catalog, all);
  return one(known.configured.filter(matches), "start") ?? one(inUse.filter(matches), "start");
}

/** Known models, ready for many questions. */
export interface ModelIndex {
  readonly known: KnownModels;
  /** All ids, each once. */
  readonly all: readonly string[];
  readonly served: ReadonlySet<string>;
  readonly live: ReadonlySet<string>;
  /** The ids by their letters and digits. */
  readonly byFold: ReadonlyMap<string, readonly string[]>;
  /** The replacements of ids that are out of use. */
  readonly retired: ReadonlyMap<string, string>;
  /** The served models of the catalog's other names, by the letters and digits of these. */
  readonly aliases: Readonly<Record<AliasKind, ReadonlyMap<string, readonly string[]>>>;
}

type AliasKind = Catalog["aliases"][number]["kind"];

/** Adds an id to those of a name. */
function addTo(ids: Map<string, string[]>, name: string, id: string): void {
  const known = ids.get(name);
  if (known) known.push(id);
  else ids.set(name, [id]);
}

/** Indexes known models, so that recognizing an id takes no look at each of them. */
export function indexModels(known: KnownModels): ModelIndex {
  const { catalog, configured, live } = known;
  const all = unique([...configured, ...(live ?? catalog.models.map((model) => model.id))]);
  const byFold = new Map<string, string[]>();
  for (const id of all) addTo(byFold, fold(id), id);
  const served = new Set(all);
  const aliases = { alias: new Map<string, string[]>(), retired: new Map<string, string[]>() };
  for (const { kind, id, name } of catalog.aliases) if (served.has(id)) addTo(aliases[kind], fold(name), id);
  const retired = new Map(catalog.aliases.filter((a) => a.kind === "retired").map((a) => [a.name, a.id]));
  return { known, all, served, live: new Set(live), byFold, retired, aliases };
}

/** Returns the model that a bare id is, is another spelling of, or is replaced by; undefined where it is none of these. */
export function recognize(id: string, index: ModelIndex): Resolution | undefined {
  const { served, live, byFold, retired, aliases } = index;
  const replacement = retired.get(id.toLowerCase());
  if (live.has(id) || (served.has(id) && replacement === undefined)) return { kind: "one", id, via: "exact" };
  if (replacement !== undefined && served.has(replacement))
    return { kind: "one", id: replacement, via: "retired" };
  if (served.has(id)) return { kind: "one", id, via: "exact" };
  const folded = fold(id);
  if (folded === "") return undefined;
  return (
    one(byFold.get(folded), "spelling") ??
    one(aliases.alias.get(folded), "alias") ??
    one(aliases.retired.get(folded), "retired")
  );
}

/**
 * Understands a model as people write it: with or without the prefix (even twice), in any case and spacing, by
 * nickname, by display name, by an id that is out of use, or by the beginning of its id.
 * With `live` given, only what the gateway lists, or is configured, is an answer.
 */
export function resolveModel(text: string, known: KnownModels): Resolution {
  const id = withFamilyNames(known.catalog, bareId(text)).trim();
  const index = indexModels(known);
  const folded = fold(id);
  const recognized = recognize(id, index);
  if (recognized !== undefined) return recognized;
  if (folded === "") return { kind: "none", nearest: [] };
  const named = known.catalog.models
    .filter((model) => fold(model.name) === folded && index.served.has(model.id))
    .map((model) => model.id);
  const found =
    one(named, "name") ?? startingWith(folded, known, index.all) ?? foundBySearch(text, known, index.all);
  return found ?? { kind: "none", nearest: nearestModels(id, index.all) };
}

/** Returns the nearest ids by spelling, best first, at most three. */
export function nearestModels(text: string, ids: readonly string[]): string[] {
  return nearest(
    bareId(text)
      .toLowerCase()
      .replace(/[\s_]+/g, "-"),
    ids,
    3,
  );
}

/** What a text means where models are removed: `guess` is what it may mean, and needs a yes. */
export type RemovalMeaning =
  | { readonly kind: "one"; readonly id: string }
  | { readonly kind: "guess"; readonly ids: readonly string[] }
  | { readonly kind: "none"; readonly nearest: readonly string[] };

/**
 * Resolves a model that is to be removed. Only its id, another spelling of it or its display name match; a retired id
 * means itself and never its replacement; a nickname or a prefix is a guess, since its meaning changes once a model
 * is removed. In: the bare ids that can be removed. An `id` that is not among them is not configured.
 */
export function modelToRemove(text: string, removable: readonly string[], catalog: Catalog): RemovalMeaning {
  const id = bareId(text);
  if (removable.includes(id)) return { kind: "one", id };
  const folded = fold(id);
  const spelled = unique(removable.filter((candidate) => folded !== "" && fold(candidate) === folded));
  if (spelled.length > 1) return { kind: "guess", ids: spelled };
  if (spelled[0] !== undefined) return { kind: "one", id: spelled[0] };
  const isRetired = catalog.aliases.some((a) => a.kind === "retired" && fold(a.name) === folded);
  if (folded !== "" && isRetired) return { kind: "one", id };
  const wide = resolveModel(text, { catalog, configured: removable });
  if (wide.kind === "one" && ["exact", "spelling", "name"].includes(wide.via))
    return { kind: "one", id: wide.id };
  const here = resolveModel(text, { catalog, configured: removable, live: removable });
  if (here.kind === "one") return { kind: "guess", ids: [here.id] };
  if (here.kind === "several") return { kind: "guess", ids: here.ids };
  return { kind: "none", nearest: nearestModels(id, removable) };
}
