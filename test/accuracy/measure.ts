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
