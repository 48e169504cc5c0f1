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

/** 每个问题代码的说明；一个代码的各种 variant 写在一起。 */
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

/** 返回一个问题的说明。 */
export const problems = wordsFrom(texts);
