import type { RequestFailure } from "./outcome.ts";
import type { Problem, ProblemCode } from "./problem.ts";
export interface Diagnosis {
  problem: Problem;
  confidence: number;
  alternatives: Problem[];
}
export function diagnoseText(text: string): Diagnosis {
  return {
    problem: { code: "other", params: { detail: text.slice(0, 100) } },
    confidence: 0,
    alternatives: [],
  };
}
export function diagnoseFailure(f: RequestFailure): Diagnosis {
  const code: ProblemCode =
    f.status === 401
      ? "invalid-key"
      : f.kind === "network"
        ? "network-refused"
        : f.kind === "timeout"
          ? "network-timeout"
          : f.kind === "shape"
            ? "unexpected-answer"
            : f.kind === "redirect"
              ? "redirect-refused"
              : f.kind === "too-large"
                ? "too-large-answer"
                : "other";
  return {
    problem: {
      code,
      params: {
        ...(f.status ? { status: f.status } : {}),
        ...(f.model ? { model: f.model } : {}),
        host: new URL(f.url).host,
        detail: f.message ?? "",
      },
    },
    confidence: 1,
    alternatives: [],
  };
}
