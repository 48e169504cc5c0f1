/** A USD price per 1M tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
}

/** What one dated source says of a model. Absent figures are unknown there. */
export interface CatalogModel {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly reasoning?: boolean;
  readonly input?: readonly ("text" | "image")[];
  /** Tokens. */
  readonly contextWindow?: number;
  /** Tokens of output. */
  readonly maxTokens?: number;
  readonly price?: Price;
  /** The only temperature that the model takes, where there is such a rule. */
  readonly onlyTemperature?: number;
}

/** The catalog that ships with the package: what we know without asking the gateway. */
export interface Catalog {
  readonly models: readonly CatalogModel[];
  /** Ids of the models written by default, in order. */
  readonly defaults: readonly string[];
}
