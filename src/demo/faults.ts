import type { ChatBody } from "./chat.ts";
import type { DemoBehaviour, DemoFault, DemoRoute, DemoWhen } from "./script.ts";

/** How often each fault has matched. */
export type Counters = Map<DemoFault, number>;

/** Nothing counted yet. */
export function newCounters(): Counters {
  return new Map();
}

/** What a request meets: all delays that match, and the first other behaviour. Counts the request. */
export function faultsFor(
  faults: readonly DemoFault[],
  counters: Counters,
  route: DemoRoute,
  chat: ChatBody | undefined,
): { readonly delayMs: number; readonly behaviour?: DemoBehaviour } {
  const active = faults.filter((fault) => {
    const when = fault.when ?? {};
    if (!matches(when, route, chat)) return false;
    const count = (counters.get(fault) ?? 0) + 1;
    counters.set(fault, count);
    const from = when.from ?? 1;
    return count >= from && count < from + (when.times ?? Number.POSITIVE_INFINITY);
  });
  let delayMs = 0;
  for (const { what } of active) if (what.kind === "delay") delayMs += what.ms;
  const behaviour = active.find((fault) => fault.what.kind !== "delay")?.what;
  return behaviour === undefined ? { delayMs } : { delayMs, behaviour };
}

function matches(when: DemoWhen, route: DemoRoute, chat: ChatBody | undefined): boolean {
  return (
    (when.route === undefined || when.route === route) &&
    (when.model === undefined || when.model === chat?.model) &&
    (when.stream === undefined || when.stream === chat?.stream) &&
    (when.tool === undefined || when.tool === (chat?.call !== undefined))
  );
}
