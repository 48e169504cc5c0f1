import { dotenvIn, type Located } from "../../core/openclaw/index.ts";
import { folderOf } from "../../core/paths/index.ts";
import type { ExposedPaths } from "../../doctor/facts.ts";
import type { Context, FileInfo } from "../../ports.ts";

const [groupWrites, othersWrite] = [0o020, 0o002];
// In such a folder, for example /tmp, users cannot replace each other's files.
const sticky = 0o1000;

/** Whether another user can write: a group with its owner's number is that user's own (Debian, Ubuntu, Fedora). */
function isWritable({ mode, owner, group }: FileInfo): boolean {
  return (mode & othersWrite) !== 0 || ((mode & groupWrites) !== 0 && group !== owner);
}

/** The config, its includes, `.env` and their folders, as far as others may change them. Each is named once. */
export async function findExposed(
  { files: open, machine }: Context,
  { configPath, stateDir }: Located,
  included: readonly string[],
): Promise<ExposedPaths> {
  const disk = await open();
  const named = [...new Set([configPath, dotenvIn(stateDir), ...included])];
  const folders = [...new Set([stateDir, ...named.map(folderOf)])];
  const look = async (file: string) => {
    const info = await disk.stat(file);
    return info ? [{ file, info }] : [];
  };
  const [seenFiles, seenFolders] = await Promise.all([
    Promise.all(named.map(look)).then((all) => all.flat()),
    Promise.all(folders.map(look)).then((all) => all.flat()),
  ]);
  const isForeign = (owner: number) => machine.uid > 0 && owner !== machine.uid && owner !== 0;
  const foreign = [...seenFiles, ...seenFolders].filter((one) => isForeign(one.info.owner));
  return {
    files: seenFiles
      .filter(({ info }) => !info.directory && isWritable(info) && !isForeign(info.owner))
      .map((one) => ({ ...one, format: one.file.endsWith(".env") ? "dotenv" : "json5" }) as const),
    folders: seenFolders.filter(
      ({ info }) => isWritable(info) && (info.mode & sticky) === 0 && !isForeign(info.owner),
    ),
    foreign: foreign.map((one) => one.file),
  };
}
