import { readKeyText } from "../../core/keys/index.ts";
import type { Catalog } from "../../core/models/index.ts";
import { toReference } from "../../core/provider/index.ts";
import type { Choice } from "../../core/terminal/index.ts";
import { maskKey } from "../../core/text/index.ts";
import type { LiveModel } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import type { FoundKey } from "../keys.ts";
import { modelChoices } from "./model-choices.ts";
import type { KeyStorage, OnboardSession } from "./session.ts";

/** Offers a key that was found; Enter accepts it, except one of the working directory. Out: whether to use it. */
export async function askUseKey({ context }: OnboardSession, key: FoundKey): Promise<boolean> {
  const prompter = await context.prompter();
  const message = context.t.onboard.ask.useKey(maskKey(key.value), key.label);
  return prompter.confirm({ message, initial: key.kind !== "workspace" });
}

/** Asks for a key, masked, and names where to get one. */
export async function askKey(session: OnboardSession): Promise<string> {
  const { ask } = session.context.t.onboard;
  const prompter = await session.context.prompter();
  const { keyPage } = (await session.context.catalog()).provider;
  const text = await prompter.secret({
    message: ask.key,
    note: ask.keyNote(keyPage),
    validate: (value) => {
      if (value.trim() === "") return ask.keyEmpty;
      return readKeyText(value) === undefined ? ask.keyShape : undefined;
    },
  });
  return readKeyText(text) ?? text;
}

/** What can be done after a failed check. */
export type AfterFailure = "another" | "again" | "goOn" | "stop";

/** Asks what to do after a failed check. The most useful choice is first: another key, or a retry. */
export async function askAfterFailure(session: OnboardSession, keyIsWrong: boolean): Promise<AfterFailure> {
  const { ask } = session.context.t.onboard;
  const prompter = await session.context.prompter();
  const order: AfterFailure[] = keyIsWrong
    ? ["another", "again", "goOn", "stop"]
    : ["again", "another", "goOn", "stop"];
  return prompter.select({
    message: ask.afterFailure,
    choices: order.map((value) => ({ value, name: ask[value] })),
  });
}

/** Asks which models to set up, grouped by family, those of `ticked` picked already. */
export async function askModels(
  session: OnboardSession,
  ids: readonly string[],
  ticked: readonly string[],
  catalog: Catalog,
  live: readonly LiveModel[] | undefined,
): Promise<string[]> {
  const { context } = session;
  const { ask } = context.t.onboard;
  const prompter = await context.prompter();
  const choices = modelChoices(context, { ids, ticked }, catalog, live);
  return prompter.pick({ message: ask.models, note: ask.modelsNote, choices, required: true });
}

/** Asks for the default model. Out: a bare id, or undefined to keep what is there. */
export async function askPrimary(
  session: OnboardSession,
  ids: readonly string[],
  current: string | undefined,
): Promise<string | undefined> {
  const { ask } = session.context.t.onboard;
  const prompter = await session.context.prompter();
  const keep = current !== undefined && !ids.some((id) => toReference(id) === current);
  const choices: Choice<string | undefined>[] = ids.map((id) => ({ value: id, name: id }));
  if (keep) choices.push({ value: undefined, name: ask.keep(current) });
  const initial = ids.find((id) => toReference(id) === current) ?? ids[0];
  return prompter.select({ message: ask.primary, choices, ...(initial === undefined ? {} : { initial }) });
}

/** Asks for the fallbacks among the models that were picked. */
export async function askFallbacks(
  session: OnboardSession,
  ids: readonly string[],
  ticked: readonly string[],
): Promise<string[]> {
  const prompter = await session.context.prompter();
  return prompter.pick({
    message: session.context.t.onboard.ask.fallbacks,
    note: session.context.t.onboard.ask.fallbacksNote,
    choices: ids.map((id) => ({ value: id, name: id, checked: ticked.includes(id) })),
  });
}

/** Asks where the key is kept. */
export async function askStorage(
  session: OnboardSession,
  dotenvFile: string,
  possible: readonly KeyStorage[],
  initial: KeyStorage,
): Promise<KeyStorage> {
  const { t, home, platform } = session.context;
  const prompter = await session.context.prompter();
  const names: Record<KeyStorage, string> = {
    dotenv: t.onboard.storage.dotenv(shortPath(dotenvFile, home), platform !== "win32"),
    env: t.onboard.storage.env,
    config: t.onboard.storage.config,
  };
  return prompter.select({
    message: t.onboard.ask.storage,
    choices: possible.map((storage) => ({ value: storage, name: names[storage] })),
    initial,
  });
}
