import type { ParamsOf } from "../../../core/problem/index.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { counted } from "../counts.ts";
import { AModel, addModel, aModel, billing, doctor, join, rightName, setTo, some, tool } from "./shared.ts";

function notServed(params: ParamsOf<"model-not-found">): ProblemWords {
  const { model, replacement, variant, count } = params;
  if (variant === "several")
    return {
      title: `The gateway does not serve ${count === undefined ? "several configured models" : counted(count, "configured model")}`,
      detail: "They are not in its list, or no channel serves them now.",
      remedy: "Compare them with the models that it lists.",
      commands: [`${tool} models list --all`],
    };
  if (variant === "known")
    return {
      title: `The gateway lists ${aModel(params)}, but no channel serves it now`,
      detail: "The name is right. The vendor behind it is down, or the key's group does not include it.",
      remedy: "Try again later, or use another model for now.",
      commands: [`${tool} models test`, `${tool} models list`],
    };
  if (variant === "needs-prefix" && model)
    return {
      title: `The gateway lists ${model}; OpenClaw calls it aisa/${model}`,
      detail:
        "In the config, a reference to a model starts with aisa/. If it does already, the key may not use this model.",
      remedy: `Write aisa/${model}.`,
      commands: [`${tool} models set ${model}`, doctor],
    };
  if (variant === "prefix-sent" && replacement)
    return {
      title: `The gateway was asked for ${aModel(params)}, with OpenClaw's prefix`,
      detail: "Ids in the provider block have no prefix: OpenClaw adds aisa/ itself.",
      remedy: `Its id in the provider block is ${replacement}.`,
      commands: [`${doctor} --fix`],
    };
  return {
    title: model ? `The gateway has no model called ${model}` : "The gateway does not serve this model",
    detail:
      variant === "hidden"
        ? "OpenClaw hides the gateway's own sentence. Usually the name is wrong; it can also be an outage."
        : "It is not an outage: waiting or retrying does not help.",
    ...rightName(params),
  };
}

/** Names of models: unknown to the gateway, to OpenClaw, or to us. */
export const models: TextsOf<
  | "no-available-channel"
  | "model-not-found"
  | "missing-prefix"
  | "stale-model-id"
  | "double-prefixed-id"
  | "model-not-allowed"
  | "allowlist-hides-model"
  | "unknown-model"
  | "model-not-configured"
  | "ambiguous-model"
  | "reference-without-entry"
  | "duplicate-entries"
  | "missing-metadata"
  | "catalog-hidden"
  | "models-not-asked"
  | "price-drift"
  | "gateway-lists-nothing"
  | "model-list-partly-ignored"
