import type { World } from "../../ports.ts";

const escapeKey = "\u001b";
const cancelling = new Set(["\u0003", "\u0004", escapeKey]);

/**
 * Watches the keyboard while no question is open: Ctrl-C, Ctrl-D and Esc interrupt the program as a signal would, and
 * everything else is dropped, so that impatient typing neither shows nor answers the next question. Esc calls `onEscape`
 * where it is given. Out: ends it and leaves the terminal as it was. Without a terminal it does nothing.
 */
export function watchKeys(
  { stdin, raise }: Pick<World, "stdin" | "raise">,
  onEscape?: (() => void) | undefined,
): () => void {
  if (!stdin.isTTY) return () => {};
  const wasRaw = stdin.isRaw ?? false;
  const onData = (chunk: Buffer | string) => {
    const text = chunk.toString();
    // An arrow key begins with Esc too, but does not come alone.
    if (text === escapeKey && onEscape) onEscape();
    else if (cancelling.has(text) || text.includes("\u0003")) raise("SIGINT");
  };
  stdin.setRawMode?.(true);
  stdin.on("data", onData);
  stdin.resume();
  return () => {
    stdin.off("data", onData);
    stdin.setRawMode?.(wasRaw);
    stdin.pause();
  };
}
