/** Columns that a text takes on a terminal. */
export type Measure = (text: string) => number;

// A word, or one wide character (Chinese has no spaces), with the marks that must not begin or end a line.
const piece =
  /[（「“《]*(?:[^\s\u2e80-\u9fff\uff00-\uffef]+|[\u2e80-\u9fff\uff00-\uffef])[，。；：、！？）」”》]*|\s+/g;

/** Pieces that a line may be broken between. */
function pieces(text: string): string[] {
  return text.match(piece) ?? [];
}

/** Breaks a text into lines of at most `width` columns. A single longer word stays whole. */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const piece of pieces(paragraph)) {
      if (line !== "" && measure(line) + measure(piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = "";
      }
      if (line !== "" || piece.trim() !== "") line += piece;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Breaks a text into pieces of at most `width` columns, wherever that is: for what has to stay as it is, such as code. */
export function chop(text: string, width: number, measure: Measure): string[] {
  if (measure(text) <= width) return [text];
  const lines: string[] = [];
  let [line, columns] = ["", 0];
  for (const character of text) {
    const wide = measure(character);
    if (columns + wide > width) {
      lines.push(line);
      [line, columns] = ["", 0];
    }
    line += character;
    columns += wide;
  }
  return [...lines, line];
}
