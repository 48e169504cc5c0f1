import type { TextFacts } from "../../../core/problem/index.ts";
import { grouped } from "../../grouped.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { counted } from "../counts.ts";
import { permissions } from "./permissions.ts";
import { AModel, aModel, billing, doctor, tool, wait } from "./shared.ts";

/** Words for a limit of output that an error text names. */
const largerThanAllowed = (params: TextFacts): ProblemWords => ({
  title: `maxTokens is larger than ${aModel(params)} allows`,
  ...(params.limit
    ? { detail: `The model writes at most ${counted(params.limit, "token")} in one answer.` }
    : {}),
  remedy: "Set maxTokens in the model's entry to what the model allows.",
  commands: [`${tool} models sync`, `${doctor} --fix`],
});

/** What the gateway or a model rejects in a request, and answers that are no use. */
export const requests: TextsOf<
  | "invalid-temperature"
  | "developer-role-unsupported"
  | "unsupported-parameter"
  | "context-length-exceeded"
  | "context-window-too-small"
  | "max-tokens-too-large"
  | "wrong-api-type"
  | "content-filter"
  | "region-unsupported"
  | "image-input-unsupported"
  | "insufficient-quota"
  | "rate-limited"
  | "other"
> = {
  "invalid-temperature": (params, { fix }) => {
    if (!("path" in params))
      return {
        title: `${AModel(params)} rejects the temperature in the request`,
        detail:
          "Some models accept one value only: Kimi K2.5 accepts 1. It comes from agents.defaults.params or the model's own params.",
        remedy: "Set the value that the model accepts, for this model only.",
        commands: [`${doctor} --fix`],
      };
    const { model, value, expected, path } = params;
    const title = `${model} will reject temperature ${value}`;
    if (params.variant === "fallback")
      return {
        title,
        detail: `${path} applies to all models of that agent, which uses ${model} as a fallback or for subagents.`,
        remedy: `Set it to ${expected}, or choose another model for the agent.`,
      };
    if (fix)
      return { title, remedy: `Set temperature ${expected} for ${model} only; other models keep theirs.` };
    return {
      title,
      detail:
        "Before OpenClaw 2026.8.2, a setting for one model hides every model that is not listed beside it.",
      remedy: `Update OpenClaw, or remove ${path}.`,
    };
  },
  "developer-role-unsupported": (params) => ({
    title: `${AModel(params)} does not support the role "developer"`,
    detail: 'OpenClaw sends it instead of "system" unless the entry of the model says otherwise.',
    remedy: "Set compat.supportsDeveloperRole: false in the model's entry.",
    commands: [`${doctor} --fix`],
  }),
  "unsupported-parameter": (params) =>
    params.variant === "hidden"
      ? {
          title: "The gateway rejected the request, and OpenClaw hides why",
          detail: "Its log has the gateway's own sentence after rawError=.",
          remedy: "Let doctor ask the gateway itself.",
          commands: [doctor],
        }
      : {
          title: `${AModel(params)} does not support a setting in the request`,
          detail:
            "It comes from the model's params or compat in the config, or, where the text names messages[…], from the history. Retrying does not help.",
          remedy:
            "Remove the setting that the text names; for messages[…], send /new in the chat and update OpenClaw.",
          commands: [doctor],
        },
  "context-length-exceeded": (params) => ({
    title: `The conversation is too long for ${aModel(params)}`,
    ...(params.limit ? { detail: `The model reads at most ${counted(params.limit, "token")}.` } : {}),
    remedy:
      "Send /compact or /new in the chat, or use a model with a larger context. Doctor checks contextWindow.",
    commands: [`${doctor} --fix`, `${tool} models list`],
  }),
  "context-window-too-small": ({ model, limit, replacement }) => ({
    title: `The context window of ${model} is too small for OpenClaw`,
    detail: `OpenClaw rejects every turn below ${counted(limit, "token")}: “Model context window too small”.`,
    remedy: `Set it to ${replacement}.`,
  }),
  "max-tokens-too-large": (params) =>
    "value" in params
      ? {
          title: `maxTokens of ${params.model} is larger than its context window`,
          detail: `${grouped(params.value)} of ${counted(params.limit, "token")}. The gateway rejects it, or reserves more money for a call than the account has.`,
          remedy: `Set it to ${params.replacement}.`,
          commands: [`${doctor} --fix`],
        }
      : largerThanAllowed(params),
  "wrong-api-type": (params) =>
    params.variant === "configured"
      ? {
          title: `${params.path} is not the protocol of the gateway`,
          detail:
            "Without it, or with another value, OpenClaw calls addresses that the gateway does not have.",
          remedy: params.model
            ? "Remove it; the provider's own api applies."
            : `Set it to ${params.expected}.`,
        }
      : {
          title: "OpenClaw uses a protocol that the gateway does not support",
          detail: 'AIsa needs api: "openai-completions".',
          remedy: "Set api in the provider block.",
          commands: [`${doctor} --fix`],
        },
  "content-filter": () => ({
    title: "The vendor's content filter rejected the text",
    detail:
      "It objects to the question or to something earlier in the conversation. Sending it again does not help.",
    remedy: "Start a new conversation, reword it, or use a model of another vendor.",
    commands: [`${tool} models list`],
  }),
  "region-unsupported": () => ({
    title: "The service is not available in the region of the request",
    detail: "The region is that of this machine's or its proxy's address.",
    remedy: "Use a model that is available there.",
    commands: [`${tool} models list --all`],
  }),
  "image-input-unsupported": (params) => ({
    title: `${AModel(params)} cannot read this image`,
    detail: "It supports text only, or not this format or address.",
    remedy: 'Set an image model that lists "image" among its inputs.',
    commands: [`${tool} models list --all`],
  }),
  "insufficient-quota": (params) => {
    if (params.variant === "reserve")
      return {
        title: `The balance may be too small for one call of ${params.model}`,
        detail: `The gateway reserves what the entry's maxTokens could cost: $${params.usd}.`,
        remedy: `Top up at ${billing}, or lower maxTokens in the entry.`,
      };
    if (params.variant === "period")
      return {
        title: "The plan's limit for this period is used up",
        detail:
          "It resets by itself when the period ends; the text often says when. Until then retrying does not help.",
        remedy: "Wait for the reset, raise the plan, or use a model of another provider for now.",
        commands: [`${tool} models list`],
      };
    if (params.variant === "operator")
      return {
        title: "The account behind the answer is out of credit",
        detail:
          "The sentence is a vendor's. Through AIsa the account is the gateway's, not yours; with a vendor's own key it is yours.",
        remedy:
          "Check your own balance; if it is fine, use another model for now and report it to AIsa's support.",
        commands: [doctor, `${tool} models list`],
      };
    return {
      title: "The balance or a spending cap is used up",
      detail: "The gateway reserves what maxTokens could cost: a smaller maxTokens can let the call pass.",
      remedy: `Top up, or raise the key's cap, at ${billing}. Waiting does not help.`,
      commands: [doctor],
    };
  },
  "rate-limited": (params) => ({
    title: "Too many requests in a short time",
    detail:
      params.variant === "daily"
        ? "AIsa itself has no daily limit of requests: another provider answered, or the key has a cap."
        : params.limit
          ? `The limit is ${grouped(params.limit)}. Rejected calls can count too.`
          : "Rejected calls can count too. “Load is saturated” means that the vendor behind the gateway is full.",
    remedy: `${wait(params)} If it continues, add a fallback model.`,
    commands: [`${tool} models list`],
  }),
  other: (params) =>
    (params.variant && permissions[params.variant]) ?? {
      title: params.status
        ? `An answer with status ${params.status} that matches no known cause`
        : "This text matches no known cause",
      ...(params.detail ? { detail: params.detail } : {}),
      remedy: "Paste more of the log around it, best with rawError= in it; or let doctor check.",
      commands: ["openclaw logs --follow", doctor],
    },
};
