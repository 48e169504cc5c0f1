import { configuredIds } from "../../core/provider/index.ts";
import type { QuestionFrame } from "../../core/terminal/index.ts";
import { readCredentials } from "../keys.ts";
import type { Answers, Given, Intent, WizardStep } from "./answers.ts";
import { Choices } from "./choices.ts";
import { decidedFor, sourcesFor, unwritten, write } from "./decide.ts";
import { KeyCheck } from "./key-check.ts";
import { currentFallbacks, offeredIds, readWish } from "./models.ts";
import * as questions from "./questions.ts";

const intents: readonly Intent[] = ["keep", "key", "models", "add"];

/** The steps that lead to a key which the gateway has checked. */
function keySteps(given: Given, choices: Choices): WizardStep[] {
  const { session } = given;
  const check = new KeyCheck(given);
  return [
    {
      name: "intent",
      kind: "question",
      applies: () => choices.isConfigured,
      run: async (answers, frame) => {
        const before = choices.wasAsked ? answers.intent : undefined;
        choices.wasAsked = true;
        const intent = await questions.askIntent(session, intents, before, frame);
        const { source: _source, ids: _ids, ...rest } = answers;
        return { answers: intent === answers.intent ? answers : { ...rest, intent } };
      },
    },
    {
      name: "source",
      kind: "question",
      applies: (answers) => choices.asksSource(answers),
      run: async (answers, frame) => {
        const keys = choices.offeredKeys(answers);
        const source = await questions.askSource(session, keys, answers.source, frame);
        return { answers: { ...answers, source } };
      },
    },
    {
      name: "key",
      kind: "question",
      applies: (answers) => choices.asksKey(answers),
      run: async (answers, frame) => {
        const value = await questions.askKey(session, frame);
        return { answers: { ...answers, typed: { value, kind: "typed" } } };
      },
    },
    {
      name: "check",
      kind: "work",
      applies: () => true,
      run: (answers, frame) => check.run(answers, choices.keyOf(answers), frame),
    },
  ];
}

/** The steps that lead to the models and their roles. */
function modelSteps(given: Given, choices: Choices): WizardStep[] {
  const { session, found } = given;
  return [
    {
      name: "wish",
      kind: "work",
      applies: () => true,
      run: async (answers) => {
        const { checked } = answers;
        // Going back and on again with the same list says nothing twice.
        if (checked === undefined || answers.sources?.live === checked.live) {
          if (answers.wish !== undefined) return { answers };
        }
        const sources = await sourcesFor(given, choices.checkedKey(answers));
        return { answers: { ...answers, sources, wish: await readWish(session, sources) } };
      },
    },
    {
      name: "models",
      kind: "question",
      applies: ({ intent }) => choices.asksModels(intent),
      run: async (answers, frame) => {
        const { sources, wish } = choices.known(answers);
        const all = offeredIds(sources);
        const configured = configuredIds(found.config).filter((id) => all.includes(id));
        const fresh = all.filter((id) => !configured.includes(id));
        const isAdding = answers.intent === "add" && fresh.length > 0;
        const usual = answers.intent === "set-up" ? [...wish.ids, ...configured] : configured;
        const ticked = (answers.ids ?? (isAdding ? [] : usual)).filter((id) => all.includes(id));
        const offer = { ids: isAdding ? fresh : all, ticked };
        const ids = await questions.askModels(session, sources, offer, frame);
        return { answers: { ...answers, ids } };
      },
    },
    {
      name: "drop",
      kind: "question",
      applies: (answers) => choices.leftOut(answers).length > 0,
      run: async (answers, frame) => {
        const drop = await questions.askDrop(session, choices.leftOut(answers), answers.drop, frame);
        return { answers: { ...answers, drop } };
      },
    },
    {
      name: "primary",
      kind: "question",
      applies: (answers) => choices.asksPrimary(answers),
      run: async (answers, frame) => {
        const current = choices.keptDefault(answers);
        const candidates = choices.candidates(answers);
        const initial = answers.primary === undefined ? answers.wish?.preset?.primary : answers.primary;
        const primary = await questions.askPrimary(session, candidates, { current, initial }, frame);
        return { answers: { ...answers, primary } };
      },
    },
    {
      name: "fallbacks",
      kind: "question",
      applies: (answers) => choices.asksFallbacks(answers),
      run: async (answers, frame) => {
        const ticked = answers.fallbacks ?? currentFallbacks(found.config);
        const rest = choices.fallbackCandidates(answers);
        const fallbacks = await questions.askFallbacks(session, rest, ticked, frame);
        return { answers: { ...answers, fallbacks } };
      },
    },
  ];
}

/** The steps that end it: where the key goes, and the change. */
function lastSteps(given: Given, choices: Choices): WizardStep[] {
  const { session, found } = given;
  const decide = (answers: Answers) =>
    decidedFor(given, {
      key: choices.checkedKey(answers),
      models: choices.modelsOf(answers),
      dropped: choices.dropped(answers),
      storage: choices.storageOf(answers),
      credentials: choices.credentials,
    });
  return [
    {
      name: "storage",
      kind: "question",
      applies: (answers) => choices.asksStorage(answers),
      run: async (answers, frame) => {
        const open = choices.openStorage(answers);
        const asked = { possible: open.possible, initial: answers.storage ?? open.initial };
        const storage = await questions.askStorage(session, found.dotenvFile, asked, frame);
        return { answers: { ...answers, storage } };
      },
    },
    {
      name: "keep",
      kind: "work",
      applies: ({ intent }) => intent === "keep",
      run: async (answers) => ({
        answers: { ...answers, done: { decided: await decide(answers), written: unwritten } },
      }),
    },
    {
      name: "write",
      kind: "question",
      applies: ({ intent }) => intent !== "keep",
      run: async (answers, frame) => {
        const decided = await decide(answers);
        return { answers: { ...answers, done: { decided, written: await write(given, decided, frame) } } };
      },
    },
  ];
}

/** Returns the steps of the wizard, each question with its help. */
export async function buildSteps(given: Given): Promise<WizardStep[]> {
  const { session, found } = given;
  const credentials = await readCredentials(session.context, found);
  const choices = new Choices(given, credentials);
  const { help } = session.context.t.onboard;
  const steps = [...keySteps(given, choices), ...modelSteps(given, choices), ...lastSteps(given, choices)];
  return steps.map((step) => {
    if (!(step.name in help)) return step;
    const text = help[step.name as keyof typeof help];
    const run = (answers: Answers, frame: QuestionFrame) => step.run(answers, { ...frame, help: text });
    return { ...step, run };
  });
}
