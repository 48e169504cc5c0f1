import type { Credentials } from "../../core/keys/index.ts";
import { modelRoles } from "../../core/openclaw/index.ts";
import { configuredIds } from "../../core/provider/index.ts";
import type { FoundKey } from "../keys.ts";
import type { Answers, Given, Intent } from "./answers.ts";
import type { CheckedKey, ObtainedKey } from "./key.ts";
import {
  type ChosenModels,
  completeChoice,
  currentFallbacks,
  currentOwn,
  decideModels,
  defaultCandidates,
  droppableIds,
  fallbacksFor,
  foreignDefault,
  type ModelSources,
  type Wish,
} from "./models.ts";
import type { KeyStorage } from "./session.ts";
import { type StorageChoice, storageChoice } from "./storage.ts";

const steering = [
  "aisaApiKey",
  "aisaApiKeyFile",
  "keyRef",
  "keyStorage",
  "baseUrl",
  "models",
  "preset",
  "primary",
  "fallbacks",
] as const;

/**
 * What the answers come to, and which questions they leave open. Pure: of what was given and answered alone. A flag
 * answers its question.
 */
export class Choices {
  /** The question what to do was answered once. */
  wasAsked = false;
  readonly credentials: Credentials;
  readonly #given: Given;

  constructor(given: Given, credentials: Credentials) {
    this.#given = given;
    this.credentials = credentials;
  }

