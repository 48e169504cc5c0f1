import { type KeyText, readKey } from "../../core/keys/index.ts";
import { toReference } from "../../core/provider/index.ts";
import type { Choice, QuestionFrame } from "../../core/terminal/index.ts";
import { maskKey } from "../../core/text/index.ts";
import { shortPath } from "../../render/plan.ts";
import type { FoundKey } from "../keys.ts";
import type { Intent } from "./answers.ts";
import { type ObtainedKey, sayCleaned } from "./key.ts";
import { modelChoices } from "./model-choices.ts";
import type { ModelSources } from "./models.ts";
import type { KeyStorage, OnboardSession } from "./session.ts";

/** Asks what to do where everything is set up already. */
export async function askIntent(
  { context }: OnboardSession,
  possible: readonly Intent[],
  initial: Intent | undefined,
  frame: QuestionFrame,
): Promise<Intent> {
  const { ask } = context.t.onboard;
  const prompter = await context.prompter();
  return prompter.select({
    ...frame,
    message: ask.intent,
    menu: true,
    choices: possible.map((value) => ({ value, name: ask.intents[value] })),
    ...(initial === undefined ? {} : { initial }),
  });
}

/** Asks which of the keys found to use, or another one. Enter takes the first, but not one of the working directory. */
export async function askSource(
  { context }: OnboardSession,
  keys: readonly FoundKey[],
  initial: ObtainedKey | "typed" | undefined,
  frame: QuestionFrame,
): Promise<ObtainedKey | "typed"> {
  const { ask } = context.t.onboard;
  const prompter = await context.prompter();
  const named = keys.map(({ value, label }) => ({ value, name: ask.useKey(maskKey(value), label) }));
  const usual = keys[0]?.kind === "workspace" ? "" : keys[0]?.value;
  const before = initial === "typed" ? "" : initial?.value;
  const answer = await prompter.select({
    ...frame,
    message: ask.key,
    menu: true,
    choices: [...named, { value: "", name: ask.another }],
    initial: before ?? usual ?? "",
  });
  const chosen = keys.find(({ value }) => value === answer);
  return chosen ? { value: chosen.value, kind: chosen.kind } : "typed";
}

/** Asks for a key, masked, and says where to get one; the page opens in the browser where there is one. */
export async function askKey(session: OnboardSession, frame: QuestionFrame = {}): Promise<string> {
  const { context } = session;
  const { ask } = context.t.onboard;
  const prompter = await context.prompter();
  const { keyPage } = (await context.catalog()).provider;
  const open = await context.pageOpener();
  const openPage = () => {
    open?.(keyPage);
    return ask.opened(keyPage);
  };
  const text = await prompter.secret({
    ...frame,
    message: ask.key,
    note: ask.keyNote(keyPage),
    ...(open ? { openPage } : {}),
    shown: (typed) => maskKey(readKey(typed)?.key ?? ""),
    validate: (value) => {
      if (value.trim() === "") return ask.keyEmpty;
      return readKey(value) === undefined ? ask.keyShape : undefined;
    },
  });
  return sayCleaned(session, readKey(text) ?? { key: text, removed: [] });
}

/** What can be done after a failed check, or the key that was pasted there. */
export type AfterFailure = "another" | "again" | "goOn" | "stop" | KeyText;

/** After a failed check: what now? What helps most often comes first: another key, or trying again. */
export async function askAfterFailure(
  session: OnboardSession,
  keyIsWrong: boolean,
  frame: QuestionFrame,
): Promise<AfterFailure> {
  const { ask } = session.context.t.onboard;
  const prompter = await session.context.prompter();
  const order: Exclude<AfterFailure, KeyText>[] = keyIsWrong
    ? ["another", "again", "goOn", "stop"]
    : ["again", "another", "goOn", "stop"];
  return prompter.select<AfterFailure>({
    ...frame,
    message: ask.afterFailure,
    menu: true,
    takeKey: readKey,
    choices: order.map((value) => ({ value, name: ask[value] })),
  });
}

/** Asks which models to set up, grouped by family, those of `ticked` picked already. */
export async function askModels(
  session: OnboardSession,
  { catalog, live }: ModelSources,
  wish: { readonly ids: readonly string[]; readonly ticked: readonly string[] },
  frame: QuestionFrame,
): Promise<string[]> {
  const { context } = session;
  const { ask } = context.t.onboard;
  const prompter = await context.prompter();
  const choices = modelChoices(context, wish, catalog, live);
  return prompter.pick({ ...frame, message: ask.models, note: ask.modelsNote, choices, required: true });
}

/** Asks whether the configured models that were left out go. */
export async function askDrop(
  { context }: OnboardSession,
  ids: readonly string[],
  initial: boolean | undefined,
  frame: QuestionFrame,
): Promise<boolean> {
  const { ask } = context.t.onboard;
  const prompter = await context.prompter();
  return prompter.select({
    ...frame,
    message: ask.drop(ids),
    menu: true,
    choices: [
      { value: true, name: ask.dropThem },
      { value: false, name: ask.keepThem },
    ],
    initial: initial ?? true,
  });
}

/** Asks for the default model. Out: a bare id, or `null` to keep what is there. */
export async function askPrimary(
  session: OnboardSession,
  ids: readonly string[],
  { current, initial }: { readonly current: string | undefined; readonly initial: string | null | undefined },
  frame: QuestionFrame,
): Promise<string | null> {
  const { ask } = session.context.t.onboard;
  const prompter = await session.context.prompter();
  const stranger = current !== undefined && !ids.some((id) => toReference(id) === current);
  const choices: Choice<string | null>[] = ids.map((id) => ({ value: id, name: id }));
  if (stranger) choices.push({ value: null, name: ask.keep(current) });
  const usual = ids.find((id) => toReference(id) === current) ?? ids[0] ?? null;
  const before = choices.some(({ value }) => value === initial) ? initial : undefined;
  return prompter.select({
    ...frame,
    message: stranger ? ask.primaryNow(current) : ask.primary,
    choices,
    initial: before === undefined ? usual : before,
  });
}

/** Asks for the fallbacks among the models that were picked. */
export async function askFallbacks(
  session: OnboardSession,
  ids: readonly string[],
  ticked: readonly string[],
  frame: QuestionFrame,
): Promise<string[]> {
  const { ask } = session.context.t.onboard;
  const prompter = await session.context.prompter();
  return prompter.pick({
    ...frame,
    message: ask.fallbacks,
    note: ask.fallbacksNote,
    choices: ids.map((id) => ({ value: id, name: id, checked: ticked.includes(id) })),
  });
}

/** Asks where the key is kept. */
export async function askStorage(
  session: OnboardSession,
  dotenvFile: string,
  { possible, initial }: { readonly possible: readonly KeyStorage[]; readonly initial: KeyStorage },
  frame: QuestionFrame,
): Promise<KeyStorage> {
  const { t, home, platform } = session.context;
  const prompter = await session.context.prompter();
  const names: Record<KeyStorage, string> = {
    dotenv: t.onboard.storage.dotenv(shortPath(dotenvFile, home), platform !== "win32"),
    env: t.onboard.storage.env,
    config: t.onboard.storage.config,
  };
  return prompter.select({
    ...frame,
    message: t.onboard.ask.storage,
    menu: true,
    choices: possible.map((storage) => ({ value: storage, name: names[storage] })),
    initial,
  });
}
