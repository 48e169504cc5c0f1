import { readKeyText } from "./key-text.ts";

/** What is wrong with the text that is where a key should. */
export type KeyFlaw = "quotes" | "blanks" | "bearer" | "assignment" | "placeholder" | "characters";

/** Placeholders that people leave: the documentation's examples, and words such as "your key here". */
const placeholder =
  /^<.*>$|^\[.*\]$|your[-_ ]?(?:\w+[-_ ])*key|^(?:sk-)?x{4,}$|^sk-\.{3}|…|change[-_]?me|^(?:todo|none|null|undefined|xxx)$|key[-_ ]?here|你的|密钥/i;

/**
 * Returns what is wrong with a key's text, worst first; empty for a possible key. Spaces around it are harmless:
 * OpenClaw trims them (2026.1.30 to 2026.9.6).
 */
export function keyFlaws(text: string): KeyFlaw[] {
  const trimmed = text.trim();
  const bare = readKeyText(trimmed) ?? trimmed;
  if (placeholder.test(bare)) return ["placeholder"];
  const flaws: KeyFlaw[] = [];
  if (/^(?:export\s+)?[A-Z][A-Z0-9_]*\s*=/.test(trimmed)) flaws.push("assignment");
  if (/["'`“”‘’]/.test(trimmed)) flaws.push("quotes");
  if (/^["'`]?bearer\s/i.test(trimmed)) flaws.push("bearer");
  else if (/\s/.test(trimmed)) flaws.push("blanks");
  if (/[^\x20-\x7e\s“”‘’]/.test(trimmed)) flaws.push("characters");
  return flaws;
}

/** The key inside a flawed text; undefined where there is none to be had. */
export function keyWithin(text: string): string | undefined {
  const key = readKeyText(text);
  return key === undefined || placeholder.test(key) ? undefined : key;
}
