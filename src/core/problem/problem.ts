import type { FileChange } from "../change/index.ts";
import { type ProblemCode, problemTable, type Severity } from "./codes.ts";

export type { ExplainedCode, ProblemCode, Severity } from "./codes.ts";

/** The facts that a problem's words are made from. All optional: the words must read well without any. */
export interface ProblemParams {
  readonly model?: string;
  readonly models?: readonly string[];
  /** Nearest known names, best first. */
  readonly suggestions?: readonly string[];
  /** The value that would be right. */
  readonly replacement?: string;
  readonly status?: number;
  /** A limit found in a text: tokens, requests or minutes, as the text means it. */
  readonly limit?: number;
  readonly group?: string;
  readonly requestId?: string;
  readonly host?: string;
  readonly url?: string;
  /** A path inside the config, as formatPath shows it. */
  readonly path?: string;
  readonly value?: string;
  readonly expected?: string;
  readonly flag?: string;
  readonly source?: string;
  readonly sources?: readonly string[];
  readonly version?: string;
  readonly required?: string;
  readonly provider?: string;
  readonly file?: string;
  readonly files?: readonly string[];
  readonly count?: number;
  readonly seconds?: number;
  readonly pid?: number;
  /** Id of the backup from which what was written can be undone. */
  readonly backup?: string;
  /** An operating-system or library text, cleaned and redacted, never translated. */
  readonly detail?: string;
  /** Tells variants of one code apart, for example the fault is the operator's and not the user's. */
  readonly variant?: string;
}

/** Where in a file a problem stands. Lines and columns count from 1. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The line itself, redacted. */
  readonly excerpt?: string;
}

/** When OpenClaw's log told of a problem. */
export interface Seen {
  /** ISO 8601, UTC; undefined where the log gives no time. */
  readonly last?: string;
  /** How often. */
  readonly count: number;
  /** `fresh`: within a day; `old`: before that; `cured`: a live check shows that it works now. */
  readonly state: "fresh" | "old" | "cured";
}

/**
 * Something that is wrong. A check returns it, diagnosis returns it, a failing command throws it;
 * words, severity, exit code and documentation hang on the code.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
  /** The words or values that decided it, redacted. */
  readonly evidence?: readonly string[];
  readonly at?: Location;
  /** Overrides the table's severity where circumstances make it milder or worse. */
  readonly severity?: Severity;
  /** The log tells of it, alone or besides what was found live. */
  readonly seen?: Seen;
  /** Another finding that explains this one. */
  readonly follows?: ProblemCode;
  /** Changes that mend it; absent where only a person can. */
  readonly fix?: readonly FileChange[];
}

/** A problem that ends a command. Anything thrown that is not a Failure is a bug of ours. */
export class Failure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: { cause?: unknown }) {
    super(problem.code, options);
    this.name = "Failure";
    this.problem = problem;
  }
}

/** Shorthand for `throw fail("usage", { … })`. */
export function fail(code: ProblemCode, params: ProblemParams = {}, rest: Partial<Problem> = {}): Failure {
  return new Failure({ ...rest, code, params });
}

/** The severity that holds for a problem. */
export function severityOf(problem: Problem): Severity {
  return problem.severity ?? problemTable[problem.code].severity;
}
