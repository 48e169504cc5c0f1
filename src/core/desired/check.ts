import { type DocumentPath, isObject } from "../json/index.ts";
import type { StateValue } from "../problem/index.ts";
import { nearest } from "../text/index.ts";
import { desiredShape, type ObjectShape, type Shape, type TextShape } from "./shape.ts";

/** Where a machine's key comes from. */
export type KeyWish =
  | { readonly kind: "reference"; readonly reference: string }
  | { readonly kind: "stored"; readonly from: string; readonly store: "dotenv" | "config" };

/** The models of the defaults, or of one agent. Undefined leaves what is there. */
export interface RolesWish {
  readonly primary?: string;
  readonly fallbacks?: readonly string[];
  /** The primary model was given alone, as a text. */
  readonly isPlain?: boolean;
}

/** The desired state of one profile. What is absent is left as it is. */
export interface SetupState extends RolesWish {
  readonly key?: KeyWish;
  readonly baseUrl?: string;
  readonly models?: readonly string[];
  readonly agents: ReadonlyMap<string, RolesWish>;
  readonly plugin?: boolean;
  readonly skill?: boolean;
}

/** The desired state of a machine: the profile that is used without a name, and named ones. */
export interface DesiredState {
  /** Undefined where the file names profiles alone. */
  readonly own?: SetupState;
  readonly profiles: ReadonlyMap<string, SetupState>;
}

/** Something in a desired state that cannot be applied. */
export type StateFault = { readonly path: DocumentPath } & (
  | { readonly variant: "unknown-key"; readonly suggestion?: string }
  | { readonly variant: "wrong-value"; readonly expected: StateValue }
  | { readonly variant: "missing"; readonly key: string }
  /** A key itself, where only a reference to one may be. */
  | { readonly variant: "literal-key" }
);

const wrong = (path: DocumentPath, expected: StateValue): StateFault[] => [
  { path, variant: "wrong-value", expected },
];

function textFaults(value: unknown, shape: TextShape, path: DocumentPath): StateFault[] {
  if (typeof value !== "string") return wrong(path, shape.expected);
  const fits = shape.choices?.includes(value) ?? new RegExp(shape.pattern ?? "").test(value);
  if (fits) return [];
  const isKey = shape.expected.startsWith("key-") && !/^(?:env|file|exec):/.test(value) && value.length >= 16;
  return isKey ? [{ path, variant: "literal-key" }] : wrong(path, shape.expected);
}

function objectFaults(value: unknown, shape: ObjectShape, path: DocumentPath): StateFault[] {
  if (!isObject(value)) return wrong(path, "object");
  const missing = (shape.required ?? []).filter((name) => value[name] === undefined);
  return [
    ...missing.map((key): StateFault => ({ path, variant: "missing", key })),
    ...Object.entries(value).flatMap(([name, member]): StateFault[] => {
      const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
      if (known) return faultsOf(member, known, [...path, name]);
      const [suggestion] = nearest(name.toLowerCase(), Object.keys(shape.members), 1);
      return [
        {
          path: [...path, name],
          variant: "unknown-key",
          ...(suggestion === undefined ? {} : { suggestion }),
        },
      ];
    }),
  ];
}

function mapFaults(value: unknown, names: string, of: Shape, path: DocumentPath): StateFault[] {
  if (!isObject(value)) return wrong(path, "object");
  return Object.entries(value).flatMap(([name, member]) => [
    ...(new RegExp(names).test(name) ? [] : [{ path: [...path, name], variant: "unknown-key" } as const]),
    ...faultsOf(member, of, [...path, name]),
  ]);
}

/** What of a value is not as its shape says. */
function faultsOf(value: unknown, shape: Shape, path: DocumentPath): StateFault[] {
  switch (shape.kind) {
    case "text":
      return textFaults(value, shape, path);
    case "true-or-false":
      return typeof value === "boolean" ? [] : wrong(path, "true-or-false");
    case "number":
      return value === shape.value ? [] : wrong(path, "version-1");
    case "list":
      if (!Array.isArray(value)) return wrong(path, "list");
      return value.flatMap((item, index) => faultsOf(item, shape.of, [...path, index]));
    case "either":
      return isObject(value) ? objectFaults(value, shape.object, path) : textFaults(value, shape.text, path);
    case "map":
      return mapFaults(value, shape.names, shape.of, path);
    case "object":
      return objectFaults(value, shape, path);
  }
}

/** What checking leaves certain: a value of the table's shape. */
type Raw = { readonly [name: string]: unknown };

function rolesOf(value: unknown): RolesWish {
  if (typeof value === "string") return { primary: value, isPlain: true };
  const { primary, fallbacks } = value as RolesWish;
  return { ...(primary === undefined ? {} : { primary }), ...(fallbacks === undefined ? {} : { fallbacks }) };
}

function keyOf(value: unknown): KeyWish {
  if (typeof value === "string") return { kind: "reference", reference: value };
  const { from, store = "dotenv" } = value as { readonly from: string; readonly store?: "dotenv" | "config" };
  return { kind: "stored", from, store };
}

const plainMembers = ["baseUrl", "models", "primary", "fallbacks", "plugin", "skill"];

function setupOf(value: Raw): SetupState {
  const { key, agents } = value;
  const rest = Object.fromEntries(
    plainMembers.flatMap((name) => (name in value ? [[name, value[name]]] : [])),
  );
  return {
    ...(rest as Pick<SetupState, "baseUrl" | "models" | "primary" | "fallbacks" | "plugin" | "skill">),
    ...(key === undefined ? {} : { key: keyOf(key) }),
    agents: new Map(Object.entries((agents ?? {}) as Raw).map(([id, roles]) => [id, rolesOf(roles)])),
  };
}

/** What the file says of itself, and what is not of the profile without a name. */
const frame = ["$schema", "version", "profiles"];

/** Reads a desired state, or finds what is wrong with it, in the order of the file. An empty file is an empty object. */
export function checkDesired(
  value: unknown,
): { readonly state: DesiredState } | { readonly faults: readonly StateFault[] } {
  const whole = value ?? {};
  const faults = faultsOf(whole, desiredShape, []);
  if (faults.length > 0) return { faults };
  const raw = whole as Raw;
  const profiles = Object.entries((raw["profiles"] ?? {}) as { readonly [name: string]: Raw });
  const isOwn = Object.keys(raw).some((name) => !frame.includes(name));
  return {
    state: {
      ...(isOwn ? { own: setupOf(raw) } : {}),
      profiles: new Map(profiles.map(([name, one]) => [name, setupOf(one)])),
    },
  };
}
