import type { commandCodes } from "../../core/problem/index.ts";
import type { TextsOf } from "../words.ts";
import { interrupted } from "./interrupted.ts";
import { includeTitle, unreadableTitle } from "./limits.ts";

const list = (values: readonly string[] | undefined) => (values ?? []).join(", ");

function usageTitle(variant: string | undefined, flag: string | undefined): string | undefined {
  if (variant === "bad-profile")
    return `${flag ?? "--profile"} takes a name of letters, digits, "_" and "-", 64 at most`;
  if (variant === "dev-with-profile")
    return "--dev is a profile of its own and cannot be combined with --profile";
  if (variant === "empty-path") return `${flag ?? "--config"} needs a path`;
  return undefined;
}

/** How a command of ours can fail, in words. */
export const command: TextsOf<keyof typeof commandCodes> = {
  usage: ({ params }) => ({
    title: params.detail ?? usageTitle(params.variant, params.flag) ?? "The command line was not understood",
    commands: [`${params.source ?? "openclaw-aisa"} --help`],
  }),
  "missing-input": ({ params }) => ({
    title: `${params.value ?? "An answer"} is needed, and there is no terminal to ask on`,
    remedy: `Give it with ${params.flag ?? "an option"}${params.source ? `, or set ${params.source}` : ""}.`,
  }),
  "unknown-model": ({ params }) => ({
    title: `No model is called ${params.model ?? "that"}`,
    detail: [
      params.suggestions?.length ? `Nearest: ${list(params.suggestions)}` : "No known name comes near it.",
      ...(params.detail ? [`The gateway's own list was not looked through: ${params.detail}`] : []),
    ].join("\n"),
    commands: ["openclaw-aisa models list --all"],
  }),
  "ambiguous-model": ({ params }) => ({
    title: `${params.model ?? "That name"} can mean several models`,
    detail: `It can be: ${list(params.models)}`,
    remedy: "Name one of them.",
  }),
  "invalid-base-url": ({ params }) => ({
    title: `${params.url ?? "The base URL"} cannot be used as a base URL${params.source ? ` (${params.source})` : ""}`,
    detail: "A base URL starts with https:// (or http://), names a host, and ends in /v1.",
    remedy: "AIsa's own: --base-url https://api.aisa.one/v1",
  }),
  cancelled: ({ params }) =>
    params.backup === undefined
      ? { title: "Cancelled. Nothing was written." }
      : {
          title: "Cancelled. What was written before stays.",
          detail: `The files from before it are kept as backup ${params.backup}.`,
          commands: ["openclaw-aisa undo"],
        },
  "config-changed": ({ params }) => ({
    title: `${params.file ?? "The file"} was changed by another program in the meantime`,
    detail: "Nothing was written, so that no change is lost.",
    remedy: "Run the command again.",
  }),
  "config-locked": ({ params }) => ({
    title: `${params.file ?? "The config"} is locked${params.pid ? ` by process ${params.pid}` : ""}`,
    detail:
      params.variant === "not-a-file"
        ? `${params.source ?? "Its lock"} is not a file; OpenClaw cannot write its config either.`
        : "OpenClaw or another program is writing it. We waited, and it was not released.",
    remedy: `Wait for that program to end, then run the command again.${params.source ? ` If no program is writing, remove ${params.source}.` : ""}`,
  }),
  "config-readonly": ({ params }) => ({
    title: `The config must not be written: ${params.source ?? "a variable"} is set`,
    detail: "With that variable OpenClaw takes its config as managed elsewhere, and so do we.",
    remedy: "Change the config where it is managed, or unset the variable.",
  }),
  "config-include": ({ params }) => ({
    title: includeTitle(params),
    ...(params.files
      ? { detail: params.files.join(" → ") }
      : params.file
        ? { detail: `Included: ${params.file}` }
        : {}),
    remedy: params.variant
      ? "Fix the $include there. OpenClaw does not start with a cycle or a path that no file can have."
      : "Make the change in the included file by hand, or move that part into openclaw.json.",
  }),
  "config-not-saved": ({ params }) => ({
    title: `${params.file ?? "The file"} could not be saved`,
    ...(params.detail ? { detail: `The system says: ${params.detail}` } : {}),
    remedy: "The old file is still in place.",
  }),
  "config-unreadable": ({ params }) => ({
    title: unreadableTitle(params),
    ...(params.detail ? { detail: `The system says: ${params.detail}` } : {}),
  }),
  "edit-refused": ({ params }) => ({
    title: `The change cannot be made safely${params.file ? ` in ${params.file}` : ""}`,
    ...(params.path || params.detail
      ? { detail: [params.path, params.detail].filter(Boolean).join(": ") }
      : {}),
    remedy: "Nothing was written. Change that place by hand.",
  }),
  "disk-full": ({ params }) => ({
    title: `The disk is full: ${params.file ?? "the file"} could not be written`,
    detail: "The old file is whole and in place.",
    remedy: "Free some space, then run the command again.",
  }),
  "refused-by-openclaw": ({ params }) => ({
    title: `OpenClaw ${params.version ?? ""} refuses the changed config`.replace("  ", " "),
    ...(params.detail ? { detail: params.detail } : {}),
    remedy:
      params.variant === "changed-since"
        ? "Another program changed the file in the meantime, so nothing was put back: look at it before you go on."
        : "Everything was put back as it was.",
    commands: ["openclaw-aisa doctor"],
  }),
  "interrupted-change": ({ params }) => interrupted(params),
  "written-not-verified": ({ params }) => {
    if (params.variant === "changed-since")
      return {
        title: `${params.file ?? "The file"} is no longer as it was just written`,
        ...(params.detail ? { detail: `Missing now: ${params.detail}` } : {}),
        remedy:
          "Another program changed it, or OpenClaw put an older file back (ours is openclaw.json.clobbered.* then). Run the command again.",
        commands: ["openclaw-aisa doctor"],
      };
    return {
      title: `${params.file ?? "The file"} was written, but could not be checked afterwards`,
      ...(params.detail ? { detail: params.detail } : {}),
      commands: ["openclaw-aisa doctor"],
    };
  },
  "unexpected-answer": ({ params }) => ({
    title: `${params.host ?? "The gateway"} answered with something that is not its API`,
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "Check the base URL, and whether a proxy or a login page stands in between.",
    commands: ["openclaw-aisa doctor"],
  }),
  "too-large-answer": ({ params }) => ({
    title: `${params.host ?? "The gateway"} sent far more than an answer can be; reading was stopped`,
    remedy: "Check the base URL.",
  }),
  "redirect-refused": ({ params }) => ({
    title: `${params.host ?? "The gateway"} wants to send the request on to ${params.url ?? "another address"}`,
    detail: "It was not followed: the key goes to the chosen base URL and nowhere else.",
    remedy: "If the new address is right, give it with --base-url.",
  }),
  "nothing-to-undo": ({ params }) => ({
    title: params.value
      ? `Nothing to undo: everything is as it was before that change already (backup ${params.value})`
      : "There is nothing to undo: no change of ours is on record",
  }),
  "changed-since": ({ params }) => ({
    title: `${params.file ?? "The file"} was changed after our last write`,
    detail: "Putting the old file back would lose that later change.",
    remedy: "Look at the difference with --dry-run; --yes puts the old file back all the same.",
    commands: ["openclaw-aisa undo --dry-run"],
  }),
  "gateway-lists-nothing": ({ params }) => {
    if (params.variant === "none-of-ours")
      return {
        title: `${params.url ?? "The gateway"} serves none of the models to set up`,
        detail: `It serves: ${list(params.models)}`,
        remedy: "Name the ones to set up with --models, or take them all with --models all.",
        commands: ["openclaw-aisa models list --all"],
      };
    return {
      title: `${params.url ?? "The gateway"} lists no model at all`,
      detail: "The key was taken, but it may use none of the gateway's models.",
      remedy: "Look at the key's list of models on the page where it was made.",
    };
  },
  "plugin-refused": ({ params }) => ({
    title: `OpenClaw ${params.version ?? ""} did not do it`.replace("  ", " "),
    ...(params.detail ? { detail: `It says: ${params.detail}` } : {}),
    commands: ["openclaw-aisa plugin status"],
  }),
  "skill-changed": ({ params }) => ({
    title: `${params.file ?? "The skill"} was changed by somebody else`,
    detail: "It was left as it is.",
    remedy: "--yes replaces it all the same; undo brings it back.",
    commands: ["openclaw-aisa skill install --dry-run"],
  }),
  "fix-conflict": ({ params }) => ({
    title: `Two fixes want different things at ${params.path ?? "one place"}`,
    ...(params.sources ? { detail: list(params.sources) } : {}),
    remedy: "Mend one of them by hand, then run doctor again.",
  }),
  "check-crashed": ({ params }) => ({
    title: `The check ${params.value ?? ""} could not finish`.replace("  ", " "),
    ...(params.detail ? { detail: `The system says: ${params.detail}` } : {}),
  }),
  "internal-error": ({ params }) => ({
    title: "This is a bug in openclaw-aisa, not your fault",
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "Nothing is known to be damaged. Run the command again with --verbose to see where it happened.",
  }),
};
