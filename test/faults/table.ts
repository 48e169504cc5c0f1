import type { Reporter, TestModule } from "vitest/node";
import type { FaultRow } from "./tally.ts";

/** Prints what every kind of fault came to, once all tests have run. */
export class FaultTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = modules
      .flatMap((module) => [...module.children.allTests()])
      .map((test) => test.meta().faults)
      .filter((row): row is FaultRow => row !== undefined);
    if (rows.length === 0) return;
    const sum = (name: "cases" | "survived") => rows.reduce((total, row) => total + row[name], 0);
    const all = [...rows, { kind: "all", cases: sum("cases"), survived: sum("survived") }];
    const width = Math.max(...all.map((row) => row.kind.length));
    const line = (kind: string, cases: unknown, survived: unknown) =>
      `${kind.padEnd(width)}  ${String(cases).padStart(7)}  ${String(survived).padStart(8)}\n`;
    process.stdout.write(`\n${line("kind", "cases", "survived")}`);
    for (const row of all) process.stdout.write(line(row.kind, row.cases, row.survived));
  }
}
