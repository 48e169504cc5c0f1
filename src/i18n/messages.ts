import type { Problem } from "../core/problem/index.ts";
import type { en } from "./en/index.ts";
import type { ProblemWords } from "./words.ts";

/** The languages that everything is said in. */
export type Locale = "en" | "zh-CN";

/** Every text of one language. English is the shape; a translation that misses one does not compile. */
export type Translation = typeof en;

/** Every text of the program, its commands written for the user's shell and the config that was chosen. */
export type Messages = Omit<Translation, "problems"> & {
  /** Returns the words for a problem. */
  problems(problem: Problem): ProblemWords;
  /** Returns a command, ours or OpenClaw's, as it reaches the config of this run. */
  here(command: string): string;
};
