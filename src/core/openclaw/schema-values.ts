import { isObject, type JsonObject } from "../json/index.ts";
import { type EntryFigures, supportsDeveloperRole } from "../provider/index.ts";
import { atLeast } from "./versions.ts";

const units: Readonly<Record<string, number>> = { "": 1, k: 1000, m: 1_000_000 };

/** `"256000"`, `"256k"` -> 256000; undefined for anything else. */
function numberIn(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const match = /^([\d_,.]+)\s*([km]?)$/i.exec(value.trim());
  const amount =
    Number(match?.[1]?.replace(/[_,]/g, "")) * (units[match?.[2]?.toLowerCase() ?? ""] ?? Number.NaN);
  return Number.isFinite(amount) ? amount : undefined;
}

const isCount = (value: unknown) => typeof value === "number" && Number.isFinite(value) && value > 0;

/** A count of tokens: positive; one that was written as text is read, anything else becomes the catalog's. */
function tokens(value: unknown, otherwise: number): unknown {
  if (isCount(value)) return value;
  const meant = numberIn(value);
  return isCount(meant) ? meant : otherwise;
}

function truth(value: unknown, otherwise: boolean): boolean {
  if (typeof value === "boolean") return value;
  return value === "true" || value === "false" ? value === "true" : otherwise;
}

/** What a model takes; `video` and `audio` are known from 2026.6.11 on. */
function inputs(value: unknown, version: string | undefined): unknown {
  const late = version === undefined || atLeast(version, "2026.6.11") ? ["video", "audio"] : [];
  const listed = [value].flat();
  const known = listed.filter((one) => ["text", "image", ...late].includes(String(one)));
  if (Array.isArray(value) && known.length === listed.length) return value;
  return known.length > 0 ? known : ["text"];
}

/** Prices: numbers, none below zero. What is no price becomes the catalog's; a member that is missing stays so. */
function prices(value: unknown, figures: EntryFigures["cost"]): unknown {
  if (!isObject(value)) return figures;
  const right = Object.entries(value).map(([name, price]) => {
    const known = figures[name as keyof EntryFigures["cost"]];
    if (known === undefined || (typeof price === "number" && price >= 0)) return [name, price];
    return [name, numberIn(price) ?? known];
  });
  return Object.fromEntries(right);
}

function compat(value: unknown, id: string): unknown {
  if (!isObject(value)) return { supportsDeveloperRole: supportsDeveloperRole(id) };
  const role = value["supportsDeveloperRole"];
  if (role === undefined) return value;
  return { ...value, supportsDeveloperRole: truth(role, supportsDeveloperRole(id)) };
}

const rules: Readonly<Record<string, (value: unknown, figures: EntryFigures, version?: string) => unknown>> =
  {
    name: (value, figures) => (typeof value === "string" && value !== "" ? value : figures.name),
    reasoning: (value, figures) => truth(value, figures.reasoning),
    input: (value, _, version) => inputs(value, version),
    contextWindow: (value, figures) => tokens(value, figures.contextWindow),
    maxTokens: (value, figures) => tokens(value, figures.maxTokens),
    cost: (value, figures) => prices(value, figures.cost),
    compat: (value, figures) => compat(value, figures.id),
  };

/** A member of an entry whose value OpenClaw rejects or misreads, and the right value. */
export interface WrongValue {
  readonly key: string;
  readonly value: unknown;
  readonly right: unknown;
}

/** The members of an entry that have a wrong value. In: what is known of its model, and OpenClaw's version if known. */
export function wrongValues(
  entry: JsonObject,
  figures: EntryFigures,
  version: string | undefined,
): WrongValue[] {
  return Object.entries(rules).flatMap(([key, rule]) => {
    const value = entry[key];
    if (value === undefined) return [];
    const right = rule(value, figures, version);
    return JSON.stringify(right) === JSON.stringify(value) ? [] : [{ key, value, right }];
  });
}
