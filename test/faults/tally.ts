import { expect, type TestContext } from "vitest";

/** The long form goes through every case; the short one, a part of `npm test`, takes every n-th of them. */
export const isLong = process.env["FAULTS"] === "long";

/** What the table shows of one kind of fault. */
export interface FaultRow {
  readonly kind: string;
  readonly cases: number;
  readonly survived: number;
}

declare module "vitest" {
  interface TaskMeta {
    faults?: FaultRow;
  }
}

/** Counts the cases of one kind. */
export interface Tally {
  /** Judges one case: `ills` are the promises that it broke, empty when it survived. */
  add(name: string, ills: readonly string[]): void;
  /** Hands the row over to the table. Fails the test where a case did not survive. */
  close(context: TestContext): void;
}

/** Starts to count a kind of fault. */
export function newTally(kind: string): Tally {
  const broken: string[] = [];
  let cases = 0;
  return {
    add: (name, ills) => {
      cases += 1;
      if (ills.length > 0) broken.push(`${name}: ${ills.join("; ")}`);
    },
    close: ({ task }) => {
      task.meta.faults = { kind, cases, survived: cases - broken.length };
      expect(cases).toBeGreaterThan(0);
      expect(broken.slice(0, 20)).toEqual([]);
    },
  };
}
