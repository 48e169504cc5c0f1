/** The one vocabulary of change: what is done to which file. */

export {
  type Change,
  type Edit,
  type FileChange,
  isEdit,
  type RenameChange,
  type RepairChange,
  restrictToOwner,
  type SyntaxFault,
} from "./change.ts";
