import type { ParamsOf } from "../../../core/problem/index.ts";
import { grouped } from "../../grouped.ts";
import type { ProblemWords } from "../../words.ts";
import { counted } from "../counts.ts";

/** `config-include`: an include that cannot be followed, or not be edited. */
export function include(params: ParamsOf<"config-include">): ProblemWords {
  const { path } = params;
  switch (params.variant) {
    case "cycle":
      return {
        title: `The config includes itself in a cycle at ${path}`,
        detail: params.files.join(" → "),
        remedy: "Remove one of these includes. OpenClaw does not start with a cycle.",
      };
    case "bad-path":
      return {
        title: `${path} is not a valid path: ${params.value}`,
        remedy: "Set it to the path of a file, or to a list of paths.",
      };
    case "too-deep":
      return {
        title: `${path} exceeds the limit of ${params.limit} includes inside one another`,
        detail: `Included: ${params.file}`,
        remedy: "Include the file from one nearer to openclaw.json.",
      };
    case "too-many":
      return {
        title: `The config includes more than ${counted(params.limit, "file")}`,
        detail: `The first one beyond: ${params.file}`,
        remedy: "Merge some of the included files.",
      };
    case "too-large":
      return {
        title: `The config and the files it includes are larger than ${params.limit} MiB`,
        detail: `The first one beyond: ${params.file}`,
        remedy: "Remove what OpenClaw does not need from these files.",
      };
    case "file-too-large":
      return {
        title: `${path} names a file larger than ${params.limit} MiB, which OpenClaw refuses`,
        detail: `Included: ${params.file}`,
        remedy: "Split the file, and list its parts in the $include.",
      };
    case "grows-too-large":
      return {
        title: `The change would make ${params.file} larger than ${params.limit} MiB, which OpenClaw refuses`,
        detail: `Included at ${path}`,
        remedy: "Split the file, or move part of it into openclaw.json.",
      };
    case "outside":
      return {
        title: `${path} names a file outside the config's folder, which OpenClaw refuses`,
        detail: `Included: ${params.file}`,
        remedy: "Move the file into the folder of openclaw.json, and correct its path.",
      };
    case "hard-link":
      return {
        title: `${path} names a file with several hard links, which OpenClaw refuses`,
        detail: `Included: ${params.file}`,
        remedy: "Replace the file with a copy of its own, or with a symbolic link within the folder.",
      };
    case "not-an-object":
      return {
        title: `${path} has settings beside it, but the file it names holds no object`,
        detail: `Included: ${params.file}`,
        remedy: "Put { } around the file's content, or move the $include into an object of its own.",
      };
    case "not-editable":
      return {
        title: `${path} comes from an $include that cannot be edited safely`,
        detail: `Included: ${params.file}`,
        remedy: "Change the included file by hand, or move that part into openclaw.json.",
      };
  }
}

/** `config-unreadable`, where a config is beyond a limit. */
export function beyondLimit(
  params: Exclude<ParamsOf<"config-unreadable">, { readonly variant: "system" | "held" }>,
): ProblemWords {
  switch (params.variant) {
    case "too-large":
      return {
        title: `${params.file} is larger than ${params.limit} MiB, too large for a config`,
        remedy: "Check the path, or move what is not OpenClaw's own out of the file.",
      };
    case "too-deep":
      return {
        title: `${params.file} is nested more than ${counted(params.limit, "level")} deep`,
        remedy: "Check the path: no OpenClaw config is nested that deep.",
      };
    case "too-many-objects":
      return {
        title: `${params.file} has more than ${grouped(params.limit)} objects and lists`,
        remedy: "Check the path: no OpenClaw config has that many.",
      };
    case "too-many-models":
      return {
        title: `${params.file} lists ${counted(params.count, "model")}; the limit is ${grouped(params.limit)}`,
        remedy: "Remove the models that you do not use.",
      };
  }
}
