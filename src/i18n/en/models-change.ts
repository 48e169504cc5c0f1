import type { Figure, UnknownFigure } from "../../core/models/index.ts";
import { counted } from "./counts.ts";

const list = (values: readonly string[]) => values.join(", ");
const are = (values: readonly string[]) => (values.length === 1 ? "is" : "are");

const unknown: Record<UnknownFigure, string> = {
  contextWindow: "context",
  maxTokens: "output limit",
  price: "price",
  input: "image support",
  reasoning: "reasoning support",
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
    already: (ids: readonly string[]) => `${list(ids)} ${are(ids)} already set up; nothing to change`,
    cautious: (id: string, names: readonly UnknownFigure[]) =>
      `${id}: ${list(names.map((name) => unknown[name]))} unknown; using safe defaults`,
    noChat: (id: string) => `${id} does not look like a chat model; agents cannot use it`,
    plugin: "The OpenClaw plugin provides the models here; they need no entries in the config.",
  },
  remove: {
    done: (ids: readonly string[]) => `${list(ids)} ${are(ids)} removed`,
    already: (ids: readonly string[]) => `${list(ids)} ${are(ids)} not set up; nothing to remove`,
    primaryNeeded: (reference: string | undefined) =>
      `A new default model${reference === undefined ? "" : ` to replace ${reference}`}`,
    askPrimary: (reference: string | undefined) =>
      `${reference ?? "The model"} is the default model. Which model replaces it?`,
    primaryGoes: (flag: string, id: string) => `${flag} ${id}: that model is being removed too`,
    agentFallsBack: (agent: string) => `Agent ${agent} used a removed model; it now uses the default model`,
    opened: "The allowlist is empty now and was removed: every model is allowed.",
    left: (paths: readonly string[]) => `Still referenced, change by hand: ${list(paths)}`,
  },
  sync: {
    figures,
    model: "Model",
    figure: "Figure",
    before: "Current",
    after: "New",
    known: "Catalog",
    source: "As of",
    gateway: "gateway",
    moved: (from: string, to: string) => `${from} is no longer available; ${to} replaces it`,
    removeThem: (ids: readonly string[]) =>
      `No replacement is known for ${list(ids)}. To remove ${ids.length === 1 ? "it" : "them"}: openclaw-aisa models remove ${ids.join(" ")}`,
    ownKept: "Set by you, kept (remove them from the config to use ours):",
    done: "The configured models are now up to date",
    nothing: "The configured models are up to date; nothing to change",
    nobody: "No AIsa models are configured; nothing to update",
    byGateway: (host: string, models: number, when: string) =>
      `Compared with the ${counted(models, "model")} that ${host} lists, checked ${when}, and the built-in catalog`,
    byCatalog: "Compared with the built-in catalog only: the gateway's list is unknown",
    offered: (count: number, ids: readonly string[]) =>
      `${count} more available with openclaw-aisa models add: ${list(ids)}${count > ids.length ? " …" : ""}`,
    pick: "More models to set up (optional)",
  },
};
