import type { Balance } from "../core/gateway/index.ts";
import { type Catalog, currentId, findModel, nearestModels } from "../core/models/index.ts";
import {
  type DiagnosedProblem,
  isDiagnosed,
  type Problem,
  type ProblemCode,
  type TextFacts,
} from "../core/problem/index.ts";
import { bareId, modelEntries } from "../core/provider/index.ts";
import type { ConfigView } from "./config-view.ts";
import type { SkipCause } from "./facts.ts";
import type { NetworkSteps, Outcome } from "./gateway-facts.ts";
import { isWayOpen } from "./way.ts";

/** What else is known when a chat has failed. */
export interface ChatCircumstances {
  /** Ids that the gateway lists; undefined where it gave no list. */
  readonly list: readonly string[] | undefined;
  readonly config: ConfigView;
  readonly catalog: Catalog;
  readonly balance?: Balance;
}

const aboutKey: readonly ProblemCode[] = ["invalid-key", "missing-key", "key-expired-or-disabled"];

/** Whether a problem is a rejected key, whatever the key is used for. */
export function isAboutKey({ code }: Problem): boolean {
  return aboutKey.includes(code);
}

// How new-api, one-api and AIsa themselves reject a key; any other complaint about keys is a vendor's.
const gatewaysOwn =
  /invalid token|无效的令牌|token not provided|未提供令牌|令牌|token (?:has expired|status|quota)|(?:invalid|missing|revoked)_api_key/i;

const noAnswer: readonly ProblemCode[] = [
  "network-dns",
  "network-timeout",
  "network-refused",
  "tls-error",
  "proxy-error",
];

/** Whether a problem is that no answer came. */
export function isNoAnswer({ code }: Problem): boolean {
  return noAnswer.includes(code);
}

/** Whether a problem is that the gateway has no model of that name, or nothing that serves it. */
export function isNotServed({ code }: Problem): boolean {
  return code === "no-available-channel" || code === "model-not-found";
}

/** Why the checks after the model list were skipped when all of them failed as the list did. */
export function skippedFor(
  models: Outcome<unknown> | undefined,
  network: NetworkSteps | undefined,
): SkipCause | undefined {
  if (!isWayOpen(network)) return "network";
  if (models === undefined || models.ok) return undefined;
  if (isAboutKey(models.problem)) return "key-refused";
  return isNoAnswer(models.problem) ? "network" : "same-cause";
}

/**
 * Behind a gateway a vendor's complaint about key or bill concerns the operator's account: the user's own key has just
 * been taken for the model list.
 */
function isOperators(problem: Problem, { list }: ChatCircumstances): boolean {
  if (list === undefined || !isAboutKey(problem)) return false;
  return !(problem.evidence ?? []).some((words) => gatewaysOwn.test(words));
}

/** Where names are known from: the gateway's list, undefined where it gave none, and the catalog. */
type KnownNames = Pick<ChatCircumstances, "list" | "catalog">;

/** Under which name the gateway has the model, or that it has it and nothing serves it now. */
function nameParams(model: string, { list, catalog }: KnownNames): TextFacts {
  const right = currentId(model, { catalog });
  if (bareId(model) !== model) return { variant: "prefix-sent", replacement: right };
  if (list?.includes(model)) return { variant: "known" };
  if (right !== model) return { replacement: right };
  if (list) return { suggestions: nearestModels(model, list) };
  return findModel(catalog, model) ? { variant: "known" } : {};
}

/**
 * Returns a failed model request together with what is known of the model's name: whether the gateway lists it, or
 * the right id.
 */
export function withName(problem: Problem, model: string, known: KnownNames): Problem {
  if (!isDiagnosed(problem) || !isNotServed(problem)) return problem;
  return { ...problem, params: { ...problem.params, model, ...nameParams(model, known) } };
}

/** The evidence, saying of which model it is where its own words do not. */
function namedIn({ evidence = [] }: Problem, model: string): readonly string[] {
  const [first, ...rest] = evidence;
  if (evidence.some((words) => words.includes(model))) return evidence;
  return first === undefined ? [bareId(model)] : [`${bareId(model)}: ${first}`, ...rest];
}

/** A failed chat's problem with what the other answers tell of its cause. In: the id as it was sent. */
export function refine(problem: Problem, model: string, around: ChatCircumstances): Problem {
  if (!isDiagnosed(problem)) return problem;
  const { config, balance } = around;
  const known: DiagnosedProblem = { ...problem, params: { ...problem.params, model } };
  if (isOperators(problem, around)) return { ...known, params: { ...known.params, variant: "operator" } };
  if (problem.code === "insufficient-quota" && problem.params.variant !== "operator" && balance) {
    const evidence = [`balance: ${balance.available} ${balance.currency}`, ...(problem.evidence ?? [])];
    return { ...known, evidence };
  }
  if (!isNotServed(problem)) return { ...known, evidence: namedIn(problem, model) };
  const entry = modelEntries(config.value).find((one) => one.id === model);
  return {
    ...withName(known, model, around),
    ...(entry ? { at: config.at([...entry.path, "id"]) } : {}),
  };
}
