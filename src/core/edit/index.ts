/** Lossless editing of JSON5 and `.env` texts, and the includes of a config. */

export { applyToValue } from "./apply-value.ts";
export { type Document, lineOf, parseDocument, parseValue, positionOf } from "./document.ts";
export { editDotenv, parseDotenv } from "./dotenv.ts";
export { edit } from "./edit.ts";
export { fixSyntax, plainCharacters } from "./fix-syntax.ts";
export {
  type IncludeRefusal,
  includedText,
  type ReadInclude,
  readWholeConfig,
  type WholeConfig,
} from "./includes.ts";
export { configLimits } from "./limits.ts";
export { proveRouted, routeChanges } from "./route-changes.ts";
export type { BackedUpFile, BackupRecord, Commit, FileState, FileWrite } from "./stored-file.ts";
export { type TwiceKey, twiceKeys } from "./twice.ts";
