/** One line to choose. */
export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** What the list shows instead of the name, such as a row of a table. */
  readonly line?: string;
  /** What a search finds it by, besides name and group. */
  readonly search?: string;
  /** Shown below the list while the choice is the active one; one line. */
  readonly description?: string;
  readonly group?: string;
  readonly checked?: boolean;
}

/** A question with a masked answer. */
export interface SecretQuestion {
  readonly message: string;
  /** Shown below, for example where to get it. */
  readonly note?: string;
  /** Why a value will not do, undefined when it does. */
  readonly validate?: (value: string) => string | undefined;
}

/** A question with several answers out of many. */
export interface PickQuestion<T> {
  readonly message: string;
  /** Shown below the list. */
  readonly note?: string;
  readonly choices: readonly Choice<T>[];
  readonly required?: boolean;
}
