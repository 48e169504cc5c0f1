/** Words of `undo`. */
export const undo = {
  title: (command: string, id: string) => `Back to before ${command} (backup ${id})`,
  removed: "removed: there was no such file",
  broughtBack: "brought back",
  changedSince: "Changed by somebody else after our last write; those later changes would go.",
  confirm: "Put it back?",
  confirmChanged: "Put it back all the same, and lose the later changes?",
  done: (command: string, id: string) => `Everything is as it was before ${command} (backup ${id})`,
  again: "openclaw-aisa undo once more brings the change back",
  unknown: (id: string) => `There is no backup ${id}; openclaw-aisa undo --list shows those there are`,
  none: "There are no backups: nothing of ours has changed these files yet.",
  listHint:
    "openclaw-aisa undo <id> puts the files of that line back as they were before it; without an id, the first.",
};
