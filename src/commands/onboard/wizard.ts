import { Failure } from "../../core/problem/index.ts";
import {
  beginWalk,
  countSteps,
  goBack,
  goForward,
  goTo,
  type QuestionFrame,
  type Walk,
} from "../../core/terminal/index.ts";
import type { Applied } from "../apply.ts";
import type { Answers, Given, WizardStep } from "./answers.ts";
import type { Decided } from "./plan.ts";
import { buildSteps } from "./steps.ts";

const isBack = (error: unknown) =>
  error instanceof Failure && error.problem.code === "cancelled" && error.problem.params.back === true;

/** What is around the open question. */
function frameOf(steps: readonly WizardStep[], walk: Walk<Answers>): QuestionFrame {
  const leadsBack = walk.path.length > 0;
  return steps[walk.at]?.kind === "question" ? { step: countSteps(steps, walk), leadsBack } : { leadsBack };
}

/**
 * Asks its way through the steps and writes what came of it. Esc leads to the question before, with every answer kept.
 * Throws Failure `cancelled` on Esc at the first question, and on Ctrl-C.
 */
export async function runWizard(
  given: Given,
): Promise<{ readonly decided: Decided; readonly written: Applied }> {
  const steps = await buildSteps(given);
  let walk = beginWalk<Answers>(steps, { intent: "set-up" });
  for (;;) {
    const step = steps[walk.at];
    if (step === undefined) break;
    try {
      const { answers, goTo: name } = await step.run(walk.answers, frameOf(steps, walk));
      walk = name === undefined ? goForward(steps, walk, answers) : goTo(steps, walk, name, answers);
    } catch (error) {
      const before = isBack(error) ? goBack(walk) : undefined;
      if (before === undefined) throw error;
      walk = before;
    }
  }
  const { done } = walk.answers;
  if (done === undefined) throw new Error("the steps ended without a result");
  return done;
}
