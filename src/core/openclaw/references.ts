import { type DocumentPath, get, getArray, getObject, getString } from "../json/index.ts";
import { bareId, providerId } from "../provider/index.ts";
import { agentDefaults, agentPaths } from "./agents.ts";

/** A place in the config that names a model. `key`: the name is the member's key, not its value. */
export interface ModelReference {
  readonly path: DocumentPath;
  readonly text: string;
  readonly key: boolean;
}

/** A reference to one of our models. */
export interface ModelUse extends ModelReference {
  /** Bare id. */
  readonly id: string;
}

/** Members of the defaults and of an agent that name a model, alone or with fallbacks (of all versions). */
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

const startsWith = (path: DocumentPath, start: DocumentPath) =>
  start.every((part, index) => path[index] === part);

/** The rest of a path below the defaults or below one agent; undefined elsewhere. */
function belowOwner(path: DocumentPath): DocumentPath | undefined {
  if (path[0] !== "agents") return undefined;
  if (path[1] === "defaults") return path.slice(2);
  return path[1] === "list" || path[1] === "entries" ? path.slice(3) : undefined;
}

/** Whether a setting names a model here: as a text, or as an object of any form, also one that OpenClaw rejects. */
function isNameIn(rest: DocumentPath): boolean {
  const [first, second] = rest;
  if (rest.length === 0) return true;
  if (rest.length === 1) return first === "primary" || first === "model";
  return rest.length === 2 && first === "fallbacks" && typeof second === "number";
}

/** Whether OpenClaw reads the text at a path as a model, whatever the text. Source: facts of 2026.1.30 to 2026.9.6. */
function isModelPlace(path: DocumentPath): boolean {
  const rest = belowOwner(path);
  if (rest !== undefined) {
    if (rest.length === 3 && startsWith(rest, ["modelPolicy", "allow"])) return true;
    return settings.some((one) => startsWith(rest, one) && isNameIn(rest.slice(one.length)));
  }
  if (path[0] === "hooks")
    return path.at(-1) === "model" && (path[1] === "gmail" ? path.length === 3 : path[1] === "mappings");
  // By channel and then by chat; the member is above the channels, or in each of them.
  return path[0] === "channels" && path.slice(0, -1).includes("modelByChannel");
}

/** Whether the keys of an object are models: the allowlists and parameters of the defaults and of each agent. */
function isModelKey(path: DocumentPath): boolean {
  const rest = belowOwner(path);
  return rest?.length === 2 && rest[0] === "models";
}

const referenceTo = (provider: string) => new RegExp(`^${provider.replace(/[^\w-]/g, "\\$&")}/[\\w.:/@+-]+$`);
const ours = referenceTo(providerId);
// The provider's own entries are no references, and what OpenClaw notes about itself is not ours to read.
const passedOver: readonly DocumentPath[] = [["models", "providers"], ["meta"]];
const isPassedOver = (path: DocumentPath) =>
  passedOver.some((one) => one.length === path.length && startsWith(path, one));

/** A container that is being walked through: its keys, where it has any, and the next of its members. */
interface Walked {
  readonly container: Readonly<Record<string | number, unknown>>;
  readonly keys: readonly string[] | undefined;
  readonly size: number;
  next: number;
}

/**
 * Visits a value and everything in it, in order; `isClosed` decides what is not entered. The path is one array that
 * changes on the way: a config has very many places, and few of them are kept.
 */
function walk(
  root: unknown,
  visit: (path: DocumentPath, value: unknown) => void,
  isClosed: (path: DocumentPath) => boolean = () => false,
): void {
  const path: (string | number)[] = [];
  const stack: Walked[] = [];
  const enter = (value: unknown) => {
    visit(path, value);
    if (typeof value !== "object" || value === null || isClosed(path)) {
      path.pop();
      return;
    }
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    const size = Array.isArray(value) ? value.length : (keys?.length ?? 0);
    stack.push({ container: value as Walked["container"], keys, size, next: 0 });
  };
  enter(root);
  for (let one = stack.at(-1); one; one = stack.at(-1)) {
    if (one.next === one.size) {
      stack.pop();
      path.pop();
    } else {
      const part = one.keys?.[one.next] ?? one.next;
      one.next += 1;
      path.push(part);
      enter(one.container[part]);
    }
  }
}

