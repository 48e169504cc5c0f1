import type { EntryFigures } from "../provider/index.ts";
import type { LiveModel } from "./live-models.ts";

/** A USD price per 1M tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
}

/** The source of a figure. `date` is YYYY-MM or YYYY-MM-DD. */
export interface Source {
  readonly date: string;
  readonly name: string;
  readonly url?: string;
}

/** A sentence in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly "zh-CN": string;
}

/** Figures of one model in one dated snapshot. Absent figures are unknown there. */
export interface Figures {
  readonly source: Source;
  readonly reasoning?: boolean;
  readonly input?: readonly ("text" | "image")[];
  /** Tokens. */
  readonly contextWindow?: number;
  /** Tokens of output. */
  readonly maxTokens?: number;
  readonly price?: Price;
}

/** Other providers with known prices. */
export type Elsewhere = "bailian" | "openrouter" | "moonshot";

/** What another provider asks: USD per 1M tokens, lowest and highest. */
export interface ComparedPrice {
  readonly provider: Elsewhere;
  readonly source: Source;
  readonly input: readonly [low: number, high: number];
  readonly output: readonly [low: number, high: number];
}

/** What a model makes. Only `chat` models can be an agent's model. */
export type ModelKind = "chat" | "image" | "video" | "translation";

/**
 * What is known of a model: the figures that are written by default, and those of the later snapshot. The figures at
 * the top are those of `source`.
 */
export interface CatalogModel extends Figures {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly kind: ModelKind;
  /** What it is for. */
  readonly use?: Bilingual;
  /** The only temperature that the model takes, where there is such a rule. */
  readonly onlyTemperature?: number;
  /** Published average, ms. */
  readonly latency?: { readonly ms: number; readonly source: Source };
  /** Ids of regions in {@link Catalog.provider}. */
  readonly regions?: readonly string[];
  /** Terms of zero data retention. */
  readonly zeroDataRetention?: { readonly terms: readonly Bilingual[]; readonly source: Source };
  readonly elsewhere: readonly ComparedPrice[];
  /** Figures of a later snapshot than `source`, where one lists the model. */
  readonly later?: Figures;
}

/** A choice of models with a name. */
export interface Preset {
  readonly name: string;
  readonly models: readonly string[];
  readonly primary: string;
  readonly fallbacks: readonly string[];
}

/** A name that people use for a model and that the gateway does not know. */
export interface Alias {
  readonly name: string;
  readonly id: string;
  /** `alias`: a nickname; `retired`: an id that the gateway answers with 503, people write it anyway. */
  readonly kind: "alias" | "retired";
  readonly source: Source;
}

/** What is known of the gateway itself. */
export interface ProviderFacts {
  readonly baseUrl: string;
  /** Where to get a key. */
  readonly keyPage: string;
  readonly pricePage: string;
  readonly regions: Readonly<Record<string, Bilingual>>;
}

/** The catalog that ships with the package: what we know without asking the gateway. */
export interface Catalog {
  readonly models: readonly CatalogModel[];
  /** Ids of the models written by default, in order. */
  readonly defaults: readonly string[];
  readonly presets: readonly Preset[];
  readonly aliases: readonly Alias[];
  /** What else the families are called, in Chinese above all. */
  readonly familyNames: Readonly<Record<string, readonly string[]>>;
  readonly provider: ProviderFacts;
}

/** A model of the catalog by its exact id. */
export function findModel(catalog: Catalog, id: string): CatalogModel | undefined {
  return catalog.models.find((model) => model.id === id);
}

const families: readonly (readonly [RegExp, string])[] = [
  [/^qw(?:en|q)/i, "Qwen"],
  [/^deepseek/i, "DeepSeek"],
  [/^(?:kimi|moonshot)/i, "Kimi"],
  [/^(?:seed|doubao)/i, "Doubao"],
  [/^(?:glm|chatglm)/i, "GLM"],
  [/^minimax/i, "MiniMax"],
  [/^claude/i, "Claude"],
  [/^(?:gpt|o\d|chatgpt|codex)/i, "GPT"],
  [/^gemini/i, "Gemini"],
  [/^grok/i, "Grok"],
  [/^wan/i, "WAN"],
  [/^mimo/i, "MiMo"],
];

