const border = /\s+|(?<=\p{Script=Han})(?=[\w.])|(?<=[\w.])(?=\p{Script=Han})/u;

/** Returns the words of a search, in lower case. `千问max` is two: nobody types a space there. */
export function searchWords(search: string): string[] {
  return search.toLowerCase().split(border).filter(Boolean);
}

/** Whether a text in lower case has every word of a search. */
export function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
