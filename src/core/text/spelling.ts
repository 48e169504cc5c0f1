/**
 * Returns the number of edits that turn one text into the other: letters inserted, removed, replaced or swapped with
 * their neighbour. Stops above `most` and returns `most + 1`.
 */
function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? most + 1;
}

/** Edits between a text and a name, or between one and the beginning of the other, which counts one more. */
function distance(text: string, name: string, most: number): number {
  const whole = editDistance(text, name, most);
  const [short, long] = text.length < name.length ? [text, name] : [name, text];
  if (short.length < 4) return whole;
  return Math.min(whole, editDistance(short, long.slice(0, short.length), most) + 1);
}

/** The names nearest to a text in lower case, best first; of equals the shorter. Names that share nothing are left out. */
export function nearest(text: string, names: readonly string[], count: number): string[] {
  const most = Math.max(2, Math.floor(text.length / 4));
  const scored = names.flatMap((name) => {
    const lower = name.toLowerCase();
    const inside = text.length >= 3 && (lower.includes(text) || text.includes(lower));
    const score = inside ? 1 : distance(text, lower, most);
    return score > most ? [] : [{ name, score }];
  });
  scored.sort((left, right) => left.score - right.score || left.name.length - right.name.length);
  return scored.slice(0, count).map((one) => one.name);
}
