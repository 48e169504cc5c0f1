import { type ProblemTexts, withVariants } from "../words.ts";
import { command } from "./command.ts";
import { explained } from "./explained.ts";
import { found } from "./found.ts";
import { live } from "./live.ts";

/** The words of every problem code. */
export const problems: ProblemTexts = withVariants({ ...explained, ...found, ...command }, live);
