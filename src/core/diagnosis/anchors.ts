import { formsOf, isHole, wordsOf } from "./phrase.ts";

const known = new Map<string, readonly string[]>();

/**
 * Pieces of text of which at least one is wherever a part of a phrase does; empty where nothing is certain.
 * Looking for them costs far less than making and running the regular expression.
 */
export function anchorsOf(part: string): readonly string[] {
  const found = known.get(part) ?? best(wordsOf(part).map(anchorsOfWord));
  known.set(part, found);
  return found;
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