/** The family of a model, by the catalog, else by how its id begins. */
export function familyOf(catalog: Catalog, id: string): string {
  const known = findModel(catalog, id)?.family ?? families.find(([start]) => start.test(id))?.[1];
  return known ?? id.split(/[-/:.]/)[0] ?? id;
}

/** The names of a family: as the catalog has it, and what else it is called. */
const namesOf = (catalog: Catalog, family: string) => [family, ...(catalog.familyNames[family] ?? [])];

/** Returns what a search for a model looks through, in lower case: its id, its name, and what its family is called. */
export function searchText(
  catalog: Catalog,
  { id, name, family }: Pick<CatalogModel, "id" | "name" | "family">,
): string {
  return [id, name, ...namesOf(catalog, family)].join(" ").toLowerCase();
}

/** Whether one of a family's names begins with a text; upper and lower case do not count. */
export function isFamily(catalog: Catalog, family: string, text: string): boolean {
  return namesOf(catalog, family).some((name) => name.toLowerCase().startsWith(text.toLowerCase()));
}

/** Returns a text in which the names of families are those of the catalog: `通义千问 max` -> `Qwen max`. */
export function withFamilyNames({ familyNames }: Catalog, text: string): string {
  const names = Object.entries(familyNames).flatMap(([family, others]) =>
    others.filter((name) => /\p{Script=Han}/u.test(name)).map((name) => [name, family] as const),
  );
  const found = names.filter(([name]) => text.includes(name)).sort(([a], [b]) => b.length - a.length)[0];
  return found ? text.replace(found[0], `${found[1]} `) : text;
}

const notForChat = /(?:^|[-_])(?:wan|image|seedream|seedance|embedding|tts|asr|rerank|whisper|video|dall-e)/i;

/** The ids that an agent can talk to: no image, video, speech or embedding models. */
export function chatModelIds(catalog: Catalog, ids: readonly string[]): string[] {
  return ids.filter((id) => {
    const kind = findModel(catalog, id)?.kind;
    return kind === undefined ? !notForChat.test(id) : kind === "chat" || kind === "translation";
  });
}

/** The ids that can be offered as a new choice: an agent can talk to them, and none is out of use. */
export function offerableIds(catalog: Catalog, ids: readonly string[]): string[] {
  const retired = new Set(catalog.aliases.filter(({ kind }) => kind === "retired").map(({ name }) => name));
  return chatModelIds(catalog, ids).filter((id) => !retired.has(id.toLowerCase()));
}

/** What is written for a model of which nothing is known: small enough that no gateway refuses it. */
export const conservative = { contextWindow: 32_768, maxTokens: 4096 } as const;

/** A figure of an entry that neither the gateway nor the catalog states. */
export type UnknownFigure = "contextWindow" | "maxTokens" | "price" | "input" | "reasoning";

/** The figures of {@link entryFigures} that are cautious ones, because nothing is known. */
export function unknownFigures(catalog: Catalog, id: string, live?: LiveModel): UnknownFigure[] {
  const model = findModel(catalog, id);
  const known: Readonly<Record<UnknownFigure, unknown>> = {
    contextWindow: live?.contextWindow ?? model?.contextWindow,
    maxTokens: live?.maxTokens ?? model?.maxTokens,
    price: live?.price ?? model?.price,
    input: model?.input,
    reasoning: model?.reasoning,
  };
  return (Object.keys(known) as UnknownFigure[]).filter((name) => known[name] === undefined);
}

/** The figures for a model's entry: what the live gateway states, else the catalog's, else conservative ones. */
export function entryFigures(catalog: Catalog, id: string, live?: LiveModel): EntryFigures {
  const model = findModel(catalog, id);
  const price: Price | undefined = live?.price ?? model?.price;
  return {
    id,
    name: model?.name ?? id,
    reasoning: model?.reasoning ?? false,
    input: model?.input ?? ["text"],
    contextWindow: live?.contextWindow ?? model?.contextWindow ?? conservative.contextWindow,
    maxTokens: live?.maxTokens ?? model?.maxTokens ?? conservative.maxTokens,
    cost: {
      input: price?.input ?? 0,
      output: price?.output ?? 0,
      cacheRead: price?.cacheRead ?? model?.price?.cacheRead ?? 0,
      cacheWrite: price?.cacheWrite ?? model?.price?.cacheWrite ?? 0,
    },
  };
}
