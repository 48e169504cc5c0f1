import { isObject } from "../core/json/index.ts";
import type { Catalog } from "../core/models/index.ts";
import { bareId, toReference } from "../core/provider/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { LiveList } from "./live.ts";
import { alternatives, isServed, type Known, onlyTemperature } from "./models.ts";
import type { AssistantMessage, EventStream, StreamFunction, StreamOptions } from "./sdk.ts";
import { relay } from "./stream.ts";

/** What a wrapped request needs to know. */
export interface RequestParts {
  readonly catalog: Catalog;
  readonly live: LiveList;
  readonly texts: Messages["provider"];
  readonly baseUrl: string;
  /** The key for looking at the model list, where the request itself does not carry one. */
  readonly key: () => Promise<string | undefined>;
  readonly now: () => number;
}

type Parameters = Readonly<Record<string, unknown>>;

const bodies = ["extra_body", "extraBody"];

function withoutTemperature(params: Parameters): Parameters {
  const kept = Object.entries(params).filter(([key]) => key !== "temperature");
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      bodies.includes(key) && isObject(value) ? withoutTemperature(value) : value,
    ]),
  );
}

/**
 * Parameters without a temperature, for a model that takes only one (Kimi K2.5 answers 400 to any but 1, and takes
 * its own when none is sent). Undefined where there is nothing to drop.
 */
export function dropTemperature(
  modelId: string,
  params: Parameters | undefined,
  catalog: Catalog,
): Parameters | undefined {
  if (!params || onlyTemperature(bareId(modelId), catalog) === undefined) return undefined;
  return withoutTemperature(params);
}

// new-api's and one-api's words for a model that no channel of the key's group serves, and AIsa's own.
const notServed =
  /no available channel|failed to get available channel|无可用渠道|可用渠道失败|"?code"?:\s*"?(?:unknown_model|model_not_found)|\bunknown_model\b/i;

/** Whether a failed request failed because the gateway does not serve the model. */
export function isNotServed(text: string | undefined): boolean {
  return text !== undefined && notServed.test(text);
}

/** The failure in words that OpenClaw takes for an unknown model: it then asks once and not up to twelve times. */
async function explain(
  parts: RequestParts,
  message: AssistantMessage,
  model: string,
  options: StreamOptions | undefined,
): Promise<AssistantMessage | undefined> {
  if (!isNotServed(message.errorMessage)) return undefined;
  const live = await parts.live.ask(parts.baseUrl, options?.apiKey ?? (await parts.key()));
  const known: Known = { catalog: parts.catalog, live };
  const others = alternatives(model, known).map(toReference);
  const say = isServed(model, known) === false ? parts.texts.notServed : parts.texts.noChannel;
  return { ...message, errorMessage: say(model, others) };
}

const retriedForMs = 30_000;

/**
 * Sends a request again once if its answer is empty, and adds what is wrong with the model to a failure. OpenClaw
 * 2026.9.6 itself repeats an empty answer; the repeated request is not doubled again here, so that there is one more
 * request in all than without the plugin.
 */
export function wrapStreamFunction(inner: StreamFunction, parts: RequestParts): StreamFunction {
  return (model, context, options) => {
    const only = onlyTemperature(bareId(model.id), parts.catalog);
    const { temperature, ...rest } = options ?? {};
    const cleaned = only === undefined || temperature === only || temperature === undefined ? options : rest;
    const ask = () => inner(model, context, cleaned);
    const rules = {
      onError: (message: AssistantMessage) => explain(parts, message, model.id, options),
      onEmpty: async () => {
        const last = retries.get(model.id) ?? Number.NEGATIVE_INFINITY;
        if (options?.signal?.aborted || parts.now() - last < retriedForMs) return undefined;
        retries.set(model.id, parts.now());
        return ask();
      },
    };
    const stream = ask();
    return isStream(stream) ? relay(stream, rules) : stream.then((source) => relay(source, rules));
  };
}

// When each model was last asked a second time. OpenClaw wraps again for every attempt, so the memory lives here.
const retries = new Map<string, number>();

const isStream = (value: EventStream | Promise<EventStream>): value is EventStream => !("then" in value);
