/** Words of `undo`. */
export const undo = {
  title: (command: string, id: string) => `Undo ${command} (backup ${id})`,
  removed: "removed (the file did not exist before)",
  broughtBack: "restored",
  changedSince: "Changed by another program after our last write; those changes would be lost.",
  confirm: "Restore it?",
  confirmChanged: "Restore it anyway, and lose the later changes?",
  done: (command: string, id: string) => `Restored  the files from before ${command} (backup ${id})`,
  again: "To redo the change: openclaw-aisa undo",
  unknown: (id: string) => `Unknown backup ${id}. To list the backups: openclaw-aisa undo --list`,
  none: "No backups: this tool has not changed these files yet.",
  listHint:
    "openclaw-aisa undo <id> restores the files from before that change; without an id, the first one.",
};
