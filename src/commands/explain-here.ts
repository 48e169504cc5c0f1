import type { DiagnosedProblem, Problem } from "../core/problem/index.ts";
import { localChecks } from "../doctor/checks/local.ts";
import { createFacts } from "../doctor/facts.ts";
import { runChecks, unique } from "../doctor/run.ts";
import { causesAmong, placeNamed } from "../doctor/text-places.ts";
import type { Context } from "../ports.ts";
import { gatherersFor } from "./doctor/gather.ts";

const mostShown = 3;
/** Characters of the text that may name a place; a longer one is a log, whose end counts. */
const longestText = 64 * 1024;

/** What this machine's config adds to an explanation. */
export interface Here {
  /** The explained problem with its place in the config, and the fix of the finding that is its cause. */
  readonly problem: DiagnosedProblem;
  /** Findings that can be the cause, at most three. */
  readonly found: readonly Problem[];
}

/** Looks for the cause of an explained text in the config of this machine. Sends nothing and runs no other program. */
export async function lookHere(context: Context, problem: DiagnosedProblem, text: string): Promise<Here> {
  const facts = createFacts(gatherersFor(context, { offline: true, probe: true }));
  const results = await runChecks(localChecks, facts, () => context.now().getTime());
  const all = unique(results.flatMap((one) => one.problems));
  const end = text.slice(-longestText);
  const found = causesAmong(problem, end, all).slice(0, mostShown);
  const config = await facts.find("config");
  const [first] = found;
  const at = first?.at ?? (config && placeNamed(problem, end, config));
  return {
    problem: { ...problem, ...(at ? { at } : {}), ...(first?.fix ? { fix: first.fix } : {}) },
    found,
  };
}
