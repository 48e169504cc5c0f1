import type { Change } from "../../core/change/index.ts";
import {
  type DocumentPath,
  formatPath,
  get,
  getArray,
  getString,
  isObject,
  type JsonObject,
} from "../../core/json/index.ts";
import { type Catalog, currentId, entryFigures } from "../../core/models/index.ts";
import {
  atLeast,
  compatKeys,
  entryKeys,
  type KeyTable,
  meantKey,
  newestKnown,
  primaryOf,
  providerKeys,
  wrongHeartbeats,
  wrongValues,
} from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { keyReference, modelEntry, providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, shortened, shown, withoutExcerpt } from "../config-view.ts";

interface BlockContext {
  readonly config: ConfigView;
  readonly catalog: Catalog;
  readonly version: string | undefined;
  readonly refusals: readonly string[] | undefined;
}

type Variant = "unknown-key" | "wrong-value" | "missing";

/** A place that OpenClaw rejects, and its fix. */
function refused(
  { config }: BlockContext,
  path: DocumentPath,
  variant: Variant,
  change: Change,
  more: readonly Change[] = [],
): Problem {
  const value = get(config.value, path);
  const isSecret = path.at(-1) === "apiKey";
  const isHidden = change.op === "remove" || isSecret || isObject(change.value);
  const text = JSON.stringify(isHidden ? undefined : change.value);
  const replacement = text === undefined ? {} : { replacement: shortened(text) };
  return {
    code: "config-schema",
    params: { path: formatPath(path), variant, ...replacement },
    ...(value === undefined || isSecret ? {} : { evidence: [shown(path, value)] }),
    at: withoutExcerpt(config.at(path)),
    fix: configFix(config, [change, ...more]),
  };
}

/** The right name of a misspelt key, used by a fix. */
function newNameOf({ fix }: Problem): string | undefined {
  const change = fix?.[0]?.changes[0];
  return change?.op === "rename" ? change.value : undefined;
}

/** Whether OpenClaw may reject a key as unknown: its own verdict overrides our table. */
function mayRefuse({ version, refusals }: BlockContext, name: string): boolean {
  if (refusals) return refusals.some((text) => text.includes(name));
  return version === undefined || atLeast(newestKnown, version);
}

/** The keys of one object that OpenClaw does not know: misspelled ones are corrected, others go. */
function unknownKeys(
  context: BlockContext,
  path: DocumentPath,
  table: KeyTable,
  skip: readonly string[],
): Problem[] {
  const { config, version } = context;
  const found = get(config.value, path);
  if (!isObject(found)) return [];
  return Object.keys(found).flatMap((name): Problem[] => {
    if (skip.includes(name) || name === "$include") return [];
    const required = Object.hasOwn(table, name) ? table[name] : undefined;
    if (required !== undefined) {
      if (version === undefined || atLeast(version, required)) return [];
      const place = [...path, name];
      const params = { version, required, path: formatPath(place), variant: "key" } as const;
      return [{ code: "openclaw-too-old", severity: "error", params, at: withoutExcerpt(config.at(place)) }];
    }
    if (!mayRefuse(context, name)) return [];
    const place = [...path, name];
    const meant = meantKey(name, table);
    const isFree = meant !== undefined && found[meant] === undefined;
    const change: Change = isFree
      ? { op: "rename", path: place, value: meant }
      : { op: "remove", path: place };
    return [refused(context, place, "unknown-key", change)];
  });
}

/** `compat` keys at the top level of an entry, or on the provider, have their own check. */
const misplaced = ["compat", ...Object.keys(compatKeys)];

function judgeEntry(context: BlockContext, entry: JsonObject, path: DocumentPath): Problem[] {
  const { catalog, version } = context;
  const model = currentId(getString(entry, ["id"]) ?? "", { catalog });
  const figures = entryFigures(catalog, model);
  const values = wrongValues(entry, figures, version).map(({ key, value, right }): Problem => {
    const problem = refused(context, [...path, key], "wrong-value", {
      op: "set",
      path: [...path, key],
      value: right,
    });
    // OpenClaw takes a price below zero; what it counts is wrong then.
    const isMild =
      key === "cost" && isObject(value) && Object.values(value).every((one) => typeof one === "number");
    return isMild ? { ...problem, severity: "warning" } : problem;
  });
  const own = unknownKeys(context, path, entryKeys, misplaced);
  return [...own, ...unknownKeys(context, [...path, "compat"], compatKeys, []), ...values];
}

