import { describe, expect, it } from "vitest";
import {
  beginWalk,
  countSteps,
  goBack,
  goForward,
  goTo,
  type Step,
} from "../../../src/core/terminal/steps.ts";

interface Answers {
  readonly key?: string;
  readonly models?: number;
}

const steps: readonly Step<Answers>[] = [
  { name: "key", kind: "question", applies: () => true },
  { name: "check", kind: "work", applies: () => true },
  { name: "models", kind: "question", applies: () => true },
  { name: "fallbacks", kind: "question", applies: ({ models }) => models !== 1 },
  { name: "write", kind: "question", applies: () => true },
];
const nameAt = (walk: { at: number } | undefined) => walk && steps[walk.at]?.name;

describe("the steps of a wizard", () => {
  const begun = beginWalk(steps, {});
  const checking = goForward(steps, begun, { key: "a" });
  const models = goForward(steps, checking, checking.answers);
  const write = goForward(steps, models, { ...models.answers, models: 1 });

  it("go forward past what does not apply", () => {
    expect([begun, checking, models, write].map(nameAt)).toEqual(["key", "check", "models", "write"]);
    expect(goForward(steps, write, write.answers).at).toBe(steps.length);
  });

  it("go back to questions only, with every answer kept", () => {
    const back = goBack(write);
    expect([nameAt(back), back?.answers]).toEqual(["models", { key: "a", models: 1 }]);
    expect(nameAt(back && goBack(back))).toBe("key");
    expect(goBack(begun)).toBeUndefined();
  });

  it("are counted by the answers so far", () => {
    expect([begun, models, write].map((walk) => countSteps(steps, walk))).toEqual([
      { step: 1, of: 4 },
      { step: 2, of: 4 },
      { step: 3, of: 3 },
    ]);
  });

  it("can begin again at a step by its name", () => {
    const again = goTo(steps, write, "models", write.answers);
    expect([nameAt(again), nameAt(goBack(again)), countSteps(steps, again)]).toEqual([
      "models",
      "key",
      { step: 2, of: 3 },
    ]);
    expect(goBack(goTo(steps, write, "key", {}))).toBeUndefined();
  });

  it("begin at the first step that applies", () => {
    const some: readonly Step<Answers>[] = [{ name: "no", kind: "question", applies: () => false }, ...steps];
    expect(beginWalk(some, {}).at).toBe(1);
    expect(beginWalk([], {}).at).toBe(0);
  });
});
