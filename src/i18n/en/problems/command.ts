import type { ParamsOf } from "../../../core/problem/index.ts";
import type { TextsOf } from "../../words.ts";
import { counted } from "../counts.ts";
import { join, some, tool } from "./shared.ts";

function usageTitle(params: ParamsOf<"usage">): string {
  switch (params.variant) {
    case "text":
      return params.text;
    case "bad-profile":
      return '--profile needs a name of at most 64 letters, digits, "_" and "-"';
    case "dev-with-profile":
      return "--dev is a profile of its own and cannot be combined with --profile";
    case "empty-path":
      return `${params.flag} needs a path`;
  }
}

const unmerged: Record<ParamsOf<"report-not-merged">["variant"], string> = {
  missing: "not found or not readable",
  empty: "empty",
  incomplete: "not complete JSON",
  foreign: "not reports of doctor --json",
  "too-large": "larger than 4 MiB",
};

const outdated: Record<ParamsOf<"report-outdated">["variant"], [title: string, remedy: string]> = {
  unnamed: [
    "without a machine's name",
    "The file's name is used instead of the machine's. Update openclaw-aisa there.",
  ],
  stale: ["older than 7 days", "It counts as it is. Run doctor --json there again."],
  superseded: [
    "replaced by a newer report of the same machine",
    "Only the newest report of a machine counts.",
  ],
};

/** A command line that cannot be run, and commands that end early. */
export const command: TextsOf<
  | "usage"
  | "missing-input"
  | "cancelled"
  | "fix-conflict"
  | "check-crashed"
  | "report-not-merged"
  | "report-outdated"
  | "temp-folder-unusable"
  | "system-error"
  | "internal-error"
> = {
  usage: (params) => ({ title: usageTitle(params), commands: [`${params.line ?? tool} --help`] }),
  "missing-input": ({ what, flag, variable }) => ({
    title: `${what} is missing, and there is no terminal to ask on`,
    remedy: `Pass it with ${flag}${variable ? `, or set ${variable}` : ""}.`,
  }),
  cancelled: ({ backup }) =>
    backup === undefined
      ? { title: "Cancelled. Nothing was written." }
      : {
          title: "Cancelled. What was written before stays.",
          detail: `The previous files are kept as backup ${backup}.`,
          commands: [`${tool} undo`],
        },
  "fix-conflict": ({ path, checks }) => ({
    title: `Two fixes want different values at ${path}`,
    detail: join(checks),
    remedy: "Fix one of them by hand, then run doctor again.",
  }),
  "report-not-merged": ({ variant, files }) => ({
    title: `${counted(files.length, "report")} skipped: ${unmerged[variant]}`,
    detail: some(files),
    remedy: "Collect it again with: openclaw-aisa doctor --json",
  }),
  "report-outdated": ({ variant, files }) => ({
    title: `${counted(files.length, "report")} ${outdated[variant][0]}`,
    detail: some(files),
    remedy: outdated[variant][1],
  }),
  "check-crashed": ({ check, detail }) => ({
    title: `The check ${check} could not finish`,
    ...(detail ? { detail: `The system says: ${detail}` } : {}),
    remedy: "The other checks are complete. Run doctor again to repeat this one.",
  }),
  "temp-folder-unusable": ({ file, detail }) => ({
    title: `The folder for temporary files cannot be used: ${file}`,
    detail: `The system says: ${detail}`,
    remedy: "Set TMPDIR (on Windows TEMP) to a folder that you can write to, then run the command again.",
  }),
  "system-error": (params) =>
    params.variant === "rejected"
      ? {
          title: "The system rejects a value from the command line, the environment or the config",
          detail: `Node.js says: ${params.detail}`,
          remedy: "Correct the value that the message names, then run the command again.",
        }
      : {
          title:
            params.file === undefined
              ? `A system call failed: ${params.call}`
              : `The system could not access ${params.file}`,
          ...(params.detail ? { detail: `The system says: ${params.detail}` } : {}),
          remedy: "Fix what the system's message names, then run the command again.",
        },
  "internal-error": ({ detail }) => ({
    title: "This is a bug in openclaw-aisa, not your fault",
    ...(detail ? { detail } : {}),
    remedy: "Run the command again with --verbose to see where it happened.",
  }),
};
