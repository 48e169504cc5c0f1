import { Failure, type Problem } from "../../core/problem/index.ts";
import { withOwnName } from "../../core/provider/index.ts";
import { isAboutKey } from "../../doctor/answer-problems.ts";
import { chooseAsked } from "../../doctor/asked.ts";
import {
  type Facts,
  type FactTypes,
  FactUnavailable,
  type Gatherers,
  type Target,
} from "../../doctor/facts.ts";
import { failedStep } from "../../doctor/gateway-facts.ts";
import type { Context, Gateway } from "../../ports.ts";
import { baseUrlInForce } from "../connection.ts";
import { outcomeOf, probeChats, probeModel } from "./chats.ts";
import { traceAnswer, traceRoute } from "./network.ts";

/** What an earlier look of the same run learned, for the look after a fix. */
export interface EarlierLook {
  readonly target: Target;
  readonly facts: Pick<FactTypes, "route" | "network" | "models" | "balance" | "chats">;
}

// The first request may show that every chat would be rejected; most gateways answer within this time.
const headStartMs = 300;

function firstOf<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    const end = () => clearTimeout(timer);
    work.then(resolve, reject).finally(end);
  });
}

/** The gateway as it is configured; FactUnavailable where there is no way to it, or no request can be made. */
async function openGateway(context: Context, facts: Facts): Promise<Gateway> {
  const target = await facts.get("target");
  if (failedStep(await facts.get("route"))) throw new FactUnavailable("network");
  try {
    return await context.gateway(target);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // The checks of key and base URL report what is wrong with them.
    throw new FactUnavailable(error.problem.code === "malformed-key" ? "no-key" : "no-base-url");
  }
}

/** The gateway for chats, which count against the user's limit: undefined if all are known to be rejected. */
async function gatewayForChats(context: Context, facts: Facts): Promise<Gateway> {
  const gateway = await openGateway(context, facts);
  const models = await firstOf(facts.get("models"), headStartMs);
  if (models && !models.ok && isAboutKey(models.problem)) throw new FactUnavailable("key-refused");
  return gateway;
}

async function askForModels(gateway: Gateway): Promise<FactTypes["models"]> {
  const ask = async () => {
    const ignored: Problem[] = [];
    const outcome = await outcomeOf(gateway.models((one) => ignored.push(one)));
    return { ...outcome, ignored };
  };
  const first = await ask();
  // new-api calls a good key unavailable once in a while: that is only believed twice.
  return first.ok || first.problem.code !== "key-expired-or-disabled" ? first : ask();
}

/** The config with AIsa's block under its own name, so that requests go where that leads, with its key. */
const configOf = async (context: Context, facts: Facts) =>
  withOwnName((await facts.get("config")).value, context.env["AISA_BASE_URL"]);

/** What an earlier look learned, where requests still go to the same place with the same key. */
async function stillKnown(facts: Facts, earlier: EarlierLook | undefined) {
  const target = await facts.find("target");
  const same = target?.apiKey === earlier?.target.apiKey && target?.baseUrl === earlier?.target.baseUrl;
  return same ? earlier?.facts : undefined;
}

/** The facts about the way to the gateway and the account there. */
export function accountGatherers(
  context: Context,
  options: { readonly offline?: boolean },
  earlier: EarlierLook | undefined,
): Pick<Gatherers, "route" | "network" | "models" | "balance"> {
  const baseUrl = async (facts: Facts) => baseUrlInForce(context, await configOf(context, facts));
  return {
    route: async (facts) => {
      if (options.offline) throw new FactUnavailable("offline");
      return (await stillKnown(facts, earlier))?.route ?? traceRoute(context, await baseUrl(facts));
    },
    network: async (facts) => {
      const route = await facts.get("route");
      const known = await stillKnown(facts, earlier);
      return known?.network ?? traceAnswer(context, route, await baseUrl(facts));
    },
    models: async (facts) => {
      const gateway = await openGateway(context, facts);
      return (await stillKnown(facts, earlier))?.models ?? askForModels(gateway);
    },
    balance: async (facts) => {
      const gateway = await openGateway(context, facts);
      return (await stillKnown(facts, earlier))?.balance ?? outcomeOf(gateway.balance());
    },
  };
}

/** The facts about the models, had by asking them. */
export function chatGatherers(
  context: Context,
  options: { readonly all?: boolean },
  earlier: EarlierLook | undefined,
): Pick<Gatherers, "asked" | "chats" | "probes"> {
  return {
    asked: async (facts) => {
      const sources = { catalog: await context.catalog(), config: await configOf(context, facts) };
      const asked = chooseAsked(sources.config, sources, options.all ?? context.options.yes);
      if (asked.models.length === 0) throw new FactUnavailable("no-models");
      return asked;
    },
    chats: async (facts) => {
      const [{ models }, config] = [await facts.get("asked"), await configOf(context, facts)];
      const gateway = await gatewayForChats(context, facts);
      const known = (await stillKnown(facts, earlier))?.chats ?? [];
      const good = known.filter((one) => one.outcome.ok && one.empty === 0);
      return probeChats(gateway, models, config, new Map(good.map((one) => [one.model, one])));
    },
    probes: async (facts) => {
      const [model = ""] = (await facts.get("asked")).models;
      const gateway = await gatewayForChats(context, facts);
      return probeModel(gateway, model, await configOf(context, facts));
    },
  };
}

/** What a look learned of the gateway; undefined where it did not get that far. */
export async function learned(facts: Facts): Promise<EarlierLook | undefined> {
  try {
    const [target, route, network] = await Promise.all([
      facts.get("target"),
      facts.get("route"),
      facts.get("network"),
    ]);
    const [models, balance, chats] = await Promise.all([
      facts.get("models"),
      facts.get("balance"),
      facts.get("chats"),
    ]);
    return models.ok ? { target, facts: { route, network, models, balance, chats } } : undefined;
  } catch {
    return undefined; // the checks have said why a fact could not be had; it is asked for again
  }
}
