import type { KeyFileFlaw, ParamsOf } from "../../../core/problem/index.ts";
import type { ShellCommands } from "../../../core/terminal/index.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { counted } from "../counts.ts";
import { AHost, aModel, billing, doctor, newKey, tool } from "./shared.ts";

/** A vendor rejects the gateway's own key: the gateway has just accepted the user's. */
const operatorKey = (model: string): ProblemWords => ({
  title: `The vendor behind ${model} rejects the gateway's own account`,
  detail: "Your key works: the gateway has just accepted it for the list of models.",
  remedy: "Use another model for now, and report it to AIsa's support.",
  commands: [`${tool} models list`],
});

const isOther = (provider: string | undefined): provider is string =>
  provider !== undefined && provider !== "aisa";

/** The key that is missing is another provider's: a model of it is in use somewhere. */
const otherProvider = (provider: string): ProblemWords => ({
  title: `OpenClaw has no API key for ${provider}`,
  detail: `Something uses a model of ${provider}: the default model, an agent, a fallback, or a model written without aisa/.`,
  remedy: `Use a model of AIsa there, or set the key of ${provider} too.`,
  commands: [`${tool} models set qwen3-max`, doctor],
});

type Permissions = ParamsOf<"insecure-permissions">;

const permissionWords: Readonly<
  Record<Permissions["variant"], (params: Permissions, shell: ShellCommands) => ProblemWords>
> = {
  readable: ({ file, mode, expected, count }, shell) => ({
    title:
      count > 1
        ? `Other users can read ${counted(count, "file")} with a key`
        : `Other users can read ${file}`,
    ...(count > 1 ? {} : { detail: `It contains a key, and its mode is ${mode}.` }),
    remedy: `Set the mode to ${expected}.`,
    commands: count > 1 ? [`${doctor} --fix`] : [shell.makePrivate(file)],
  }),
  "writable-file": ({ file, mode, expected, count }, shell) => ({
    title:
      count > 1
        ? `Other users can change ${counted(count, "file")} of OpenClaw`
        : `Other users can change ${file}`,
    detail: `They could send your key to another server. The mode${count > 1 ? ` of ${file}` : ""} is ${mode}.`,
    remedy: count > 1 ? "Let only the owner write them." : `Set the mode to ${expected}.`,
    commands: count > 1 ? [`${doctor} --fix`] : [shell.protect(file)],
  }),
  "writable-folder": ({ file, mode }, shell) => ({
    title: `Other users can replace the files in ${file}`,
    detail: `They could send your key to another server. The folder's mode is ${mode}.`,
    remedy: "Let only the owner write in it.",
    commands: [shell.protect(file)],
  }),
  owner: ({ file, count }) => ({
    title: count > 1 ? `Another user owns ${file} and ${count - 1} more` : `Another user owns ${file}`,
    detail: "The owner can change it at any time and could send your key to another server.",
    remedy: "Check what is in it, then become its owner or replace it by a copy of your own.",
  }),
};

const keyFileTitles: Readonly<Record<KeyFileFlaw, (source: string, limit: number) => string>> = {
  "too-large": (source, limit) => `${source} is larger than ${limit} KiB, too large for a key`,
  empty: (source) => `${source} is empty`,
  encoding: (source) => `${source} is not UTF-8 text; it may be UTF-16`,
  "several-lines": (source) => `${source} has several lines, and none sets AISA_API_KEY`,
  "not-a-key": (source) =>
    `${source} does not contain a valid key: it has spaces, quotes or other characters`,
};

/** Whether one of the places of a key is the variable of this shell. */
const keyVariable = "AISA_API_KEY";
const inShell = (sources: readonly string[]) => sources.includes(keyVariable);

type Rejected = ParamsOf<"invalid-key" | "key-expired-or-disabled">;

/** What to do about a rejected key whose place is known; nothing where it is not. */
function elsewhere({ keyFrom, variable, command }: Rejected, shell: ShellCommands): Partial<ProblemWords> {
  if (keyFrom === undefined || command === undefined) return {};
  const again = `${tool} ${command}`;
  return variable === undefined
    ? {
        remedy: `The rejected key is from ${keyFrom}. Copy the key again from ${billing}, and give it on standard input:`,
        commands: [`${again} --aisa-api-key-file -`],
      }
    : {
        remedy: `The rejected key is from the variable ${variable}, which comes before every other key here. Remove it from this shell, or set the right key in it:`,
        commands: [shell.clearVariable(variable), again],
      };
}

