/** The one vocabulary of trouble: codes, parameters, severities, exit codes. */

export { commandCodes, type ExplainedCode, explainedCodes, foundCodes, problemTable } from "./codes.ts";
export { exitCodes } from "./exit-codes.ts";
export type { Note, StepName } from "./note.ts";
export {
  Failure,
  fail,
  type Location,
  type Problem,
  type ProblemCode,
  type ProblemParams,
  type Seen,
  type Severity,
  severityOf,
} from "./problem.ts";
export { RequestError, type RequestFailure, sentenceOf } from "./request-failure.ts";
export { detailOf, systemProblem } from "./system-error.ts";
