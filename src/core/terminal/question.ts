import type { StepCount } from "./steps.ts";

/** What a question can have around it. */
export interface QuestionFrame {
  /** Which question of a wizard it is. */
  readonly step?: StepCount;
  /** Whether Esc leads to the question before, and does not end the program. */
  readonly leadsBack?: boolean;
  /** What `?` shows. */
  readonly help?: string;
}

/** One line to choose. */
export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** What the list shows instead of the name, such as a row of a table. */
  readonly line?: string;
  /** What a search finds it by, besides name and group; in a menu, the words that stand for it, such as `y yes`. */
  readonly search?: string;
  /** Shown below the list while the choice is the active one; one line. */
  readonly description?: string;
  readonly group?: string;
  readonly checked?: boolean;
}

/** A question whose answer is masked. */
export interface SecretQuestion extends QuestionFrame {
  readonly message: string;
  /** Shown below, for example where to get it. */
  readonly note?: string;
  /** What is shown behind the answered question. */
  readonly shown: (value: string) => string;
  /** Why a value will not do, undefined when it does. */
  readonly validate?: (value: string) => string | undefined;
  /** Opens the page where the answer can be found, and returns what to print of that. Without it none can be opened. */
  readonly openPage?: () => string;
}

/** A question with one answer out of many. */
export interface SelectQuestion<T> extends QuestionFrame {
  readonly message: string;
  /** Shown below the list. */
  readonly note?: string;
  readonly choices: readonly Choice<T>[];
  readonly initial?: T;
  /** A few fixed answers: what is typed must begin one, and only where one alone is left does Enter take it. */
  readonly menu?: boolean;
  /** What a key that is pasted here answers, undefined where it cannot be one. Without it a key answers nothing. */
  readonly takeKey?: (text: string) => T | undefined;
}

/** A question with several answers out of many. */
export interface PickQuestion<T> extends QuestionFrame {
  readonly message: string;
  /** Shown below the list. */
  readonly note?: string;
  readonly choices: readonly Choice<T>[];
  readonly required?: boolean;
}
