import { answers } from "./answers.ts";
import { configuration } from "./configuration.ts";
import { keys } from "./keys.ts";
import { limits } from "./limits.ts";
import { models } from "./models.ts";
import { money } from "./money.ts";
import { network } from "./network.ts";
import { noise } from "./noise.ts";
import { openclaw } from "./openclaw.ts";
import { requests } from "./requests.ts";
import { statuses } from "./statuses.ts";
import { topics } from "./topics.ts";
import { upstream } from "./upstream.ts";
import type { Signature } from "./signature.ts";

export { noise };

/** Every signature. The order does not matter. */
export const signatures: readonly Signature[] = [
  ...keys,
  ...models,
  ...money,
  ...limits,
  ...requests,
  ...answers,
  ...network,
  ...configuration,
  ...upstream,
  ...openclaw,
  ...statuses,
  ...topics,
];
