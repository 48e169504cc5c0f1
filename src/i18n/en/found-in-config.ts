import type { Problem } from "../../core/problem/index.ts";
import type { ProblemWords } from "../words.ts";

/** Words for a place of the config that doctor found, where an error text alone knows less. */
type Words = (problem: Problem) => ProblemWords | undefined;

const refusal = "OpenClaw refuses the whole config because of it, and does not start.";

/** A place that OpenClaw does not accept. Undefined for a text that only says that there is one. */
export const schemaWords: Words = ({ params }) => {
  const { path = "a place in the config", replacement } = params;
  switch (params.variant) {
    case "unknown-key":
      return {
        title: `OpenClaw knows no ${path}`,
        detail: refusal,
        remedy: replacement ? `The key becomes ${replacement}.` : "It is removed.",
      };
    case "wrong-value":
      return {
        title: `${path} has a value that OpenClaw does not take`,
        detail: refusal,
        remedy: replacement
          ? `It becomes ${replacement}.`
          : "It is put right, or removed where nothing is right.",
      };
    case "missing":
      return { title: `${path} is missing`, detail: refusal, remedy: "The default models are entered." };
    case "include-missing":
      return {
        title: `The config includes a file that is not there: ${params.file ?? "?"}`,
        detail: refusal,
        remedy: "Create the file, or take the $include out.",
      };
    case "openclaw":
      return {
        title: `OpenClaw ${params.version ?? ""} does not accept the config`.replace("  ", " "),
        detail: "It does not start until the places that it names are right.",
        remedy: "Mend them, or ask OpenClaw again after a change:",
        commands: ["openclaw config validate"],
      };
    default:
      return undefined;
  }
};

/** The base URL that stands in the config. */
export const baseUrlWords: Words = ({ params }) => {
  const { path, replacement } = params;
  if (path === undefined) return undefined;
  if (params.variant === "plain-http")
    return {
      title: "The key goes over the network in clear text",
      detail: "The base URL begins with http:, so that everybody on the way can read the key.",
      remedy: replacement?.startsWith("https:")
        ? `It becomes ${replacement}.`
        : "Use https: if that gateway speaks it, or run it on this machine.",
    };
  const becomes = replacement ? `It becomes ${replacement}.` : "It has to end in /v1, once.";
  if (params.variant === "missing")
    return { title: "The provider has no base URL", detail: refusal, remedy: becomes };
  return {
    title: "The base URL leads to the wrong place",
    detail: "It has to be an address that ends in /v1, once, with nothing behind it.",
    remedy: becomes,
  };
};

/** The API that stands in the config. */
export const apiWords: Words = ({ params }) =>
  params.path === undefined
    ? undefined
    : {
        title: `${params.path} is not the protocol of the gateway`,
        detail: "Without it, or with another one, OpenClaw calls addresses that the gateway does not have.",
        remedy: params.model
          ? "It is removed: the provider's own counts then."
          : `It becomes ${params.expected ?? "openai-completions"}.`,
      };

/** A reference without its prefix that stands in the config. */
export const prefixWords: Words = ({ params }) =>
  params.path === undefined || params.replacement === undefined
    ? undefined
    : {
        title: `${params.model ?? "A reference"} does not name AIsa as its provider`,
        detail: "OpenClaw looks for the model at the provider in front of the first slash, or guesses one.",
        remedy: `It becomes aisa/${params.replacement}.`,
      };

/** An id out of use that stands in the config. */
export const staleWords: Words = ({ params }) =>
  params.path === undefined || params.replacement === undefined
    ? undefined
    : {
        title: `${params.model ?? "An id"} is not a model of the gateway`,
        remedy: `It becomes ${params.replacement}.`,
      };

/** A temperature that stands in the config. */
export const temperatureWords: Words = ({ params, fix }) => {
  const { model = "The model", value, expected = "1", path } = params;
  if (path === undefined || value === undefined) return undefined;
  const title = `${model} will be refused: temperature ${value} reaches it`;
  if (params.variant === "fallback")
    return {
      title,
      detail: `That agent uses ${model} as a fallback or for subagents, and its temperature is that of all its models.`,
      remedy: `Set it to ${expected} there, or let the agent fall back to another model.`,
    };
  if (fix)
    return {
      title,
      remedy: `The temperature becomes ${expected} for ${model}, and stays as it is for the others.`,
    };
  return {
    title,
    detail: "Before OpenClaw 2026.8.2 a setting for one model shuts out all that are not listed beside it.",
    remedy: `Update OpenClaw, or take ${path} out.`,
  };
};
