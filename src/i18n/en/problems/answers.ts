import type { TextsOf } from "../../words.ts";
import { AModel, aModel, doctor, tool } from "./shared.ts";

const needsTools = "Use a model that calls tools well as the default.";
const testAndList = [`${tool} models test`, `${tool} models list`];

/** Answers that arrive but are of no use: empty, broken off, or with tool calls that fail. */
export const answers: TextsOf<
  "empty-content" | "streaming-broken" | "tool-call-error" | "reasoning-content-error"
> = {
  "empty-content": (params) =>
    params.variant === "once"
      ? {
          title: `${AModel(params)} answered without text once, and with text when asked again`,
          detail: "The vendor caused it, not the config; it rarely lasts.",
        }
      : {
          title: `${AModel(params)} answered without text`,
          detail:
            params.variant === "hidden"
              ? "It happens now and then; OpenClaw says the same when the base URL leads to a web page."
              : "It happens now and then. A reasoning model also does it when maxTokens ends before its answer begins, and every model when the base URL or api is wrong.",
          remedy: "Try again. If it repeats, raise maxTokens, or use another model.",
          commands: [`${tool} models test`, doctor],
        },
  "streaming-broken": (params) => {
    if (params.variant === "one-piece")
      return {
        title: `${params.model} sends its whole answer as one piece of the stream`,
        detail: "Answers arrive, but nothing is shown until they are complete.",
        remedy: "A proxy in between may collect it; if there is none, use another model for quick answers.",
        commands: [`${tool} models test`],
      };
    if (params.variant === "buffered")
      return {
        title: `The stream of ${params.model} is held back and arrives all at once`,
        detail: "Answers arrive, but nothing is shown until they are complete.",
        remedy: "A proxy in between collects it: turn its buffering off, or add the gateway to NO_PROXY.",
        commands: [`${tool} models test`],
      };
    if (params.variant === "not-streamed")
      return {
        title: "The gateway does not stream: it answered with one piece of JSON",
        detail: "OpenClaw always asks for a stream, and supports nothing else.",
        remedy: "Check that the base URL is AIsa's own, and whether a program in between changes answers.",
        commands: [doctor],
      };
    return {
      title: "The answer broke off before its end",
      detail:
        "The connection, a proxy in between or the vendor ended the stream; or the base URL leads to a web page.",
      remedy: "Try again. If it repeats, test whether streaming works at all.",
      commands: [`${tool} models test`, doctor],
    };
  },
  "tool-call-error": (params) => {
    if (params.variant === "text-instead")
      return {
        title: `${params.model} answered a request for a tool call with text`,
        detail: "It was offered one function and told to call it. An agent needs that.",
        remedy: "It can happen once. If it repeats, use a model that calls tools well as the default.",
        commands: testAndList,
      };
    if (params.variant === "broken-arguments")
      return {
        title: `${params.model} writes tool calls whose arguments are not JSON`,
        detail: "OpenClaw cannot run such a call.",
        remedy: needsTools,
        commands: testAndList,
      };
    return {
      title: `A tool call between OpenClaw and ${aModel(params)} failed`,
      detail: "The model does not call tools, wrote a malformed call, or the history lacks a result.",
      remedy: "Start a new conversation with /new; if it repeats, use a model that calls tools well.",
      commands: [`${tool} models test`],
    };
  },
  "reasoning-content-error": (params) => ({
    title: `${AModel(params)} requires its earlier reasoning, which the history lacks`,
    detail:
      "In thinking mode the model requires its reasoning with every tool call; older versions of OpenClaw leave it out.",
    remedy:
      "Start a new conversation with /new, update OpenClaw, or turn thinking off for this model (/think off).",
    commands: [doctor],
  }),
};
