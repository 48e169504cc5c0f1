/** The one vocabulary of change: what is done to which file. */

export { type Change, type FileChange, ownersAlone, type Plan } from "./change.ts";
