import { it } from "vitest";
import { Finder, markSeams } from "../../src/core/diagnosis/finder.ts";
import { formsOf, isHole, type Phrase, parsePhrase, wordsOf } from "../../src/core/diagnosis/phrase.ts";
import { noise, signatures } from "../../src/core/diagnosis/signatures/index.ts";
import { marks } from "../../src/core/diagnosis/speakers.ts";
import { newTally } from "./tally.ts";

const phrases = [
  ...new Set([...[...signatures, ...noise].map((row) => row.phrase), ...Object.values(marks).flat()]),
];
const [short, long] = [50_000, 200_000];
/** Four times the text may take this many times as long; a search that tries every split takes sixteen. */
const mostGrowth = 10;
/** What is faster says more of the machine than of the search, ms. */
const tooFast = 2;

/** One text that a word of a phrase reads. */
function sample(word: string): string {
  const plain = word.replace(/^\((.+)\)$/, "$1");
  if (isHole(plain)) return { "#": "12", "<quote>": "'a'", "<path>": "a.b.c" }[plain] ?? "a-1";
  const form = formsOf(plain)?.[0];
  if (form !== undefined) return wordsOf(form).map(sample).join(" ");
  return (plain.split("|")[0] ?? "").replaceAll("*", "a");
}

/** Beginnings of a phrase, whose end never comes: all words but the last, the first word, and words without blanks. */
function nearMisses({ clauses }: Phrase): string[] {
  const parts = clauses.flatMap((clause) => clause.parts);
  return parts.flatMap((part) => {
    const words = wordsOf(part).map(sample);
    const start = words.slice(0, -1);
    return [`${start.join(" ")} `, `${start.join("-")}-`, `${words[0] ?? ""} `, words.join("")];
  });
}

function elapsed(text: string, phrase: Phrase): number {
  const marked = markSeams(text);
  const begun = performance.now();
  new Finder(marked, undefined).spansOf(phrase);
  return performance.now() - begun;
}

/** How many times longer the long text takes; the best of three tries, as other programs disturb. */
function growth(piece: string, phrase: Phrase): number {
  const [little, much] = [short, long].map((length) => piece.repeat(Math.ceil(length / piece.length)));
  const tries = [1, 2, 3].map(() => {
    const base = Math.max(elapsed(little ?? "", phrase), tooFast);
    return elapsed(much ?? "", phrase) / base;
  });
  return Math.min(...tries);
}

it("every phrase reads near misses in a time that grows with the text", (context) => {
  const tally = newTally("near misses of the signatures");
  for (const phrase of phrases) {
    const parsed = parsePhrase(phrase);
    for (const piece of new Set(nearMisses(parsed))) {
      if (piece.trim() === "") continue;
      const times = growth(piece, parsed);
      tally.add(`${phrase}: ${piece}`, times > mostGrowth ? [`${times.toFixed(1)} times`] : []);
    }
  }
  tally.close(context);
});
