/** What people paste along with a key. */
export type KeyWrapping = "assignment" | "quotes" | "bearer" | "line-breaks" | "invisible";

/** A key as it is sent, and what was around it in the text. */
export interface KeyText {
  readonly key: string;
  readonly removed: readonly KeyWrapping[];
}

// What is taken away, again and again until nothing of it is left: one thing can be inside another.
const wrappings: readonly (readonly [KeyWrapping, RegExp, string])[] = [
  ["assignment", /^set\s+"([A-Z][A-Z0-9_]*=.*)"$/is, "$1"],
  ["assignment", /^(?:export\s+|set\s+|\$env:)?[A-Z][A-Z0-9_]*\s*=\s*/, ""],
  ["assignment", /^(?:setx|set\s+-\w+)\s+[A-Z][A-Z0-9_]*\s+/, ""],
  ["assignment", /^["']?[\w-]*(?:key|token)["']?\s*[:=：]\s*/i, ""],
  ["bearer", /^["']?authorization["']?\s*[:：]\s*/i, ""],
  ["bearer", /^bearer(?:\s+|$)/i, ""],
  ["quotes", /^["'`“”‘’](.*)["'`“”‘’][;,]?$/s, "$1"],
];

const wholeKey = /^[\x21\x23-\x26\x28-\x5f\x61-\x7e]+$/;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** A key that was broken into lines, as mail programs and narrow windows do; undefined for several keys. */
function joined(text: string): string | undefined {
  const [first = "", ...rest] = text.split(/\s*[\r\n]+\s*/);
  const continues = rest.every((line) => /^[\w-]+$/.test(line) && !line.startsWith("sk-"));
  return rest.length > 0 && continues && /^sk-[\w-]+$/.test(first) ? first + rest.join("") : undefined;
}

/**
 * Reads a key as people paste it: `export AISA_API_KEY=` and the like, quotes, `Bearer `, line breaks, invisible
 * characters and spaces around it are removed. Undefined when what is left is empty or cannot be a key.
 */
export function readKey(text: string): KeyText | undefined {
  const removed = new Set<KeyWrapping>();
  const bare = text.trim().replace(invisible, "").trim();
  if (bare !== text.trim().replace(/^\uFEFF/, "")) removed.add("invisible");
  let key = bare;
  for (let before = ""; before !== key; ) {
    before = key;
    for (const [kind, pattern, rest] of wrappings) {
      const next = key.replace(pattern, rest).trim();
      if (next !== key) removed.add(kind);
      key = next;
    }
  }
  const whole = removed.has("assignment") ? undefined : joined(key);
  if (whole !== undefined) removed.add("line-breaks");
  key = whole ?? key;
  return wholeKey.test(key) ? { key, removed: [...removed] } : undefined;
}

/** Returns the key of {@link readKey} alone. */
export function readKeyText(text: string): string | undefined {
  return readKey(text)?.key;
}
