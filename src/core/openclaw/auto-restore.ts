import { parseValue } from "../edit/index.ts";
import { getString, isObject } from "../json/index.ts";

/** A base smaller than this is never taken for damaged. */
const smallest = 512;

interface Fingerprint {
  readonly bytes: number;
  readonly hasMeta: boolean;
  readonly hasGatewayMode: boolean;
  /** Nothing but `update.channel`: what an interrupted update of OpenClaw leaves. */
  readonly updateOnly: boolean;
}

function fingerprint(text: string): Fingerprint | undefined {
  try {
    const value = parseValue(text);
    const root = isObject(value) ? value : {};
    return {
      bytes: new TextEncoder().encode(text).length,
      hasMeta: isObject(root["meta"]),
      hasGatewayMode: (getString(root, ["gateway", "mode"]) ?? "").trim() !== "",
      updateOnly: Object.keys(root).join() === "update",
    };
  } catch {
    // OpenClaw restores nothing by a text that it cannot parse.
    return undefined;
  }
}

/**
 * Whether OpenClaw would treat a config as damaged and restore its backup: less than half the bytes, `meta` or
 * `gateway.mode` missing (OpenClaw 2026.6.11 to 2026.9.6). In: the new text, and the texts it may be compared with.
 */
export function looksDamaged(text: string, baselines: readonly string[]): boolean {
  const after = fingerprint(text);
  if (after === undefined) return false;
  return baselines.some((baseline) => {
    const before = fingerprint(baseline);
    if (before === undefined) return false;
    return (
      (before.bytes >= smallest && after.bytes < Math.floor(before.bytes * 0.5)) ||
      (before.hasMeta && !after.hasMeta) ||
      (before.hasGatewayMode && (!after.hasGatewayMode || after.updateOnly))
    );
  });
}
