import { type ProblemTexts, wordsFrom } from "../../words.ts";
import { answers } from "./answers.ts";
import { command } from "./command.ts";
import { config } from "./config.ts";
import { desired } from "./desired.ts";
import { files } from "./files.ts";
import { keys } from "./keys.ts";
import { models } from "./models.ts";
import { network } from "./network.ts";
import { openclaw } from "./openclaw.ts";
import { requests } from "./requests.ts";
import { state } from "./state.ts";

/** The words of every problem code: all variants of a code are together. */
const texts: ProblemTexts = {
  ...answers,
  ...command,
  ...config,
  ...desired,
  ...files,
  ...keys,
  ...models,
  ...network,
  ...openclaw,
  ...requests,
  ...state,
};

/** Returns the words for a problem. */
export const problems = wordsFrom(texts);
