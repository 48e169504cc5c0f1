import { get } from "../../core/json/index.ts";
import { temperaturesReaching } from "../../core/openclaw/index.ts";
import { RequestError, sentenceOf } from "../../core/problem/index.ts";
import { bareId, modelEntries } from "../../core/provider/index.ts";
import type { ChatProbe, ModelProbes, Outcome } from "../../doctor/gateway-facts.ts";
import type { ChatRequest, Gateway } from "../../ports.ts";
import { failureProblem } from "../models/known.ts";

const mostAtOnce = 25;
const short = { prompt: "Reply with the word OK.", maxTokens: 64 };
// Long enough to see the answer arrive in pieces.
const long = { prompt: "Count from 1 to 40, separated by blanks. Nothing else.", maxTokens: 256 };
const timeoutMs = 30_000;

/** What the work came to, with the gateway's own sentence as evidence. Throws what is no failure of a request. */
export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    const problem = await failureProblem(error);
    const said = error instanceof RequestError ? sentenceOf(error.failure) : undefined;
    return { ok: false, problem: said === undefined ? problem : { ...problem, evidence: [said] } };
  }
}

/** A chat as OpenClaw would send it: streamed, and with the temperature that the config has for the model. */
function requestFor(model: string, config: unknown, size: typeof short): ChatRequest {
  const temperature = temperaturesReaching(config, bareId(model))[0]?.value;
  const common = { model, ...size, stream: true, timeoutMs };
  return temperature === undefined ? common : { ...common, temperature };
}

async function ask(gateway: Gateway, request: ChatRequest): Promise<ChatProbe> {
  const { model } = request;
  const isEmpty = (outcome: ChatProbe["outcome"]) =>
    // A model that used all its tokens for thinking has answered as far as it could.
    outcome.ok && outcome.value.text.trim() === "" && outcome.value.finishReason !== "length";
  const outcome = await outcomeOf(gateway.chat(request));
  if (!isEmpty(outcome)) return { model, outcome, empty: 0 };
  // An empty answer is often a passing one: a second is asked for.
  const again = await outcomeOf(gateway.chat(request));
  return { model, outcome: again, empty: isEmpty(again) ? 2 : 1 };
}

/**
 * Has a live chat with every model, by the id that OpenClaw would send, at most 25 at once. The first is asked for a
 * longer answer, which shows whether it is streamed. `answered` are still valid chats of an earlier look.
 */
export async function probeChats(
  gateway: Gateway,
  models: readonly string[],
  config: unknown,
  answered: ReadonlyMap<string, ChatProbe> = new Map(),
): Promise<ChatProbe[]> {
  const results = new Map<string, ChatProbe>(answered);
  const waiting = models.filter((model) => !answered.has(model));
  const worker = async () => {
    for (let model = waiting.shift(); model !== undefined; model = waiting.shift())
      results.set(model, await ask(gateway, requestFor(model, config, model === models[0] ? long : short)));
  };
  await Promise.all(Array.from({ length: mostAtOnce }, worker));
  return models.flatMap((model) => results.get(model) ?? []);
}

/** Whether OpenClaw may send a model the role `developer`: its entry does not forbid it. */
function maySendDeveloper(config: unknown, model: string): boolean {
  const entry = modelEntries(config).find((one) => one.id === model)?.value;
  return get(entry, ["compat", "supportsDeveloperRole"]) !== false;
}

/** A tool call, and where OpenClaw may send it an instruction of the role `developer`, with one model. */
export async function probeModel(gateway: Gateway, model: string, config: unknown): Promise<ModelProbes> {
  const request = requestFor(model, config, { ...short, maxTokens: 256 });
  const [tool, developer] = await Promise.all([
    outcomeOf(gateway.chat({ ...request, tool: true })),
    maySendDeveloper(config, model)
      ? outcomeOf(gateway.chat({ ...request, instructionRole: "developer" }))
      : undefined,
  ]);
  return { model, tool, ...(developer ? { developer } : {}) };
}
