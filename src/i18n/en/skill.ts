/** Words of `skill`. */
export const skill = {
  present: "The skill is there already, in this version",
  foreign: "This file was written or changed by somebody else.",
  replace: "Replace it? (undo brings it back)",
  removeForeign: "It was changed by somebody else. Remove it all the same? (undo brings it back)",
  installed: "Installed  OpenClaw's agents know the tool from their next session on",
  needsKey: (variable: string) => `OpenClaw shows the skill as ready once ${variable} is set where it runs`,
  absent: "The skill is not installed: nothing to remove",
  removed: "Removed  openclaw-aisa undo brings it back",
};
