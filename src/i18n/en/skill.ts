/** Words of `skill`. */
export const skill = {
  present: "This version of the skill is already installed",
  foreign: "This file was written or changed by someone else.",
  replace: "Replace it? (undo restores it)",
  removeForeign: "It was changed by someone else. Remove it anyway? (undo restores it)",
  installed: "Installed  OpenClaw's agents can use the tool in their next session",
  needsKey: (variable: string) => `OpenClaw shows the skill as ready once ${variable} is set where it runs`,
  absent: "The skill is not installed; nothing to remove",
  removed: "Removed  openclaw-aisa undo restores it",
};
