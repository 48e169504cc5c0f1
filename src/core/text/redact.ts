import { hideDisguised, type Stretches, stretchesOf } from "./disguise.ts";

/** Shown instead of a secret without a recognisable prefix. */
const hidden = "…";

/** A key with only its prefix and its last four characters, such as `sk-…cdef`; a short one is hidden whole. */
export function maskKey(key: string): string {
  const text = clean(key.trim());
  if (text.length < 12) return "***";
  const prefix = text.match(/^(?:sk-(?:aisa-)?)/)?.[0] ?? "";
  return `${prefix}${hidden}${text.slice(-4)}`;
}

/** As {@link maskKey}; a reference such as `${AISA_API_KEY}` stays, as it says where a key is and not what it is. */
export function maskUnlessReference(value: string): string {
  return reference.test(value) ? value : maskKey(value);
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes));
}

/** The encodings in which a secret can appear in a text. */
function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const encoded = base64(secret);
  return [secret, json, encodeURIComponent(secret), encoded, encoded.replace(/=+$/, "")];
}

/** What is looked for of some secrets. */
interface Wanted {
  readonly id: string;
  /** Whole secrets in the common forms, and what is shown instead. */
  readonly forms: readonly { readonly form: string; readonly mask: string }[];
  readonly stretches: Stretches;
}

let last: Wanted | undefined;

/** Every line that is printed is searched for the same secrets: what follows from them is worked out once. */
function wantedOf(secrets: readonly string[]): Wanted {
  const id = JSON.stringify(secrets);
  if (last?.id === id) return last;
  const long = secrets.filter((secret) => secret.length >= 6);
  const forms = long.flatMap((secret) => formsOf(secret).map((form) => ({ form, mask: maskKey(secret) })));
  last = { id, forms, stretches: stretchesOf(long) };
  return last;
}

const quotedOrBare = `"[^"\\r\\n]*"|'[^'\\r\\n]*'|[^\\s"',;}\\]]+`;
// A name is looked for from its start, and has one: a long run of letters must not be searched from each of them.
const secretName = `(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{0,60}(?:api[_-]?key|apikey|_key|token|secret|password|passwd|authorization)`;
// A reference is no secret: ${NAME} and $NAME say where the key is, not what it is.
const reference = /^["']?\$\{?[A-Za-z_][A-Za-z0-9_]*\}?["']?$/;
const plainWord = /^["']?(?:true|false|null|none|undefined|\d{1,6})["']?$/i;

// Keys of other services and signed tokens, by their prefixes.
const otherKeys =
  /\b(?:AIza|gsk_|hf_|gh[opsu]_|xai-|pplx-|ak-)[A-Za-z0-9_-]{12,200}|\beyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,4000}(?:\.[A-Za-z0-9_-]{0,2000})?/g;

const assignment = new RegExp(`(["']?${secretName}["']?\\s*[:=]\\s*)(${quotedOrBare})`, "gi");

function hideValue(value: string): string {
  if (reference.test(value) || plainWord.test(value) || value.includes(hidden)) return value;
  const quote = /^["']/.test(value) ? (value[0] ?? "") : "";
  const bare = quote === "" ? value : value.slice(1, -1);
  return bare === "" || bare.length < 6 ? value : quote + maskKey(bare) + quote;
}

/**
 * Hides secrets: first the known ones, whole and in stretches, in the common encodings, then whatever looks like one
 * (`sk-…`, `Bearer …`, values of names such as API_KEY, credentials and keys in URLs). References like
 * `${AISA_API_KEY}` stay.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const { forms, stretches } = wantedOf(secrets);
  let safe = text;
  for (const { form, mask } of forms) if (safe.includes(form)) safe = safe.split(form).join(mask);
  return hideDisguised(safe, stretches)
    .replace(/\bsk-[A-Za-z0-9_-]{8,}(?:\*+[A-Za-z0-9_-]*)?/g, (key) => maskKey(key))
    .replace(otherKeys, (key) => maskKey(key))
    .replace(/\b(bearer\s+)([A-Za-z0-9._~+/=-]{8,})/gi, (_, lead: string, key: string) => lead + maskKey(key))
    .replace(/(\/\/)[^\s/@"'<>]+@/g, `$1${hidden}@`)
    .replace(/([?&](?:api[_-]?key|key|token|access_token)=)[^&\s"']+/gi, `$1${hidden}`)
    .replace(assignment, (_, lead: string, value: string) => lead + hideValue(value));
}

const unprintable = new RegExp(
  [
    "\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?",
    "(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?",
    "\\u001b[@-_]?",
    "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]",
    "[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]",
  ].join("|"),
  "g",
);

/**
 * Makes a text from elsewhere fit to be shown: terminal escapes, control, bidi and invisible characters go, line ends
 * and tabs become spaces. `keepLines` keeps the line ends.
 */
export function clean(text: string, options: { keepLines?: boolean } = {}): string {
  const lines = text.replace(/\r\n?/g, "\n");
  const plain = lines.replace(unprintable, "").replace(/\t/g, " ");
  return options.keepLines ? plain : plain.replace(/[\n\u2028\u2029]+/g, " ");
}
