import { fail, isAboutKey, type Problem } from "../../core/problem/index.ts";
import type { QuestionFrame } from "../../core/terminal/index.ts";
import { problemLines } from "../../render/problem.ts";
import type { Answers, Given, StepResult } from "./answers.ts";
import { type CheckedKey, isChecked, type ObtainedKey, sayCleaned, useUnchecked, useUnseen } from "./key.ts";
import { type AfterFailure, askAfterFailure } from "./questions.ts";
import { validateKey } from "./validate.ts";

/** Checks keys with the gateway, each once while it is accepted; a refusal is explained and asked about. */
export class KeyCheck {
  readonly #given: Given;
  readonly #accepted = new Map<string | undefined, CheckedKey>();

  constructor(given: Given) {
    this.#given = given;
  }

  /** Throws Failure `cancelled`: with `back` on Esc, also while the gateway is asked. */
  async run(answers: Answers, key: ObtainedKey | undefined, frame: QuestionFrame): Promise<StepResult> {
    if (key === undefined) throw new Error("there is no key to check");
    const { value } = key;
    const known = this.#accepted.get(value);
    if (known) return { answers: { ...answers, checked: { ...known, kind: key.kind } } };
    const { session, baseUrl } = this.#given;
    if (!isChecked(session)) return this.#take(answers, await useUnchecked(session, key, false));
    if (value === undefined) return this.#take(answers, await useUnseen(session, key));
    session.context.keepSecret(value);
    for (;;) {
      const onEscape = frame.leadsBack === true;
      const validation = await validateKey(session, baseUrl.url, value, { onEscape, from: key.label });
      if (validation.kind === "accepted")
        return this.#take(answers, { ...key, live: validation.models, unproven: false });
      const next = await this.#explainAndAsk(validation.problem, frame);
      if (next === "stop") throw fail("cancelled", {});
      if (next === "goOn")
        return { answers: { ...answers, checked: await useUnchecked(session, key, true) } };
      // Another key is to be stored, so that there is something to change.
      const intent = answers.intent === "keep" ? "key" : answers.intent;
      if (typeof next === "object") {
        const typed: ObtainedKey = { value: await sayCleaned(session, next), kind: "typed" };
        return { answers: { ...answers, intent, source: "typed", typed }, goTo: "check" };
      }
      if (next === "another") return { answers: { ...answers, intent, source: "typed" }, goTo: "key" };
    }
  }

  #take(answers: Answers, checked: CheckedKey): StepResult {
    this.#accepted.set(checked.value, checked);
    return { answers: { ...answers, checked } };
  }

  /** Says why the check failed and asks what to do; the commands that would help elsewhere are choices here. */
  async #explainAndAsk(problem: Problem, frame: QuestionFrame): Promise<AfterFailure> {
    const { session } = this.#given;
    const { t, style, progress } = session.context;
    (await progress()).note(problemLines(problem, t, style, { commands: false }));
    return askAfterFailure(session, isAboutKey(problem), frame);
  }
}
