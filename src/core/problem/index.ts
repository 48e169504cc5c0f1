/** The one vocabulary of trouble: codes, parameters, severities, exit codes. */

export {
  type ExplainedCode,
  explainedCodes,
  isProblemCode,
  type ProblemCode,
  problemCodes,
  problemTable,
  type Severity,
} from "./codes.ts";
export { type ExitCode, exitCodes } from "./exit-codes.ts";
export type { Note, StepName } from "./note.ts";
export { exitCodeOf, firstError, isAboutKey, type Outcome } from "./outcome.ts";
export type { ParamsOf } from "./params.ts";
export {
  aboutModel,
  type Circumstances,
  type DiagnosedProblem,
  Failure,
  fail,
  inProfile,
  isDiagnosed,
  type Location,
  type Problem,
  paramOf,
  problemOf,
  type Seen,
  severityOf,
  severityOfCode,
} from "./problem.ts";
export type {
  EditObstacle,
  KeyFileFlaw,
  SecretFlaw,
  StateValue,
  UnwritableReason,
  ValueKind,
} from "./reasons.ts";
export { RequestError, type RequestFailure, sentenceOf } from "./request-failure.ts";
export { detailOf, errnoOf, systemProblem } from "./system-error.ts";
export type { DiagnosedCode, TextFacts, TextVariant } from "./text-facts.ts";
export { type TransportEnd, type TransportError, transportEnd } from "./transport-end.ts";
