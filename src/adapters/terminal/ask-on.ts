import { emitKeypressEvents, type Interface } from "node:readline";
import { fail } from "../../core/problem/index.ts";
import type { Input, Output } from "../../ports.ts";

/** The terminal that questions are asked on. */
export interface Terminal {
  readonly stdin: Input;
  readonly stderr: Output;
}

type PromptContext = { signal: AbortSignal; input: Input; output: Output };
type Key = { readonly name?: string; readonly ctrl?: boolean };

/** Runs one prompt. `onEscape` ends it as Esc does; a prompt that calls it watches the key itself. */
export type Ask = <T>(
  run: (context: PromptContext, onEscape: () => void) => Promise<T>,
  options: { readonly leadsBack: boolean; readonly ownEscape: boolean },
) => Promise<T>;

// An arrow key begins with Esc too; its bytes come together, over slow lines as well.
const escapeCodeTimeout = 100;

/**
 * Returns how one prompt is run on a terminal: Ctrl-C, Ctrl-D, Esc and the end of input all mean cancelled. A question
 * that Esc leaves for the one before goes from the screen.
 */
export function askOn({ stdin, stderr }: Terminal): Ask {
  // Of the interface that it asks for it reads this member, as createInterface takes it too.
  emitKeypressEvents(stdin, { escapeCodeTimeout } as unknown as Interface);
  return async (run, { leadsBack, ownEscape }) => {
    const abort = new AbortController();
    let back = false;
    const leaveBack = () => {
      back = true;
      abort.abort();
    };
    const onKey = (_text: string, key: Key | undefined) => {
      if (key?.name === "escape" && !ownEscape) leaveBack();
      if (key?.ctrl && key.name === "d") abort.abort();
    };
    const onEnd = () => abort.abort();
    stdin.on("keypress", onKey);
    stdin.once("end", onEnd);
    const context = {
      signal: abort.signal,
      input: stdin,
      output: stderr,
      get clearPromptOnDone() {
        return back && leadsBack;
      },
    };
    try {
      return await run(context, leaveBack);
    } catch (error) {
      const name = error instanceof Error ? error.name : "";
      if (["ExitPromptError", "AbortPromptError", "CancelPromptError"].includes(name))
        throw fail("cancelled", back ? { back } : {});
      throw error;
    } finally {
      stdin.off("keypress", onKey);
      stdin.off("end", onEnd);
    }
  };
}
