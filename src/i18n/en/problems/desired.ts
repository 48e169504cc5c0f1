import type { ParamsOf, StateValue } from "../../../core/problem/index.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { join, tool } from "./shared.ts";

const values: Readonly<Record<StateValue, string>> = {
  object: "an object",
  list: "a list",
  "true-or-false": "true or false",
  model: "the name of a model",
  "key-reference": "env:NAME, file:/path, exec:/path, or an object with from and store",
  "key-source": "env:NAME or file:/path",
  "dotenv-or-config": "dotenv or config",
  url: "a URL that starts with http:// or https://",
  "version-1": "1",
};

function invalid(params: ParamsOf<"state-invalid">): ProblemWords {
  switch (params.variant) {
    case "syntax":
      return {
        title: `${params.file} is neither valid YAML nor JSON5`,
        detail: `The parser says: ${params.detail}.`,
      };
    case "unknown-key":
      return {
        title: `Unknown key ${params.path} in ${params.file}`,
        ...(params.suggestion === undefined ? {} : { remedy: `Did you mean ${params.suggestion}?` }),
      };
    case "wrong-value":
      return {
        title: `Invalid value of ${params.path || params.file}: it must be ${values[params.expected]}`,
      };
    case "missing":
      return { title: `${params.path} lacks the key ${params.key}` };
    case "literal-key":
      return {
        title: `${params.path} holds a key itself`,
        detail: "This file is meant to be shared. A key does not belong in it.",
        remedy: "Store the key in a file or a variable, and write file:/path or env:NAME here.",
      };
    case "needs-primary":
      return {
        title: `The default model ${params.model} is not in ${params.path}`,
        remedy: "Add it there, or name another default model with primary.",
      };
    case "no-such-profile":
      return {
        title: `${params.file} has no profile ${params.profile}`,
        remedy: params.profiles.length === 0 ? "It names no profiles." : `It has ${join(params.profiles)}.`,
      };
  }
}

/** Desired states, and configs that are printed. */
export const desired: TextsOf<"state-invalid" | "key-in-output"> = {
  "state-invalid": (params) => ({ ...invalid(params), commands: [`${tool} export`] }),
  "key-in-output": ({ path, count }) => ({
    title: "The config holds secrets, which are never printed",
    detail:
      count === 1 ? `The secret is at ${path}.` : `The first one is at ${path}; there are ${count} of them.`,
    remedy:
      "Replace each secret with a reference such as ${NAME}. For the AIsa key, --key-ref does that; --fragment prints only AIsa's part.",
    commands: [`${tool} onboard --print --fragment --key-ref env:AISA_API_KEY`],
  }),
};
