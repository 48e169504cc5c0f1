import type { TempFolder, World } from "../ports.ts";

/**
 * Makes a temporary folder that is removed at exit, however the program ends. Throws Failure `temp-folder-unusable`.
 */
export async function tempFolder(world: World, name: string): Promise<TempFolder> {
  const { makeTempFolder } = await import("../adapters/files/temp-folder.ts");
  const folder = makeTempFolder(world.machine.tmp, name);
  const forget = world.atExit(folder.remove);
  const remove = () => {
    forget();
    folder.remove();
  };
  return { ...folder, remove };
}
