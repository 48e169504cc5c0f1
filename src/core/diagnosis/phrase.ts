import { vocabulary } from "./vocabulary.ts";

/**
 * The little language of the signatures. A phrase is plain words, lower case, in the order in which a text says
 * them; between two words a text may have up to four marks or spaces ("api key" also reads API_KEY, apiKey, api-key).
 *
 *     word*        any ending of the word            one|two    one or the other
 *     (word)       may be left out                   {block}    a building block of the vocabulary
 *     #            a number                          <id>       a name: qwen3-max, aisa/qwen3-max, gw.example
 *     <name>       a name without a slash            <quote>    up to 40 characters in quotes
 *     <path>       a place in a config: models.mode
 *     [a b|c d]    one of several groups of words
 *     a … b        b follows in the same sentence    a ~ b      either order, close by in the same sentence
 *     a & b        both, anywhere                    <401>      the text names the HTTP status 401
 */
export interface Phrase {
  /** All of them must be found. */
  readonly clauses: readonly Clause[];
  /** HTTP statuses of which the text must name one; empty where any will do. */
  readonly statuses: readonly number[];
}

/** Parts of a phrase that belong to one sentence. */
export interface Clause {
  readonly parts: readonly string[];
  /** `next`: in this order; `near`: the two parts in either order. */
  readonly order: "next" | "near";
}

const identifier = "[a-z0-9][\\w./:@+\\u00ad-]{0,80}";
const holes: Readonly<Record<string, string>> = {
  "#": "\\d[\\d,.]{0,14}",
  "<id>": identifier,
  "<name>": "[a-z0-9][\\w.:@+\\u00ad-]{0,60}(?![\\w.:@+-]{0,60}[\\w/])",
  "<path>":
    "(?<![\\w.])(?!(?:messages|body|input|contents|request)\\b)[a-z<][\\w<>\\u00ad-]{0,40}(?:\\.[\\w*<>\\u00ad-]{1,40}){1,8}",
  "<quote>": "[\"'`][^\"'`]{1,40}[\"'`]",
};
/** What may be between two words of a phrase: no letter, no digit, no end of a sentence. */
const seam = "[^a-z\\d\\u00c0-\\u024f\\u0400-\\u04ff\\u4e00-\\u9fff\\uac00-\\ud7af.。!?;]{0,6}";

const read = new Map<string, Phrase>();

/** Reads a phrase, each once. Throws where the vocabulary lacks a block, which a test would see first. */
export function parsePhrase(phrase: string): Phrase {
  const known = read.get(phrase) ?? parse(phrase);
  read.set(phrase, known);
  return known;
}

function parse(phrase: string): Phrase {
  const statuses: number[] = [];
  const clauses = phrase.split(" & ").flatMap((clause): Clause[] => {
    const status = /^<(\d{3}(?:\|\d{3})*)>$/.exec(clause)?.[1];
    if (status === undefined) {
      const near = clause.includes(" ~ ");
      return [{ parts: clause.split(near ? " ~ " : " … "), order: near ? "near" : "next" }];
    }
    statuses.push(...status.split("|").map(Number));
    return [];
  });
  return { clauses, statuses };
}

function escapeWord(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function wordPattern(word: string, last: boolean): string {
  const hole = holes[word];
  if (hole !== undefined) return hole;
  const inner = formsOf(word);
  if (inner !== undefined) return `(?:${inner.map(partSource).join("|")})`;
  const forms = word.split("|").map((form) => {
    const open = form.endsWith("*");
    const plain = escapeWord(open ? form.slice(0, -1) : form).replaceAll("\\*", "[a-z]");
    if (open) return `${plain}[a-z]{0,12}`;
    // What follows an inner word is checked by the word behind it.
    return /[a-z\d]$/.test(plain) ? `${plain}s?${last ? "(?![a-z\\d])" : ""}` : plain;
  });
  return forms.length === 1 ? (forms[0] ?? "") : `(?:${forms.join("|")})`;
}

/** The words of a part; a group in brackets is one. */
export function wordsOf(part: string): readonly string[] {
  return part.match(/\[[^\]]*\|[^\]]*\]|\S+/g) ?? [];
}

/** What a word that is a group in brackets or a building block can be; undefined for other words. */
export function formsOf(word: string): readonly string[] | undefined {
  if (word.startsWith("[") && word.includes("|")) return word.slice(1, -1).split("|");
  const block = /^\{([\w-]+)\}$/.exec(word)?.[1];
  if (block === undefined) return undefined;
  const forms = vocabulary[block];
  if (forms === undefined) throw new Error(`no building block ${block}`);
  return forms;
}

/** Whether a word is a placeholder: a number, a name, a quotation. */
export function isHole(word: string): boolean {
  return holes[word] !== undefined;
}

/** The source of the regular expression for one part of a phrase: no repetition in it is without a bound. */
export function partSource(part: string): string {
  const words = wordsOf(part);
  let source = "";
  words.forEach((word, index) => {
    const optional = /^\((.+)\)$/.exec(word)?.[1];
    const pattern = wordPattern(optional ?? word, index === words.length - 1);
    const joined = `${source === "" ? "" : seam}${pattern}`;
    source += optional === undefined ? joined : `(?:${joined})?`;
  });
  return /^[a-z\d(<#]/.test(part) ? `(?<![a-z\\d])${source}` : source;
}
