import type { Context } from "../ports.ts";

/** Whether questions may be asked: on a terminal, unless --yes has answered them. */
export function mayAsk(context: Pick<Context, "interactive" | "options">): boolean {
  return context.interactive && !context.options.yes;
}
