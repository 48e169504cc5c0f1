import type { Problem, StepName } from "../core/problem/index.ts";
import type { ChatResult, ProbeAnswer } from "../ports.ts";

/** One step of the way to the gateway, timed in ms. */
export interface RouteStep {
  readonly name: StepName;
  readonly ok: boolean;
  readonly ms: number;
  readonly errno?: string;
  /** The system's message for a failure, or what was found. */
  readonly message?: string;
}

/** The way to the gateway up to HTTP. Steps after a failed one were not tried. */
export interface Route {
  /** Host of the base URL. */
  readonly host: string;
  readonly port: number;
  readonly steps: readonly RouteStep[];
  /** The proxy that requests go through, without its password; the steps are those to the proxy then. */
  readonly proxy?: { readonly variable: string; readonly shown: string; readonly byNode: boolean };
  /** The variable that exempts the gateway from a proxy that is set. */
  readonly bypassedBy?: string;
  /** ALL_PROXY under its name as set, which nothing reads. */
  readonly unread?: string;
  readonly certificate?: { readonly issuer: string; readonly validTo: string };
  /** ms since 1970, by this machine's clock. */
  readonly at: number;
}

/** The whole way, and what came back. */
export interface NetworkSteps extends Route {
  readonly answer?: ProbeAnswer;
}

/** The step that failed, if any. */
export function failedStep({ steps }: Route): RouteStep | undefined {
  return steps.find((step) => !step.ok);
}

/** What a request came to. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** One live chat with a configured model. */
export interface ChatProbe {
  /** The id as it was sent. */
  readonly model: string;
  readonly outcome: Outcome<ChatResult>;
  /** Answers without text that came before, or instead of, one with text. */
  readonly empty: number;
}

/** What is tried with one model only. */
export interface ModelProbes {
  readonly model: string;
  readonly tool: Outcome<ChatResult>;
  /** A chat with an instruction of the role `developer`; undefined where the entry keeps OpenClaw from sending one. */
  readonly developer?: Outcome<ChatResult>;
}

/** What OpenClaw's log tells of this provider. */
export interface LogFindings {
  readonly file: string;
  /** Newest first; `seen` says when and how often. */
  readonly problems: readonly Problem[];
}
