import type { explainedCodes } from "../../core/problem/index.ts";
import type { TextsOf } from "../words.ts";
import { explainedAccess } from "./explained-access.ts";
import { permissions } from "./explained-permissions.ts";
import { addIt, billing, count, doctor, host, Model, model, tool, wait } from "./explained-words.ts";
import { apiWords, baseUrlWords, schemaWords } from "./found-in-config.ts";

/** What OpenClaw and the gateway show, in plain words. */
export const explained: TextsOf<keyof typeof explainedCodes> = {
  ...explainedAccess,
  "developer-role-unsupported": (p) => ({
    title: `${Model(p)} does not know the role “developer”`,
    detail: "OpenClaw sends it instead of “system” unless the model's entry says otherwise.",
    remedy: "Have the model's entry say compat.supportsDeveloperRole: false.",
    commands: [`${doctor} --fix`],
  }),
  "unsupported-parameter": (p) => ({
    title:
      p.params.variant === "hidden"
        ? "The request was refused, and OpenClaw hides why"
        : `${Model(p)} does not take a setting of the request`,
    detail:
      p.params.variant === "hidden"
        ? "Its log has the gateway's own sentence after rawError=."
        : "The cause is in the model's params or compat in the config. Retrying does not help.",
    remedy:
      p.params.variant === "hidden"
        ? "Let doctor ask the gateway itself."
        : "Remove the setting that the text names.",
    commands: [doctor],
  }),
  "context-length-exceeded": (p) => ({
    title: `The conversation is longer than ${model(p)} can read`,
    ...(p.params.limit ? { detail: `The model reads at most ${count(p.params.limit)} tokens.` } : {}),
    remedy:
      "Send /compact or /new in the chat, or use a model with a larger context. Doctor checks contextWindow.",
    commands: [`${doctor} --fix`, `${tool} models list`],
  }),
  "max-tokens-too-large": (p) => ({
    title: `maxTokens is larger than ${model(p)} allows`,
    ...(p.params.limit
      ? { detail: `The model writes at most ${count(p.params.limit)} tokens per answer.` }
      : {}),
    remedy: "Have maxTokens of the model's entry set to what the model allows.",
    commands: [`${tool} models sync`, `${doctor} --fix`],
  }),
  "empty-content": (p) => ({
    title: `${Model(p)} answered without text`,
    detail:
      p.params.variant === "hidden"
        ? "It happens once in a while; OpenClaw says the same when the base URL leads to a web page."
        : "It happens once in a while. A reasoning model also does so when maxTokens ends before its answer begins.",
    remedy: "Try again. If it repeats, raise maxTokens, or use another model.",
    commands: [`${tool} models test`, doctor],
  }),
  "streaming-broken": () => ({
    title: "The answer broke off before its end",
    detail:
      "The connection, a proxy in between or the vendor ended the stream; or the base URL leads to a web page.",
    remedy: "Try again. If it repeats, see whether streaming works at all.",
    commands: [`${tool} models test`, doctor],
  }),
  "wrong-api-type": (p) =>
    apiWords(p) ?? {
      title: "OpenClaw speaks another protocol than the gateway",
      detail: 'AIsa\'s models are called with api: "openai-completions".',
      remedy: "Have api set so in the provider block.",
      commands: [`${doctor} --fix`],
    },
  "wrong-base-url": (p) =>
    baseUrlWords(p) ?? {
      title: "The base URL leads to the wrong place",
      detail: p.params.detail
        ? `What came: ${p.params.detail}`
        : "A 404 or a web page came instead of an answer: /v1 is missing, there twice, or the host is another.",
      remedy:
        "AIsa's base URL is https://api.aisa.one/v1. A page of Cloudflare means that a firewall refused the request.",
      commands: [`${doctor} --fix`],
    },
  "network-dns": (p) => ({
    title: `The name ${p.params.host ?? "of the gateway"} cannot be resolved`,
    detail: "The name is mistyped, the network is down, or its DNS server does not answer.",
    remedy: "Check the base URL and the network; inside Docker, the container's DNS.",
    commands: [doctor],
  }),
  "network-timeout": (p) => ({
    title: `No answer from ${host(p)} in time`,
    detail:
      p.params.variant === "hidden"
        ? "OpenClaw says the same when the connection is refused."
        : "The network, a proxy, or a model that thinks for long.",
    remedy: "Try again; if it repeats, let doctor measure each step of the way.",
    commands: [doctor],
  }),
  "network-refused": (p) => ({
    title: `No connection to ${host(p)}`,
    detail: "Nothing listens there, a firewall refuses, or the connection was cut.",
    remedy: "Check host and port of the base URL, and whether this network needs a proxy.",
    commands: [doctor],
  }),
  "tls-error": (p) => ({
    title: `The secure connection to ${host(p)} failed`,
    detail:
      "The certificate is not trusted: often a company's proxy or antivirus replaces it, or the clock is wrong.",
    remedy:
      "Have Node trust the company's certificate: NODE_EXTRA_CA_CERTS=/path/to/ca.pem. Never switch the check off.",
    commands: [doctor],
  }),
  "proxy-error": (p) => ({
    title: `The proxy${p.params.source ? ` ${p.params.source}` : ""} does not let the request through`,
    detail: "The program does not run, its port is another, or it wants a password.",
    remedy: "Start it, or correct HTTPS_PROXY; to go without, unset it or add the gateway to NO_PROXY.",
    commands: [doctor],
  }),
  "config-syntax": (p) => {
    if (p.params.variant === "empty")
      return {
        title: `${p.params.file ?? "The config file"} is empty, which OpenClaw does not accept`,
        remedy: "Delete it, or write {} into it; if something stood in it, put the last version back.",
        commands: [`${tool} undo`],
      };
    if (p.params.variant === "encoding")
      return {
        title: `${p.params.file ?? "The config file"} is not UTF-8 text`,
        detail: `It looks like ${p.params.value ?? "another encoding"}; OpenClaw reads UTF-8 alone.`,
        remedy: "Save it as UTF-8 in your editor.",
      };
    return {
      title: `${p.params.file ?? "The config file"} cannot be read: it is not valid JSON`,
      detail: p.params.detail
        ? `The parser says: ${p.params.detail}. A comma, a quote or a bracket may be missing there, or too many.`
        : "A comma, a quote or a bracket is missing or too many, near the place that the text names.",
      remedy: "Correct it there, or put back the last version that worked.",
      commands: [doctor, `${tool} undo`],
    };
  },
  "config-schema": (p) => {
    const { params } = p;
    if (params.variant === "root")
      return {
        title: `${params.file ?? "The config"} does not hold an object`,
        detail: "The whole config stands between { and }; OpenClaw takes nothing else.",
        remedy: "Put its settings between { and }, or move the file away and run the command again.",
      };
    if (params.variant === "before")
      return {
        title: "OpenClaw does not accept the config, and did not before this change either",
        detail: `It says: ${params.detail ?? "no reason"}`,
        remedy: "Our part of it stays. OpenClaw does not start until that place is mended.",
        commands: [doctor],
      };
    return (
      schemaWords(p) ?? {
        title: "OpenClaw does not accept the config",
        detail:
          "A field that the text names is unknown, at the wrong place or of the wrong type. OpenClaw does not start until it is gone.",
        remedy: "Let doctor mend the part about AIsa.",
        commands: [`${doctor} --fix`],
      }
    );
  },
  "model-not-allowed": (p) => ({
    title: `${Model(p)} is not among the models that may be used`,
    detail: "OpenClaw allows only what agents.defaults.models lists; a key can have a list of its own too.",
    remedy: `Add it to the list; if the gateway refuses it, add it to the key's list at ${billing}.`,
    commands: [addIt(p), `${doctor} --fix`],
  }),
  "upstream-5xx": (p) => ({
    title: "The gateway or the vendor behind it has a fault",
    detail:
      p.params.variant === "hidden"
        ? "OpenClaw hides the gateway's sentence: it can also be a name that the gateway does not have."
        : p.params.status
          ? `It answered ${p.params.status}. The config is not the cause.`
          : "The config is not the cause.",
    remedy: `${wait(p)} If it lasts, use another model for now.`,
    commands: [p.params.variant === "hidden" ? doctor : `${tool} models test`, `${tool} models list`],
  }),
  "content-filter": () => ({
    title: "The vendor's content filter refused the text",
    detail:
      "The question, or something earlier in the conversation, is refused. Sending it again does not help.",
    remedy: "Begin a new conversation, word it otherwise, or use a model of another vendor.",
    commands: [`${tool} models list`],
  }),
  "region-unsupported": () => ({
    title: "The service is not offered in the region that the request comes from",
    detail: "It goes by the address of this machine or of its proxy.",
    remedy: "Use a model that is offered there.",
    commands: [`${tool} models list --all`],
  }),
  "tool-call-error": (p) => ({
    title: `A tool call between OpenClaw and ${model(p)} went wrong`,
    detail: "The model does not call tools, wrote a malformed call, or the history lacks a result.",
    remedy: "Begin a new conversation with /new; if it repeats, use a model that calls tools well.",
    commands: [`${tool} models test`],
  }),
  "reasoning-content-error": (p) => ({
    title: `${Model(p)} misses its earlier reasoning in the history`,
    detail:
      "In thinking mode it wants its reasoning back with every tool call; older versions of OpenClaw leave it out.",
    remedy:
      "Begin a new conversation with /new, update OpenClaw, or switch thinking off for this model (/think off).",
    commands: [doctor],
  }),
  "image-input-unsupported": (p) => ({
    title: `${Model(p)} cannot read this image`,
    detail: "It takes text only, or not this format or address.",
    remedy: 'Set an image model that lists "image" among its inputs.',
    commands: [`${tool} models list --all`],
  }),
  other: (p) =>
    permissions[p.params.variant ?? ""] ?? {
      title: p.params.status
        ? `An answer with status ${p.params.status} that fits no known cause`
        : "This text fits no known cause",
      ...(p.params.detail ? { detail: p.params.detail } : {}),
      remedy: "Paste more of the log around it, best with rawError= in it; or let doctor look for itself.",
      commands: ["openclaw logs --follow", doctor],
    },
};
