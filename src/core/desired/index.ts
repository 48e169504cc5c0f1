/** The desired state of a machine: its shape, and what is wrong with one. */

export {
  checkDesired,
  type DesiredState,
  type RolesWish,
  type SetupState,
  type StateFault,
} from "./check.ts";
export { desiredShape, type Shape } from "./shape.ts";
export { desiredYaml, exportSetup, holdsKey } from "./write.ts";
