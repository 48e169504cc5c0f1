import { get, getArray, getString } from "../json/index.ts";
import { type Temperature, temperaturesReaching } from "../openclaw/index.ts";
import { bareId, providerPath } from "../provider/index.ts";
import { type Catalog, type CatalogModel, type ComparedPrice, conservative, findModel } from "./catalog.ts";
import type { LiveModel } from "./live-models.ts";
import { configuredPrice, type ListSources, type ModelRow, rowOf } from "./model-rows.ts";
import { type Range, savingAgainst } from "./pricing.ts";

/** Figures of a model as one place states them; what it does not state is absent. */
export interface StatedFigures {
  /** `catalog` and `later` have a date; `gateway` is its list, `config` the entry that OpenClaw counts with. */
  readonly from: "catalog" | "later" | "gateway" | "config" | "conservative";
  readonly date?: string | undefined;
  readonly contextWindow?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly input?: readonly string[] | undefined;
  readonly reasoning?: boolean | undefined;
  readonly price?:
    | { readonly input: number; readonly output: number; readonly cacheRead?: number }
    | undefined;
}

/** Another provider's price and how much less AIsa asks: 0.4 is 40 %, negative is more expensive. */
export type BesidePrice = ComparedPrice & { readonly saving: Range | undefined };

/** Everything that is known of one model. */
export interface ModelInfo {
  readonly row: ModelRow;
  readonly model: CatalogModel | undefined;
  readonly figures: readonly StatedFigures[];
  readonly beside: readonly BesidePrice[];
  /** Names that mean this model. */
  readonly aliases: readonly string[];
  /** Ids that people write for it and that the gateway does not serve. */
  readonly retired: readonly string[];
  /** Temperatures of the config that reach it. */
  readonly temperatures: readonly Temperature[];
}

function configFigures(config: unknown, id: string): StatedFigures[] {
  const entry = getArray(config, [...providerPath, "models"]).find(
    (one) => bareId(getString(one, ["id"]) ?? "") === id,
  );
  if (entry === undefined) return [];
  const number = (key: string) => {
    const value = get(entry, [key]);
    return typeof value === "number" ? value : undefined;
  };
  const reasoning = get(entry, ["reasoning"]);
  const input = getArray(entry, ["input"]).filter((kind) => typeof kind === "string");
  return [
    {
      from: "config",
      contextWindow: number("contextWindow"),
      maxTokens: number("maxTokens"),
      input: input.length > 0 ? input : undefined,
      reasoning: typeof reasoning === "boolean" ? reasoning : undefined,
      price: configuredPrice(config, id),
    },
  ];
}

function liveFigures(stated: LiveModel | undefined): StatedFigures[] {
  const { contextWindow, maxTokens, price } = stated ?? {};
  if (contextWindow === undefined && maxTokens === undefined && price === undefined) return [];
  return [{ from: "gateway", contextWindow, maxTokens, price }];
}

function catalogFigures(model: CatalogModel | undefined): StatedFigures[] {
  if (model === undefined) return [{ from: "conservative", ...conservative }];
  const { source, later, contextWindow, maxTokens, input, reasoning, price } = model;
  const written = { contextWindow, maxTokens, input, reasoning, price };
  return [
    { from: "catalog", date: source.date, ...written },
    ...(later ? [{ from: "later" as const, date: later.source.date, ...later }] : []),
  ];
}

function besideOf(model: CatalogModel | undefined): BesidePrice[] {
  return (model?.elsewhere ?? []).map((theirs) => {
    const { price } = model ?? {};
    if (!price) return { ...theirs, saving: undefined };
    const input = savingAgainst(price.input, theirs.input).share;
    const output = savingAgainst(price.output, theirs.output).share;
    return { ...theirs, saving: [Math.min(input[0], output[0]), Math.max(input[1], output[1])] };
  });
}

function namesOf(catalog: Catalog, id: string, kind: "alias" | "retired"): string[] {
  return catalog.aliases.filter((alias) => alias.id === id && alias.kind === kind).map((alias) => alias.name);
}

/** Gathers everything that catalog, config and gateway state about a model, given by its bare id. */
export function gatherInfo(id: string, sources: ListSources): ModelInfo {
  const { catalog, config, live } = sources;
  const model = findModel(catalog, id);
  const stated = live?.find((one) => one.id === id);
  return {
    row: rowOf(id, sources),
    model,
    figures: [...catalogFigures(model), ...liveFigures(stated), ...configFigures(config, id)],
    beside: besideOf(model),
    aliases: namesOf(catalog, id, "alias"),
    retired: namesOf(catalog, id, "retired"),
    temperatures: temperaturesReaching(config, id),
  };
}
