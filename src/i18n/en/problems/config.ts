import type { SyntaxFault } from "../../../core/change/index.ts";
import type { EditObstacle, ParamsOf, ValueKind } from "../../../core/problem/index.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { counted } from "../counts.ts";
import { include } from "./limits.ts";
import { doctor, join, newKey, rejectsConfig, tool } from "./shared.ts";

const typingErrors: Readonly<Record<SyntaxFault, string>> = {
  "comma-missing": "A comma is missing there.",
  "comma-extra": "There is a comma too many.",
  "colon-missing": "A colon is missing there.",
  "quote-missing": "The quote that ends a text is missing there.",
  "bracket-missing": "The closing bracket at the end is missing.",
  "bracket-extra": "There is a closing bracket too many.",
  "wrong-character": "A full-width or curly character is there instead of a plain one.",
};

function syntax(params: ParamsOf<"config-syntax">): ProblemWords {
  if (params.variant === "typing") {
    const others = params.count - 1;
    return {
      title: `${params.file} is not valid JSON`,
      detail:
        typingErrors[params.fault] +
        (others > 0 ? ` Further typing errors: ${others}.` : "") +
        " OpenClaw does not start with it.",
      remedy: `Corrects ${counted(params.count, "character")} and shows the change first.`,
      commands: [`${doctor} --fix`],
    };
  }
  if (params.variant === "empty")
    return {
      title: `${params.file} is empty, which OpenClaw does not accept`,
      remedy:
        "Delete it, or write {} into it. Undo restores the files from before this tool's last change: check what that means first.",
      commands: [`${tool} undo --dry-run`],
    };
  if (params.variant === "encoding")
    return {
      title: `${params.file} is not UTF-8 text`,
      detail: params.encoding
        ? `It looks like ${params.encoding}; OpenClaw reads UTF-8 only.`
        : "It is no text at all: something else was written over it, or the path leads to another file.",
      remedy: params.encoding
        ? "Save it as UTF-8 in your editor."
        : "Check the path. If the file is damaged, put a copy of your own back.",
    };
  return {
    title: `${params.file ?? "The config file"} is not valid JSON`,
    detail: params.detail
      ? `The parser says: ${params.detail}. A comma, a quote or a bracket may be missing or extra there.`
      : "A comma, a quote or a bracket is missing or extra near the place that the text names.",
    remedy:
      "Correct it there; a comma is often missing at the end of the line before. Undo restores the files from before this tool's last change: check what that means first.",
    commands: [doctor, `${tool} undo --dry-run`],
  };
}

const kinds: Readonly<Record<ValueKind, string>> = {
  object: "an object, { … }",
  list: "a list, [ … ]",
  text: "a text",
  model: "the name of a model, or an object with primary",
};

function schema(params: ParamsOf<"config-schema">): ProblemWords {
  switch (params.variant) {
    case "unknown-key":
      return {
        title: `Unknown key ${params.path}`,
        detail: rejectsConfig,
        remedy: params.replacement ? `Rename it to ${params.replacement}.` : "Remove it.",
      };
    case "wrong-value":
      return {
        title: `Invalid value of ${params.path}`,
        detail: rejectsConfig,
        remedy: params.replacement
          ? `Change it to ${params.replacement}.`
          : "Correct it, or remove it where no value is valid.",
      };
    case "wrong-type":
      return {
        title: `${params.path} is of the wrong type`,
        detail: rejectsConfig,
        remedy: `Expected there: ${kinds[params.expected]}. Correct it, or remove it.`,
      };
    case "key-twice":
      return {
        title: `${params.path} is written ${counted(params.lines.length, "time")}: lines ${params.lines.join(", ")}`,
        detail: `Only the last one counts; OpenClaw ignores what is above line ${params.lines.at(-1)}.`,
        remedy: "Move everything into one of them, and remove the others.",
      };
    case "missing":
      return { title: `${params.path} is missing`, detail: rejectsConfig, remedy: "Add the default models." };
    case "include-missing":
      return {
        title: `The config includes a file that does not exist: ${params.file}`,
        detail: rejectsConfig,
        remedy: "Create the file, or remove the $include.",
      };
    case "openclaw":
      return {
        title: `OpenClaw${params.version ? ` ${params.version}` : ""} rejects the config`,
        detail: "It does not start until the places that it names are correct.",
        remedy: "Correct them, then ask OpenClaw again:",
        commands: ["openclaw config validate"],
      };
    case "root":
      return {
        title: `${params.file} does not hold an object`,
        detail: "The whole config must be between { and }; OpenClaw accepts nothing else.",
        remedy: "Put its settings between { and }, or move the file away and run the command again.",
      };
    case "before":
      return {
        title: "OpenClaw rejects the config, and did before this change",
        detail: `It says: ${params.detail}`,
        remedy: "Our part of it stays. OpenClaw does not start until that place is correct.",
        commands: [doctor],
      };
    default:
      return {
        title: "OpenClaw rejects the config",
        detail:
          "A field that the text names is unknown, in the wrong place, or of the wrong type. OpenClaw does not start until it is corrected.",
        remedy:
          "Let doctor fix the part about AIsa, and correct the rest where the text says. OpenClaw's own doctor removes the keys that it does not know.",
        commands: [`${doctor} --fix`, "openclaw doctor --fix"],
      };
  }
}

