import type { QuestionFrame, Step } from "../../core/terminal/index.ts";
import type { Applied } from "../apply.ts";
import type { FoundKey } from "../keys.ts";
import type { Look } from "../look.ts";
import type { CheckedKey, ObtainedKey } from "./key.ts";
import type { ModelSources, Wish } from "./models.ts";
import type { ChosenBaseUrl, Decided } from "./plan.ts";
import type { KeyStorage, OnboardSession } from "./session.ts";

/** What a run is for. Only a machine that is set up already has a choice. */
export type Intent = "set-up" | "keep" | "key" | "models" | "add";

/** What does not change while questions are asked. */
export interface Given {
  readonly session: OnboardSession;
  readonly found: Look;
  readonly baseUrl: ChosenBaseUrl;
  /** The key of the flags. */
  readonly flagged: ObtainedKey | undefined;
  /** The keys of this machine, the one in use first. */
  readonly keys: readonly FoundKey[];
}

/** The answers so far; what was not answered yet is undefined. */
export interface Answers {
  readonly intent: Intent;
  /** One of the keys found, or `typed` for another one. */
  readonly source?: ObtainedKey | "typed";
  readonly typed?: ObtainedKey;
  readonly checked?: CheckedKey;
  readonly sources?: ModelSources;
  readonly wish?: Wish;
  readonly ids?: readonly string[];
  /** Configured models that were left out: whether they go. */
  readonly drop?: boolean;
  /** `null` leaves the default model as it is. */
  readonly primary?: string | null;
  readonly fallbacks?: readonly string[];
  readonly storage?: KeyStorage;
  readonly done?: { readonly decided: Decided; readonly written: Applied };
}

/** What a step gives: the answers with its own, and the name of an earlier step to begin again at. */
export interface StepResult {
  readonly answers: Answers;
  readonly goTo?: StepName;
}

/** The steps of the wizard, in their order. */
export type StepName =
  | "intent"
  | "source"
  | "key"
  | "check"
  | "wish"
  | "models"
  | "drop"
  | "primary"
  | "fallbacks"
  | "storage"
  | "keep"
  | "write";

/** A step with what it does. It throws Failure `cancelled` with `back` on Esc. */
export interface WizardStep extends Step<Answers> {
  readonly name: StepName;
  readonly run: (answers: Answers, frame: QuestionFrame) => Promise<StepResult>;
}
