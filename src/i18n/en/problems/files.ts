import type { UnwritableReason } from "../../../core/problem/index.ts";
import type { TextsOf } from "../../words.ts";
import { interrupted } from "./interrupted.ts";
import { beyondLimit } from "./limits.ts";
import { doctor, tool } from "./shared.ts";

const unwritable: Record<UnwritableReason, { readonly detail: string; readonly remedy: string }> = {
  "read-only-file": {
    detail: "The file is marked read-only.",
    remedy: "Let its owner write it.",
  },
  "hard-link": {
    detail: "The file has a second name (a hard link); replacing it would separate the two.",
    remedy: "Make the other name a symbolic link, or copy the file so that it has one name.",
  },
  busy: {
    detail: "The file is mounted as a single file, as containers do, and cannot be replaced in one step.",
    remedy: "Mount its folder instead of the file. OpenClaw needs that too.",
  },
  held: {
    detail: "Another program has the file open and did not close it.",
    remedy:
      "Close the program that uses it, such as an editor, OneDrive or a virus scanner, then run the command again.",
  },
  "cross-device": {
    detail: "The file is on another file system than its folder.",
    remedy: "Mount its folder instead of the file. OpenClaw needs that too.",
  },
  "read-only-system": {
    detail: "Its file system is mounted read-only.",
    remedy: "Change the config where it comes from, or mount the folder writable.",
  },
  "size-limit": {
    detail: "The system does not allow a file of this size.",
    remedy: "Raise the limit for the size of files, or the quota, then run the command again.",
  },
  "no-folder": {
    detail: "Its folder does not exist, or is a file.",
    remedy: "Check the path: --config, OPENCLAW_CONFIG_PATH and OPENCLAW_STATE_DIR set it.",
  },
  "not-a-file": {
    detail: "The path is a folder or a device, not a file.",
    remedy: "Move it away, or name the config with --config.",
  },
  "link-loop": { detail: "Its symbolic links form a loop.", remedy: "Correct the link." },
  owner: {
    detail: "It belongs to another user, and would no longer after writing.",
    remedy: "Run the command as that user.",
  },
};

const systemSays = (detail: string | undefined) => (detail ? { detail: `The system says: ${detail}` } : {});

/** Reading, writing and restoring files. */
export const files: TextsOf<
  | "config-unwritable"
  | "config-unreadable"
  | "config-changed"
  | "config-locked"
  | "config-not-saved"
  | "disk-full"
  | "interrupted-change"
  | "written-not-verified"
  | "nothing-to-undo"
  | "changed-since"
> = {
  "config-unwritable": ({ file, variant, detail }, _problem, shell) => ({
    title: `${file} cannot be written`,
    ...systemSays(detail),
    remedy: "Make the file and its folder writable for your user.",
    ...(variant ? unwritable[variant] : {}),
    ...(variant === "read-only-file" ? { commands: [shell.makeWritable(file)] } : {}),
  }),
  "config-unreadable": (params) =>
    params.variant === "system" || params.variant === "held"
      ? {
          title: `${params.file} cannot be read`,
          ...systemSays(params.detail),
          remedy: "Make it readable for your user.",
          ...(params.variant === "held" ? unwritable.held : {}),
        }
      : beyondLimit(params),
  "config-changed": ({ file }) => ({
    title: `Another program changed ${file} in the meantime`,
    detail: "Nothing was written, so no change is lost.",
    remedy: "Run the command again.",
  }),
  "config-locked": (params) => ({
    title: `${params.file} is locked${params.variant === "held" && params.pid ? ` by process ${params.pid}` : ""}`,
    detail:
      params.variant === "not-a-file"
        ? `${params.lock} is not a file; OpenClaw cannot write its config either.`
        : "OpenClaw or another program is writing it, and did not release it in time.",
    remedy: `Wait for that program to end, then run the command again. If no program is writing, remove ${params.lock}.`,
  }),
  "config-not-saved": ({ file, detail }) => ({
    title: `${file} was not saved; the previous file is unchanged`,
    ...systemSays(detail),
    remedy: "Run the command again.",
  }),
  "disk-full": ({ file }) => ({
    title: `The disk is full: ${file} was not written`,
    detail: "The previous file is unchanged.",
    remedy: "Free some space, then run the command again.",
  }),
  "interrupted-change": interrupted,
  "written-not-verified": (params) =>
    params.variant === "changed-since"
      ? {
          title: `${params.file} no longer matches what was just written`,
          detail: `Missing now: ${params.missing}`,
          remedy:
            "Another program changed it, or OpenClaw restored an older file (ours is then openclaw.json.clobbered.*). Run the command again.",
          commands: [doctor],
        }
      : {
          title: `${params.file} was written, but could not be checked afterwards`,
          ...(params.detail ? { detail: params.detail } : {}),
          commands: [doctor],
        },
  "nothing-to-undo": ({ backup }) => ({
    title: backup
      ? `Nothing to undo: the files already match backup ${backup}`
      : "Nothing to undo: no change of ours is recorded",
  }),
  "changed-since": ({ file }) => ({
    title: `${file} was changed after our last write`,
    detail: "Restoring the old file would lose that later change.",
    remedy: "Compare with --dry-run; --yes restores the old file anyway.",
    commands: [`${tool} undo --dry-run`],
  }),
};
