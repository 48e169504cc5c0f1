import { redact } from "./redact.ts";

/** A long run of letters and digits without a separator, as keys are made of and names of models are not. */
const keyRun = /(?=[A-Za-z0-9_]{0,60}[A-Za-z])(?=[A-Za-z0-9_]{0,60}\d)[A-Za-z0-9_]{16,}/;

/**
 * Whether a text that is being typed or pasted where it would be shown is a key, or the beginning of one. `hide` masks
 * the known secrets and whatever {@link redact} takes for one.
 */
export function looksLikeKey(
  text: string,
  hide: (text: string) => string = (one) => redact(one, []),
): boolean {
  return /(?:^|[^A-Za-z0-9])sk-\S/i.test(text) || keyRun.test(text) || hide(text) !== text;
}
