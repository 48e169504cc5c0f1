import {
  type Answer,
  type Answers,
  type ChatRequest,
  inParallel,
  judgeModel,
  type ModelTest,
  type Probe,
  probes,
  secondTryTokens,
} from "../../core/gateway/index.ts";
import type { Gateway } from "../../ports.ts";
import { failureProblem } from "./known.ts";

const mostAtOnce = 25;
const deadlineMs = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// Getting twenty calls on their way in one instant takes so much of it that every clock would show it.
const breathMs = 15;

/** Lets calls begin a breath apart. */
function taker(): () => Promise<unknown> {
  let free = 0;
  return () => {
    const now = performance.now();
    const turn = Math.max(now, free);
    free = turn + breathMs;
    return pause(turn - now);
  };
}

/**
 * Sends one request. An empty answer is requested once more, with more room.
 */
async function ask(gateway: Gateway, model: string, probe: Probe): Promise<Answer> {
  const request: ChatRequest = { model, stream: true, timeoutMs: deadlineMs, ...probes[probe] };
  const wants = probe === "speed";
  try {
    const first = await gateway.chat(request);
    if (!wants || first.text.trim() !== "") return { ok: true, result: first, retried: false };
    const result = await gateway.chat({ ...request, maxTokens: secondTryTokens });
    if (result.text.trim() !== "") return { ok: true, result, retried: true };
    return { ok: false, problem: { code: "empty-content", params: { model } } };
  } catch (error) {
    return { ok: false, problem: await failureProblem(error) };
  }
}

interface Call {
  readonly id: string;
  readonly probe: Probe;
}

const single = ["tool", "developer", "temperature"] as const;

/**
 * Puts models to the test: `runs` answers for the speed of each, and one call for each of the other questions, all at
 * once, at most 25 at a time; so it takes as long as the slowest. `finished` is given each model that is done.
 */
export async function testModels(
  gateway: Gateway,
  ids: readonly string[],
  runs: number,
  finished: (test: ModelTest) => void,
): Promise<ModelTest[]> {
  // What is measured is asked first: it waits for nothing.
  const speed = Array.from({ length: runs }, () => ids.map((id): Call => ({ id, probe: "speed" }))).flat();
  const others = single.flatMap((probe) => ids.map((id): Call => ({ id, probe })));
  const answers = new Map<string, { probe: Probe; answer: Answer }[]>(ids.map((id) => [id, []]));
  const tests = new Map<string, ModelTest>();
  const turn = taker();
  await inParallel([...speed, ...others], mostAtOnce, async ({ id, probe }) => {
    await turn();
    const answer = await ask(gateway, id, probe);
    const own = answers.get(id) ?? [];
    own.push({ probe, answer });
    if (own.length < runs + single.length) return;
    const test = judgeModel(id, sorted(own));
    tests.set(id, test);
    finished(test);
  });
  return ids.flatMap((id) => tests.get(id) ?? []);
}

function sorted(own: readonly { readonly probe: Probe; readonly answer: Answer }[]): Answers {
  const of = (probe: Probe) => own.filter((one) => one.probe === probe).map((one) => one.answer);
  const [tool, developer, temperature] = single.map((probe) => of(probe)[0]);
  if (!tool || !developer || !temperature) throw new Error("a probe has no answer");
  return { speed: of("speed"), tool, developer, temperature };
}