/** An entry that is no object: a bare id becomes a whole entry, anything else is removed. */
function judgeMember(context: BlockContext, entry: unknown, path: DocumentPath): Problem[] {
  const id = typeof entry === "string" ? entry : getString(entry, ["id"]);
  if (isObject(entry) && id) return judgeEntry(context, entry, path);
  if (typeof entry === "string" && id) {
    const value = modelEntry(entryFigures(context.catalog, currentId(id, { catalog: context.catalog })));
    return [refused(context, path, "wrong-value", { op: "set", path, value })];
  }
  const named = isObject(entry) ? unknownKeys(context, path, entryKeys, misplaced) : [];
  const hasId = named.some((one) => newNameOf(one) === "id");
  return hasId ? named : [refused(context, path, "wrong-value", { op: "remove", path })];
}

const auths = ["api-key", "token", "oauth", "aws-sdk"];

function judgeBlock(context: BlockContext, block: JsonObject): Problem[] {
  const { catalog } = context;
  const problems = unknownKeys(context, providerPath, providerKeys, misplaced);
  const at = (key: string) => [...providerPath, key];
  const isMeant = (key: string) => problems.some((one) => newNameOf(one) === key);
  const set = (key: string, variant: Variant, value: unknown) => {
    if (!isMeant(key)) problems.push(refused(context, at(key), variant, { op: "set", path: at(key), value }));
  };
  const { models, apiKey, auth } = block;
  if (!Array.isArray(models)) {
    const entries = catalog.defaults.map((id) => modelEntry(entryFigures(catalog, id)));
    set("models", models === undefined ? "missing" : "wrong-value", entries);
  }
  if (isObject(apiKey) && typeof apiKey["provider"] !== "string") {
    const id = apiKey["source"] === "env" ? apiKey["id"] : undefined;
    set("apiKey", "wrong-value", typeof id === "string" ? `\${${id}}` : keyReference);
  } else if (apiKey !== undefined && typeof apiKey !== "string" && !isObject(apiKey))
    set("apiKey", "wrong-value", keyReference);
  if (auth !== undefined && !auths.includes(String(auth)))
    problems.push(refused(context, at("auth"), "wrong-value", { op: "remove", path: at("auth") }));
  return problems;
}

/** A heartbeat's model object becomes the id in it; without an id it is removed. */
function judgeHeartbeats(context: BlockContext): Problem[] {
  if (!mayRefuse(context, "heartbeat")) return [];
  return wrongHeartbeats(context.config.value).map((path) => {
    const setting = get(context.config.value, path);
    const value = primaryOf(setting) ?? getString(setting, ["model"]);
    return refused(
      context,
      path,
      "wrong-value",
      value === undefined ? { op: "remove", path } : { op: "set", path, value },
    );
  });
}

/**
 * Everything in the provider block, and the models of heartbeats, are of a kind that OpenClaw takes: its own word where
 * it can be asked, else our tables.
 */
export const schema = defineCheck({
  id: "schema",
  needs: ["config", "catalog"],
  uses: ["version", "refusals"],
  judge: ({ config, catalog, version, refusals }) => {
    const block = get(config.value, providerPath);
    if (block === undefined) return { skipped: "no-provider" };
    const context: BlockContext = { config, catalog, version, refusals };
    if (!isObject(block))
      return [refused(context, providerPath, "wrong-value", { op: "remove", path: providerPath })];
    const models = [...providerPath, "models"];
    const problems = [
      ...judgeHeartbeats(context),
      ...judgeBlock(context, block),
      ...getArray(config.value, models).flatMap((entry, index) =>
        judgeMember(context, entry, [...models, index]),
      ),
    ];
    // What the installed OpenClaw accepts is no fault of form; a wrong price is one anyway.
    return refusals?.length === 0 ? problems.filter((one) => one.severity === "warning") : problems;
  },
});
