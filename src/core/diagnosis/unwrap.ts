/** An error text freed from what clients wrap around it. */
export interface Unwrapped {
  /** One line of plain text: escapes decoded, colours removed, white space collapsed. */
  readonly text: string;
  /** The innermost HTTP status that the text names. */
  readonly status: number | undefined;
}

/** Characters that are looked at; of a longer text the newest, which is its end. */
export const longestText = 256 * 1024;

const colours = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]{0,512}(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
const escapes = /\\+(?:u([0-9a-fA-F]{4})|x1b\[[0-9;]{0,12}m|(["'/`])|([nrt]))?/g;
// Stack frames say nothing of the cause; function names only mislead.
const frames =
  /\bat (?:async )?(?:[\w.$<>[\]]{1,80} )?\(?(?:file|https?|node|native|[A-Z]):[^\s()]{1,300}\)?|\bFile "[^"]{1,300}", line \d{1,7}, in [\w<>]{1,80}/g;
const entities: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

// A missing fallback says nothing of why the model before it failed.
const idleFallbacks =
  /(all models failed \(\d{1,3}\):(?:(?!No API key found)[^|]){1,600})(?:\|[^|]{0,200}No API key found for provider[^|]{0,600})+/gi;

/** Any number of backslashes before a quote: nested JSON is decoded at any depth in one pass. */
function withoutEscapes(text: string): string {
  return text.replace(escapes, (whole: string, code?: string, mark?: string, blank?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (blank !== undefined) return " ";
    return mark ?? (whole.endsWith("\\") ? whole : "");
  });
}

/** Curly quotes and full-width letters, digits and marks as their plain twins; Chinese full stops stay. */
function plainMarks(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201f]/g, '"')
    .replace(/[\uff01-\uff5e]/g, (mark) =>
      mark === "，" || mark === "；" ? mark : String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
    );
}

// Innermost first: what a wrapper reports of the answer behind it, then the client's own rendering.
const statusForms = [
  /rawError(?:Preview)?["']?\s*[=:]\s*["']?(?:HTTP )?([1-5]\d\d)\b/i,
  /upstream_status["']?\s*[=:]\s*["']?(?:HTTP )?([1-5]\d\d)\b/i,
  /<([45]\d\d)>/,
  /\b(?:error|status|response|http)[ _-]?(?:status[ _-]?)?code["']?\)?\s*(?:[=:]|is|of|from \S{1,60}:)?\s*["']?([1-5]\d\d)\b/i,
  /\bHTTP(?:\/[\d.]+)?(?: error| status)?[ :]{1,2}([1-5]\d\d)\b/i,
  /\bstatus["']?\s*[=:]?\s*["'(]?([1-5]\d\d)\b/i,
  /(?:\bapi error|\brequest failed|\bfailed|\berror)\s*[:(]?\s*[[(]?([45]\d\d)\b(?![.:]\d|ms\b|\s*(?:tokens|seconds|ms)\b)/i,
  /[[(]([45]\d\d)[\])]/,
  /(?:^|[>"'`:|✕✗✖●]\s*|⚠️?\s*|\s-\s|\s)([45]\d\d)\s*[:,-]?\s*(?=[{<"']|[A-Z][a-z]+|[a-z]+_|[\u4e00-\u9fff]|invalid|status code)/,
  /状态码\s*[:：]?\s*([1-5]\d\d)\b|报错?\s*([45]\d\d)\b|(?:返回|提示|报|出现|还是|一直|显示)\s*(?:了|错误)?\s*([45]\d\d)\b/,
  /\b(?:returned|responded|replied)(?: with)?(?: an?)?(?: HTTP)?(?: status)? ([45]\d\d)\b/i,
  /(?:\bmsg|错误码|错误代码)\s*[:=]?\s*([45]\d\d)\b/i,
  /["']code["']\s*:\s*["']?([45]\d\d)\b/,
  /^\s*["'`]?([45]\d\d)\b/,
];

/** The innermost HTTP status that a text names. */
export function findStatus(text: string): number | undefined {
  for (const form of statusForms) {
    const match = form.exec(text);
    const digits = match?.slice(1).find((group) => group !== undefined);
    if (digits !== undefined) return Number(digits);
  }
  return undefined;
}

/** Lines up to which a log is read as it is. */
const fewLines = 100;

/** A long log with each distinct line once, at its last position: lines that differ only in numbers count as equal. */
function eachLineOnce(text: string): string {
  const lines = text.split("\n");
  if (lines.length <= fewLines) return text;
  const seen = new Set<string>();
  const kept = lines.reverse().filter((line) => {
    const same = line.replace(/[0-9a-f]*\d[0-9a-f]*/g, "0");
    return !seen.has(same) && seen.add(same);
  });
  return kept.reverse().join("\n");
}

/**
 * Undoes what is between a message and its reader: colours, JSON inside JSON at any depth, Python's
 * representation, HTML entities, stack frames, line breaks of a terminal. In: any text; of more than {@link longestText}
 * characters only the end is read. Linear in the length of the text.
 */
export function unwrap(source: string): Unwrapped {
  const newest = source.length > longestText ? source.slice(-longestText) : source;
  const text = plainMarks(withoutEscapes(eachLineOnce(newest).replace(colours, "")).replace(colours, ""))
    .replace(/&(?:quot|#34|#39|apos|lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/[\s\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\ufeff]+/g, " ")
    .replace(frames, " ")
    .replace(idleFallbacks, "$1")
    .trim();
  return { text, status: findStatus(text) };
}
