import type {
  Alias,
  Bilingual,
  Catalog,
  CatalogModel,
  ComparedPrice,
  Elsewhere,
  Figures,
  Preset,
  Price,
  ProviderFacts,
  Source,
} from "./catalog.ts";

type Sources = Readonly<Record<string, Source>>;
type SnapshotFigures = Omit<Figures, "source" | "price">;

/** One model of `templates/catalog.json`. Figures are under the date of their snapshot. */
export interface ModelTemplate
  extends Pick<CatalogModel, "id" | "name" | "family" | "kind" | "use" | "onlyTemperature" | "regions"> {
  /** ms */
  readonly latency?: number;
  readonly zeroDataRetention?: { readonly source: string; readonly terms: readonly Bilingual[] };
  readonly figures: Readonly<Record<string, SnapshotFigures>>;
}

/** `templates/catalog.json`. `written` names the snapshot with the figures that are written by default. */
export interface CatalogTemplate {
  readonly sources: Sources;
  readonly written: string;
  readonly latencySource: string;
  readonly defaults: readonly string[];
  readonly presets: readonly Preset[];
  readonly models: readonly ModelTemplate[];
}

/** `templates/prices.json`: USD per 1M tokens. */
export interface PricesTemplate {
  readonly sources: Sources;
  readonly aisa: Readonly<Record<string, Readonly<Record<string, Price>>>>;
  readonly elsewhere: Readonly<
    Record<
      Elsewhere,
      {
        readonly source: string;
        readonly prices: Readonly<Record<string, Pick<ComparedPrice, "input" | "output">>>;
      }
    >
  >;
}

/** `templates/aliases.json`: name -> id, by the date of the source. */
export interface AliasesTemplate {
  readonly sources: Sources;
  readonly aliases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly retired: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What else the families are called. */
  readonly families: Catalog["familyNames"];
}

/** The files of `templates/` that form the catalog, next to their JSON schemas. */
export interface Templates {
  readonly catalog: CatalogTemplate;
  readonly prices: PricesTemplate;
  readonly aliases: AliasesTemplate;
  readonly provider: ProviderFacts;
}

function sourceOf(sources: Sources, date: string): Source {
  const source = sources[date];
  if (!source) throw new Error(`templates: no source of ${date}`);
  return source;
}

function figuresOf(templates: Templates, model: ModelTemplate, date: string): Figures | undefined {
  const figures = model.figures[date];
  if (!figures) return undefined;
  const price = templates.prices.aisa[date]?.[model.id];
  return { source: sourceOf(templates.catalog.sources, date), ...figures, ...(price ? { price } : {}) };
}

function comparedPrices(prices: PricesTemplate, id: string): ComparedPrice[] {
  return (["bailian", "openrouter", "moonshot"] as const).flatMap((provider) => {
    const { source, prices: known } = prices.elsewhere[provider];
    const price = known[id];
    return price ? [{ provider, source: sourceOf(prices.sources, source), ...price }] : [];
  });
}

/** The snapshot that is written wins where it knows more of a model than its name; else the latest does. */
function buildModel(templates: Templates, model: ModelTemplate): CatalogModel {
  const { written, sources, latencySource } = templates.catalog;
  const dates = Object.keys(model.figures).sort();
  const complete = model.figures[written]?.contextWindow !== undefined;
  const date = complete ? written : (dates.at(-1) ?? written);
  const latest = dates.at(-1);
  const later = latest !== undefined && latest > date ? figuresOf(templates, model, latest) : undefined;
  const { id, name, family, kind, use, onlyTemperature, latency, regions, zeroDataRetention } = model;
  return {
    id,
    name,
    family,
    kind,
    ...(use ? { use } : {}),
    ...(onlyTemperature === undefined ? {} : { onlyTemperature }),
    ...(latency === undefined ? {} : { latency: { ms: latency, source: sourceOf(sources, latencySource) } }),
    ...(regions ? { regions } : {}),
    ...(zeroDataRetention
      ? {
          zeroDataRetention: {
            terms: zeroDataRetention.terms,
            source: sourceOf(sources, zeroDataRetention.source),
          },
        }
      : {}),
    elsewhere: comparedPrices(templates.prices, id),
    ...(figuresOf(templates, model, date) ?? { source: sourceOf(sources, date) }),
    ...(later ? { later } : {}),
  };
}

function buildAliases({ sources, aliases, retired }: AliasesTemplate): Alias[] {
  const of = (kind: Alias["kind"], table: AliasesTemplate["aliases"]) =>
    Object.entries(table).flatMap(([date, names]) =>
      Object.entries(names).map(([name, id]) => ({ name, id, kind, source: sourceOf(sources, date) })),
    );
  return [...of("alias", aliases), ...of("retired", retired)];
}

/** Makes the catalog from the templates. Throws when a snapshot names a source that is not there. */
export function buildCatalog(templates: Templates): Catalog {
  const { defaults, presets, models } = templates.catalog;
  return {
    models: models.map((model) => buildModel(templates, model)),
    defaults,
    presets,
    aliases: buildAliases(templates.aliases),
    familyNames: templates.aliases.families,
    provider: templates.provider,
  };
}
