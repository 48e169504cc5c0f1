import type { ExplainedCode } from "./codes.ts";

/** Answers that are not the gateway's: no text is explained with them. */
export const answerCodes = ["unexpected-answer", "too-large-answer", "redirect-refused"] as const;

/** A code that a text or the answer to a request can be diagnosed with. */
export type DiagnosedCode = ExplainedCode | (typeof answerCodes)[number];

/**
 * Which of several forms or culprits an error text or an answer shows, where its code alone leaves that open.
 * `hidden`: OpenClaw hides the gateway's own sentence; `operator`: the account is the gateway operator's with a
 * vendor; `daily`: a limit by the day; `period`: by hours, the week or the month; `known`: the gateway lists the model; `several`: of the models in `models`;
 * `once`: the next answer was right; `long-list`: a list of models that is too long, not its bytes;
 * `refused-port`: fetch connects to no such port.
 */
export const textVariants = [
  "hidden",
  "operator",
  "daily",
  "period",
  "known",
  "needs-prefix",
  "prefix-sent",
  "several",
  "once",
  "long-list",
  "not-streamed",
  "permission",
  "ip-allowlist",
  "group",
  "policy",
  "gateway-token",
  "blocked",
  "client",
  "refused-port",
] as const;

/** One of {@link textVariants}. */
export type TextVariant = (typeof textVariants)[number];

/** What an error text or a failed request shows of its cause. All optional: no text names everything. */
export interface TextFacts {
  readonly variant?: TextVariant;
  readonly model?: string;
  readonly models?: readonly string[];
  /** How many models or places have the fault. */
  readonly count?: number;
  /** Nearest known names, best first. */
  readonly suggestions?: readonly string[];
  /** The id that would be right. */
  readonly replacement?: string;
  readonly status?: number;
  /** A limit that the text names: tokens, requests or minutes, as the text means it. */
  readonly limit?: number;
  readonly group?: string;
  readonly requestId?: string;
  /** Seconds to wait. */
  readonly seconds?: number;
  readonly host?: string;
  readonly url?: string;
  readonly provider?: string;
  /** The proxy that was used. */
  readonly source?: string;
  readonly file?: string;
  /** Where a key that is rejected came from: a variable, a file, an option. */
  readonly keyFrom?: string;
  /** The variable that overrides other keys in this shell, where the key came from one. */
  readonly variable?: string;
  /** The command that was given the key. */
  readonly command?: string;
  /** A text of the system, a library or the gateway: cleaned, redacted, never translated. */
  readonly detail?: string;
}
