import type { Catalog } from "../core/catalog.ts";
import type { DocumentPath } from "../core/change.ts";
import { toReference } from "../core/plan.ts";
import { bareId, providerId, providerPath } from "../core/provider.ts";
import { get, getArray, getObject, getString } from "../core/value.ts";

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

/** The places where a model setting (`model`, `imageModel`) can stand: the defaults and every agent. */
export function settingPaths(config: unknown): DocumentPath[] {
  const listed = getArray(config, ["agents", "list"]).map((_, index) => ["agents", "list", index]);
  const entries = Object.keys(getObject(config, ["agents", "entries"])).map((id) => [
    "agents",
    "entries",
    id,
  ]);
  const owners: DocumentPath[] = [["agents", "defaults"], ...listed, ...entries];
  return owners.flatMap((owner) => ["model", "imageModel"].map((name) => [...owner, name]));
}

function ofSetting(config: unknown, path: DocumentPath): Reference[] {
  const setting = get(config, path);
  if (typeof setting === "string") return [{ path, text: setting, key: false }];
  const primary = getString(setting, ["primary"]);
  const fallbacks = getArray(setting, ["fallbacks"]).flatMap((text, index) =>
    typeof text === "string" ? [{ path: [...path, "fallbacks", index], text, key: false }] : [],
  );
  return [
    ...(primary === undefined ? [] : [{ path: [...path, "primary"], text: primary, key: false }]),
    ...fallbacks,
  ];
}

/** Every reference to a model in the config: settings of the defaults and the agents, and `agents.defaults.models`. */
export function referencesOf(config: unknown): Reference[] {
  const models: DocumentPath = ["agents", "defaults", "models"];
  return [
    ...settingPaths(config).flatMap((path) => ofSetting(config, path)),
    ...Object.keys(getObject(config, models)).map((text) => ({ path: [...models, text], text, key: true })),
  ];
}

/** The id that the gateway knows a model by: without prefix, and the successor of one that is out of use. */
export function rightId(id: string, catalog: Catalog): string {
  const bare = bareId(id);
  const known = catalog.models.some((model) => model.id === bare);
  const retired = catalog.aliases.find((alias) => alias.kind === "retired" && alias.name === bare);
  return known ? bare : (retired?.id ?? bare);
}

/** The reference that is right for a text; undefined where the text is not about this provider. */
export function rightReference(text: string, config: unknown, catalog: Catalog): string | undefined {
  if (text.startsWith(`${providerId}/`)) return toReference(rightId(text, catalog));
  const own = entriesOf(config).some((entry) => bareId(entry.id) === text);
  return own ? toReference(rightId(text, catalog)) : undefined;
}
