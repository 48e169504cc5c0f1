import { type DocumentPath, get, getArray, getObject, isObject } from "../json/index.ts";
import type { ValueKind } from "../problem/index.ts";
import { agentDefaults } from "./agents.ts";

/** A place whose value is of a kind that OpenClaw rejects, and the kind that it takes. */
export interface WrongShape {
  readonly path: DocumentPath;
  readonly expected: ValueKind;
}

const fits: Readonly<Record<ValueKind, (value: unknown) => boolean>> = {
  object: isObject,
  list: Array.isArray,
  text: (value) => typeof value === "string",
  model: (value) => typeof value === "string" || isObject(value),
};

// Every version takes objects here, by `openclaw config schema` of 2026.4.15 and 2026.9.6.
const objects: readonly DocumentPath[] = [
  ...["agents", "auth", "channels", "env", "gateway", "hooks", "logging", "models", "plugins"].map((name) => [
    name,
  ]),
  ["models", "providers"],
  agentDefaults,
  [...agentDefaults, "models"],
  ["agents", "entries"],
];

/** Returns the places around ours that hold a value of another kind than OpenClaw takes, from the outside in. */
export function wrongShapes(config: unknown): WrongShape[] {
  const wrong: WrongShape[] = [];
  const see = (path: DocumentPath, expected: ValueKind) => {
    const value = get(config, path);
    if (value !== undefined && !fits[expected](value)) wrong.push({ path, expected });
  };
  const seeModel = (path: DocumentPath) => {
    see(path, "model");
    if (!isObject(get(config, path))) return;
    see([...path, "primary"], "text");
    see([...path, "fallbacks"], "list");
    for (const index of getArray(config, [...path, "fallbacks"]).keys())
      see([...path, "fallbacks", index], "text");
  };
  for (const path of objects) see(path, "object");
  see(["agents", "list"], "list");
  seeModel([...agentDefaults, "model"]);
  const agents: DocumentPath[] = [
    ...[...getArray(config, ["agents", "list"]).keys()].map((index) => ["agents", "list", index]),
    ...Object.keys(getObject(config, ["agents", "entries"])).map((id) => ["agents", "entries", id]),
  ];
  for (const path of agents) {
    see(path, "object");
    seeModel([...path, "model"]);
  }
  return wrong;
}
