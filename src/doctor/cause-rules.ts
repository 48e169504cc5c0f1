import { type Problem, type ProblemCode, paramOf, severityOf } from "../core/problem/index.ts";
import { bareId } from "../core/provider/index.ts";

/** Which finding explains which other ones. */
export interface Rule {
  readonly cause: ProblemCode;
  readonly effects: readonly ProblemCode[];
  /** Both must be about one model. */
  readonly sameModel?: true;
  /**
   * The effect is the same problem seen from elsewhere: its evidence is added to the cause, and only the cause is
   * shown.
   */
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
  { cause: "max-tokens-too-large", effects: ["insufficient-quota"], sameModel: true, absorbs: true },
  { cause: "misplaced-compat", effects: ["developer-role-unsupported"], sameModel: true },
  { cause: "misplaced-compat", effects: ["config-schema"] },
  { cause: "flat-env-block", effects: ["config-schema"] },
  { cause: "missing-metadata", effects: ["config-schema"] },
  { cause: "secret-unreadable", effects: refused },
  { cause: "key-unresolved", effects: refused },
  { cause: "malformed-key", effects: refused },
  { cause: "conflicting-keys", effects: refused },
  { cause: "allowlist-hides-model", effects: ["model-not-allowed"] },
];

/** The bare id of the model that a problem is about; undefined where it is about none, or about several. */
export function modelOf(problem: Problem): string | undefined {
  const model = paramOf(problem, "model");
  return model === undefined ? undefined : bareId(model);
}

/** Returns the codes of the findings that can explain one of this code. */
export function causesOf(code: ProblemCode): ProblemCode[] {
  return [...new Set(rules.filter((rule) => rule.effects.includes(code)).map((rule) => rule.cause))];
}

/**
 * Returns whether two problems are the same one found twice: same code and model, one of them from the config or the
 * log. `ofOneModel`: their `modelOf` is equal.
 */
export function isSame(one: Problem, other: Problem, ofOneModel: boolean): boolean {
  if (one.code !== other.code) return false;
  if (other.seen && !one.seen)
    return ofOneModel || paramOf(one, "models") !== undefined || modelOf(one) === undefined;
  if (one.code === "insufficient-quota" && other.code === "insufficient-quota") {
    const isForeseen = other.params.variant === "reserve" && one.params.variant !== "operator";
    return isForeseen || one.params.variant === other.params.variant;
  }
  return one.code === "invalid-temperature" && ofOneModel && other.at === undefined;
}

/** Returns the rule by which one problem explains another. `ofOneModel`: their `modelOf` is equal. */
export function ruleFor(cause: Problem, effect: Problem, ofOneModel: boolean): Rule | undefined {
  if (cause.seen && !effect.seen) return undefined;
  return rules.find(
    (rule) =>
      rule.cause === cause.code &&
      rule.effects.includes(effect.code) &&
      (!rule.sameModel || ofOneModel) &&
      (effect.code !== "config-schema" || severityOf(cause) === "error"),
  );
}
