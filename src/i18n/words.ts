import type { Problem, ProblemCode } from "../core/problem/index.ts";

/** What a problem is called, why it is so, and what to do. Commands are lines a user can run as they stand. */
export interface ProblemWords {
  readonly title: string;
  readonly detail?: string;
  readonly remedy?: string;
  readonly commands?: readonly string[];
}

/** Words for every code: a code without words does not compile. */
export type ProblemTexts = Record<ProblemCode, (problem: Problem) => ProblemWords>;

/** The words of one family of codes. */
export type TextsOf<Code extends ProblemCode> = Record<Code, (problem: Problem) => ProblemWords>;

/** Words for variants of codes that only a live check can tell apart, by code and variant. */
export type VariantTexts = {
  readonly [Code in ProblemCode]?: Readonly<Record<string, (problem: Problem) => ProblemWords>>;
};

/** The words of every code, a known variant's own words first. */
export function withVariants(texts: ProblemTexts, variants: VariantTexts): ProblemTexts {
  const codes = Object.keys(variants) as ProblemCode[];
  const special = codes.map((code) => {
    const words = (problem: Problem) =>
      (variants[code]?.[problem.params.variant ?? ""] ?? texts[code])(problem);
    return [code, words] as const;
  });
  return { ...texts, ...Object.fromEntries(special) };
}