  get #options() {
    return this.#given.session.options;
  }

  get #config() {
    return this.#given.found.config;
  }

  /** AIsa is set up, and no flag says what to do. */
  get isConfigured(): boolean {
    return (
      configuredIds(this.#config).length > 0 && steering.every((name) => this.#options[name] === undefined)
    );
  }

  /** The keys that can be chosen. Who changes the key does not want the one in use. */
  offeredKeys({ intent }: Answers): readonly FoundKey[] {
    const { keys } = this.#given;
    return intent === "key" && keys[0]?.kind !== "workspace" ? keys.slice(1) : keys;
  }

  asksSource(answers: Answers): boolean {
    if (this.#given.flagged !== undefined) return false;
    const offered = this.offeredKeys(answers);
    const isOpen = answers.intent === "set-up" || answers.intent === "key";
    return isOpen ? offered.length > 0 : offered[0]?.kind === "workspace";
  }

  asksKey(answers: Answers): boolean {
    if (answers.source === "typed") return true;
    if (this.#given.flagged !== undefined || this.asksSource(answers)) return false;
    return answers.intent === "key" || this.#given.keys.length === 0;
  }

  /** The key so far; undefined before one was given. */
  keyOf(answers: Answers): ObtainedKey | undefined {
    if (this.asksKey(answers)) return answers.typed;
    if (this.#given.flagged !== undefined) return this.#given.flagged;
    if (this.asksSource(answers)) return answers.source === "typed" ? undefined : answers.source;
    const [first] = this.#given.keys;
    return first && { value: first.value, kind: first.kind };
  }

  checkedKey({ checked }: Answers): CheckedKey {
    if (checked === undefined) throw new Error("the key was not checked yet");
    return checked;
  }

  known({ sources, wish }: Answers): { readonly sources: ModelSources; readonly wish: Wish } {
    if (sources === undefined || wish === undefined) throw new Error("the models are not known yet");
    return { sources, wish };
  }

  asksModels(intent: Intent): boolean {
    if (intent === "keep" || intent === "key") return false;
    return this.#options.models === undefined && this.#options.preset === undefined;
  }

  /** Whether roles are chosen too: not where models are only added. */
  #asksRoles({ intent }: Answers): boolean {
    return intent === "set-up" || intent === "models";
  }

  #ids(answers: Answers): readonly string[] {
    const { intent, ids, wish } = answers;
    if (intent === "keep" || intent === "key") return [];
    return (this.asksModels(intent) ? ids : undefined) ?? wish?.ids ?? [];
  }

  /** Configured models that were not picked. */
  leftOut(answers: Answers): string[] {
    const { sources } = answers;
    if (sources === undefined || !this.#asksRoles(answers)) return [];
    if (this.asksModels(answers.intent) && answers.ids === undefined) return [];
    return droppableIds(this.#ids(answers), sources, this.#options);
  }

  dropped(answers: Answers): readonly string[] {
    return answers.drop === false ? [] : this.leftOut(answers);
  }

  /** The models that can be the default one; before the models are known nobody can say. */
  candidates(answers: Answers): string[] {
    const { sources } = answers;
    return sources === undefined ? [] : defaultCandidates(this.#ids(answers), sources);
  }

  /** The default model of now, unless it goes. */
  keptDefault(answers: Answers): string | undefined {
    const own = currentOwn(this.#config);
    const goes = own !== undefined && this.dropped(answers).includes(own);
    return goes ? undefined : modelRoles(this.#config).primary;
  }

  asksPrimary(answers: Answers): boolean {
    if (!this.#asksRoles(answers) || this.#options.primary !== undefined) return false;
    if (this.#options.preset !== undefined && foreignDefault(this.#config) === undefined) return false;
    return answers.sources === undefined || this.candidates(answers).length > 0;
  }

  #primary(answers: Answers): string | undefined {
    if (this.#options.primary !== undefined) return answers.wish?.primary;
    if (this.asksPrimary(answers)) return answers.primary ?? undefined;
    const { sources, wish } = this.known(answers);
    return decideModels(wish, sources, this.#options).primary;
  }

  fallbackCandidates(answers: Answers): string[] {
    return this.#ids(answers).filter((id) => id !== this.#primary(answers));
  }

  asksFallbacks(answers: Answers): boolean {
    const { fallbacks, preset } = this.#options;
    if (!this.#asksRoles(answers) || fallbacks !== undefined || preset !== undefined) return false;
    if (answers.wish === undefined || (this.asksPrimary(answers) && answers.primary === undefined))
      return true;
    return this.#primary(answers) !== undefined && this.fallbackCandidates(answers).length > 0;
  }

  modelsOf(answers: Answers): ChosenModels {
    const ids = this.#ids(answers);
    if (!this.#asksRoles(answers)) return { ids, primary: undefined, fallbacks: undefined };
    const { sources, wish } = this.known(answers);
    const primary = this.#primary(answers);
    const picked = this.asksFallbacks(answers)
      ? answers.fallbacks?.filter((id) => id !== primary)
      : undefined;
    // None picked, and none there: nothing is said about fallbacks.
    const isNothing = picked?.length === 0 && currentFallbacks(this.#config).length === 0;
    const fallbacks = picked ?? fallbacksFor(wish, { ids, primary }, sources, wish.preset);
    return completeChoice({ ids, primary, fallbacks: isNothing ? undefined : fallbacks });
  }

  #storage(answers: Answers): StorageChoice | undefined {
    const key = this.keyOf(answers);
    const { session, found } = this.#given;
    return key && storageChoice(session, found, key, this.credentials);
  }

  asksStorage(answers: Answers): boolean {
    const { keyStorage, keyRef } = this.#options;
    const isReferred = keyRef !== undefined && answers.source !== "typed";
    if (keyStorage !== undefined || isReferred || answers.intent === "keep") return false;
    const isNew = answers.intent === "set-up" || answers.intent === "key" || this.asksKey(answers);
    return isNew && (this.#storage(answers)?.kind ?? "open") === "open";
  }

  openStorage(answers: Answers): StorageChoice & { readonly kind: "open" } {
    const choice = this.#storage(answers);
    if (choice?.kind !== "open") throw new Error("where the key goes is settled");
    return choice;
  }

  storageOf(answers: Answers): KeyStorage {
    const choice = this.#storage(answers);
    if (choice === undefined) throw new Error("there is no key yet");
    if (choice.kind === "settled") return choice.storage;
    const asked = this.asksStorage(answers) ? answers.storage : undefined;
    return asked !== undefined && choice.possible.includes(asked) ? asked : choice.initial;
  }
}
