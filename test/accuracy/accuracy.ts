import { existsSync, readFileSync } from "node:fs";
import { measure, parseLabelled, scores } from "./measure.ts";

const file = process.argv[2] ?? "../shared/corpus/errors.jsonl";
const print = (line = ""): void => void process.stdout.write(`${line}\n`);

if (!existsSync(file)) {
  print(`${file} is not here; name a file of {"text", "label"} lines: npm run accuracy -- FILE`);
} else {
  const texts = parseLabelled(readFileSync(file, "utf8"));
  const { share, misses } = measure(texts);
  print(`${texts.length} texts, ${(share * 100).toFixed(1)} % right first`);
  print();
  print("code                        texts  right  wrongly");
  for (const { code, texts: own, right, wrongly } of scores(texts, misses))
    print([code.padEnd(28), ...[own, right, wrongly].map((count) => String(count).padStart(5))].join("  "));
  const pairs = new Map<string, number>();
  for (const miss of misses) {
    const pair = `${miss.label} -> ${miss.said}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  print();
  print("Confused (should be -> said):");
  for (const [pair, count] of [...pairs].sort((a, b) => b[1] - a[1]))
    print(`${String(count).padStart(4)}  ${pair}`);
  print();
  print("The ten worst, surest first:");
  for (const miss of misses.slice(0, 10)) {
    print(`  ${miss.confidence.toFixed(2)} ${miss.label} -> ${miss.said} [${miss.evidence.join(" | ")}]`);
    print(`       ${miss.text.replace(/\s+/g, " ").slice(0, 160)}`);
  }
}
