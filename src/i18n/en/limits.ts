import type { ProblemParams } from "../../core/problem/index.ts";

/** The title of `config-include`. */
export function includeTitle({
  variant,
  path = "$include",
  file = "a file",
  limit,
  value,
}: ProblemParams): string {
  switch (variant) {
    case "cycle":
      return `The config includes itself in a cycle at ${path}`;
    case "too-deep":
      return `${path} includes ${file} more than ${limit} files deep`;
    case "too-many":
      return `The config includes more than ${limit} files`;
    case "too-large":
      return `The config and the files it includes are larger than ${limit} MiB`;
    case "bad-path":
      return `${path} is not a valid path: ${value}`;
    default:
      return `${path === "$include" ? "This part of the config" : path} comes from an $include that cannot be edited safely`;
  }
}

/** The title of `config-unreadable`. */
export function unreadableTitle({ variant, file = "The file", limit, count }: ProblemParams): string {
  switch (variant) {
    case "too-large":
      return `${file} is larger than ${limit} MiB, too large for a configuration`;
    case "too-deep":
      return `${file} is nested more than ${limit} levels deep`;
    case "too-many-models":
      return `${file} has ${count} models, more than the limit of ${limit}`;
    default:
      return `${file} could not be read`;
  }
}
