import type { Translation } from "../messages.ts";
import { cli } from "./cli.ts";
import { completion } from "./completion.ts";
import { desired } from "./desired.ts";
import { doctor } from "./doctor.ts";
import { explain } from "./explain.ts";
import { models } from "./models.ts";
import { modelsChange } from "./models-change.ts";
import { modelsSet } from "./models-set.ts";
import { modelsTest } from "./models-test.ts";
import { onboard } from "./onboard.ts";
import { plan } from "./plan.ts";
import { plugin } from "./plugin.ts";
import { problems } from "./problems/index.ts";
import { prompts } from "./prompts.ts";
import { provider } from "./provider.ts";
import { rotate } from "./rotate.ts";
import { skill } from "./skill.ts";
import { status } from "./status.ts";
import { surroundings } from "./surroundings.ts";
import { undo } from "./undo.ts";
import { uninstall } from "./uninstall.ts";
import { usage } from "./usage.ts";

/** 简体中文 */
export const zhCN: Translation = {
  desired,
  doctor,
  explain,
  models,
  modelsChange,
  modelsSet,
  modelsTest,
  onboard,
  plan,
  plugin,
  prompts,
  provider,
  cli,
  completion,
  problems,
  rotate,
  skill,
  status,
  surroundings,
  undo,
  uninstall,
  usage,
};
