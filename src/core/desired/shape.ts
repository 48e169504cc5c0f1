import type { StateValue } from "../problem/index.ts";

interface Described {
  /** English, for the published schema. */
  readonly description?: string;
}

/** A text: one that matches `pattern`, where there is one. */
export interface TextShape extends Described {
  readonly kind: "text";
  readonly expected: StateValue;
  readonly pattern?: string;
  readonly choices?: readonly string[];
  readonly examples?: readonly string[];
}
/** An object with known members. */
export interface ObjectShape extends Described {
  readonly kind: "object";
  readonly members: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
}
/** An object with names of the user's own; each matches `names`. */
interface MapShape extends Described {
  readonly kind: "map";
  readonly names: string;
  readonly of: Shape;
}
interface ListShape extends Described {
  readonly kind: "list";
  readonly of: Shape;
}
interface YesNoShape extends Described {
  readonly kind: "true-or-false";
}
interface NumberShape extends Described {
  readonly kind: "number";
  readonly value: number;
}
/** A text, or an object that says more. */
interface EitherShape extends Described {
  readonly kind: "either";
  readonly text: TextShape;
  readonly object: ObjectShape;
}

/** What a part of the desired state may be: the one table behind the checks, the types' values and the JSON schema. */
export type Shape = TextShape | ObjectShape | MapShape | ListShape | YesNoShape | NumberShape | EitherShape;

const model: TextShape = {
  kind: "text",
  expected: "model",
  pattern: "\\S",
  description: "A model as `models set` takes it, such as qwen3-max.",
  examples: ["qwen3-max", "kimi-k2.5"],
};

const roles = {
  primary: { ...model, description: "The default model." },
  fallbacks: {
    kind: "list",
    of: model,
    description: "Fallback models in this order. Those of other providers stay behind them.",
  },
} as const;

const key: EitherShape = {
  kind: "either",
  description:
    "Where the key comes from. Without it the key stays as it is. The key itself never belongs here.",
  text: {
    kind: "text",
    expected: "key-reference",
    pattern: "^(env:[A-Z_][A-Z0-9_]*|(file|exec):(/|~/|[A-Za-z]:[\\\\/]).+)$",
    description:
      "A reference that OpenClaw resolves when it starts: env:NAME, file:/path or exec:/path arguments.",
    examples: ["env:AISA_API_KEY", "file:/run/secrets/aisa"],
  },
  object: {
    kind: "object",
    members: {
      from: {
        kind: "text",
        expected: "key-source",
        pattern: "^(env:[A-Z_][A-Z0-9_]*|file:.+)$",
        description: "Read the key from a variable or a file when the state is applied.",
        examples: ["file:/run/secrets/aisa"],
      },
      store: {
        kind: "text",
        expected: "dotenv-or-config",
        choices: ["dotenv", "config"],
        description: "Where to store it: the state directory's .env (default), or the config.",
      },
    },
    required: ["from"],
  },
};

const setup = {
  key,
  baseUrl: {
    kind: "text",
    expected: "url",
    pattern: "^https?://",
    description: "Base URL of the gateway.",
    examples: ["https://api.aisa.one/v1"],
  },
  models: {
    kind: "list",
    of: model,
    description:
      "AIsa's models in the config: exactly these, and those that primary, fallbacks and agents name. Others of AIsa are removed; other providers stay.",
  },
  ...roles,
  agents: {
    kind: "map",
    names: "\\S",
    of: { kind: "either", text: model, object: { kind: "object", members: roles } },
    description: "The models of single agents, by agent id. Agents that are not named stay as they are.",
  },
  plugin: { kind: "true-or-false", description: "Whether OpenClaw has the plugin of this package." },
  skill: { kind: "true-or-false", description: "Whether agents have the skill that teaches this tool." },
} as const satisfies { readonly [name: string]: Shape };

/** The desired state of one machine. */
export const desiredShape: ObjectShape = {
  kind: "object",
  members: {
    $schema: { kind: "text", expected: "url", description: "The address of this schema, for editors." },
    version: { kind: "number", value: 1, description: "The version of this format." },
    ...setup,
    profiles: {
      kind: "map",
      names: "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$",
      of: { kind: "object", members: setup },
      description: "Further profiles of OpenClaw by name, each with a state of its own.",
    },
  },
};
