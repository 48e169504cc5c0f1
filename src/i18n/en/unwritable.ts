/** Why a file cannot be written, and what helps, by the variant of `config-unwritable`. */
export const unwritable: Readonly<Record<string, { readonly detail: string; readonly remedy: string }>> = {
  "read-only-file": {
    detail: "The file is marked as read-only.",
    remedy: "Give its owner the right to write it: chmod u+w",
  },
  "hard-link": {
    detail: "The file has a second name (a hard link); replacing it would part the two.",
    remedy: "Make the other name a symbolic link, or copy the file so that it has one name.",
  },
  busy: {
    detail: "The file is mounted as a single file, as containers do; it cannot be replaced in one step then.",
    remedy: "Mount its folder instead of the file. OpenClaw needs that too.",
  },
  "cross-device": {
    detail: "The file lies on another file system than its folder.",
    remedy: "Mount its folder instead of the file. OpenClaw needs that too.",
  },
  "read-only-system": {
    detail: "Its file system is mounted read-only.",
    remedy: "Change the config where it comes from, or mount the folder so that it can be written.",
  },
  "size-limit": {
    detail: "The system does not allow a file of this size.",
    remedy: "Raise the limit (ulimit -f) or the quota, then run the command again.",
  },
  "no-folder": {
    detail: "Its folder is not there, or is a file.",
    remedy: "Check the path: --config, OPENCLAW_CONFIG_PATH and OPENCLAW_STATE_DIR decide it.",
  },
  "not-a-file": {
    detail: "There is a folder or a device at this path, not a file.",
    remedy: "Move it away, or name the config with --config.",
  },
  "link-loop": {
    detail: "Its symbolic links lead in a circle.",
    remedy: "Correct the link.",
  },
  owner: {
    detail: "It belongs to another user, and would not any more after writing.",
    remedy: "Run the command as that user.",
  },
};
