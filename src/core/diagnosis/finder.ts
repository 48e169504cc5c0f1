import { anchorsOf } from "./anchors.ts";
import { type Clause, type Phrase, partSource } from "./phrase.ts";

/** From one offset of a text up to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const nextReach = 80;
const nearReach = 45;
/** Maximum spans kept per part; a log that repeats itself adds nothing. */
const mostSpans = 4_000;

const compiled = new Map<string, RegExp>();

function patternOf(part: string): RegExp {
  const known = compiled.get(part) ?? new RegExp(partSource(part), "g");
  compiled.set(part, known);
  return known;
}

/** Where words are written together ("InvalidApiKey"), a soft hyphen marks the seam. */
export function markSeams(text: string): string {
  return text.replace(/([a-z\d])([A-Z][a-z])/g, "$1\u00ad$2");
}

const sentenceEnd = /[。！？；!?;]|\.(?=\s|$)/;
/** What is close together is in one clause. */
const clauseEnd = /[。！？；!?;，]|\.(?=\s|$)/;

/** Finds the parts of phrases in one text; each part is searched once, however many phrases use it. */
export class Finder {
  readonly #text: string;
  readonly #status: number | undefined;
  readonly #found = new Map<string, readonly Span[]>();
  readonly #there = new Map<string, boolean>();

  /** In: a text from {@link markSeams}, and the HTTP status in it. */
  constructor(marked: string, status: number | undefined) {
    const low = marked.toLowerCase();
    // A few letters change their length in lower case: then only the plain ones are lowered.
    this.#text = low.length === marked.length ? low : marked.replace(/[A-Z]+/g, (part) => part.toLowerCase());
    this.#status = status;
  }

  /** Every place at which a phrase is; the one place at 0 where only a status was asked for. */
  spansOf(phrase: Phrase): readonly Span[] {
    if (phrase.statuses.length > 0 && !phrase.statuses.includes(this.#status ?? 0)) return [];
    const [first, ...others] = phrase.clauses;
    if (first === undefined) return [{ start: 0, end: 0 }];
    const spans = this.#clause(first);
    return spans.length > 0 && others.every((clause) => this.#clause(clause).length > 0) ? spans : [];
  }

  #part(part: string): readonly Span[] {
    const known = this.#found.get(part);
    if (known !== undefined) return known;
    const spans: Span[] = [];
    if (!this.#mayHold(part)) return this.#remember(part, spans);
    for (const match of this.#text.matchAll(patternOf(part))) {
      spans.push({ start: match.index, end: match.index + match[0].length });
      if (spans.length === mostSpans) break;
    }
    return this.#remember(part, spans);
  }

  #remember(part: string, spans: readonly Span[]): readonly Span[] {
    this.#found.set(part, spans);
    return spans;
  }

  #mayHold(part: string): boolean {
    const anchors = anchorsOf(part);
    return anchors.length === 0 || anchors.some((anchor) => this.#holds(anchor));
  }

  #holds(anchor: string): boolean {
    const known = this.#there.get(anchor) ?? this.#text.includes(anchor);
    this.#there.set(anchor, known);
    return known;
  }

  #clause({ parts, order }: Clause): readonly Span[] {
    const [first = "", ...rest] = parts;
    let spans = this.#part(first);
    for (const part of rest) {
      if (spans.length === 0) return spans;
      const others = this.#part(part);
      spans =
        order === "near"
          ? [
              ...this.#joined(spans, others, nearReach, clauseEnd),
              ...this.#joined(others, spans, nearReach, clauseEnd),
            ]
          : this.#joined(spans, others, nextReach, sentenceEnd);
    }
    return spans;
  }

  /** Each of the first with the nearest of the second behind it, where nothing stops between them. One walk over both lists. */
  #joined(first: readonly Span[], second: readonly Span[], reach: number, stop: RegExp): Span[] {
    const joined: Span[] = [];
    let at = 0;
    for (const { start, end } of first) {
      while ((second[at]?.start ?? Number.POSITIVE_INFINITY) < end) at += 1;
      const next = second[at];
      if (next === undefined) break;
      if (next.start - end <= reach && !stop.test(this.#text.slice(end, next.start)))
        joined.push({ start, end: next.end });
    }
    return joined;
  }
}
