/** One step of a wizard: a question, or work between two questions, such as a check. */
export interface Step<Answers> {
  readonly name: string;
  /** `work` is done on the way forward and skipped on the way back. */
  readonly kind: "question" | "work";
  /** Whether the step is needed, given the answers so far. */
  readonly applies: (answers: Answers) => boolean;
}

/** Where a wizard is. */
export interface Walk<Answers> {
  readonly answers: Answers;
  /** Index of the current step; the number of steps at the end. */
  readonly at: number;
  /** Indexes of the questions on the way here, in order. */
  readonly path: readonly number[];
}

/** Which question is open, of how many: `{ step: 3, of: 6 }`. */
export interface StepCount {
  readonly step: number;
  readonly of: number;
}

type Steps<Answers> = readonly Step<Answers>[];

function firstFrom<Answers>(steps: Steps<Answers>, from: number, answers: Answers): number {
  const found = steps.findIndex((step, index) => index >= from && step.applies(answers));
  return found === -1 ? steps.length : found;
}

/** Returns the beginning: the first step that applies. */
export function beginWalk<Answers>(steps: Steps<Answers>, answers: Answers): Walk<Answers> {
  return { answers, at: firstFrom(steps, 0, answers), path: [] };
}

/** Returns the walk after the current step has given its answers. */
export function goForward<Answers>(
  steps: Steps<Answers>,
  { at, path }: Walk<Answers>,
  answers: Answers,
): Walk<Answers> {
  const asked = steps[at]?.kind === "question" ? [...path, at] : path;
  return { answers, at: firstFrom(steps, at + 1, answers), path: asked };
}

/** Returns the walk at the question before, with every answer kept; undefined at the first question. */
export function goBack<Answers>({ answers, path }: Walk<Answers>): Walk<Answers> | undefined {
  const at = path.at(-1);
  return at === undefined ? undefined : { answers, at, path: path.slice(0, -1) };
}

/** Returns the walk at an earlier step of a name, or at the step itself where it was not on the way. */
export function goTo<Answers>(
  steps: Steps<Answers>,
  { path }: Walk<Answers>,
  name: string,
  answers: Answers,
): Walk<Answers> {
  const at = steps.findIndex((step) => step.name === name);
  return { answers, at, path: path.filter((one) => one < at) };
}

/** Counts the questions: those on the way, the open one, and those that would come by what is answered now. */
export function countSteps<Answers>(steps: Steps<Answers>, { answers, at, path }: Walk<Answers>): StepCount {
  const coming = steps.filter(
    (step, index) => index > at && step.kind === "question" && step.applies(answers),
  );
  return { step: path.length + 1, of: path.length + 1 + coming.length };
}
