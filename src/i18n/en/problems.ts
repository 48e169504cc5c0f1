import type { ProblemTexts } from "../words.ts";
import { command } from "./command.ts";
import { explained } from "./explained.ts";
import { found } from "./found.ts";

/** The words of every problem code. */
export const problems: ProblemTexts = { ...explained, ...found, ...command };
