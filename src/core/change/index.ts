/** The one vocabulary of change: what is done to which file. */

export {
  type Change,
  type Edit,
  type FileChange,
  isEdit,
  type RenameChange,
  restrictToOwner,
  type SyntaxFault,
} from "./change.ts";
