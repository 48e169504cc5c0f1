/** Names the cause of an error text or of a failed request. */

export { type Diagnosis, diagnoseFailure, diagnoseText } from "./diagnose.ts";
export { findInLog, type LogFinding } from "./log-events.ts";
