import { type Catalog, entryFigures, familyOf } from "../../core/catalog.ts";
import { readKeyText } from "../../core/key-text.ts";
import { toReference } from "../../core/plan.ts";
import { maskKey } from "../../core/redact.ts";
import type { Choice, LiveModel, Style } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { padEnd, padStart, truncate } from "../../render/text.ts";
import type { KeyStorage, OnboardSession } from "./session.ts";

/** Offers a key that was found. Out: whether to use it. */
export async function askUseKey(session: OnboardSession, key: string, source: string): Promise<boolean> {
  const prompter = await session.context.prompter();
  return prompter.confirm({ message: session.context.t.onboard.ask.useKey(maskKey(key), source) });
}

/** Asks for a key, masked. */
export async function askKey(session: OnboardSession): Promise<string> {
  const { ask } = session.context.t.onboard;
  const prompter = await session.context.prompter();
  const text = await prompter.secret({
    message: ask.key,
    validate: (value) => {
      if (value.trim() === "") return ask.keyEmpty;
      return readKeyText(value) === undefined ? ask.keyShape : undefined;
    },
  });
  return readKeyText(text) ?? text;
}

/** After a failed check: what now? */
export async function askAfterFailure(
  session: OnboardSession,
): Promise<"another" | "again" | "goOn" | "stop"> {
  const { ask } = session.context.t.onboard;
  const prompter = await session.context.prompter();
  return prompter.select({
    message: ask.afterFailure,
    choices: [
      { value: "another", name: ask.another },
      { value: "again", name: ask.again },
      { value: "goOn", name: ask.goOn },
      { value: "stop", name: ask.stop },
    ],
  });
}

const shortTokens = (tokens: number) =>
  tokens >= 1_000_000 ? `${Math.round(tokens / 1_000_000)}M` : `${Math.round(tokens / 1000)}K`;

/** One model in a list to choose from: id, context and price in columns that stay in line. */
function modelChoice(id: string, catalog: Catalog, live: readonly LiveModel[] | undefined, style: Style) {
  const figures = entryFigures(
    catalog,
    id,
    live?.find((model) => model.id === id),
  );
  const name = padEnd(truncate(id, 28, style), 28, style);
  const known = figures.cost.input > 0 || figures.cost.output > 0;
  const price = known ? `$${figures.cost.input.toFixed(2)} / $${figures.cost.output.toFixed(2)}` : "";
  return { name, hint: `${padStart(shortTokens(figures.contextWindow), 5, style)}  ${price}`.trimEnd() };
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
  const prompter = await context.prompter();
  const families = [...new Set([...ticked, ...ids].map((id) => familyOf(catalog, id)))];
  const choices: Choice<string>[] = families.flatMap((family) =>
    [...new Set([...ticked, ...ids])]
      .filter((id) => familyOf(catalog, id) === family)
      .map((id) => ({
        value: id,
        ...modelChoice(id, catalog, live, context.style),
        group: family,
        checked: ticked.includes(id),
      })),
  );
  return prompter.pick({ message: context.t.onboard.ask.models, choices, required: true });
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
  const { t, home } = session.context;
  const prompter = await session.context.prompter();
  const names: Record<KeyStorage, string> = {
    dotenv: t.onboard.storage.dotenv(shortPath(dotenvFile, home)),
    env: t.onboard.storage.env,
    config: t.onboard.storage.config,
  };
  return prompter.select({
    message: t.onboard.ask.storage,
    choices: possible.map((storage) => ({ value: storage, name: names[storage] })),
    initial,
  });
}
