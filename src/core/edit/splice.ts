/** A stretch of text and its replacement. `replaced`: a value (or a key) is removed, with the comments in it. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly replaced?: boolean;
}

/** Puts splices, sorted by their start, into a text. */
export function splice(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const one of splices) {
    parts.push(text.slice(from, one.start), one.text);
    from = Math.max(from, one.end);
  }
  parts.push(text.slice(from));
  return parts.join("");
}
