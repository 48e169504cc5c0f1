/**
 * How many texts `explain` names right: of the project's own cases, and of the corpus beside the repository where there
 * is one; or of the files that are named (`npm run accuracy -- FILE`), each a line of {"text", "label"} a text.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Miss, measure, parseLabelled, scores } from "./measure.ts";

const own = "test/accuracy/cases";
const named = process.argv.slice(2);
const usual = [...readdirSync(own).map((name) => join(own, name)), "../shared/corpus/errors.jsonl"];
const print = (line = ""): void => void process.stdout.write(`${line}\n`);

/** Which code was taken for which, the most frequent pair first. */
function confused(misses: readonly Miss[]): [string, number][] {
  const pairs = new Map<string, number>();
  for (const { label, said } of misses)
    pairs.set(`${label} -> ${said}`, (pairs.get(`${label} -> ${said}`) ?? 0) + 1);
  return [...pairs].sort((a, b) => b[1] - a[1]);
}

function report(file: string): void {
  const texts = parseLabelled(readFileSync(file, "utf8"));
  const { share, misses } = measure(texts);
  print(`${file}: ${texts.length} texts, ${(share * 100).toFixed(1)} % right first`);
  print();
  print("code                        texts  right  wrongly");
  for (const { code, texts: all, right, wrongly } of scores(texts, misses))
    print([code.padEnd(28), ...[all, right, wrongly].map((count) => String(count).padStart(5))].join("  "));
  print();
  print("Confused (should be -> said):");
  for (const [pair, count] of confused(misses)) print(`${String(count).padStart(4)}  ${pair}`);
  print();
  print("The ten worst, surest first:");
  for (const miss of misses.slice(0, 10)) {
    print(`  ${miss.confidence.toFixed(2)} ${miss.label} -> ${miss.said} [${miss.evidence.join(" | ")}]`);
    print(`       ${miss.text.replace(/\s+/g, " ").slice(0, 160)}`);
  }
  print();
}

for (const file of named.length > 0 ? named : usual) {
  if (existsSync(file)) report(file);
  else print(`${file} does not exist`);
}
