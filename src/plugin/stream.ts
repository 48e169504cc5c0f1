import type { AssistantMessage, EventStream, StreamEvent } from "./sdk.ts";

/** What to do about a stream's end. */
export interface StreamRules {
  /** The message to end with instead of a failed one; undefined leaves it. */
  onError(message: AssistantMessage): Promise<AssistantMessage | undefined>;
  /** A stream to go on with instead of an answer without content; undefined leaves it at that. */
  onEmpty(): Promise<EventStream | undefined>;
}

/** True for a finished answer without text and without a tool call. */
function isEmpty(message: AssistantMessage): boolean {
  if (message.stopReason !== "stop") return false;
  return message.content.every(
    (part) => part.type === "thinking" || (part.type === "text" && !part.text?.trim()),
  );
}

/**
 * A stream in place of another. It is an object of its own, with plain members: OpenClaw 2026.4.15 and 2026.9.6 both
 * replace `result` and the iterator of a stream they are given, and call `result()` from within the last event. So the
 * final message is settled before that event is handed out, and the source is read whether or not anybody iterates.
 */
export function relay(source: EventStream, rules: StreamRules): EventStream {
  const events: StreamEvent[] = [];
  let finished = false;
  let failure: { readonly error: unknown } | undefined;
  let wake = () => {};
  let settle: (message: AssistantMessage) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const final = new Promise<AssistantMessage>((resolve, refuse) => {
    settle = resolve;
    reject = refuse;
  });
  final.catch(() => {}); // whoever asks for the result is given it; nobody has to ask

  const hand = (event: StreamEvent) => {
    const message = event.type === "done" ? event.message : event.type === "error" ? event.error : undefined;
    if (message) settle(message);
    events.push(event);
    wake();
  };
  follow(source, rules, hand)
    .catch((error: unknown) => {
      failure = { error };
      reject(error);
    })
    .finally(() => {
      finished = true;
      wake();
    });

  async function* iterate(): AsyncGenerator<StreamEvent> {
    for (;;) {
      const event = events.shift();
      if (event) yield event;
      else if (failure) throw failure.error;
      else if (finished) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  return { result: () => final, [Symbol.asyncIterator]: iterate };
}

/** Passes on every event of a stream, and of the stream that replaces it if it ends empty. */
async function follow(
  source: EventStream,
  rules: StreamRules,
  hand: (event: StreamEvent) => void,
): Promise<void> {
  let stream: EventStream | undefined = source;
  let begun = false;
  while (stream) {
    const current: EventStream = stream;
    stream = undefined;
    let last: StreamEvent | undefined;
    for await (const event of current) {
      if (event.type === "done" || event.type === "error") {
        last = event;
        break;
      }
      // One conversation, one start: a second one would add the message to the transcript again.
      if (event.type !== "start" || !begun) hand(event);
      begun ||= event.type === "start";
    }
    if (last?.type === "done" && last.message && isEmpty(last.message)) stream = await rules.onEmpty();
    if (stream || !last) continue;
    if (last.type === "error" && last.error) {
      const other = await rules.onError(last.error);
      hand(other ? { ...last, error: other } : last);
    } else hand(last);
  }
}
