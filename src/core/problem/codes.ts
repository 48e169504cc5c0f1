import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** How much a problem matters: an error stops answers, a warning may stop one, costs money or ages. */
export type Severity = "error" | "warning" | "info";

/** What hangs on a code besides its words: severity, and the exit code of a command that fails with it. */
export interface ProblemInfo {
  readonly severity: Severity;
  readonly exit: ExitCode;
}

const error = (exit: ExitCode = exitCodes.failed): ProblemInfo => ({ severity: "error", exit });
const warning: ProblemInfo = { severity: "warning", exit: exitCodes.failed };
const info: ProblemInfo = { severity: "info", exit: exitCodes.ok };
const { usage, key, network, config, bug, cancelled } = exitCodes;

/** What OpenClaw or the gateway can show; also the labels of an explained error. */
export const explainedCodes = {
  "no-available-channel": error(),
  "model-not-found": error(),
  "missing-prefix": error(),
  "stale-model-id": { severity: "warning", exit: exitCodes.failed },
  "invalid-temperature": error(),
  "invalid-key": error(key),
  "missing-key": error(key),
  "key-expired-or-disabled": error(key),
  "resting-profile": error(),
  "insufficient-quota": error(),
  "rate-limited": warning,
  "developer-role-unsupported": error(),
  "unsupported-parameter": error(),
  "context-length-exceeded": error(),
  "max-tokens-too-large": error(),
  "empty-content": warning,
  "streaming-broken": error(),
  "wrong-api-type": error(),
  "wrong-base-url": error(network),
  "network-dns": error(network),
  "network-timeout": error(network),
  "network-refused": error(network),
  "tls-error": error(network),
  "proxy-error": error(network),
  "config-syntax": error(config),
  "config-schema": error(config),
  "model-not-allowed": error(),
  "upstream-5xx": error(network),
  "content-filter": error(),
  "region-unsupported": error(),
  "tool-call-error": error(),
  "reasoning-content-error": error(),
  "image-input-unsupported": error(),
  other: error(),
} as const satisfies Record<string, ProblemInfo>;

/** What only looking at the machine, the config and the gateway can find. */
const foundCodes = {
  "config-missing": error(config),
  "config-unwritable": error(config),
  "provider-missing": error(),
  "double-prefixed-id": error(),
  "misplaced-compat": error(config),
  "wrong-fallback-key": error(config),
  "allowlist-hides-model": error(),
  "key-not-visible-to-gateway": warning,
  "conflicting-keys": warning,
  "malformed-key": error(key),
  "insecure-permissions": warning,
  "key-unresolved": error(key),
  "flat-env-block": error(config),
  "secret-unreadable": error(key),
  "stale-agent-models": warning,
  "pinned-session": warning,
  "service-key-missing": warning,
  "provider-misnamed": error(),
  "stale-cron-model": warning,
  "clobbered-config": warning,
  "duplicate-entries": warning,
  "missing-metadata": warning,
  "several-configs": info,
  "openclaw-missing": warning,
  "openclaw-too-old": warning,
  "openclaw-not-runnable": warning,
  "plugin-conflict": warning,
  "sign-in-inactive": warning,
  "price-drift": info,
  "captive-portal": error(network),
  "clock-skew": warning,
  "unsupported-node": warning,
  "reference-without-entry": warning,
  "context-window-too-small": error(),
  "catalog-hidden": info,
  "models-not-asked": info,
} as const satisfies Record<string, ProblemInfo>;

/** How a command can fail. */
const commandCodes = {
  usage: error(usage),
  "missing-input": error(usage),
  "workspace-key": error(usage),
  "unknown-model": error(usage),
  "model-not-configured": error(),
  "ambiguous-model": error(usage),
  "invalid-base-url": error(usage),
  "state-invalid": error(usage),
  "key-in-output": error(usage),
  cancelled: error(cancelled),
  "config-changed": error(config),
  "config-locked": error(config),
  "config-readonly": error(config),
  "config-include": error(config),
  "config-not-saved": error(config),
  "config-unreadable": error(config),
  "edit-refused": error(config),
  "disk-full": error(config),
  "refused-by-openclaw": error(config),
  "interrupted-change": error(config),
  "written-not-verified": warning,
  "unexpected-answer": error(network),
  "too-large-answer": error(network),
  "redirect-refused": error(network),
  "nothing-to-undo": info,
  "changed-since": error(),
  "gateway-lists-nothing": warning,
  "model-list-partly-ignored": warning,
  "plugin-refused": error(),
  "skill-changed": error(),
  "fix-conflict": error(),
  "check-crashed": warning,
  "report-not-merged": warning,
  "report-outdated": info,
  "temp-folder-unusable": error(config),
  "system-error": error(),
  "internal-error": error(bug),
} as const satisfies Record<string, ProblemInfo>;

/** Every code there is. Codes are stable and never translated. */
export const problemTable = { ...explainedCodes, ...foundCodes, ...commandCodes };

/** A code of {@link problemTable}. */
export type ProblemCode = keyof typeof problemTable;

/** Every code, in the table's order. */
export const problemCodes = (): string[] => Object.keys(problemTable);

/** Whether a text is a code. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemTable, text);
}

/** A code that an error text can be explained with. */
export type ExplainedCode = keyof typeof explainedCodes;
