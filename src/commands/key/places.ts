import type { Change, FileChange } from "../../core/change/index.ts";
import { parseValue } from "../../core/edit/index.ts";
import { formatPath } from "../../core/json/index.ts";
import { within } from "../../core/paths/index.ts";
import { holdsOld, type Rotation, rotateInDotenv, rotateInValue } from "../../core/plans/index.ts";
import { Failure } from "../../core/problem/index.ts";
import type { Context } from "../../ports.ts";
import { agentFiles } from "../agent-files.ts";
import { draftAll } from "../apply.ts";
import type { Look } from "../look.ts";
import { readServiceFiles } from "../service-files.ts";

/** Why a place that holds the old key is not changed. */
export type LeftReason =
  | "environment"
  | "other-tool"
  | "secret-file"
  | "workspace"
  | "service"
  | "included"
  | "unreadable";

/** A place that holds the old key and that is somebody else's to change. */
export interface LeftPlace {
  readonly place: string;
  readonly reason: LeftReason;
}

/** What a rotation comes to. */
export interface RotationPlan {
  readonly changes: readonly FileChange[];
  readonly left: readonly LeftPlace[];
}

/** The files of OpenClaw's state directory besides the config and its `.env` that can hold a key. */
async function stateFiles(context: Context, { located }: Look): Promise<string[]> {
  const files = await context.files();
  const { stateDir } = located;
  const folder = within(stateDir, "service-env");
  const [profiles, models, service] = await Promise.all([
    agentFiles(files, stateDir, "auth-profiles.json"),
    agentFiles(files, stateDir, "models.json"),
    files.list(folder),
  ]);
  return [
    ...profiles,
    ...models,
    ...service.filter((name) => name.endsWith(".env")).map((name) => within(folder, name)),
  ];
}

/** What changes one file of the state directory; undefined where it holds the key in a form that cannot be read. */
function changesIn(file: string, text: string, rotation: Rotation): FileChange | undefined {
  if (file.endsWith(".env")) {
    const changes = rotateInDotenv(text, rotation);
    return changes.length > 0 ? { file, format: "dotenv", changes } : undefined;
  }
  try {
    const changes = rotateInValue(parseValue(text), rotation);
    return changes.length > 0 ? { file, format: "json5", changes } : undefined;
  } catch {
    return undefined; // not JSON: the caller names it as a place that is left
  }
}

/** Places that are not OpenClaw's files: the environment, other tools, files that others provide. */
async function foreignPlaces(context: Context, found: Look, rotation: Rotation): Promise<LeftPlace[]> {
  const { aisaCli, secret, workspaceFile, workspace } = await found.keyFiles();
  const texts: [string, string | undefined, LeftReason][] = [
    ...Object.entries(context.env).map(([name, value]): [string, string | undefined, LeftReason] => [
      name,
      value,
      "environment",
    ]),
    [workspaceFile, workspaceFile === found.dotenvFile ? undefined : workspace, "workspace"],
    [secret?.file ?? "", secret?.text, "secret-file"],
    [aisaCli?.file ?? "", aisaCli?.text, "other-tool"],
  ];
  const changed = new Set([found.dotenvFile, ...(await stateFiles(context, found))]);
  for (const { file, text } of await readServiceFiles(context, found.located))
    if (!changed.has(file)) texts.push([file, text, "service"]);
  return texts
    .filter(([, text]) => text !== undefined && holdsOld(text, rotation))
    .map(([place, , reason]) => ({ place, reason }));
}

/** The changes to the config that can be made, and the places in included files that can only be changed by hand. */
async function planConfig(found: Look, changes: readonly Change[]) {
  const file = found.located.configPath;
  const isPossible = async (some: readonly Change[]) => {
    try {
      await draftAll(found, [{ file, format: "json5", changes: some }]);
      return true;
    } catch (error) {
      if (error instanceof Failure && error.problem.code === "config-include") return false;
      throw error;
    }
  };
  if (await isPossible(changes)) return { changes, left: [] };
  const possible: Change[] = [];
  const left: LeftPlace[] = [];
  for (const one of changes)
    if (await isPossible([one])) possible.push(one);
    else left.push({ place: formatPath(one.path), reason: "included" });
  return { changes: possible, left };
}

/** Finds every place that holds an old key: what of it is changed in one write, and what is left to others. */
export async function planRotation(context: Context, found: Look, rotation: Rotation): Promise<RotationPlan> {
  const { located, config, dotenvFile, dotenv } = found;
  const changes: FileChange[] = [];
  const left: LeftPlace[] = [];
  const add = (change: FileChange) => change.changes.length > 0 && changes.push(change);
  add({ file: dotenvFile, format: "dotenv", changes: rotateInDotenv(dotenv?.text ?? "", rotation) });
  for (const file of await stateFiles(context, found)) {
    const text = (await found.read(file))?.text;
    if (text === undefined || !holdsOld(text, rotation)) continue;
    const change = changesIn(file, text, rotation);
    if (change) add(change);
    else left.push({ place: file, reason: "unreadable" });
  }
  const inConfig = await planConfig(found, rotateInValue(config, rotation));
  add({ file: located.configPath, format: "json5", changes: inConfig.changes });
  left.push(...inConfig.left);
  return { changes, left: [...left, ...(await foreignPlaces(context, found, rotation))] };
}
