import { type Problem, type Severity, severityOf } from "../core/problem/index.ts";
import { causesOf, isSame, ruleFor } from "./cause-rules.ts";
import { FindingIndex } from "./finding-index.ts";
import { grouped } from "./grouped.ts";

const ranks = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;
/** Returns 0 for the worst severity, and more for milder ones. */
export const severityRank = (severity: Severity): number => ranks[severity];
const rankOf = (problem: Problem) => severityRank(severityOf(problem));

/** Orders problems worst first; equals stay in their order. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((left, right) => rankOf(left) - rankOf(right));
}

function absorb(into: Problem, effect: Problem): Problem {
  const evidence = [...new Set([...(into.evidence ?? []), ...(effect.evidence ?? [])])];
  // The log reports the past: it never raises a severity.
  const worse = !effect.seen && rankOf(effect) < rankOf(into) ? { severity: severityOf(effect) } : {};
  return {
    ...into,
    ...worse,
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(effect.seen && !into.seen ? { seen: effect.seen } : {}),
  };
}

/** Problems that are one trouble become one. */
function merged(problems: readonly Problem[]): Problem[] {
  const index = new FindingIndex(problems);
  for (const [own, effect] of problems.entries()) {
    // One that has taken up another stays.
    if (index.at(own) !== effect) continue;
    const codes = [effect.code, ...causesOf(effect.code)];
    const at = index.first(
      codes,
      effect,
      (one, ofOneModel) =>
        isSame(one, effect, ofOneModel) || ruleFor(one, effect, ofOneModel)?.absorbs === true,
    );
    const into = at === undefined ? undefined : index.at(at);
    if (at === undefined || into === undefined) continue;
    index.set(at, absorb(into, effect));
    index.set(own, undefined);
  }
  return index.problems;
}

/** What explains what: the cause of each effect, and the effects of each cause in their order. */
function explained(all: readonly Problem[]) {
  const index = new FindingIndex(all);
  const causeOf = new Map<Problem, Problem>();
  const effectsOf = new Map<Problem, Problem[]>();
  for (const effect of all) {
    const at = index.first(causesOf(effect.code), effect, (one, ofOneModel) =>
      Boolean(ruleFor(one, effect, ofOneModel)),
    );
    const cause = at === undefined ? undefined : all[at];
    if (cause === undefined) continue;
    causeOf.set(effect, cause);
    const effects = effectsOf.get(cause) ?? [];
    effectsOf.set(cause, effects);
    effects.push(effect);
  }
  return { causeOf, effectsOf };
}

/**
 * Returns the findings as shown: one per problem, worst first, and each cause before its effects, however mild the
 * cause is by itself. An effect names its cause in `follows`. The work grows with their number.
 */
export function ordered(problems: readonly Problem[]): Problem[] {
  const all = grouped(merged(grouped(problems, "shared")), "all");
  const { causeOf, effectsOf } = explained(all);
  const out: Problem[] = [];
  const place = (one: Problem) => {
    const cause = causeOf.get(one);
    out.push(cause ? { ...one, follows: cause.code } : one);
    effectsOf.get(one)?.forEach(place);
  };
  const rank = (one: Problem): number =>
    (effectsOf.get(one) ?? []).reduce<number>(
      (least, effect) => Math.min(least, rankOf(effect)),
      rankOf(one),
    );
  const ranked = all.filter((one) => !causeOf.has(one)).map((one) => ({ one, rank: rank(one) }));
  for (const { one } of ranked.sort((left, right) => left.rank - right.rank)) place(one);
  return out;
}
