import type { FileChange } from "../change/index.ts";
import { explainedCodes, type ProblemCode, problemTable, type Severity } from "./codes.ts";
import type { ParamsOf, PlacedCode, PlacedParamsOf } from "./params.ts";
import { answerCodes, type DiagnosedCode, type TextFacts, textVariants } from "./text-facts.ts";

/** Where in a file a problem is. Lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The line itself, redacted. */
  readonly excerpt?: string;
}

/** When OpenClaw's log recorded a problem. */
export interface Seen {
  /** ISO 8601, UTC; undefined if the log has no time. */
  readonly last?: string;
  /** How often. */
  readonly count: number;
  /** `fresh`: within a day; `old`: before that; `cured`: a live check shows that it works now. */
  readonly state: "fresh" | "old" | "cured";
}

/** What belongs to a problem besides its code and parameters. */
export interface Circumstances {
  /** The words or values that decided it, redacted. */
  readonly evidence?: readonly string[];
  readonly at?: Location;
  /** Overrides the table's severity if circumstances make it more or less severe. */
  readonly severity?: Severity;
  /** The log shows it, alone or in addition to a live finding. */
  readonly seen?: Seen;
  /** Another finding that explains this one. */
  readonly follows?: ProblemCode;
  /** The options that choose the config in which it was found, where that is not the config of the run. */
  readonly chosen?: { readonly profile?: string | undefined };
  /** Changes that fix it; absent where only a person can. */
  readonly fix?: readonly FileChange[];
}

/** A problem of one code, with the parameters that its words rely on. */
export interface ProblemOf<Code extends ProblemCode> extends Circumstances {
  readonly code: Code;
  readonly params: ParamsOf<Code>;
}

/** A problem that an error text or a failed request shows. */
export interface DiagnosedProblem extends Circumstances {
  readonly code: DiagnosedCode;
  readonly params: TextFacts;
}

type Placed = {
  [Code in PlacedCode]: Circumstances & { readonly code: Code; readonly params: PlacedParamsOf<Code> };
}[PlacedCode];

/**
 * Something that is wrong. A check returns it, diagnosis returns it, a failing command throws it;
 * words, severity, exit code and documentation hang on the code.
 */
export type Problem = DiagnosedProblem | Placed;

type NameIn<Params> = Params extends unknown ? keyof Params : never;
type ValueIn<Params, Name> = Params extends unknown
  ? Name extends keyof Params
    ? Params[Name]
    : never
  : never;

/** Returns a parameter of a problem by name, for any code; undefined if the code has no such parameter. */
export function paramOf<Name extends NameIn<Problem["params"]>>(
  { params }: Problem,
  name: Name,
): ValueIn<Problem["params"], Name> | undefined {
  return (params as { readonly [Key in Name]?: ValueIn<Problem["params"], Name> })[name];
}

/** Whether a problem was read off a text or an answer, and not off the config or the machine. */
export function isDiagnosed(problem: Problem): problem is DiagnosedProblem {
  const { code } = problem;
  const variant = paramOf(problem, "variant");
  return (
    (Object.hasOwn(explainedCodes, code) || answerCodes.some((one) => one === code)) &&
    (variant === undefined || textVariants.some((one) => one === variant))
  );
}

/** Returns a problem that was found in a profile, undefined for the default one. */
export function inProfile(problem: Problem, profile: string | undefined): Problem {
  return { ...problem, chosen: { profile } };
}

/** Returns a problem that a request showed, saying which model it was sent to; any other problem as it is. */
export function aboutModel(problem: Problem, model: string): Problem {
  return isDiagnosed(problem) ? { ...problem, params: { ...problem.params, model } } : problem;
}

/** A problem that ends a command. Anything thrown that is not a Failure is a bug. */
export class Failure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: { cause?: unknown }) {
    super(problem.code, options);
    this.name = "Failure";
    this.problem = problem;
  }
}

/** Returns the problem of a code that is only known when the program runs, with the parameters of that code. */
export function problemOf<Code extends ProblemCode>(
  code: Code,
  params: ParamsOf<Code>,
  rest: Circumstances = {},
): Problem {
  // The union ties parameters to their code; the compiler cannot follow it for a generic one.
  return { ...rest, code, params } as ProblemOf<ProblemCode> as Problem;
}

/** Returns a Failure: `throw fail("config-changed", { file })`. */
export function fail<Code extends ProblemCode>(
  code: Code,
  params: ParamsOf<Code>,
  rest: Circumstances = {},
): Failure {
  return new Failure(problemOf(code, params, rest));
}

/** Returns the severity of a code. */
export function severityOfCode(code: ProblemCode): Severity {
  return problemTable[code].severity;
}

/** Returns the severity of a problem: its own, or that of its code. */
export function severityOf(problem: Problem): Severity {
  return problem.severity ?? severityOfCode(problem.code);
}
