import type { ChatProbe } from "../../doctor/facts.ts";
import type { Entry } from "../../doctor/references.ts";
import type { Gateway } from "../../ports.ts";
import { problemOf } from "../models/known.ts";

const mostAtOnce = 25;

async function probe(gateway: Gateway, model: string): Promise<ChatProbe> {
  const request = {
    model,
    prompt: "Reply with the word OK.",
    maxTokens: 64,
    stream: true,
    timeoutMs: 30_000,
  };
  try {
    let { text } = await gateway.chat(request);
    // An empty answer is often a passing one: only a second one counts.
    if (text.trim() === "") text = (await gateway.chat(request)).text;
    return { model, outcome: { ok: true, value: text } };
  } catch (error) {
    return { model, outcome: { ok: false, problem: problemOf(error) } };
  }
}

/** A live chat with every entry's model, by the id that OpenClaw would send; at most 25 at once. */
export async function probeChats(gateway: Gateway, entries: readonly Entry[]): Promise<ChatProbe[]> {
  const ids = [...new Set(entries.map((entry) => entry.id))];
  const results = new Map<string, ChatProbe>();
  const waiting = [...ids];
  const worker = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      results.set(id, await probe(gateway, id));
  };
  await Promise.all(Array.from({ length: mostAtOnce }, worker));
  return ids.flatMap((id) => results.get(id) ?? []);
}
