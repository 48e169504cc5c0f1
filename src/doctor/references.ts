import { type DocumentPath, get, getArray, getObject, getString } from "../core/json/index.ts";
import type { Catalog } from "../core/models/index.ts";
import { bareId, providerId, providerPath, toReference } from "../core/provider/index.ts";

/** A place in the config that names a model. `key`: the name is the member's key, not its value. */
export interface Reference {
  readonly path: DocumentPath;
  readonly text: string;
  readonly key: boolean;
}

/** An entry of the provider block. */
export interface Entry {
  readonly path: DocumentPath;
  readonly id: string;
  readonly value: unknown;
}

/** The entries of the provider block that have an id. */
export function entriesOf(config: unknown): Entry[] {
  const path = [...providerPath, "models"];
  return getArray(config, path).flatMap((value, index) => {
    const id = getString(value, ["id"]);
    return id === undefined ? [] : [{ path: [...path, index], id, value }];
  });
}

/** Members of the defaults and of an agent that name a model, alone or with fallbacks (all versions together). */
const settings: readonly DocumentPath[] = [
  ["model"],
  ["imageModel"],
  ["pdfModel"],
  ["utilityModel"],
  ["decisionModel"],
  ["voiceModel"],
  ["subagents", "model"],
  ["heartbeat", "model"],
  ["compaction", "model"],
  ["compaction", "memoryFlush", "model"],
];

/** Where the defaults and every agent stand. */
function owners(config: unknown): DocumentPath[] {
  const listed = getArray(config, ["agents", "list"]).map((_, index) => ["agents", "list", index]);
  const entries = Object.keys(getObject(config, ["agents", "entries"])).map((id) => [
    "agents",
    "entries",
    id,
  ]);
  return [["agents", "defaults"], ...listed, ...entries];
}

/** The places where a model setting can stand: the defaults and every agent, its heartbeat and subagents among it. */
export function settingPaths(config: unknown): DocumentPath[] {
  return owners(config).flatMap((owner) => settings.map((setting) => [...owner, ...setting]));
}

function ofList(config: unknown, path: DocumentPath): Reference[] {
  return getArray(config, path).flatMap((text, index) =>
    typeof text === "string" ? [{ path: [...path, index], text, key: false }] : [],
  );
}

function ofSetting(config: unknown, path: DocumentPath): Reference[] {
  const setting = get(config, path);
  if (typeof setting === "string") return [{ path, text: setting, key: false }];
  const primary = getString(setting, ["primary"]);
  return [
    ...(primary === undefined ? [] : [{ path: [...path, "primary"], text: primary, key: false }]),
    ...ofList(config, [...path, "fallbacks"]),
  ];
}

/** Whether a reference is in use, and not merely allowed or given parameters. */
export function isUse(reference: Reference): boolean {
  return !reference.key && !reference.path.includes("modelPolicy");
}

/** Every reference to a model in the config: settings of the defaults and the agents, `models` with its aliases, `modelPolicy.allow`. */
export function referencesOf(config: unknown): Reference[] {
  const allowed = owners(config).flatMap((owner) => ofList(config, [...owner, "modelPolicy", "allow"]));
  const keys = owners(config).flatMap((owner) => {
    const models = [...owner, "models"];
    return Object.keys(getObject(config, models)).map((text) => ({
      path: [...models, text],
      text,
      key: true,
    }));
  });
  return [...settingPaths(config).flatMap((path) => ofSetting(config, path)), ...allowed, ...keys];
}

/** The id that the gateway knows a model by: without prefix, and the successor of one that is out of use. */
export function rightId(id: string, catalog: Catalog): string {
  const bare = bareId(id);
  const known = catalog.models.some((model) => model.id === bare);
  const retired = catalog.aliases.find((alias) => alias.kind === "retired" && alias.name === bare);
  return known ? bare : (retired?.id ?? bare);
}

// Names of other vendors' models: without a prefix they are meant for those.
const ofOthers = /^(?:gpt-|chatgpt-|o\d|claude|gemini|grok)/;
// Where OpenClaw itself puts a bare id (run: `anthropic` up to 2026.3.13, `openai` since).
const strayProviders = ["openai", "anthropic"];

/** The model ids of one provider's list, as they are written. */
function idsOf(config: unknown, provider: string): Set<string> {
  const list = getArray(config, ["models", "providers", provider, "models"]);
  return new Set(list.flatMap((entry) => getString(entry, ["id"]) ?? []));
}

/** The bare id of a model of ours that a text names without our prefix. */
function strayId(text: string, catalog: Catalog, ours: Set<string>, theirs: Map<string, Set<string>>) {
  const [first = "", ...rest] = text.split("/");
  const isStray = rest.length === 1 && strayProviders.includes(first);
  const id = isStray ? (rest[0] ?? "") : text;
  const configured = ours.has(id);
  if (!isStray) {
    const known = catalog.models.some((model) => model.id === id) || rightId(id, catalog) !== id;
    return configured || (known && !ofOthers.test(id)) ? id : undefined;
  }
  const isTheirs = ofOthers.test(id) || theirs.get(first)?.has(id);
  return configured && !isTheirs ? id : undefined;
}

/**
 * Reads a config for what its references should be. Returns a function that gives the right reference for a text,
 * undefined where the text is not about this provider.
 */
export function referenceReader(config: unknown, catalog: Catalog): (text: string) => string | undefined {
  const ours = new Set(entriesOf(config).map((entry) => bareId(entry.id)));
  const theirs = new Map(strayProviders.map((provider) => [provider, idsOf(config, provider)]));
  return (text) => {
    if (text.startsWith(`${providerId}/`)) return toReference(rightId(text, catalog));
    const id = strayId(text, catalog, ours, theirs);
    return id === undefined ? undefined : toReference(rightId(id, catalog));
  };
}
