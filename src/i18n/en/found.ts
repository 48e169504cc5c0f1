import type { foundCodes } from "../../core/problem/index.ts";
import type { TextsOf } from "../words.ts";
import { unwritable } from "./unwritable.ts";

/** What doctor finds, in words. */
export const found: TextsOf<keyof typeof foundCodes> = {
  "config-missing": ({ params }) => ({
    title: "OpenClaw has no config yet",
    ...(params.file ? { detail: `It would be ${params.file}.` } : {}),
    commands: ["openclaw-aisa onboard"],
  }),
  "config-unwritable": ({ params }) => ({
    title: `${params.file ?? "The config"} cannot be written`,
    ...(params.detail ? { detail: `The system says: ${params.detail}` } : {}),
    remedy: "Make the file and its folder writable for your user.",
    ...unwritable[params.variant ?? ""],
  }),
  "provider-missing": () => ({
    title: "AIsa is not in OpenClaw's config",
    commands: ["openclaw-aisa onboard"],
  }),
  "double-prefixed-id": ({ params }) => ({
    title: `The id ${params.model ?? "of a model"} carries a prefix too many`,
    detail:
      params.variant === "reference"
        ? "OpenClaw takes all that follows the first slash for the id, and the gateway knows no model with a prefix."
        : "OpenClaw sends the entry's id as it stands, and the gateway knows no model with a prefix.",
    ...(params.replacement ? { remedy: `It becomes ${params.replacement}.` } : {}),
  }),
  "misplaced-compat": ({ params }) => {
    const model = params.model ?? "a model";
    if (params.variant === "missing")
      return {
        title: `${model} does not say that it takes no developer role`,
        detail: "Some OpenClaw versions send the role developer, which the gateway refuses.",
        remedy: "compat.supportsDeveloperRole becomes false.",
      };
    return {
      title: `${params.value ?? "supportsDeveloperRole"} of ${model} stands in the wrong place`,
      detail: "OpenClaw refuses the whole config and does not start.",
      remedy:
        params.variant === "provider"
          ? "It is removed; every entry says it in its own compat."
          : "It moves into compat.",
    };
  },
  "wrong-fallback-key": ({ params }) => ({
    title: `Fallback models stand under ${params.path ?? "fallback"}, which OpenClaw does not know`,
    detail: "It refuses the whole config because of it, and does not start.",
    remedy: "The key becomes fallbacks.",
  }),
  "allowlist-hides-model": ({ params }) => ({
    title: `OpenClaw's allowlist hides ${params.models?.join(", ") ?? "a configured model"}`,
    detail: "It answers “model not allowed” for them.",
    remedy: "They are added to the list.",
  }),
  "key-not-visible-to-gateway": ({ params }) => ({
    title: "A background OpenClaw service would not see the key",
    detail: `It stands in ${params.source ?? "this shell"} alone, which a service does not have.${params.file ? ` The service: ${params.file}` : ""}`,
    remedy: "Keep it in the state directory's .env.",
    commands: ["openclaw-aisa onboard --key-storage dotenv"],
  }),
  "conflicting-keys": ({ params }) => {
    if (params.variant === "hidden")
      return {
        title: "OpenClaw keeps a sign-in for AIsa of its own",
        detail: `It uses the key of ${params.source ?? "that sign-in"}, which cannot be seen from here.`,
        remedy: "If that is another key, remove the sign-in, or put the new key into it.",
      };
    return {
      title: "Different keys are set for AIsa",
      detail:
        params.variant === "plugin"
          ? `With the plugin, ${params.source ?? "the environment"} counts before the key in the config.`
          : `OpenClaw uses the one of ${params.source ?? "the first place"}.`,
      remedy: `Keep one of them: ${params.sources?.join(", ") ?? "the one that is right"}.`,
    };
  },
  "malformed-key": ({ params }) => ({
    title: `What stands in ${params.source ?? "the key's place"} is not a bare key`,
    ...(params.sources ? { detail: `There is more around it: ${params.sources.join(", ")}.` } : {}),
    remedy: "Leave only the key itself: no quotes, no blanks, no Bearer.",
  }),
  "insecure-permissions": ({ params }) => ({
    title:
      params.count && params.count > 1
        ? `${params.count} files with a key can be read by other users`
        : `${params.file ?? "A file with a key"} can be read by other users`,
    ...(params.value && !(params.count && params.count > 1)
      ? { detail: `Its mode is ${params.value}.` }
      : {}),
    remedy: `The mode becomes ${params.expected ?? "0600"}.`,
  }),
  "key-unresolved": ({ params }) => ({
    title: `OpenClaw would send the text ${params.value ?? "of a reference"} as the key`,
    detail: `The variable ${params.source ?? "it means"} is not set, or is not written as ${params.expected ?? "${NAME}"}.`,
    commands: ["openclaw-aisa onboard"],
  }),
  "flat-env-block": ({ params }) => ({
    title: `OpenClaw refuses ${params.path ?? "a variable directly in env"} from 2026.8.2 on`,
    remedy: `It moves to ${params.replacement ?? "env.vars"}, which every version takes.`,
  }),
  "stale-agent-models": ({ params }) => ({
    title: `An agent's copy of the provider no longer matches the config${params.file ? `: ${params.file}` : ""}`,
    detail: "OpenClaw generates it. Versions up to 2026.4 can go on with the address and the key in it.",
    remedy: "The part about AIsa is removed; OpenClaw writes it anew before the next turn.",
  }),
  "clobbered-config": ({ params }) => ({
    title: "OpenClaw once put an older config back",
    ...(params.files ? { detail: `What it moved away: ${params.files.join(", ")}.` } : {}),
    remedy: "Look whether something is missing in the config; then delete the file.",
  }),
  "duplicate-entries": ({ params }) => ({
    title: `${params.model ?? "A model"} is configured more than once`,
    remedy: "The first entry stays.",
  }),
  "missing-metadata": ({ params }) => ({
    title: `The entry of ${params.model ?? "a model"} lacks ${params.sources?.join(", ") ?? "figures"}`,
    detail: "OpenClaw then guesses limits and counts no costs; without a name it refuses the config.",
    remedy: "They are added from the catalog.",
  }),
  "several-configs": ({ params }) => ({
    title: "There are other configs that OpenClaw does not read",
    ...(params.files ? { detail: `${params.files.join(", ")}; it reads ${params.file ?? "one"}.` } : {}),
  }),
  "openclaw-missing": ({ params }) => ({
    title: "There is no openclaw on PATH",
    detail: `OpenClaw${params.required ? ` ${params.required} or newer` : ""} is needed for this.`,
    commands: ["npm install -g openclaw"],
  }),
  "openclaw-too-old": ({ params }) => ({
    title: `OpenClaw ${params.version ?? ""} is too old for ${params.path ?? "this"}`.replace("  ", " "),
    ...(params.required
      ? {
          detail: `It takes ${params.required} or newer.${params.variant === "key" ? " An older one refuses the whole config and does not start." : ""}${params.variant === "plugin" ? " In an older one the plugin does nothing." : ""}`,
        }
      : {}),
    commands: ["openclaw update"],
  }),
  "openclaw-not-runnable": ({ params }) => ({
    title: "OpenClaw is there and does not run here",
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "It often needs a newer Node: OpenClaw 2026.9.6 takes Node 24.16 or newer.",
  }),
  "sign-in-inactive": ({ params }) => ({
    title: `OpenClaw keeps the AIsa sign-in ${params.value ?? ""} and does not use it`.replace("  ", " "),
    detail:
      "A model was configured already, so its onboarding saved the new key aside and ended with exit code 1.",
    remedy: "Activate it: OpenClaw tests it and uses it from then on.",
    commands: [`openclaw models auth activate ${params.value ?? "<id>"} --agent main`],
  }),
  "plugin-conflict": ({ params }) => ({
    title: `Another plugin provides ${params.provider ?? "aisa"} too: ${(params.sources ?? []).join(", ") || "?"}`,
    detail: "Which of them answers is left to OpenClaw's order of loading.",
    remedy: "Keep one of them.",
    commands: (params.sources ?? []).map((id) => `openclaw plugins disable ${id}`),
  }),
  "price-drift": ({ params }) => ({
    title: `The prices of ${params.model ?? "a model"} differ from the gateway's`,
    commands: ["openclaw-aisa models sync"],
  }),
  "captive-portal": ({ params }) => ({
    title: `A page of this network answers instead of ${params.host ?? "the gateway"}`,
    remedy: "Open a browser and sign in to the network.",
  }),
  "clock-skew": ({ params }) => ({
    title: `This machine's clock is off${params.seconds === undefined ? "" : ` by ${params.seconds} s`}`,
    remedy: "Set the clock: certificates are judged by it.",
  }),
  "unsupported-node": ({ params }) => ({
    title:
      params.variant === "openclaw"
        ? `Node ${params.version ?? ""} does not suit OpenClaw`.replace("  ", " ")
        : `Node ${params.version ?? ""} is not supported`.replace("  ", " "),
    ...(params.required ? { remedy: `Use ${params.required} or newer.` } : {}),
  }),
  "reference-without-entry": ({ params }) => ({
    title: `${params.model ?? "A model"} is used and has no entry in the config`,
    detail: "OpenClaw then knows neither its limits nor its prices, or not even the model.",
    ...(params.suggestions
      ? { remedy: `No such model is known. The nearest: ${params.suggestions.join(", ") || "none"}.` }
      : { remedy: "Its entry is added from the catalog." }),
    ...(params.suggestions ? { commands: ["openclaw-aisa models list --all"] } : {}),
  }),
  "context-window-too-small": ({ params }) => ({
    title: `The context window of ${params.model ?? "a model"} is smaller than OpenClaw works with`,
    detail: `It refuses every turn under ${params.limit ?? 16000} tokens: “Model context window too small”.`,
    remedy: `It becomes ${params.replacement ?? "the catalog's"}.`,
  }),
  "catalog-hidden": ({ params }) => ({
    title: `The provider block hides models of the plugin${params.models ? `: ${params.models.join(", ")}` : ""}`,
    detail: "Where a block lists models, OpenClaw shows those alone.",
    remedy: "They are added to the block.",
  }),
};