const obstacles: Record<EditObstacle, (key: string) => string> = {
  occupied: () => "something else is at this place",
  gap: () => "the list has no element before it",
  "not-a-list": () => "it is not a list",
  "key-exists": (key) => `${key} exists already`,
  "key-twice": () => "the key occurs twice",
  "not-readable": () => "the result would not be readable",
  "not-as-asked": () => "the result would not be what was asked for",
  "loses-comment": () => "a comment would be lost",
};

/** OpenClaw's config: what it rejects, what it ignores, and what cannot be edited. */
export const config: TextsOf<
  | "config-missing"
  | "config-syntax"
  | "config-schema"
  | "provider-missing"
  | "misplaced-compat"
  | "wrong-fallback-key"
  | "flat-env-block"
  | "several-configs"
  | "clobbered-config"
  | "stale-agent-models"
  | "config-readonly"
  | "config-include"
  | "edit-refused"
> = {
  "config-missing": ({ file, leadsTo }) =>
    leadsTo === undefined
      ? {
          title: "OpenClaw has no config yet",
          detail: `OpenClaw looks for it at ${file}.`,
          commands: [newKey],
        }
      : {
          title: `${file} is a link to a file that does not exist`,
          detail: `It leads to ${leadsTo}.`,
          remedy: "Restore that file, or remove the link.",
        },
  "config-syntax": syntax,
  "config-schema": schema,
  "provider-missing": ({ source }) => ({
    title: "AIsa is not in OpenClaw's config",
    ...(source ? { detail: `A key is stored already: ${source}.` } : {}),
    commands: [newKey],
  }),
  "misplaced-compat": (params) =>
    params.variant === "missing"
      ? {
          title: `The entry of ${params.model} does not turn off the developer role`,
          detail: "Some OpenClaw versions send the role developer, which the gateway rejects.",
          remedy: "Set compat.supportsDeveloperRole to false.",
        }
      : {
          title: `${params.key} of ${params.model} is in the wrong place`,
          detail: rejectsConfig,
          remedy:
            params.variant === "provider"
              ? "Remove it; every entry has it in its own compat."
              : "Move it into compat.",
        },
  "wrong-fallback-key": ({ path }) => ({
    title: `Unknown key ${path}: fallback models belong in "fallbacks"`,
    detail: rejectsConfig,
    remedy: "Rename the key to fallbacks.",
  }),
  "flat-env-block": ({ path, replacement }) => ({
    title: `OpenClaw 2026.8.2 and newer reject ${path}`,
    remedy: `Move it to ${replacement}, which every version supports.`,
  }),
  "several-configs": ({ file, files }) => ({
    title: "There are other configs that OpenClaw does not read",
    detail: `${join(files)}. OpenClaw reads ${file}.`,
  }),
  "clobbered-config": ({ files }) => ({
    title: "OpenClaw once restored an older config",
    detail: `The files it moved away: ${join(files)}.`,
    remedy: "Check whether something is missing in the config; then delete them.",
  }),
  "stale-agent-models": ({ file }) => ({
    title: `An agent's copy of the provider no longer matches the config: ${file}`,
    detail: "OpenClaw generates it. Versions up to 2026.4 can keep using the address and the key in it.",
    remedy: "Remove the part about AIsa; OpenClaw writes it again before the next turn.",
  }),
  "config-readonly": ({ variable }, _problem, shell) => ({
    title: `The config is read-only: ${variable} is set`,
    detail: "With that variable OpenClaw treats its config as managed elsewhere, and so does this tool.",
    remedy: `Change the config where it is managed, or remove the variable: ${shell.clearVariable(variable)}`,
  }),
  "config-include": include,
  "edit-refused": ({ file, path, variant, key, expected }) => ({
    title: `The change cannot be made safely${file ? ` in ${file}` : ""}`,
    detail: [path, obstacles[variant](key ?? "") + (expected ? `. Expected there: ${kinds[expected]}.` : "")]
      .filter(Boolean)
      .join(": "),
    remedy: "Nothing was written. Change that place by hand.",
  }),
};
