import { expect, it } from "vitest";
import { findExposed } from "../../src/commands/doctor/exposed.ts";
import type { Located } from "../../src/core/openclaw/index.ts";
import type { FileInfo, Files } from "../../src/ports.ts";
import { makeContext } from "../helpers/context.ts";
import { makeHome } from "../helpers/home.ts";

const located = { configPath: "/s/openclaw.json", stateDir: "/s" } as Located;
const me = 1000;

/** What is exposed on a disk with these modes, owners and groups (group 50 if not given), for a user. */
async function exposedOn(
  disk: Readonly<Record<string, [mode: number, owner: number, group?: number]>>,
  uid = me,
) {
  const context = makeContext(makeHome());
  const stat = async (file: string): Promise<FileInfo | undefined> => {
    const [mode, owner, group = 50] = disk[file] ?? [undefined, 0];
    return mode === undefined
      ? undefined
      : {
          mode,
          owner,
          group,
          size: 1,
          modified: 0,
          hasModes: true,
          directory: !/\.(?:json|env)$/.test(file),
        };
  };
  const files = async () => ({ stat }) as unknown as Files;
  const machine = { ...context.machine, uid };
  const found = await findExposed({ ...context, files, machine }, located, ["/inc/models.json"]);
  return [found.files.map((one) => one.file), found.folders.map((one) => one.file), found.foreign];
}

it.each<[string, Parameters<typeof exposedOn>[0], string[][]]>([
  [
    "nothing where only the owner may write",
    { "/s": [0o755, me], "/s/openclaw.json": [0o644, me] },
    [[], [], []],
  ],
  ["a file that its group may write", { "/s/.env": [0o620, me] }, [["/s/.env"], [], []]],
  [
    "nothing of a group that is the user's own",
    { "/s": [0o775, me, me], "/s/.env": [0o664, me, me] },
    [[], [], []],
  ],
  [
    "an included file that all may write",
    { "/inc/models.json": [0o646, me] },
    [["/inc/models.json"], [], []],
  ],
  ["its folder", { "/inc": [0o777, me] }, [[], ["/inc"], []]],
  ["no folder in which files are protected from others", { "/inc": [0o1777, 0] }, [[], [], []]],
  ["what another user owns, once", { "/s/openclaw.json": [0o666, 1001] }, [[], [], ["/s/openclaw.json"]]],
  ["nothing that root owns", { "/s": [0o755, 0], "/s/openclaw.json": [0o644, 0] }, [[], [], []]],
])("finds %s", async (_, disk, found) => {
  expect(await exposedOn(disk)).toEqual(found);
});

it("does not call the files of a user foreign when root looks", async () => {
  expect(await exposedOn({ "/s/openclaw.json": [0o644, me] }, 0)).toEqual([[], [], []]);
});
