import type { ExplainedCode } from "../problem/index.ts";
import { rankOfCauses } from "./causes.ts";
import { Finder, markSeams, type Span } from "./finder.ts";
import { mannerOf } from "./manner.ts";
import { type Phrase, parsePhrase } from "./phrase.ts";
import { type Noise, type Signature, weights } from "./signatures/signature.ts";
import { type Speaker, speakersIn } from "./speakers.ts";

/** A cause that a text names, and the words that name it. */
export interface Match {
  readonly signature: Signature;
  /** Whole words as the text has them. */
  readonly words: readonly string[];
}

/** The rules that texts are judged by. */
export interface Rules {
  readonly signatures: readonly Signature[];
  readonly noise: readonly Noise[];
}

interface Row {
  readonly signature: Signature;
  readonly phrase: Phrase;
}

interface Found {
  readonly row: Row;
  readonly spans: readonly Span[];
}

/** A validator complaint is about the config, whatever words of other causes its paths and values contain. */
const ofTheConfig: readonly ExplainedCode[] = ["config-syntax", "config-schema", "wrong-api-type"];

/** A few words without a full stop, as they are copied out of an error message; prose ends its sentences. */
function isBare(text: string): boolean {
  if (/^\W{0,4}(?:[\w.]{0,40}error|sorry|抱歉)\b/i.test(text)) return true;
  return (
    text.length <= 64 && (text.length <= 10 || !/[.。!?！？]\s*$/.test(text) || /^[ -~]{1,24}$/.test(text))
  );
}

/** Returns which signatures apply to a text, depending on its speakers. */
function admission(
  speakers: ReadonlySet<Speaker>,
  text: string,
  status: number | undefined,
): (signature: Signature) => boolean {
  const manner = mannerOf(text);
  if (manner === "question" || manner === "code") return () => false;
  if (speakers.has("validator")) return ({ code }) => ofTheConfig.includes(code);
  if (speakers.has("files"))
    return ({ weight }) => weight === "named" && (speakers.has("model-world") || speakers.has("api"));
  if (speakers.has("model-world")) return () => true;
  if (speakers.has("elsewhere")) return () => false;
  if (speakers.has("api")) return () => true;
  if (manner === "program") return () => false;
  if (speakers.has("client") || status !== undefined) return () => true;
  const strong = isBare(text) ? ["named", "clear", "said", "likely"] : ["named", "clear"];
  return ({ weight, variant }) => strong.includes(weight) || variant === "hidden";
}

/** A match in one piece; shorter matches inside it belong to it. */
function isWhole({ phrase }: Row): boolean {
  return phrase.clauses.length === 1 && phrase.clauses[0]?.parts.length === 1;
}

/** Whether a span is inside one of the others; with `orEqual`, an equal span counts too. */
function coveredBy(covers: readonly Span[]): (span: Span, orEqual: boolean) => boolean {
  const sorted = [...covers].sort((a, b) => a.start - b.start);
  const furthest: number[] = [];
  for (const { end } of sorted) furthest.push(Math.max(furthest.at(-1) ?? 0, end));
  return ({ start, end }, orEqual) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && (furthest[low - 1] ?? 0) >= end) return true;
    for (let at = low; sorted[at]?.start === start; at += 1)
      if ((sorted[at]?.end ?? 0) >= end + (orEqual ? 0 : 1)) return true;
    return false;
  };
}

/** Where the innermost report of a log line begins: it counts more than OpenClaw's rendering of it. */
function startOfRaw(text: string): number {
  const at = text.search(/\b(?:raw\u00ad?Error|upstream_status|cause)\w*["']?\s*[=:]/i);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function wordsAt(marked: string, { start, end }: Span): string {
  const before = marked.slice(Math.max(0, start - 20), start).match(/[\p{L}\d_./\u00ad-]*$/u)?.[0] ?? "";
  const after = marked.slice(end, end + 20).match(/^[\p{L}\d_./\u00ad-]*/u)?.[0] ?? "";
  return (before + marked.slice(start, end) + after).replaceAll("\u00ad", "");
}

/** The field names of an error body mean nothing; dots replace them, so that positions stay. */
function withoutFieldNames(text: string): string {
  return text.replace(
    /(["'])(?:message|param|type|error|detail|msg)\1(?=\s*:)/g,
    (field) => `"${"·".repeat(field.length - 2)}"`,
  );
}

/** Puts dots in place of sentences that name no cause. */
function withoutNoise(text: string, spans: readonly Span[]): string {
  let quiet = "";
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    quiet += text.slice(at, start) + "·".repeat(end - start);
    at = end;
  }
  return quiet + text.slice(at);
}

/** Returns the best evidence of one row: OpenClaw's innermost report before the text around it. */
function standing({ row, spans }: Found, isCovered: ReturnType<typeof coveredBy>, raw: number) {
  const own = spans.filter((span) => span.end === 0 || !isCovered(span, !isWhole(row)));
  const best = own.find(({ start }) => start >= raw) ?? own[0];
  return best ? [{ signature: row.signature, span: best, inRaw: best.start >= raw }] : [];
}

/** Makes the judge of texts from its rules; the phrases are read once. Its answer: the causes, likeliest first. */
export function makeJudge({ signatures, noise }: Rules): (text: string, status?: number) => Match[] {
  const rows: readonly Row[] = signatures.map((signature) => ({
    signature,
    phrase: parsePhrase(signature.phrase),
  }));
  const quiet = noise.map((one) => parsePhrase(one.phrase));
  const rank = ({ code }: Signature) => rankOfCauses.indexOf(code);
  return (text, status) => {
    const marked = markSeams(text);
    const bare = withoutFieldNames(marked);
    const whole = new Finder(bare, status);
    const speakers = speakersIn(whole);
    const silenced = quiet.flatMap((phrase) => whole.spansOf(phrase));
    const finder = silenced.length === 0 ? whole : new Finder(withoutNoise(bare, silenced), status);
    const counts = admission(speakers, text, status);
    // The types that errors of every cause carry say something where a status stands beside them and nothing else does.
    const placeOf = ({ signature, phrase }: Row) =>
      signature.weight === "topic" && phrase.statuses.length > 0 ? whole : finder;
    const found = rows.flatMap((row): Found[] => {
      const spans = counts(row.signature) ? placeOf(row).spansOf(row.phrase) : [];
      return spans.length > 0 ? [{ row, spans }] : [];
    });
    const isCovered = coveredBy(found.flatMap(({ row, spans }) => (isWhole(row) ? spans : [])));
    const raw = startOfRaw(marked);
    const matches = found.flatMap((one) => standing(one, isCovered, raw));
    matches.sort(
      (a, b) =>
        weights[b.signature.weight] - weights[a.signature.weight] ||
        Number(b.inRaw) - Number(a.inRaw) ||
        rank(a.signature) - rank(b.signature) ||
        b.span.end - b.span.start - (a.span.end - a.span.start),
    );
    return matches.map(({ signature, span }) => ({
      signature,
      words: span.end === 0 ? [] : [wordsAt(marked, span)],
    }));
  };
}
