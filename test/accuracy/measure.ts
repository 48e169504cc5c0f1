import { diagnoseText } from "../../src/core/diagnosis/diagnose.ts";

/** A text whose cause a person named. */
export interface Labelled {
  readonly text: string;
  readonly label: string;
}

/** A text that was named otherwise than the person did. */
export interface Miss extends Labelled {
  readonly said: string;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** How one code fared: texts that have it, those of them named right, and others that were given it. */
export interface Score {
  readonly code: string;
  readonly texts: number;
  readonly right: number;
  readonly wrongly: number;
}

/** The scores of every code, the most frequent first. */
export function scores(texts: readonly Labelled[], misses: readonly Miss[]): Score[] {
  const codes = new Set([...texts.map((one) => one.label), ...misses.map((miss) => miss.said)]);
  const all = [...codes].map((code) => {
    const own = texts.filter((one) => one.label === code).length;
    const missed = misses.filter((miss) => miss.label === code).length;
    const wrongly = misses.filter((miss) => miss.said === code).length;
    return { code, texts: own, right: own - missed, wrongly };
  });
  return all.sort((a, b) => b.texts - a.texts);
}

/** Lines of JSON as labelled texts. */
export function parseLabelled(lines: string): Labelled[] {
  return lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Labelled);
}

/** Diagnoses every text: the share that is right first (0 to 1) and the misses, surest first. */
export function measure(texts: readonly Labelled[]): {
  readonly share: number;
  readonly misses: readonly Miss[];
} {
  const misses = texts.flatMap((one): Miss[] => {
    const { problem, confidence } = diagnoseText(one.text);
    if (problem.code === one.label) return [];
    return [{ ...one, said: problem.code, confidence, evidence: problem.evidence ?? [] }];
  });
  return {
    share: (texts.length - misses.length) / texts.length,
    misses: misses.sort((a, b) => b.confidence - a.confidence),
  };
}
