/** Names the cause of an error text or of a failed request. */

export { type Diagnosis, diagnoseText } from "./diagnose.ts";
export { diagnoseFailure } from "./diagnose-failure.ts";
export { findInLog, type LogFinding } from "./log-events.ts";