/** The API key: missing, rejected, or where OpenClaw cannot use it. */
export const keys: TextsOf<
  | "invalid-key"
  | "missing-key"
  | "key-expired-or-disabled"
  | "malformed-key"
  | "key-unresolved"
  | "conflicting-keys"
  | "key-not-visible-to-gateway"
  | "workspace-key"
  | "insecure-permissions"
  | "sign-in-inactive"
> = {
  "invalid-key": (params, _problem, shell) =>
    params.variant === "operator"
      ? operatorKey(aModel(params))
      : {
          title: `${AHost(params)} rejects the API key`,
          detail:
            params.variant === "hidden"
              ? "OpenClaw hides the gateway's own sentence: the key may be wrong, expired, missing or used up."
              : 'The key is mistyped, deleted, or from another service. Paste it without quotes, spaces or "Bearer ".',
          remedy: `Copy the key again from ${billing}, then set it.`,
          commands: [newKey, doctor],
          ...elsewhere(params, shell),
        },
  "missing-key": (params) =>
    params.variant === "operator"
      ? operatorKey(aModel(params))
      : isOther(params.provider)
        ? otherProvider(params.provider)
        : {
            title: params.provider
              ? `OpenClaw has no API key for ${params.provider}`
              : "The request had no API key",
            detail: "A background gateway does not see a key that is set only in a terminal.",
            remedy: "Set the key where OpenClaw finds it.",
            commands: [newKey, doctor],
          },
  "key-expired-or-disabled": (params, _problem, shell) =>
    params.variant === "operator"
      ? operatorKey(aModel(params))
      : {
          title: "The API key or its account is no longer valid",
          detail: "It has expired, or was revoked or disabled. Entering it again does not help.",
          remedy: `Create a new key at ${billing}, then set it. If it is enabled there, try once more first.`,
          commands: [newKey],
          ...elsewhere(params, shell),
        },
  "malformed-key": (params) =>
    params.variant === undefined
      ? {
          title: `${params.source} contains more than the key`,
          ...(params.flaws ? { detail: `Found with it: ${params.flaws.join(", ")}.` } : {}),
          remedy: 'Keep only the key itself: no quotes, no spaces, no "Bearer ".',
        }
      : {
          title: keyFileTitles[params.variant](params.source, params.limit),
          remedy: "Put only the key into it, or the line AISA_API_KEY=<key>, in UTF-8.",
        },
  "key-unresolved": ({ value, variable, expected }) => ({
    title: `OpenClaw would send the text ${value} as the key`,
    detail: `The variable ${variable} is not set, or is not written as ${expected}.`,
    commands: [newKey],
  }),
  "conflicting-keys": (params, _problem, shell) =>
    params.variant === "hidden"
      ? {
          title: "OpenClaw has a sign-in of its own for AIsa",
          detail: `It uses the key of ${params.source}, which cannot be read from here.`,
          remedy: "If that is another key, remove the sign-in or store the new key in it.",
        }
      : {
          title: "Different keys are set for AIsa",
          detail:
            params.variant === "plugin"
              ? `With the plugin, ${params.source} overrides the key in the config.`
              : `OpenClaw uses the one from ${params.source}.`,
          remedy: `Keep one of them: ${params.sources.join(", ")}.${inShell(params.sources) ? " From this shell the variable is removed with:" : ""}`,
          ...(inShell(params.sources) ? { commands: [shell.clearVariable(keyVariable)] } : {}),
        },
  "key-not-visible-to-gateway": ({ source, file }) => ({
    title: "A background OpenClaw service would not see the key",
    detail: `It is set only in ${source}, which a background service does not inherit.${file ? ` The service: ${file}` : ""}`,
    remedy: "Store it in the .env of the state directory.",
    commands: [`${newKey} --key-storage dotenv`],
  }),
  "workspace-key": ({ variant, file }, _problem, shell) => ({
    title:
      variant === "used"
        ? `The key is from ${file}, the .env of the working directory`
        : `The only key found is in ${file}, the .env of the working directory`,
    detail:
      variant === "used"
        ? "OpenClaw uses it too when it is started in this directory, and only then. Make sure that it is yours."
        : "Whoever made this directory may have put it there, so it is not used or stored without being asked.",
    remedy: "If the key is yours, name the file.",
    commands: [`${newKey} --aisa-api-key-file ${shell.argument(file)}`],
  }),
  "insecure-permissions": (params, _problem, shell) => permissionWords[params.variant](params, shell),
  "sign-in-inactive": ({ id }) => ({
    title: `OpenClaw has the AIsa sign-in ${id} but does not use it`,
    detail:
      "A model was configured already, so OpenClaw's onboarding saved the new key without activating it and ended with exit code 1.",
    remedy: "Activate it: OpenClaw tests it and uses it from then on.",
    commands: [`openclaw models auth activate ${id} --agent main`],
  }),
};
