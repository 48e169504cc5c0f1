import { modelEntries, providerId } from "../provider/index.ts";
import { temperaturesReaching } from "./temperature.ts";

/** What OpenClaw sends for a model of ours. */
export interface Sent {
  /** The id in the request. */
  readonly model: string;
  readonly temperature?: number;
}

/**
 * Returns what a new turn with a model sends: the id of the entry as it is written (run: 2026.9.6 sends a prefix in it
 * along), and the temperature that reaches the model. Undefined for a reference to another provider.
 */
export function sentFor(config: unknown, reference: string): Sent | undefined {
  if (!reference.startsWith(`${providerId}/`)) return undefined;
  const id = reference.slice(providerId.length + 1);
  const entries = modelEntries(config);
  const entry = entries.find((one) => one.id === id) ?? entries.find((one) => one.id === reference);
  const temperature = temperaturesReaching(config, id)[0]?.value;
  return { model: entry?.id ?? id, ...(temperature === undefined ? {} : { temperature }) };
}
