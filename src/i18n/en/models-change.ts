import type { Figure, UnknownFigure } from "../../core/models/index.ts";
import { counted } from "./counts.ts";

const list = (values: readonly string[]) => values.join(", ");
const are = (values: readonly string[]) => (values.length === 1 ? "is" : "are");

const unknown: Record<UnknownFigure, string> = {
  contextWindow: "its context",
  maxTokens: "its output limit",
  price: "its price",
  input: "whether it takes images",
  reasoning: "whether it reasons",
};
const figures: Record<Figure, string> = {
  price: "price",
  contextWindow: "context",
  maxTokens: "output limit",
};

/** Words of `models add`, `models remove` and `models sync`. */
export const modelsChange = {
  add: {
    done: (ids: readonly string[]) => `${list(ids)} ${are(ids)} set up`,
    already: (ids: readonly string[]) => `${list(ids)} ${are(ids)} set up already; nothing to change`,
    cautious: (id: string, names: readonly UnknownFigure[]) =>
      `${id}: nobody states ${list(names.map((name) => unknown[name]))}; cautious figures stand in`,
    noChat: (id: string) => `${id} does not seem to be a chat model: an agent cannot talk with it`,
    plugin: "The OpenClaw plugin provides the models here, so none needs an entry in the config.",
  },
  remove: {
    done: (ids: readonly string[]) => `${list(ids)} ${are(ids)} removed`,
    already: (ids: readonly string[]) => `${list(ids)} ${are(ids)} not set up; nothing to remove`,
    primaryNeeded: (reference: string | undefined) =>
      `Another default model${reference === undefined ? "" : ` instead of ${reference}`}`,
    askPrimary: (reference: string | undefined) =>
      `${reference ?? "The model"} is the default one. Which model takes its place?`,
    primaryGoes: (flag: string, id: string) => `${flag} ${id}: that one is to be removed itself`,
    agentFallsBack: (agent: string) =>
      `The agent ${agent} had a removed model; it uses the default model now`,
    opened: "The allowlist held nothing else. It is gone: every model may be used now.",
    left: (paths: readonly string[]) => `Still named, change it by hand: ${list(paths)}`,
  },
  sync: {
    figures,
    model: "Model",
    figure: "Figure",
    before: "Now",
    after: "New",
    known: "Known",
    source: "As of",
    gateway: "gateway",
    moved: (from: string, to: string) => `${from} is out of use; ${to} takes its place`,
    removeThem: (ids: readonly string[]) =>
      `Nothing is known to replace ${list(ids)}. To take ${ids.length === 1 ? "it" : "them"} out: openclaw-aisa models remove ${ids.join(" ")}`,
    ownKept: "Set by you, and kept (take them out of the config to have ours):",
    done: "The configured models are up to date now",
    nothing: "The configured models are up to date; nothing to change",
    nobody: "No model of AIsa is configured; nothing to bring up to date",
    byGateway: (host: string, models: number, when: string) =>
      `Held against the ${counted(models, "model")} that ${host} lists, asked ${when}, and the catalog`,
    byCatalog: "Held against the catalog alone: the gateway's list is not known",
    offered: (count: number, ids: readonly string[]) =>
      `${count} more to set up with openclaw-aisa models add: ${list(ids)}${count > ids.length ? " …" : ""}`,
    pick: "More models to set up (none is fine)",
  },
};
