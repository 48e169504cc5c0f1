/** The one vocabulary of change: what is done to which file. */

export { type Change, type FileChange, type Plan, restrictToOwner } from "./change.ts";
