import type { ParamsOf, SecretFlaw, StateValue } from "../../../core/problem/index.ts";
import type { ShellCommands } from "../../../core/terminal/index.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { join, newKey, tool } from "./shared.ts";

const values: Readonly<Record<StateValue, string>> = {
  object: "an object",
  list: "a list",
  "true-or-false": "true or false",
  model: "the name of a model",
  "key-reference": "env:NAME, file:/path, exec:/path, or an object with from and store",
  "key-source": "env:NAME or file:/path",
  "dotenv-or-config": "dotenv or config",
  url: "a URL that starts with http:// or https://",
  "version-1": "1",
};

function invalid(params: ParamsOf<"state-invalid">): ProblemWords {
  switch (params.variant) {
    case "syntax":
      return {
        title: `${params.file} is neither valid YAML nor JSON5`,
        detail: `The parser says: ${params.detail}.`,
      };
    case "unknown-key":
      return {
        title: `Unknown key ${params.path} in ${params.file}`,
        ...(params.suggestion === undefined ? {} : { remedy: `Did you mean ${params.suggestion}?` }),
      };
    case "wrong-value":
      return {
        title: `Invalid value of ${params.path || params.file}: it must be ${values[params.expected]}`,
      };
    case "missing":
      return { title: `${params.path} lacks the key ${params.key}` };
    case "literal-key":
      return {
        title: `${params.path} holds a key itself`,
        detail: "This file is meant to be shared. A key does not belong in it.",
        remedy: "Store the key in a file or a variable, and write file:/path or env:NAME here.",
      };
    case "needs-primary":
      return {
        title: `The default model ${params.model} is not in ${params.path}`,
        remedy: "Add it there, or name another default model with primary.",
      };
    case "no-such-profile":
      return {
        title: `${params.file} has no profile ${params.profile}`,
        remedy: params.profiles.length === 0 ? "It names no profiles." : `It has ${join(params.profiles)}.`,
      };
  }
}

const withMode = (mode: string | undefined) => (mode === undefined ? "" : ` (mode ${mode})`);

type Unreadable = ParamsOf<"secret-unreadable">;

const unreadable: { readonly [Flaw in SecretFlaw]: (params: Unreadable) => ProblemWords } = {
  "not-configured": ({ file }) => ({
    title: `The key refers to the secret provider ${file}, which is not configured`,
    remedy: "Add it under secrets.providers, or set the reference again.",
    commands: [newKey],
  }),
  relative: ({ file }) => ({
    title: `The key's reference has a relative path: ${file}`,
    remedy: "OpenClaw needs an absolute path.",
  }),
  missing: ({ file }) => ({ title: `The key's reference leads to ${file}, which does not exist` }),
  folder: ({ file }) => ({ title: `The key's reference leads to ${file}, which is a folder` }),
  link: ({ file }) => ({
    title: `${file} is a symbolic link, and OpenClaw does not read secrets through links`,
    remedy:
      "Kubernetes mounts secrets as links. Refer to a variable instead, or have the key stored when the state is applied (from: file:…).",
  }),
  "closed-folder": ({ file, folder }) => ({
    title: `The user that OpenClaw runs as has no access to ${folder ?? file}`,
    detail: `The key's reference leads to ${file}.`,
    remedy: "Give that user access to the folder, or move the file.",
  }),
  readable: ({ file, mode }) => ({
    title: `OpenClaw does not read ${file}, because other users can read it too${withMode(mode)}`,
    remedy:
      "Restrict it to its owner. Docker mounts secrets with mode 0444: have the key stored when the state is applied instead (from: file:…).",
  }),
  writable: ({ file, mode }) => ({
    title: `OpenClaw does not trust ${file}, because other users can change it${withMode(mode)}`,
    remedy: "Restrict it to its owner.",
  }),
  owner: ({ file }) => ({
    title: `${file} does not belong to the user that OpenClaw runs as`,
    remedy: "OpenClaw accepts only files of its own user. Change the owner, or use a copy.",
  }),
  empty: ({ file }) => ({ title: `The key's reference leads to ${file}, which is empty` }),
  "no-value": ({ file }) => ({
    title: `The key's reference leads to no value in ${file}`,
    remedy: "The file must be JSON, and the id of the reference a JSON pointer into it.",
  }),
  "program-failed": ({ file, detail }) => ({
    title: `${file}, which should print the key, did not`,
    ...(detail ? { detail } : {}),
    remedy: "Run it by hand as OpenClaw does: with an empty environment, in its own folder.",
  }),
};

/** The command that restricts a file to its owner, where that is what is wrong. */
const restricting = ({ variant, file }: Unreadable, shell: ShellCommands) =>
  variant === "readable" || variant === "writable" ? [`chmod go-rwx ${shell.argument(file)}`] : [];

/** Desired states, references to keys, and configs that are printed. */
export const desired: TextsOf<"state-invalid" | "key-in-output" | "secret-unreadable"> = {
  "state-invalid": (params) => {
    const { wide } = params;
    const words = invalid(params);
    if (wide === undefined) return words;
    return {
      ...words,
      remedy: `The file has ${wide.found}, which is a full-width or curly character. Write a plain ${wide.plain}${wide.plain === ":" || wide.plain === "," ? " and a space" : ""} in its place.`,
    };
  },
  "secret-unreadable": (params, _problem, shell) => {
    const words = unreadable[params.variant](params);
    return { ...words, commands: [...(words.commands ?? []), ...restricting(params, shell)] };
  },
  "key-in-output": ({ path, count }) => ({
    title: "The config holds secrets, which are never printed",
    detail:
      count === 1 ? `The secret is at ${path}.` : `The first one is at ${path}; there are ${count} of them.`,
    remedy:
      "Replace each secret with a reference such as ${NAME}. For the AIsa key, --key-ref does that; --fragment prints only AIsa's part.",
    commands: [`${tool} onboard --print --fragment --key-ref env:AISA_API_KEY`],
  }),
};
