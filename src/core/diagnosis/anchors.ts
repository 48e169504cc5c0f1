import { knownAnchors } from "./known-anchors.ts";
import { formsOf, isHole, parsePhrase, wordsOf } from "./phrase.ts";
import { noise, signatures } from "./signatures/index.ts";

/** The parts of all signatures, in their order. */
export const partsOfSignatures = (): readonly string[] =>
  [...signatures, ...noise].flatMap(({ phrase }) =>
    parsePhrase(phrase).clauses.flatMap(({ parts }) => parts),
  );

const found = new Map<string, readonly string[]>();
let known: ReadonlyMap<string, string> | undefined;

/**
 * Pieces of text of which at least one is wherever a part of a phrase does; empty where nothing is certain.
 * Looking for them costs far less than making and running the regular expression.
 */
export function anchorsOf(part: string): readonly string[] {
  const anchors = found.get(part) ?? knownOf(part) ?? best(wordsOf(part).map(anchorsOfWord));
  found.set(part, anchors);
  return anchors;
}

function knownOf(part: string): readonly string[] | undefined {
  known ??= new Map(
    knownAnchors.length === 0 ? [] : partsOfSignatures().map((one, at) => [one, knownAnchors[at] ?? ""]),
  );
  const anchors = known.get(part);
  return anchors === "" ? [] : anchors?.split("|");
}

const ofWords = new Map<string, readonly string[]>();

function anchorsOfWord(word: string): readonly string[] {
  const found = ofWords.get(word) ?? certainIn(word);
  ofWords.set(word, found);
  return found;
}

function certainIn(word: string): readonly string[] {
  if (isHole(word) || /^\(.+\)$/.test(word)) return [];
  const forms = formsOf(word);
  if (forms === undefined) return word.split("|").map((form) => form.split("*")[0] ?? "");
  const anchors = forms.map(anchorsOf);
  return anchors.every((one) => one.length > 0) ? [...new Set(anchors.flat())] : [];
}

/** The word whose shortest anchor is the longest: it occurs in the fewest texts. */
function best(words: readonly (readonly string[])[]): readonly string[] {
  const shortest = (word: readonly string[]) => Math.min(...word.map((anchor) => anchor.length));
  const certain = words.filter((word) => word.length > 0 && shortest(word) > 0);
  return certain.reduce<readonly string[]>(
    (kept, word) => (kept.length === 0 || shortest(word) > shortest(kept) ? word : kept),
    [],
  );
}
