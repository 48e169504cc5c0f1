import type { PickQuestion, SecretQuestion, SelectQuestion } from "../core/terminal/index.ts";

/** How text looks on this terminal. Without colour every function returns its argument. */
export interface Style {
  readonly columns: number;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  /** A problem code, dimmed; on terminals that support links, one that opens the section about it. */
  code(code: string): string;
  /** Our signs in a text as this terminal shows them: as they are, or in ASCII. */
  sign(text: string): string;
  /** Columns that a text takes, colours not counted, wide characters as two. */
  measure(text: string): number;
}

/**
 * Questions on a terminal. Every method throws Failure `cancelled` on Ctrl-C, Ctrl-D and Esc; on Esc its parameters
 * have `back`, so that a wizard can return to the question before.
 */
export interface Prompter {
  /** Shows a star for every character, afterwards the ends of what was typed. */
  secret(question: SecretQuestion): Promise<string>;
  input(question: { message: string; initial?: string }): Promise<string>;
  select<T>(question: SelectQuestion<T>): Promise<T>;
  /** Several of many: search as one types, space picks, enter goes on. */
  pick<T>(question: PickQuestion<T>): Promise<T[]>;
  confirm(question: { message: string; initial?: boolean }): Promise<boolean>;
}

/** A running step on standard error. */
export interface ProgressStep {
  update(text: string): void;
  done(text: string): void;
  failed(text: string): void;
  /** Removes the line. */
  clear(): void;
}

/** Progress on standard error; quiet with --quiet and --json. */
export interface Progress {
  /** `onEscape` is called on Esc, which without it interrupts the program as Ctrl-C does. */
  step(text: string, onEscape?: () => void): ProgressStep;
  note(lines: readonly string[]): void;
}
