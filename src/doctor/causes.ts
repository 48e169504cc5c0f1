import { type Problem, type ProblemCode, paramOf, type Severity, severityOf } from "../core/problem/index.ts";
import { bareId } from "../core/provider/index.ts";
import { grouped } from "./grouped.ts";

const ranks = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;
const rankOf = (problem: Problem) => ranks[severityOf(problem)];

/** Orders problems worst first; equals stay in their order. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((left, right) => rankOf(left) - rankOf(right));
}

/** Which finding explains which other ones. */
interface Rule {
  readonly cause: ProblemCode;
  readonly effects: readonly ProblemCode[];
  /** Both must be about one model. */
  readonly sameModel?: true;
  /** The effect is the same trouble seen from elsewhere: its evidence goes to the cause, and one is shown. */
  readonly absorbs?: true;
}

const notServed = ["no-available-channel", "model-not-found"] as const;
const refused = ["invalid-key", "missing-key", "key-expired-or-disabled"] as const;

// The first rule that fits an effect counts.
const rules: readonly Rule[] = [
  { cause: "clock-skew", effects: ["tls-error"] },
  { cause: "double-prefixed-id", effects: notServed, sameModel: true, absorbs: true },
  { cause: "stale-model-id", effects: notServed, sameModel: true, absorbs: true },
  { cause: "model-not-found", effects: ["no-available-channel"], sameModel: true, absorbs: true },
  { cause: "invalid-temperature", effects: ["unsupported-parameter"], sameModel: true, absorbs: true },
  { cause: "misplaced-compat", effects: ["developer-role-unsupported"], sameModel: true },
  { cause: "misplaced-compat", effects: ["config-schema"] },
  { cause: "flat-env-block", effects: ["config-schema"] },
  { cause: "missing-metadata", effects: ["config-schema"] },
  { cause: "key-unresolved", effects: refused },
  { cause: "malformed-key", effects: refused },
  { cause: "conflicting-keys", effects: refused },
  { cause: "allowlist-hides-model", effects: ["model-not-allowed"] },
];

function modelOf(problem: Problem): string | undefined {
  const model = paramOf(problem, "model");
  return model === undefined ? undefined : bareId(model);
}

/** The same trouble twice: of one code and model, one of them found in the config or told by the log. */
function isSame(one: Problem, other: Problem): boolean {
  if (one.code !== other.code) return false;
  const ofOneModel = modelOf(one) === modelOf(other);
  if (other.seen && !one.seen)
    return ofOneModel || paramOf(one, "models") !== undefined || modelOf(one) === undefined;
  if (one.code === "insufficient-quota" && other.code === "insufficient-quota") {
    const isForeseen = other.params.variant === "reserve" && one.params.variant !== "operator";
    return isForeseen || one.params.variant === other.params.variant;
  }
  return one.code === "invalid-temperature" && ofOneModel && other.at === undefined;
}

function ruleFor(cause: Problem, effect: Problem): Rule | undefined {
  if (cause.seen && !effect.seen) return undefined;
  return rules.find(
    (rule) =>
      rule.cause === cause.code &&
      rule.effects.some((code) => code === effect.code) &&
      (!rule.sameModel || modelOf(cause) === modelOf(effect)) &&
      (effect.code !== "config-schema" || severityOf(cause) === "error"),
  );
}

function absorb(into: Problem, effect: Problem): Problem {
  const evidence = [...new Set([...(into.evidence ?? []), ...(effect.evidence ?? [])])];
  // What the log tells is past: it makes nothing worse.
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
  const kept = [...problems];
  for (const effect of problems) {
    const at = kept.findIndex(
      (one) => one !== effect && (isSame(one, effect) || ruleFor(one, effect)?.absorbs === true),
    );
    const [into, own] = [kept[at], kept.indexOf(effect)];
    if (into === undefined || own === -1) continue;
    kept[at] = absorb(into, effect);
    kept.splice(own, 1);
  }
  return kept;
}

/**
 * The findings as they are shown: one for each trouble, worst first, and what explains others before them, however
 * mild it is by itself. A finding that another one explains names it in `follows`.
 */
export function ordered(problems: readonly Problem[]): Problem[] {
  const all = grouped(merged(grouped(problems, "shared")), "all");
  const causeOf = new Map<Problem, Problem>();
  for (const effect of all) {
    const cause = all.find((one) => one !== effect && ruleFor(one, effect) !== undefined);
    if (cause) causeOf.set(effect, cause);
  }
  const effectsOf = (cause: Problem) => all.filter((one) => causeOf.get(one) === cause);
  const rank = (one: Problem): number => Math.min(rankOf(one), ...effectsOf(one).map(rankOf));
  const out: Problem[] = [];
  const place = (one: Problem) => {
    const cause = causeOf.get(one);
    out.push(cause ? { ...one, follows: cause.code } : one);
    effectsOf(one).forEach(place);
  };
  const first = all.filter((one) => !causeOf.has(one)).sort((left, right) => rank(left) - rank(right));
  first.forEach(place);
  return out;
}
