import type { Problem } from "../core/problem/index.ts";
import type { en } from "./en/index.ts";
import type { ProblemWords } from "./words.ts";

/** The languages that everything is said in. */
export type Locale = "en" | "zh-CN";

/** Every text of one language. English is the shape; a translation that misses one does not compile. */
export type Translation = typeof en;

/** Every text of the program, its commands written for the user's shell. */
export type Messages = Omit<Translation, "problems"> & {
  /** Returns the words for a problem. */
  problems(problem: Problem): ProblemWords;
};
