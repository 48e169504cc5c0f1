/**
 * A key as people paste it, made usable: spaces around it, quotes, `Bearer `, and `AISA_API_KEY=` in front go.
 * Out: undefined when what is left is empty or cannot be a key (spaces, quotes, control characters in it).
 */
export function readKeyText(text: string): string | undefined {
  let key = text.trim().replace(/^\uFEFF/, "");
  key = key.replace(/^(?:export\s+)?[A-Z][A-Z0-9_]*\s*=\s*/, "");
  key = key.replace(/^(["'`])(.*)\1;?$/s, "$2").trim();
  key = key.replace(/^bearer\s+/i, "");
  return /^[\x21\x23-\x26\x28-\x5f\x61-\x7e]+$/.test(key) ? key : undefined;
}
