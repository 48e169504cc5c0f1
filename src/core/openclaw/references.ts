import type { Change } from "../change/index.ts";
import { type DocumentPath, get, getArray, getObject, getString } from "../json/index.ts";
import { bareId, providerId, toReference } from "../provider/index.ts";

/** A place in the config that names one of our models. */
export interface ModelUse {
  readonly path: DocumentPath;
  /** Bare id. */
  readonly id: string;
  /** The name is the member's key, not its value. */
  readonly key: boolean;
}

const reference = new RegExp(`^${providerId}/[\\w.:/@+-]+$`);
// The provider's own entries are no uses, and what OpenClaw notes about itself is not ours to read.
const passedOver: readonly (readonly string[])[] = [["models", "providers"], ["meta"]];

const isPassedOver = (path: DocumentPath) =>
  passedOver.some((one) => one.length === path.length && one.every((part, index) => path[index] === part));

interface Place {
  readonly path: DocumentPath;
  readonly value: unknown;
}

/** A value and all that is in it, in its order; `isClosed` says what is not entered. */
function* walk(root: unknown, isClosed: (path: DocumentPath) => boolean = () => false): Generator<Place> {
  const stack: Place[] = [{ path: [], value: root }];
  for (let one = stack.pop(); one; one = stack.pop()) {
    const { path, value } = one;
    yield one;
    if (typeof value !== "object" || value === null || isClosed(path)) continue;
    const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [part, inner] of members.toReversed()) stack.push({ path: [...path, part], value: inner });
  }
}

/**
 * Everywhere the config names a model of ours, in its order: the default model, fallbacks, agents, the allowlist, and
 * whatever place a newer OpenClaw has for one (heartbeats, hooks, channels): any value or key that is a reference.
 */
export function modelUses(config: unknown): ModelUse[] {
  const uses: ModelUse[] = [];
  for (const { path, value } of walk(config, isPassedOver)) {
    const last = path.at(-1);
    if (typeof last === "string" && reference.test(last)) uses.push({ path, id: bareId(last), key: true });
    if (typeof value === "string" && reference.test(value))
      uses.push({ path, id: bareId(value), key: false });
  }
  return uses;
}

const anyReference = /^([\w.-]+)\/[\w.:/@+-]+$/;
const isModelSetting = (part: unknown) => typeof part === "string" && /model|fallback|primary/i.test(part);

/**
 * Every model that the config can mean, as references: those of its provider blocks, and those that its agents name.
 * Undefined where it uses a provider that OpenClaw itself knows, whose models stand nowhere in the config.
 */
export function everyModel(config: unknown): string[] | undefined {
  const providers = getObject(config, ["models", "providers"]);
  const listed = Object.entries(providers).flatMap(([provider, block]) =>
    getArray(block, ["models"]).flatMap((entry) => {
      const id = getString(entry, ["id"]);
      return id === undefined ? [] : [id.startsWith(`${provider}/`) ? id : `${provider}/${id}`];
    }),
  );
  const named = [...walk(get(config, ["agents"]))].flatMap(({ path, value }) =>
    typeof value === "string" && anyReference.test(value) && path.some(isModelSetting) ? [value] : [],
  );
  const signedIn = Object.values(getObject(config, ["auth", "profiles"])).map((one) =>
    getString(one, ["provider"]),
  );
  const used = [...named.map((text) => anyReference.exec(text)?.[1]), ...signedIn];
  if (used.some((provider) => provider !== undefined && !Object.hasOwn(providers, provider)))
    return undefined;
  return [...new Set([...listed, ...named])];
}

/** Removals in an order in which none moves what a later one means: of a list its last element first. */
export function removals(paths: readonly DocumentPath[]): Change[] {
  return [...paths].reverse().map((path) => ({ op: "remove", path }));
}

/**
 * Changes that give models another name wherever they are used; a place that would name a model twice (a list of
 * fallbacks, an allowlist) loses the older name instead. In: new ids by old ones, all bare.
 */
export function planRenames(config: unknown, names: ReadonlyMap<string, string>): Change[] {
  const [changes, renames, gone]: [Change[], Change[], DocumentPath[]] = [[], [], []];
  const taken = new Set<string>();
  for (const { path, id, key } of modelUses(config)) {
    const to = names.get(id);
    if (to === undefined) continue;
    const value = toReference(to);
    const around = get(config, path.slice(0, -1));
    const place = JSON.stringify([path.slice(0, -1), value]);
    const isListed = Array.isArray(around) && around.includes(value);
    const isKnown = key && Object.hasOwn(Object(around), value);
    if ((key || Array.isArray(around)) && (isListed || isKnown || taken.has(place))) gone.push(path);
    else if (key) renames.push({ op: "rename", path, value });
    else changes.push({ op: "set", path, value });
    taken.add(place);
  }
  return [...changes, ...renames, ...removals(gone)];
}
