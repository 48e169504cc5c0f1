import { get, getArray, getObject, getString, isObject } from "../json/index.ts";
import type { SecretFlaw } from "../problem/index.ts";
import { valueAt } from "./key-reference.ts";

/** What is known of a path. */
export interface SecretPath {
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
  readonly directory: boolean;
  readonly link?: true;
}

/** What a reference to a file or a program says. */
export interface SecretSettings {
  readonly source: "file" | "exec";
  readonly path: string;
  readonly args: readonly string[];
  /** The names and values that a program gets; it gets no others. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly jsonOnly: boolean;
  readonly timeoutMs: number;
}

const usualTimeout = 5_000;

/** Reads the settings of a secret provider; undefined where it is not configured, or for another kind of source. */
export function secretSettings(
  config: unknown,
  { source, provider }: { readonly source: string; readonly provider: string },
  variables: Readonly<Record<string, string | undefined>>,
): SecretSettings | undefined {
  const settings = getObject(config, ["secrets", "providers", provider]);
  if ((source !== "file" && source !== "exec") || settings["source"] !== source) return undefined;
  const path = getString(settings, [source === "file" ? "path" : "command"]);
  if (path === undefined) return undefined;
  const texts = (name: string) =>
    getArray(settings, [name]).filter((item): item is string => typeof item === "string");
  const own = Object.entries(getObject(settings, ["env"])).filter(([, value]) => typeof value === "string");
  const timeout = settings["timeoutMs"];
  return {
    source,
    path,
    args: texts("args"),
    env: {
      ...Object.fromEntries(texts("passEnv").map((name) => [name, variables[name]])),
      ...(Object.fromEntries(own) as Record<string, string>),
    },
    jsonOnly: settings["jsonOnly"] !== false,
    timeoutMs: typeof timeout === "number" && timeout > 0 ? timeout : usualTimeout,
  };
}

/** Whether a user gets through a folder; a folder's group is not known to be the user's. */
function mayEnter(user: number, { mode, owner }: SecretPath): boolean {
  return user === 0 || (mode & (owner === user ? 0o100 : 0o011)) !== 0;
}

/** A path of a secret and the folders above it, outermost first. */
export interface SecretPlace {
  readonly info: SecretPath | undefined;
  readonly folders: readonly { readonly path: string; readonly info: SecretPath | undefined }[];
}

/**
 * Judges a path as OpenClaw does before it reads or runs it: a regular file, no link, the user's own, a file readable
 * by nobody else, a program writable by nobody else. In: the user that OpenClaw runs as. Source: OpenClaw 2026.4.15 and
 * 2026.9.6, read and run.
 */
export function judgeSecretPath(
  source: "file" | "exec",
  { info, folders }: SecretPlace,
  user: number,
): { readonly flaw: SecretFlaw; readonly folder?: string } | undefined {
  const closed = folders.find((one) => one.info !== undefined && !mayEnter(user, one.info));
  if (closed) return { flaw: "closed-folder", folder: closed.path };
  if (info === undefined) return { flaw: "missing" };
  if (info.link) return { flaw: "link" };
  if (info.directory) return { flaw: "folder" };
  if ((info.mode & 0o022) !== 0) return { flaw: "writable" };
  if (source === "file" && (info.mode & 0o044) !== 0) return { flaw: "readable" };
  return info.owner === user ? undefined : { flaw: "owner" };
}

/** Judges the text of a secret file by the mode of its provider. */
export function judgeSecretText(
  config: unknown,
  provider: string,
  id: string,
  text: string,
): SecretFlaw | undefined {
  if (text.trim() === "") return "empty";
  if (getObject(config, ["secrets", "providers", provider])["mode"] === "singleValue") return undefined;
  return valueAt(text, id) ? undefined : "no-value";
}

/** What a program gets as its input (OpenClaw's protocol 1). */
export const programInput = (provider: string, id: string) =>
  JSON.stringify({ protocolVersion: 1, provider, ids: [id] });

/** The secret in what a program printed; undefined for what OpenClaw would not take. */
export function readProgramOutput(text: string, id: string, jsonOnly: boolean): string | undefined {
  const trimmed = text.trim();
  const answer = parsed(trimmed);
  if (isObject(answer)) {
    const value = answer["protocolVersion"] === 1 ? get(answer, ["values", id]) : undefined;
    return typeof value === "string" && value !== "" ? value : undefined;
  }
  if (jsonOnly || trimmed === "") return undefined;
  return typeof answer === "string" ? answer : trimmed;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // plain text, which a provider may allow
  }
}