// Several checks ask for the references of the same config.
const referencesOf = new WeakMap<object, Map<string, readonly ModelReference[]>>();

/**
 * Returns every place that names a model, in the config's order: the known places (default model, fallbacks, agents,
 * allowlists, hooks, channels) with any text, and any other value or key that is a reference to one of our models,
 * because newer OpenClaws have places that are not known here.
 */
export function modelReferences(config: unknown, provider = providerId): readonly ModelReference[] {
  if (typeof config !== "object" || config === null) return [];
  const known = referencesOf.get(config) ?? new Map<string, readonly ModelReference[]>();
  referencesOf.set(config, known);
  const found = known.get(provider) ?? findReferences(config, provider);
  known.set(provider, found);
  return found;
}

function findReferences(config: object, provider: string): ModelReference[] {
  const found: ModelReference[] = [];
  const named = provider === providerId ? ours : referenceTo(provider);
  const visit = (path: DocumentPath, value: unknown) => {
    const last = path.at(-1);
    if (typeof last === "string" && (isModelKey(path) || named.test(last)))
      found.push({ path: [...path], text: last, key: true });
    if (typeof value === "string" && (isModelPlace(path) || named.test(value)))
      found.push({ path: [...path], text: value, key: false });
  };
  walk(config, visit, isPassedOver);
  return found;
}

/** Returns every place that names one of our models with its prefix, in the config's order. */
export function modelUses(config: unknown): ModelUse[] {
  return modelReferences(config)
    .filter((one) => ours.test(one.text))
    .map((one) => ({ ...one, id: bareId(one.text) }));
}

const owners = (config: unknown) => [agentDefaults, ...agentPaths(config)];

/** Returns the paths where the defaults and the agents can have a model setting, also those with none. */
export function settingPaths(config: unknown): DocumentPath[] {
  return owners(config).flatMap((owner) => settings.map((setting) => [...owner, ...setting]));
}

/** Returns the paths of the heartbeat's models that OpenClaw rejects: it takes a text only (all versions to 2026.9.6). */
export function wrongHeartbeats(config: unknown): DocumentPath[] {
  return owners(config)
    .map((owner) => [...owner, "heartbeat", "model"])
    .filter((path) => !["string", "undefined"].includes(typeof get(config, path)));
}

const isModelSetting = (part: unknown) => typeof part === "string" && /model|fallback|primary/i.test(part);

/** Whether a reference makes OpenClaw use the model, rather than only allow it or set its parameters. */
export function isUse({ key, path }: ModelReference): boolean {
  return !key && !path.includes("modelPolicy") && path.some(isModelSetting);
}

const anyReference = /^([\w.-]+)\/[\w.:/@+-]+$/;

/**
 * Returns every model that the config can mean, as references: those of its provider blocks, and those that its
 * agents name. Undefined if it uses a provider built into OpenClaw, whose models are nowhere in the config.
 */
export function everyModel(config: unknown): string[] | undefined {
  const providers = getObject(config, ["models", "providers"]);
  const listed = Object.entries(providers).flatMap(([provider, block]) =>
    getArray(block, ["models"]).flatMap((entry) => {
      const id = getString(entry, ["id"]);
      return id === undefined ? [] : [id.startsWith(`${provider}/`) ? id : `${provider}/${id}`];
    }),
  );
  const named: string[] = [];
  walk(get(config, ["agents"]), (path, value) => {
    if (typeof value === "string" && anyReference.test(value) && path.some(isModelSetting)) named.push(value);
  });
  const signedIn = Object.values(getObject(config, ["auth", "profiles"])).map((one) =>
    getString(one, ["provider"]),
  );
  const used = [...named.map((text) => anyReference.exec(text)?.[1]), ...signedIn];
  if (used.some((provider) => provider !== undefined && !Object.hasOwn(providers, provider)))
    return undefined;
  return [...new Set([...listed, ...named])];
}