> = {
  "no-available-channel": notServed,
  "model-not-found": notServed,
  "missing-prefix": (params) =>
    params.variant === "configured"
      ? {
          title: `${params.model} does not name AIsa as its provider`,
          detail: "OpenClaw takes the text before the first slash as the provider, or guesses one.",
          remedy: `Change it to aisa/${params.replacement}.`,
        }
      : {
          title: `OpenClaw looks for ${aModel(params)} at the wrong provider`,
          detail:
            "A reference to a model is the provider, a slash and the id. Without aisa/ OpenClaw guesses.",
          remedy: params.replacement ? `Use aisa/${params.replacement}.` : "Put aisa/ in front of it.",
          commands: [params.replacement ? setTo(params) : `${doctor} --fix`],
        },
  "stale-model-id": (params) =>
    params.variant === "configured"
      ? {
          title: `${params.model} is not a model of the gateway`,
          remedy: `Change it to ${params.replacement}.`,
        }
      : {
          title: `${AModel(params)} is no longer available`,
          detail: "The vendor withdrew or replaced this id. Retrying does not help.",
          ...rightName(params),
        },
  "double-prefixed-id": ({ variant, model, replacement }) => ({
    title: `Model id ${model} has a redundant prefix`,
    detail:
      variant === "reference"
        ? "OpenClaw takes everything after the first slash as the id, and the gateway lists no model with a prefix."
        : "OpenClaw sends the id of the entry unchanged, and the gateway lists no model with a prefix.",
    remedy: `Change it to ${replacement}.`,
  }),
  "model-not-allowed": (params) => ({
    title: `${AModel(params)} is not on the list of allowed models`,
    detail: "OpenClaw allows only what agents.defaults.models lists; a key can have such a list too.",
    remedy: `Add it to OpenClaw's list; if the gateway rejects it, add it to the key's list at ${billing}.`,
    commands: [addModel(params), `${doctor} --fix`],
  }),
  "allowlist-hides-model": ({ models }) => ({
    title: `OpenClaw's allowlist hides ${join(models)}`,
    detail: "OpenClaw answers “model not allowed” for a model that its allowlist lacks.",
    remedy: "Add the missing models to the allowlist.",
  }),
  "unknown-model": ({ model, suggestions, unlisted }) => ({
    title: `No model is called ${model}`,
    detail: [
      suggestions.length > 0 ? `Nearest: ${join(suggestions)}` : "No known name is similar.",
      ...(unlisted === undefined ? [] : [`The gateway's own list was not searched: ${unlisted}`]),
    ].join("\n"),
    commands: [`${tool} models list --all`],
  }),
  "model-not-configured": ({ model, suggestions }) => ({
    title: `${model} is not configured; nothing was removed`,
    detail: suggestions.length > 0 ? `Nearest: ${join(suggestions)}` : "No configured model is similar.",
    remedy: "Name the model by its id.",
    commands: [...suggestions.slice(0, 1).map((id) => `${tool} models remove ${id}`), `${tool} models list`],
  }),
  "ambiguous-model": ({ model, models }) => ({
    title: `${model} matches several models`,
    detail: `It can be: ${join(models)}`,
    remedy: "Name one of them.",
  }),
  "reference-without-entry": ({ model, suggestions }) =>
    suggestions === undefined
      ? {
          title: `${model} is in use but has no entry in the config`,
          detail: "OpenClaw then does not know its limits or prices, or does not find the model at all.",
          remedy: "Add its entry from the catalog.",
        }
      : {
          title: `${model} is in use but has no entry in the config`,
          detail: "OpenClaw then does not know its limits or prices, or does not find the model at all.",
          remedy: `No model of that name is known. Nearest: ${join(suggestions) || "none"}.`,
          commands: [`${tool} models list --all`],
        },
  "duplicate-entries": ({ model }) => ({
    title: `${model} is configured more than once`,
    remedy: "Keep the first entry.",
  }),
  "missing-metadata": ({ model, keys }) => ({
    title: `The entry of ${model} lacks ${join(keys)}`,
    detail: "OpenClaw then guesses the limits and counts no costs; without a name it rejects the config.",
    remedy: "Add them from the catalog.",
  }),
  "catalog-hidden": ({ models }) => ({
    title: `The provider block hides models of the plugin: ${join(models)}`,
    detail: "Where a block lists models, OpenClaw shows only those.",
    remedy: "Add them to the block.",
  }),
  "models-not-asked": ({ models }) => ({
    title: `${counted(models.length, "configured model was", "configured models were")} not tested with a request`,
    detail: `Doctor tests the default model, its fallbacks and ten others, and spends at most $0.01. Left out: ${some(models)}.`,
    remedy: "To test every model:",
    commands: [`${doctor} --all`],
  }),
  "price-drift": (params) =>
    params.variant === "newer-list"
      ? {
          title: `AIsa's price list of ${params.date} has other prices for ${counted(params.models.length, "configured model")}`,
          detail: "OpenClaw counts costs with the config's prices (input / output for 1M tokens).",
          remedy: "Compare before you rely on them; AIsa bills its own prices.",
          commands: [`${tool} models list`],
        }
      : {
          title: `The prices of ${params.model} differ from the gateway's`,
          commands: [`${tool} models sync`],
        },
  "model-list-partly-ignored": ({ ignored }) => ({
    title: `Ignored ${counted(ignored.length, "invalid entry", "invalid entries")} in the gateway's model list`,
    detail: some(ignored),
    remedy: "Tell whoever runs the gateway. The catalog's values replace the invalid ones.",
  }),
  "gateway-lists-nothing": (params) =>
    params.variant === "none-of-ours"
      ? {
          title: `${params.url} serves none of the models to set up`,
          detail: `It serves: ${join(params.models)}`,
          remedy: "Name the ones to set up with --models, or take them all with --models all.",
          commands: [`${tool} models list --all`],
        }
      : {
          title: `${params.url} lists no models`,
          detail: "The gateway accepted the key, but the key may not use any of its models.",
          remedy: "Check the key's list of models where you created the key.",
        },
};
