import { answers } from "./signatures/answers.ts";
import { configuration } from "./signatures/configuration.ts";
import { hidden } from "./signatures/hidden.ts";
import { keys } from "./signatures/keys.ts";
import { limits } from "./signatures/limits.ts";
import { models } from "./signatures/models.ts";
import { money } from "./signatures/money.ts";
import { network } from "./signatures/network.ts";
import { requests } from "./signatures/requests.ts";
import type { Signature } from "./signatures/signature.ts";
import { statuses } from "./signatures/statuses.ts";
import { topics } from "./signatures/topics.ts";
import { upstream } from "./signatures/upstream.ts";

/** Every signature. The order does not matter. */
export const signatures: readonly Signature[] = [
  ...keys,
  ...money,
  ...limits,
  ...models,
  ...requests,
  ...answers,
  ...network,
  ...configuration,
  ...upstream,
  ...hidden,
  ...topics,
  ...statuses,
];
