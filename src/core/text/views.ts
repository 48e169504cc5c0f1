/** Where each character of a view starts and ends in the text that the view was made from. */
export interface Places {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A text as it reads without an encoding: its characters, and where they are from, which few views are asked. */
export interface View {
  readonly chars: string;
  places(): Places;
}

// Backslashes can be doubled by JSON inside JSON; every repetition has a limit, so that the time stays linear.
const escapes = new RegExp(
  [
    "\\\\{1,4}u\\{0{0,6}([0-9a-f]{2})\\}",
    "\\\\{1,4}u(?:0000)?00([0-9a-f]{2})",
    "\\\\{1,4}x\\{?([0-9a-f]{2})\\}?",
    "%(?:u00)?([0-9a-f]{2})",
    "&#x0{0,6}([0-9a-f]{2});?",
    "&#0{0,6}(\\d{2,3});?",
    "\\\\{1,4}([01][0-7]{2})",
    "&([a-z]{2,8});",
    '\\\\(["/])',
    "\\\\{1,4}([nrt])",
  ].join("|"),
  "gi",
);
const entities: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", num: "#", percnt: "%", bsol: "\\" },
  ...{ lowbar: "_", period: ".", colon: ":", semi: ";", comma: ",", sol: "/", plus: "+", equals: "=" },
  ...{ commat: "@", dollar: "$", excl: "!", quest: "?", ast: "*", lpar: "(", rpar: ")", verbar: "|" },
  ...{ lsqb: "[", rsqb: "]", lcub: "{", rcub: "}", grave: "`", hat: "^", newline: "\n", tab: "\t" },
};
// Twice and three times encoded is seen; more is no accident of a server.
const rounds = 3;

/** The character of an escape, by the group of {@link escapes} that matched; undefined for an unknown entity. */
function decoded(match: readonly (string | undefined)[]): string | undefined {
  for (let group = 1; group <= 5; group += 1) {
    const hex = match[group];
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  }
  const [decimal, octal, name, char] = [match[6], match[7], match[8], match[9]];
  if (decimal !== undefined) return String.fromCharCode(Number(decimal));
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (name !== undefined) return entities[name.toLowerCase()];
  return char ?? (match[10] === "t" ? "\t" : "\n");
}

/** What stands for a match: one character, nothing, or undefined where the match stays. */
type Replacement = (match: readonly (string | undefined)[]) => string | undefined;

/** The view with every match of a pattern replaced by less; the same view where none is. */
function replaced(view: View, pattern: RegExp, by: Replacement): View {
  const chars = view.chars.replace(pattern, (...match) => by(match) ?? match[0]);
  if (chars === view.chars) return view;
  let places: Places | undefined;
  return { chars, places: () => (places ??= placesOf(view, pattern, by)) };
}

/** Where the characters of {@link replaced} are from. */
function placesOf(view: View, pattern: RegExp, by: Replacement): Places {
  const { chars } = view;
  const from = view.places();
  const [starts, ends] = [new Int32Array(chars.length), new Int32Array(chars.length)];
  let [at, length] = [0, 0];
  const copy = (to: number) => {
    for (; at < to; at += 1, length += 1) {
      starts[length] = from.starts[at] ?? 0;
      ends[length] = from.ends[at] ?? 0;
    }
  };
  for (const match of chars.matchAll(pattern)) {
    const char = by(match);
    if (char === undefined) continue;
    copy(match.index);
    at = match.index + match[0].length;
    if (char === "") continue;
    starts[length] = from.starts[match.index] ?? 0;
    ends[length] = from.ends[at - 1] ?? 0;
    length += 1;
  }
  copy(chars.length);
  return { starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** The view without what a pattern matches. */
export const without = (view: View, pattern: RegExp): View => replaced(view, pattern, () => "");

function placesOfAll({ length }: string): Places {
  const [starts, ends] = [new Int32Array(length), new Int32Array(length)];
  for (let at = 0; at < length; at += 1) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return { starts, ends };
}

/** A text without JSON, URL, HTML and C escapes, up to three layers of them. */
export function decodedView(text: string): View {
  let places: Places | undefined;
  let view: View = { chars: text, places: () => (places ??= placesOfAll(text)) };
  for (let round = 0; round < rounds; round += 1) {
    const next = replaced(view, escapes, decoded);
    if (next === view) break;
    view = next;
  }
  return view;
}

/** A list of bytes as decimal numbers, such as `[115, 107]`, read as text; undefined where there is no long one. */
export function bytesView(view: View): View | undefined {
  if (!/(?:\b\d{2,3}\b[\s,]{1,16}){7}\d/.test(view.chars)) return undefined;
  const numbers = replaced(view, /\b\d{2,3}\b/g, (match) => String.fromCharCode(Number(match[0])));
  return without(numbers, /(?<=[^\s,])[\s,]{1,16}(?=[^\s,])/g);
}
