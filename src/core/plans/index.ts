/** What a command would change: onboarding, removing, syncing, undoing, uninstalling. */

export { type Interrupted, judgeInterrupted } from "./interrupted.ts";
export { type Plan, planOnboard, planPrimary, planRoles } from "./plan.ts";
export {
  isForeignReference,
  needsPrimary,
  planRemoval,
  type Removal,
  removableIds,
} from "./remove-models.ts";
export { holdsOld, type Rotation, rotateInDotenv, rotateInValue } from "./rotate-key.ts";
export { offeredIds, planSync, type SyncPlan } from "./sync.ts";
export { newestUndoable, planUndo, type UndoStep } from "./undo.ts";
export { earlierPrimary, planPluginLeftover, planUninstall, type Uninstall } from "./uninstall.ts";
