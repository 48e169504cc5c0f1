import type { TextsOf } from "../../words.ts";
import { counted } from "../counts.ts";
import { doctor, tool } from "./shared.ts";

/** The bare id of one of our models; undefined for another provider's. */
const ourId = (reference: string) => (reference.startsWith("aisa/") ? reference.slice(5) : undefined);

const pinnedTitles = {
  stale: (count: number) =>
    `${counted(count, "session")} ${count === 1 ? "uses" : "use"} a model id that the gateway does not have`,
  unconfigured: (count: number) =>
    `${counted(count, "session")} ${count === 1 ? "uses" : "use"} a model without an entry in the config`,
  other: (count: number) =>
    `${counted(count, "session")} ${count === 1 ? "keeps" : "keep"} another model than the default`,
  left: (count: number) => `${counted(count, "session")} could not be switched to the default model`,
} as const;

/** `2026-11-28T01:54:41.000Z` as `2026-11-28 01:54 UTC`. */
const minute = (iso: string) => `${iso.slice(0, 16).replace("T", " ")} UTC`;

/** OpenClaw's state beside the config: sessions, credentials, the service, cron jobs. */
export const state: TextsOf<
  "pinned-session" | "resting-profile" | "service-key-missing" | "provider-misnamed" | "stale-cron-model"
> = {
  "pinned-session": ({ variant, count, model, detail }) => {
    const id = ourId(model);
    return {
      title: pinnedTitles[variant](count),
      detail:
        variant === "left"
          ? `Only OpenClaw's running gateway can switch them.${detail ? ` It says: ${detail}` : ""}`
          : "A model chosen in a chat is stored with its session. It overrides the default model, even after /new and a restart.",
      remedy:
        variant === "left"
          ? `Start the gateway and run the command again, or send /model ${model} in the chat.`
          : `In the chat, send /model ${model}.${id === undefined ? "" : " To switch all of them while the gateway runs:"}`,
      commands: [
        ...(variant === "left" ? ["openclaw gateway start"] : []),
        ...(id === undefined ? [] : [`${tool} models set ${id} --sessions`]),
      ],
    };
  },
  "resting-profile": (params) => {
    if (!("until" in params))
      return {
        title: `OpenClaw put the credential${params.provider ? ` of ${params.provider}` : ""} to rest and sends no requests`,
        detail:
          "After failures it refuses by itself: minutes after a rate limit, up to hours after a billing or key error. The first error in the log is the cause.",
        remedy: "Fix that cause first. `openclaw models status` shows until when the credential rests.",
        commands: [doctor, "openclaw models status"],
      };
    const { variant, id, until, reason, works } = params;
    const key =
      works === undefined
        ? ""
        : works
          ? " The gateway accepts the key now."
          : " The gateway still rejects it.";
    const first = works === false ? "Fix the cause first. " : "";
    return {
      title: `OpenClaw put ${variant === "inline" ? "the API key" : id} to rest until ${minute(until)}`,
      detail: `Reason: ${reason ?? "failed requests"}. Until then OpenClaw refuses by itself, without a request.${key}`,
      ...(variant === "older"
        ? {
            remedy: `${first}A turn that succeeds ends the rest:`,
            commands: ["openclaw agent --local --session-id wake -m hello"],
          }
        : variant === "inline"
          ? {
              remedy: `${first}Wait, or store the key as a sign-in, which OpenClaw uses at once:`,
              commands: ["openclaw models auth paste-api-key --provider aisa"],
            }
          : {
              remedy: `${first}Wait, or remove the sign-in and store the key again:`,
              commands: [
                `openclaw models auth logout ${id}`,
                "openclaw models auth paste-api-key --provider aisa",
              ],
            }),
    };
  },
  "service-key-missing": ({ variant, file, variable, stored }) => ({
    title:
      variant === "missing"
        ? `The background service lists ${variable} without a value`
        : `The background service has another ${variable} than ${stored}`,
    detail:
      variant === "missing"
        ? `It is set in ${stored}, but not in ${file}.`
        : `The value in ${file} overrides the one in ${stored}.`,
    ...(variant === "drop-in"
      ? { remedy: "Remove that line, then restart the service.", commands: ["openclaw gateway restart"] }
      : {
          remedy: "Install the service again with the key:",
          commands: ["openclaw gateway install --force"],
        }),
  }),
  "provider-misnamed": ({ variant, provider }) => ({
    title: `AIsa's provider is called ${provider} in the config, not aisa`,
    detail: `Its base URL is AIsa's. Models, prices and fixes here are for models.providers.aisa and references such as aisa/qwen3-max.`,
    ...(variant === "kept"
      ? {
          remedy: `OpenClaw has a sign-in for ${provider}, which renaming would lose. Set AIsa up as aisa, then remove ${provider}.`,
          commands: [`${tool} onboard`],
        }
      : {
          remedy: "Rename it together with every reference:",
          commands: [`${doctor} --fix`],
        }),
  }),
  "stale-cron-model": ({ id, name, model, replacement }) => ({
    title: `The cron job ${name} uses ${model}, ${replacement ? "which is not a model of the gateway" : "which has no entry in the config"}`,
    detail: "A cron job has a model of its own, which the config does not change.",
    remedy: replacement ? `Use ${replacement}.` : "Choose a model that the config lists.",
    commands: [`openclaw cron edit ${id} --model ${replacement ?? "aisa/qwen3-max"}`],
  }),
};
